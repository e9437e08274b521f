"""A stage taken down, beside another that stays: twice, and with the archive at last."""

import json

import pytest

from tests.ops import rehearsal

pytestmark = pytest.mark.xdist_group("rehearsal")

BUCKET = "agentic-memory-prod-123456789012-us-east-1"
STACK = "agentic-memory-prod"


@pytest.fixture(scope="module")
def prod(aws, tmp_path_factory):
    """A clone from which stage prod was deployed, and a call in its archive."""
    clone = rehearsal.clone(tmp_path_factory.mktemp("prod"), aws)
    clone.done("deploy", "--stage", "prod", **rehearsal.keys_of("invented-mem0-key"))
    aws.client("s3").put_object(Bucket=BUCKET, Key="post-call/conv_1/x.json", Body=b"{}")
    return clone


@pytest.fixture(scope="module")
def taken_down(prod, aws):
    """What was in the secret before, and what ``destroy`` said."""
    before = _secret(aws)
    return before, prod.done("destroy", "--stage", "prod", "--yes")


def test_nothing_but_the_archive_is_left(taken_down, aws):
    """Functions, roles, API, rules, logs, alarms, secret, queue and dashboard are gone."""
    found = rehearsal.account(aws, "prod")
    assert {name: left for name, left in found.items() if left} == {}
    assert aws.client("sqs").list_queues(QueueNamePrefix=STACK).get("QueueUrls", []) == []
    assert [name for name in _secrets(aws) if STACK in name] == []
    dashboards = aws.client("cloudwatch").list_dashboards(DashboardNamePrefix=STACK)
    assert dashboards["DashboardEntries"] == []
    topics = [one["TopicArn"] for one in aws.client("sns").list_topics()["Topics"]]
    assert [arn for arn in topics if STACK in arn] == []


def test_the_archive_is_kept_and_said(taken_down, aws):
    """What was archived is there, the operator is told where, and nobody is notified any more."""
    s3 = aws.client("s3")
    assert s3.get_object(Bucket=BUCKET, Key="post-call/conv_1/x.json")["Body"].read() == b"{}"
    assert BUCKET in taken_down[1]
    told = s3.get_bucket_notification_configuration(Bucket=BUCKET)
    assert not told.get("LambdaFunctionConfigurations")


def test_another_stage_is_left_alone(taken_down, rehearsed, aws):
    """Stage dev is as it was deployed."""
    assert rehearsal.account(aws, "dev") == rehearsed.found[1]


def test_what_is_not_there_can_be_taken_down_again(taken_down, prod):
    """The second time there is nothing to do, and that is no error."""
    assert BUCKET in prod.done("destroy", "--stage", "prod", "--yes")
    said = prod.ops("keys", "--stage", "prod")
    assert said.returncode == 1
    assert "make deploy STAGE=prod" in said.stderr


def test_the_next_deployment_goes_on_with_the_archive(taken_down, prod, aws):
    """The archive is the same, and so is the salt by which its caller cards are found."""
    prod.done("deploy", "--stage", "prod", **rehearsal.keys_of("another-mem0-key"))
    after, before = _secret(aws), taken_down[0]
    assert after["CALLER_SALT"] == before["CALLER_SALT"]
    assert after["MEM0_API_KEY"] == "another-mem0-key"
    listed = aws.client("s3").list_objects_v2(Bucket=BUCKET, Prefix="post-call/")
    assert listed["KeyCount"] == 1


def test_nobody_takes_a_stage_down_by_mistake(taken_down, prod, aws):
    """Without a yes nothing happens."""
    ran = prod.ops("destroy", "--stage", "prod", "--archive", said="n\n")
    assert ran.returncode == 1
    assert rehearsal.account(aws, "prod")["functions"]


def test_told_so_it_takes_the_archive_too(taken_down, prod, aws):
    """With --archive every version of every object goes, the bucket and the stack."""
    prod.done("destroy", "--stage", "prod", "--archive", "--yes")
    buckets = [one["Name"] for one in aws.client("s3").list_buckets()["Buckets"]]
    assert BUCKET not in buckets
    said = prod.done("destroy", "--stage", "prod", "--archive", "--yes")
    assert "Nothing of stage prod is left" in said


def _secrets(aws):
    listed = aws.client("secretsmanager").list_secrets()["SecretList"]
    return {one["Name"]: one["ARN"] for one in listed}


def _secret(aws):
    (arn,) = [arn for name, arn in _secrets(aws).items() if STACK in name]
    return json.loads(aws.client("secretsmanager").get_secret_value(SecretId=arn)["SecretString"])
