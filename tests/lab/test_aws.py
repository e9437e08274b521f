"""The lab's AWS account: what moto lacks, as AWS has it; and who needed which permission."""

import io
import json

import pytest

from lab.aws.account import AwsAccount
from lab.aws.calls import PATH, Call, Calls

TEMPLATE = {
    "Parameters": {"Running": {"Type": "String", "Default": "yes"}},
    "Conditions": {"IsRunning": {"Fn::Equals": [{"Ref": "Running"}, "yes"]}},
    "Resources": {
        "Secret": {
            "Type": "AWS::SecretsManager::Secret",
            "Condition": "IsRunning",
            "Properties": {"Description": "invented"},
        },
        "Queue": {"Type": "AWS::SQS::Queue", "Properties": {"QueueName": "invented"}},
    },
    "Outputs": {"Arn": {"Condition": "IsRunning", "Value": {"Ref": "Secret"}}},
}


@pytest.fixture(scope="module")
def aws():
    """An empty account."""
    with AwsAccount() as account:
        yield account


def _put(aws, how, running):
    parameters = [{"ParameterKey": "Running", "ParameterValue": running}]
    body = json.dumps(TEMPLATE)
    getattr(aws.client("cloudformation"), f"{how}_stack")(
        StackName="invented", TemplateBody=body, Parameters=parameters
    )
    (stack,) = aws.client("cloudformation").describe_stacks(StackName="invented")["Stacks"]
    secrets = aws.client("secretsmanager").list_secrets()["SecretList"]
    return [one["OutputValue"] for one in stack.get("Outputs", [])], [one["ARN"] for one in secrets]


def test_a_resource_comes_and_goes_with_its_condition(aws):
    """A resource is made, removed and made again as its condition holds or not."""
    outputs, secrets = _put(aws, "create", "yes")
    assert outputs == secrets != []
    assert _put(aws, "update", "no") == ([], [])
    outputs, again = _put(aws, "update", "yes")
    assert outputs == again != secrets
    assert len(aws.client("sqs").list_queues()["QueueUrls"]) == 1


def test_a_denial_of_what_comes_without_tls_is_none_of_what_comes(aws):
    """A bucket that denies what comes without TLS can be used: the lab stands for TLS."""
    s3 = aws.client("s3")
    s3.create_bucket(Bucket="invented")
    denial = {
        "Effect": "Deny",
        "Principal": "*",
        "Action": "s3:*",
        "Resource": ["arn:aws:s3:::invented", "arn:aws:s3:::invented/*"],
        "Condition": {"Bool": {"aws:SecureTransport": "false"}},
    }
    policy = {"Version": "2012-10-17", "Statement": [denial]}
    s3.put_bucket_policy(Bucket="invented", Policy=json.dumps(policy))
    s3.put_object(Bucket="invented", Key="a", Body=b"1")
    del denial["Condition"]
    s3.put_bucket_policy(Bucket="invented", Policy=json.dumps(policy))
    with pytest.raises(s3.exceptions.ClientError, match="403"):
        s3.put_object(Bucket="invented", Key="a", Body=b"2")


def test_a_limit_is_that_of_a_new_account(aws):
    """Lambda tells an account's limits."""
    limits = aws.client("lambda").get_account_settings()["AccountLimit"]
    assert limits["ConcurrentExecutions"] == 10


@pytest.mark.parametrize(
    ("service", "request_line", "status", "needed"),
    [
        ("s3", "GET /b/k/1", "200", {("s3:GetObject", "arn:aws:s3:::b/k/1")}),
        (
            "s3",
            "GET /b/k",
            "404",
            {("s3:GetObject", "arn:aws:s3:::b/k"), ("s3:ListBucket", "arn:aws:s3:::b")},
        ),
        (
            "s3",
            "HEAD /b/k",
            "404",
            {("s3:GetObject", "arn:aws:s3:::b/k"), ("s3:ListBucket", "arn:aws:s3:::b")},
        ),
        ("s3", "PUT /b/k", "412", {("s3:PutObject", "arn:aws:s3:::b/k")}),
        ("s3", "DELETE /b/k", "204", {("s3:DeleteObject", "arn:aws:s3:::b/k")}),
        ("s3", "GET /b?list-type=2", "200", {("s3:ListBucket", "arn:aws:s3:::b")}),
        ("s3", "PUT /b?notification=", "200", {("s3:PUT?notification", "arn:aws:s3:::b")}),
        (
            "secretsmanager",
            "POST / GetSecretValue",
            "200",
            {("secretsmanager:GetSecretValue", "s")},
        ),
        (
            "lambda",
            "POST /2015-03-31/functions/api/invocations",
            "200",
            {("lambda:InvokeFunction", "api")},
        ),
        ("sns", "POST /x", "200", {("sns:POST /x", "*")}),
    ],
)
def test_each_request_needs_its_permissions(service, request_line, status, needed):
    """Who asks, and what for, is told by the request's signature, path and answer."""
    calls = Calls()
    method, target, *operation = request_line.split()
    path, _, query = target.partition("?")
    environ = {
        "REQUEST_METHOD": method,
        "PATH_INFO": path,
        "QUERY_STRING": query,
        "CONTENT_LENGTH": "17",
        "wsgi.input": io.BytesIO(b'{"SecretId": "s"}'),
        "HTTP_AUTHORIZATION": f"AWS4 Credential=me/20261123/us-east-1/{service}/aws4_request, x",
    }
    if operation:
        environ["HTTP_X_AMZ_TARGET"] = f"{service}.{operation[0]}"

    def served(asked, start_response):
        assert asked["wsgi.input"].read() == b'{"SecretId": "s"}'
        start_response(f"{status} x", [])
        return [b"answer"]

    assert calls.heard(served)(environ, lambda *_: None) == [b"answer"]
    assert calls.needed() == {Call("me", action, resource) for action, resource in needed}


def test_what_was_told_is_forgotten():
    """Asked with DELETE, the account tells of the calls once."""
    calls = Calls()
    heard = calls.heard(lambda *_: [])
    environ = {"REQUEST_METHOD": "DELETE", "PATH_INFO": PATH}
    calls._needed[Call("me", "s3:GetObject", "x")] = None
    first, second = (json.loads(b"".join(heard(environ, lambda *_: None))) for _ in range(2))
    assert (first, second) == ([{"who": "me", "action": "s3:GetObject", "resource": "x"}], [])
