"""What doctor says of a stage: nothing when it is well, and each thing that is not is found."""

from dataclasses import replace

import httpx
import pytest

from lab.faults import Fault
from ops.deployed_version import CHECKOUT
from ops.stage_checks import CHECKS, stage_checks
from ops.surroundings import Unread
from tests.ops.standing import REMEMBER, zipped

pytestmark = pytest.mark.xdist_group("standing")


def _retag(standing, name, **tags):
    arn = standing.functions.get_function_configuration(FunctionName=name)["FunctionArn"]
    standing.functions.tag_resource(Resource=arn, Tags=tags)


def _untag(standing, name):
    arn = standing.functions.get_function_configuration(FunctionName=name)["FunctionArn"]
    standing.functions.untag_resource(Resource=arn, TagKeys=[CHECKOUT])


def _look_from_a_wrong_clock(standing, secs):
    standing.clock_ahead_secs = secs


def _answering(standing, status, said):
    def answer(request):
        return httpx.Response(status, json={"message": said})

    standing.http = httpx.Client(
        mounts={"https://": httpx.MockTransport(answer), "http://": httpx.HTTPTransport()}
    )


BROKEN = {  # what is broken: how, which checks say so, what they found, what is to be done
    "a key is missing": (
        lambda it: it.set_keys(ELEVENLABS_HMAC_KEY=""),
        ["keys"],
        "missing: ELEVENLABS_HMAC_KEY",
        "python -m ops keys --stage dev ELEVENLABS_HMAC_KEY",
    ),
    "a setting can't be used": (
        lambda it: it.set_variable("RETRIEVE_AUTH", "maybe"),
        ["settings"],
        "RETRIEVE_AUTH must be one of",
        "config.json, then: make deploy STAGE=dev",
    ),
    "Mem0 refuses the key": (
        lambda it: it.set_keys(MEM0_API_KEY="another-key"),
        ["Mem0's key", "Mem0's org and project"],
        "refused",
        "python -m ops keys --stage dev MEM0_API_KEY",
    ),
    "Mem0 is broken": (
        lambda it: it.mem0.faults.add(Fault(operation="ping", status=503)),
        ["Mem0's key", "Mem0's org and project"],
        "Mem0 answers 503",
        "Wait",
    ),
    "Mem0 can't be reached": (
        lambda it: it.set_variable("MEM0_HOST", "http://127.0.0.1:9"),
        ["Mem0's key", "Mem0's org and project", "this clock and Mem0"],
        "no answer (ConnectError)",
        "MEM0_HOST",
    ),
    "the key is another project's": (
        lambda it: it.set_variable("MEM0_PROJECT_ID", "another-project"),
        ["Mem0's org and project"],
        "project lab-project, not another-project",
        "correct MEM0_ORG_ID and MEM0_PROJECT_ID",
    ),
    "the archive tells nobody": (
        lambda it: it.notify(function=""),
        ["notification of new payloads"],
        "does not go to agentic-memory-dev-remember",
        "make deploy STAGE=dev",
    ),
    "the archive tells another": (
        lambda it: it.notify(function="agentic-memory-dev-sweep"),
        ["notification of new payloads"],
        "does not go to agentic-memory-dev-remember",
        "the hourly sweep",
    ),
    "the archive tells of other objects": (
        lambda it: it.notify(prefix="again/"),
        ["notification of new payloads"],
        "does not go to agentic-memory-dev-remember",
        "make deploy STAGE=dev",
    ),
    "a function is gone": (
        lambda it: it.functions.delete_function(FunctionName=REMEMBER),
        ["functions"],
        "agentic-memory-dev-remember: not there",
        "make deploy STAGE=dev",
    ),
    "a function runs another version": (
        lambda it: _retag(it, REMEMBER, **{CHECKOUT: "fedcba9876543210"}),
        ["version"],
        "not the checkout's: agentic-memory-dev-remember",
        "Check out what you mean to run",
    ),
    "a deployment was cut off": (
        lambda it: _untag(it, REMEMBER),
        ["version"],
        "deployed in part, or in another way: agentic-memory-dev-remember",
        "make deploy STAGE=dev",
    ),
    "code was changed by hand": (
        lambda it: it.functions.update_function_code(
            FunctionName=REMEMBER, ZipFile=zipped("changed = True")
        ),
        ["version"],
        "make deploy did not put there: agentic-memory-dev-remember",
        "make deploy STAGE=dev",
    ),
    "the API has another key": (
        lambda it: it.set_keys(ELEVENLABS_WORKSPACE_KEY="another-key"),
        ["API"],
        "answers 401",
        "Wait five minutes",
    ),
    "no route is there": (
        lambda it: _answering(it, 403, "Missing Authentication Token"),
        ["API"],
        "answers 403: Missing Authentication Token",
        "make deploy STAGE=dev",
    ),
    "too much is asked": (
        lambda it: _answering(it, 429, "Too Many Requests"),
        ["API"],
        "answers 429",
        "RATE_PER_SEC",
    ),
    "the app is not set up": (
        lambda it: _answering(it, 500, "not set up yet"),
        ["API"],
        "answers 500",
        "aws logs tail /aws/lambda/agentic-memory-dev --since",
    ),
    "an event failed for good": (
        lambda it: it.aws.client("sqs").send_message(QueueUrl=it.stage.queue_url, MessageBody="{}"),
        ["events that failed for good"],
        "1 in the queue",
        "docs/runbook.md",
    ),
    "a payload is parked": (
        lambda it: it.s3.put_object(Bucket=it.stage.bucket, Key="parked/conv_1/x.json", Body=b""),
        ["payloads that were given up"],
        "1, under parked/",
        "docs/runbook.md",
    ),
    "this clock is ahead": (
        lambda it: _look_from_a_wrong_clock(it, 100),
        ["this clock and AWS", "this clock and Mem0"],
        "s ahead",
        "NTP",
    ),
    "this clock is behind": (
        lambda it: _look_from_a_wrong_clock(it, -100),
        ["this clock and AWS", "this clock and Mem0"],
        "s behind",
        "NTP",
    ),
}


