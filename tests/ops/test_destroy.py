"""A stage taken down beside another that stays: twice, made again, and at last with its archive."""

import json
from dataclasses import dataclass
from typing import Any

import pytest

from lab.aws.account import AwsAccount
from tests.ops import rehearsal

BUCKET = "agentic-memory-prod-123456789012-us-east-1"
STACK = "agentic-memory-prod"
KEY = "post-call/conv_1/x.json"


@dataclass(frozen=True)
class Course:
    """What was there, and what was said, step by step."""

    would_go: dict[str, Any]
    secret: dict[str, str]
    said: str
    left: dict[str, Any]
    notified: Any
    said_again: str
    keys_refused: str
    secret_of_the_next: dict[str, str]
    archive_of_the_next: list[str]
    said_at_last: str
    buckets_at_last: list[str]
    neighbour: tuple[Any, Any]
    unasked: int


@pytest.fixture(scope="module")
def aws():
    """An account of its own: what others have deployed would be in the way, and ours in theirs."""
    with AwsAccount() as account:
        yield account


@pytest.fixture(scope="module")
def course(aws, tmp_path_factory):
    """Deploy stage prod, archive a call, and take the stage down in each way there is."""
    clone = rehearsal.clone(tmp_path_factory.mktemp("prod"), aws)
    clone.configure("prod", MEM0_HOST="http://127.0.0.1:9")  # nobody is there to refuse the keys
    destroy = ("destroy", "--stage", "prod", "--yes")
    s3 = aws.client("s3")
    clone.done("deploy", "--stage", "dev", **rehearsal.keys_of("invented-mem0-key"))
    neighbour = rehearsal.account(aws, "dev")
    clone.done("deploy", "--stage", "prod", **rehearsal.keys_of("invented-mem0-key"))
    s3.put_object(Bucket=BUCKET, Key=KEY, Body=b"{}")
    would = json.loads(clone.done("destroy", "--stage", "prod", "--dry-run", "--json"))
    secret, said = _secret(aws), clone.done(*destroy)
    left, notified = _left(aws), s3.get_bucket_notification_configuration(Bucket=BUCKET)
    said_again, refused = clone.done(*destroy), clone.ops("keys", "--stage", "prod")
    clone.done("deploy", "--stage", "prod", **rehearsal.keys_of("another-mem0-key"))
    listed = s3.list_objects_v2(Bucket=BUCKET, Prefix="post-call/")["Contents"]
    next_secret = _secret(aws)
    clone.done(*destroy, "--archive")
    unasked = clone.ops("destroy", "--stage", "dev", "--archive", said="n\n").returncode
    buckets = [one["Name"] for one in s3.list_buckets()["Buckets"]]
    return Course(
        would,
        secret,
        said,
        left,
        notified.get("LambdaFunctionConfigurations"),
        said_again,
        refused.stderr,
        next_secret,
        [one["Key"] for one in listed],
        clone.done(*destroy, "--archive"),
        buckets,
        (neighbour, rehearsal.account(aws, "dev")),
        unasked,
    )


def test_nothing_but_the_archive_is_left(course):
    """Functions, roles, API, rules, logs, alarms, secret, queue, topic and dashboard are gone."""
    assert {name: left for name, left in course.left.items() if left} == {"archive": [KEY]}


def test_a_dry_run_tells_what_would_go(course):
    """With --dry-run it names functions and infrastructure, not the archive; all of it is there."""
    told = course.would_go
    assert {"agentic-memory-prod", "agentic-memory-prod-sweep", "Failed"} < set(told["goes"])
    assert "Archive" not in told["goes"]
    assert (told["archive_kept"], told["is_dry_run"]) == (BUCKET, True)
    assert course.secret["MEM0_API_KEY"] == "invented-mem0-key"


def test_the_archive_is_said_and_notifies_nobody(course):
    """The operator is told where the archive is, and S3 tells no function of new objects."""
    assert BUCKET in course.said
    assert not course.notified


def test_another_stage_is_left_alone(course):
    """Stage dev, beside it, is as it was deployed."""
    before, after = course.neighbour
    assert before["functions"]
    assert before == after


def test_what_is_not_there_can_be_taken_down_again(course):
    """The second time there is nothing to do, and that is no error."""
    assert BUCKET in course.said_again


def test_a_stage_of_which_the_archive_is_left_is_not_deployed(course):
    """Other commands say that the stage is not deployed, and how to deploy it."""
    assert "make deploy STAGE=prod" in course.keys_refused


def test_the_next_deployment_goes_on_with_the_archive(course):
    """The archive is the same, and so is the salt by which its caller cards are found."""
    assert course.archive_of_the_next == [KEY]
    assert course.secret_of_the_next["CALLER_SALT"] == course.secret["CALLER_SALT"]
    assert course.secret_of_the_next["MEM0_API_KEY"] == "another-mem0-key"


def test_told_so_it_takes_the_archive_too(course):
    """With --archive every version of every object goes, the bucket and the stack."""
    assert BUCKET not in course.buckets_at_last
    assert "Nothing of stage prod is left" in course.said_at_last


def test_nobody_takes_a_stage_down_by_mistake(course):
    """Without a yes nothing happens."""
    assert course.unasked == 1
    assert course.neighbour[1]["functions"]
    assert BUCKET.replace("prod", "dev") in course.buckets_at_last


def _left(aws):
    """Return what the account has of the stage."""
    s3, sqs, sns, watch = map(aws.client, ("s3", "sqs", "sns", "cloudwatch"))
    listed = s3.list_objects_v2(Bucket=BUCKET, Prefix="post-call/")
    dashboards = watch.list_dashboards(DashboardNamePrefix=STACK)["DashboardEntries"]
    topics = [one["TopicArn"] for one in sns.list_topics()["Topics"]]
    return {
        **rehearsal.account(aws, "prod"),
        "queues": sqs.list_queues(QueueNamePrefix=STACK).get("QueueUrls", []),
        "secrets": [name for name in _secrets(aws) if STACK in name],
        "dashboards": dashboards,
        "topics": [arn for arn in topics if STACK in arn],
        "archive": [one["Key"] for one in listed["Contents"]],
    }


def _secrets(aws):
    listed = aws.client("secretsmanager").list_secrets()["SecretList"]
    return {one["Name"]: one["ARN"] for one in listed}


def _secret(aws):
    (arn,) = [arn for name, arn in _secrets(aws).items() if STACK in name]
    return json.loads(aws.client("secretsmanager").get_secret_value(SecretId=arn)["SecretString"])
