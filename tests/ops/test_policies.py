"""The policies: as checked out for any account, narrowed down for one stage's function."""

import json

import pytest

from ops.operator_error import OperatorError
from ops.policies import Own, actions, narrowed, own_of
from ops.project import read_config
from tests.ops.rehearsal import PROJECT

OUTPUTS = {
    "ArchiveBucket": "invented-archive",
    "SecretsArn": "arn:aws-cn:secretsmanager:cn-north-1:123456789012:secret:Keys-x",
    "FailedQueueArn": "arn:aws-cn:sqs:cn-north-1:123456789012:failed",
}
OWN = own_of(OUTPUTS, "agentic-memory-dev")
FILES = {
    one["iam_policy_file"]
    for stage in ("dev", "prod")
    for one in read_config().stage(stage)["lambda_functions"].values()
}


def _resources(policy):
    return [resource for said in policy["Statement"] for resource in said["Resource"]]


@pytest.mark.parametrize(
    ("written", "narrow"),
    [
        ("arn:aws:s3:::*/post-call/*", "arn:aws-cn:s3:::invented-archive/post-call/*"),
        ("arn:aws:s3:::*", "arn:aws-cn:s3:::invented-archive"),
        ("arn:aws:secretsmanager:*:*:secret:AgenticMemoryKeys-*", OUTPUTS["SecretsArn"]),
        ("arn:aws:sqs:*:*:agentic-memory-*-failed", OUTPUTS["FailedQueueArn"]),
        (
            "arn:aws:lambda:*:*:function:agentic-memory-*",
            "arn:aws-cn:lambda:cn-north-1:123456789012:function:agentic-memory-dev",
        ),
        (
            "arn:*:logs:*:*:*",
            "arn:aws-cn:logs:cn-north-1:123456789012:log-group:/aws/lambda/mine:*",
        ),
        ("*", "*"),
    ],
)
def test_a_resource_becomes_the_stages_own(written, narrow):
    """Whatever a policy names for any account becomes what the stage has, in its partition."""
    policy = {"Statement": [{"Effect": "Allow", "Action": "x:Do", "Resource": written}]}
    assert _resources(narrowed(policy, "mine", OWN)) == [narrow]


def test_what_nobody_knows_how_to_narrow_is_refused():
    """A resource of another service ends the deployment, instead of being too wide."""
    policy = {"Statement": [{"Action": "sns:Publish", "Resource": ["arn:aws:sns:*:*:x"]}]}
    with pytest.raises(OperatorError, match="mine names arn:aws:sns"):
        narrowed(policy, "mine", OWN)


@pytest.mark.parametrize("file", sorted(FILES))
def test_each_policy_allows_single_actions(file):
    """No policy that is checked out allows a whole service, or anything to anybody's bucket."""
    policy = json.loads((PROJECT / ".chalice" / file).read_text(encoding="utf-8"))
    assert not [action for action in actions(policy) if "*" in action]
    for said in policy["Statement"]:
        assert said["Effect"] == "Allow"
        is_tracing = set(said["Action"]) <= {"xray:PutTraceSegments", "xray:PutTelemetryRecords"}
        assert (said["Resource"] == "*") == is_tracing


def test_the_warm_up_may_invoke_the_api_and_nothing_else():
    """Beside its log and its traces the warm-up is allowed one action."""
    policy = json.loads((PROJECT / ".chalice" / "policy-warm-up.json").read_text("utf-8"))
    assert {one for one in actions(policy) if not one.startswith(("logs:", "xray:"))} == {
        "lambda:InvokeFunction"
    }


def test_the_account_is_told_by_region_and_number():
    """What stands in every ARN of an account tells it from others."""
    assert Own("", "", OUTPUTS["FailedQueueArn"], "").account == "cn-north-1:123456789012"