def test_of_a_healthy_stage_all_is_ok(standing):
    """A stage as a deployment leaves it passes every check there is."""
    checks = standing.checks()
    assert [check for check in checks if not check.is_ok] == []
    assert len(checks) == len(CHECKS)


@pytest.mark.parametrize("what", BROKEN)
def test_each_thing_that_is_broken_is_found(standing, what):
    """What is broken shows in its own checks and in no others, with what to do."""
    break_it, expected, found, to_do = BROKEN[what]
    break_it(standing)
    wrong = [check for check in standing.checks() if not check.is_ok]
    assert [check.what for check in wrong] == expected
    assert found in wrong[0].found
    assert to_do in wrong[0].to_do


@pytest.mark.parametrize(
    ("changes", "what", "state"),
    [
        ({"notified": Unread("AWS refused (AccessDenied)")}, "archive", "not ok"),
        ({"variables": Unread("AWS refused (AccessDenied)")}, "keys", "not checked"),
        ({"functions": Unread("AWS refused (AccessDenied)")}, "version", "not checked"),
        ({"failed_events": Unread("no answer")}, "events that failed for good", "not checked"),
        ({"parked": Unread("no answer")}, "payloads that were given up", "not checked"),
        ({"api": Unread("no answer")}, "API", "not checked"),
        ({"aws_skew_secs": None}, "this clock and AWS", "not checked"),
        ({"parked": 1_000}, "payloads that were given up", "not ok"),
    ],
)
def test_what_can_not_be_read_is_not_called_ok(standing, changes, what, state):
    """A check that lacks what it judges says why, and what would let it be made."""
    (check,) = [
        one for one in stage_checks(replace(standing.facts(), **changes)) if one.what == what
    ]
    assert check.state == state
    assert check.to_do


@pytest.mark.parametrize(
    ("state", "update", "is_ok"),
    [
        ("Active", "Successful", True),
        ("Inactive", "Successful", True),
        ("Failed", "Successful", False),
        ("Pending", "Successful", False),
        ("Active", "Failed", False),
        ("Active", "InProgress", False),
    ],
)
def test_a_function_that_can_not_run_is_found(standing, state, update, is_ok):
    """A function whose last change failed, or that is not ready, is no function that can run."""
    facts = standing.facts()
    one = replace(facts.functions[REMEMBER], state=state, update=update)
    there = {**facts.functions, REMEMBER: one}
    (check,) = [
        one for one in stage_checks(replace(facts, functions=there)) if one.what == "functions"
    ]
    assert check.is_ok == is_ok
