"""``doctor`` at a whole stage: nothing to do when it is well, and each thing that is not found."""

import io
import json
import time
import zipfile
from dataclasses import dataclass, replace
from typing import Any

import boto3
import httpx
import pytest
from chalice.test import Client
from click.testing import CliRunner

from lab.aws.account import AwsAccount
from lab.faults import Fault
from ops.check import Check
from ops.deployed_version import CHECKOUT, note_version
from ops.doctor import build, check_stage
from ops.elevenlabs_errors import ElevenLabsError
from ops.first_keys import SALT_KEY
from ops.operator_error import OperatorError
from ops.secret import Secret
from ops.stack import put_stack
from ops.stage import Stage, find_stage, stack_outputs
from ops.stage_checks import CHECKS, stage_checks
from ops.stage_facts import Unread, read_facts
from tests.conftest import HMAC_KEY, WORKSPACE_KEY
from tests.ops.operator_at_work import AGENT, Operator, new_agent

STACK = {"App": "agentic-memory", "Stage": "dev", "Running": "yes", "AlarmEmail": ""}
API_URL = "https://127.0.0.1:9/dev"  # where nobody listens
VERSION = "0123456789abcdef"
REMEMBER = "agentic-memory-dev-remember"


@pytest.fixture(scope="module")
def account():
    """An account of AWS with the infrastructure of stage dev."""
    with AwsAccount() as aws, pytest.MonkeyPatch.context() as patch:
        for name, value in aws.environment().items():
            patch.setenv(name, value)
        session = boto3.Session()
        put_stack(session, "agentic-memory-dev", STACK)
        trust = {"Effect": "Allow", "Principal": {"Service": "lambda.amazonaws.com"}}
        policy = {"Statement": [{**trust, "Action": "sts:AssumeRole"}]}
        session.client("iam").create_role(
            RoleName="invented", AssumeRolePolicyDocument=json.dumps(policy)
        )
        yield aws


@dataclass
class Standing:
    """A stage that is deployed and well, until a test breaks something."""

    aws: boto3.Session
    stage: Stage
    http: httpx.Client
    mem0: Any
    clock_ahead_secs: float = 0.0

    @property
    def functions(self):
        """Lambda."""
        return self.aws.client("lambda")

    @property
    def s3(self):
        """The archive's S3."""
        return self.aws.client("s3")

    def set_keys(self, **keys):
        """Set keys in the secret."""
        Secret(self.aws.client("secretsmanager"), self.stage.secrets_arn).put(**keys)

    def set_variable(self, name, value):
        """Set a variable of the API's function."""
        told = self.functions.get_function_configuration(FunctionName="agentic-memory-dev")
        variables = {**told["Environment"]["Variables"], name: value}
        self.functions.update_function_configuration(
            FunctionName="agentic-memory-dev", Environment={"Variables": variables}
        )

    def notify(self, function=REMEMBER, prefix="post-call/"):
        """Have the archive tell ``function`` of new objects, or nobody."""
        rules = [{"Name": "prefix", "Value": prefix}, {"Name": "suffix", "Value": ".json"}]
        told = {
            "LambdaFunctionArn": f"arn:aws:lambda:us-east-1:123456789012:function:{function}",
            "Events": ["s3:ObjectCreated:*"],
            "Filter": {"Key": {"FilterRules": rules}},
        }
        self.s3.put_bucket_notification_configuration(
            Bucket=self.stage.bucket,
            NotificationConfiguration={"LambdaFunctionConfigurations": [told] if function else []},
        )

    def facts(self):
        """What doctor finds."""
        return read_facts(
            self.stage, VERSION, self.aws, self.http, lambda: time.time() + self.clock_ahead_secs
        )

    def checks(self):
        """What doctor says."""
        return stage_checks(self.facts())


@pytest.fixture
def standing(account, mem0, environment, monkeypatch):
    """Stage dev as it is after a deployment, with its API answered by the app itself."""
    import app  # noqa: PLC0415 - the bucket's name is read when it is imported

    client = Client(app.app)  # of the lab's S3 and Mem0: it holds the settings of ``environment``
    client.http.request("GET", "/health")
    for name, value in account.environment().items():
        monkeypatch.setenv(name, value)
    monkeypatch.setenv("POWERTOOLS_METRICS_DISABLED", "true")
    monkeypatch.delenv("AWS_ENDPOINT_URL_S3")
    monkeypatch.delenv("AWS_ENDPOINT_URL_SQS")

    def answer(request):
        path = request.url.path.removeprefix("/dev")
        body, headers = request.read(), dict(request.headers)
        told = client.http.request(request.method, path, headers=headers, body=body)
        return httpx.Response(told.status_code, content=told.body)

    mounts = {"https://127.0.0.1:9": httpx.MockTransport(answer)}
    with httpx.Client(mounts=mounts) as http:
        yield _deployed(boto3.Session(), http, mem0)


def _deployed(aws, http, mem0):
    """Return stage dev as ``make deploy`` leaves it."""
    bucket, s3 = stack_outputs("dev", aws)["ArchiveBucket"], aws.client("s3")
    for page in s3.get_paginator("list_object_versions").paginate(Bucket=bucket):
        for one in [*page.get("Versions", ()), *page.get("DeleteMarkers", ())]:
            s3.delete_object(Bucket=bucket, Key=one["Key"], VersionId=one["VersionId"])
    deployed = {"resources": [{"resource_type": "rest_api", "rest_api_url": f"{API_URL}/"}]}
    s3.put_object(Bucket=bucket, Key="deployed/chalice.json", Body=json.dumps(deployed))
    s3.put_object(Bucket=bucket, Key=SALT_KEY, Body=b"invented-salt")
    standing = Standing(aws, find_stage("dev", aws), http, mem0)
    standing.set_keys(
        MEM0_API_KEY=mem0.api_key,
        ELEVENLABS_WORKSPACE_KEY=WORKSPACE_KEY,
        ELEVENLABS_HMAC_KEY=HMAC_KEY,
        CALLER_SALT="invented-salt",
    )
    names = standing.stage.functions.values()
    for name in names:
        _make_function(standing, name)
    note_version(standing.functions, names, VERSION)
    standing.notify()
    sqs, queue = aws.client("sqs"), {"QueueUrl": standing.stage.queue_url}
    for message in sqs.receive_message(**queue).get("Messages", ()):
        sqs.delete_message(**queue, ReceiptHandle=message["ReceiptHandle"])
    return standing


def _make_function(standing, name):
    client = standing.functions
    if name in {one["FunctionName"] for one in client.list_functions()["Functions"]}:
        client.delete_function(FunctionName=name)
    variables = {"MEM0_HOST": standing.mem0.url, "ARCHIVE_BUCKET": standing.stage.bucket}
    client.create_function(
        FunctionName=name,
        Runtime="python3.11",
        Role="arn:aws:iam::123456789012:role/invented",
        Handler="app.app",
        Code={"ZipFile": _zipped("")},
        Environment={"Variables": variables},
    )


def _zipped(source):
    code = io.BytesIO()
    with zipfile.ZipFile(code, "w") as packed:
        packed.writestr("app.py", source)
    return code.getvalue()


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
            FunctionName=REMEMBER, ZipFile=_zipped("changed = True")
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


@pytest.fixture
def operator(s3):
    """An operator whose agent is connected."""
    return Operator(s3, new_agent()).connected()


@pytest.fixture
def run(standing, operator):
    """Run the command: the stage from AWS, the agents from the stand-in of ElevenLabs."""

    def run(*arguments, reach=None):
        command = build(lambda _: standing.checks(), reach or (lambda _: operator.reached()))
        return CliRunner().invoke(command, [*arguments])

    return run


def test_a_healthy_stage_and_agent_exit_with_0(run):
    """When all is well, nothing is to be done, and the exit status says so."""
    ran = run()
    assert (ran.exit_code, ran.output.count("✗"), ran.output.count("?")) == (0, 0, 0)
    assert f"\n{AGENT}\n" in ran.output


def _use_another_variable(operator):
    prompt = operator.agent["conversation_config"]["agent"]["prompt"]
    prompt["prompt"] = "Greet {{nickname}}."


def _forbid_an_override(operator):
    allowed = operator.agent["platform_settings"]["overrides"]["conversation_config_override"]
    allowed["agent"]["first_message"] = False


def _disable_the_webhook(operator):
    for webhook in operator.workspace.webhooks.values():
        webhook["is_auto_disabled"] = True


@pytest.mark.parametrize(
    ("break_it", "what", "found"),
    [
        (_use_another_variable, "dynamic variables", "nickname"),
        (_forbid_an_override, "override of first_message", "not allowed"),
        (_disable_the_webhook, "post-call webhook", "disabled by ElevenLabs"),
    ],
)
def test_what_is_wrong_with_an_agent_is_found(run, operator, break_it, what, found):
    """What keeps an agent's calls from being remembered is one line, and the exit status is 1."""
    break_it(operator)
    ran = run("--json")
    (wrong,) = [one for one in json.loads(ran.output) if one["state"] != "ok"]
    assert (ran.exit_code, wrong["of"], wrong["what"]) == (1, AGENT, what)
    assert found in wrong["found"]
    assert wrong["to_do"]


def test_an_agent_can_be_named(run, operator):
    """--agent looks at that agent alone, also when nobody has connected it."""
    operator.workspace.add_agent("agent_other", {}, {})
    told = json.loads(run("--json", "--agent", "agent_other").output)
    agents = {one["of"] for one in told} - {"stage dev"}
    assert agents == {"agent_other"}
    assert any(one["state"] == "not ok" for one in told if one["of"] == "agent_other")


def test_an_agent_that_is_not_there_is_said(run):
    """An id that ElevenLabs does not know is not ok, and is to be compared."""
    told = json.loads(run("--json", "--agent", "agent_gone").output)
    (gone,) = [one for one in told if one["of"] == "agent_gone"]
    assert (gone["state"], gone["to_do"]) == ("not ok", "Compare the id with the dashboard.")


@pytest.mark.parametrize(
    "error", [ElevenLabsError("Set ELEVENLABS_API_KEY."), OperatorError("Read this first.")]
)
def test_agents_that_can_not_be_looked_at_are_not_called_ok(run, error):
    """Without a key of ElevenLabs' the agents are not checked, which is said and is no failure."""

    def refuse(_):
        raise error

    ran = run("--json", reach=refuse)
    (unmade,) = [one for one in json.loads(ran.output) if one["state"] != "ok"]
    assert (ran.exit_code, unmade["state"], unmade["to_do"]) == (0, "not checked", error.message)


def test_without_agents_it_says_how_to_connect_one(run, s3):
    """A stage to which no agent is connected is told of the command, not called ok."""
    ran = run("--json", reach=lambda _: Operator(s3, new_agent()).reached())
    (unmade,) = [one for one in json.loads(ran.output) if one["state"] != "ok"]
    assert unmade["state"] == "not checked"
    assert "make connect AGENT=agent_... STAGE=dev" in unmade["to_do"]


def test_nothing_is_changed(standing, run, operator, account):
    """It writes nowhere: neither to AWS nor to ElevenLabs."""
    operator.writes()
    account.calls()
    run()
    assert operator.writes() == []
    asked = {call.action for call in account.calls()}
    assert [one for one in asked if "Put" in one or "Delete" in one or "PATCH" in one] == []


def test_nothing_secret_is_printed(standing, run):
    """No key stands in what is printed, be it refused or not."""
    printed = run().output
    standing.set_keys(MEM0_API_KEY="another-mem0-key", ELEVENLABS_WORKSPACE_KEY="another-key")
    printed += run("--json").output
    keys = [standing.mem0.api_key, WORKSPACE_KEY, HMAC_KEY, "invented-salt"]
    keys += ["another-mem0-key", "another-key"]
    assert [key for key in keys if key in printed] == []


def test_a_stage_that_is_not_deployed_is_one_line(standing):
    """Of a stage that is not there, the one check says how to deploy it."""
    found = "not deployed in us-east-1"
    assert check_stage("prod") == [Check("stage", found, "make deploy STAGE=prod")]


def test_a_stage_is_found_by_its_name(standing):
    """From the environment alone the whole stage is looked at; who does not answer is said."""
    states = {check.what: check.state for check in check_stage("dev")}
    assert states.pop("API") == "not checked"
    assert states.pop("version") == "not ok"
    assert set(states.values()) == {"ok"}


def test_an_archive_that_can_not_be_read_is_one_line(standing, monkeypatch):
    """When the archive refuses, that is the check that is not ok."""
    monkeypatch.setattr(
        "ops.stage.Deployed.read", lambda _: standing.s3.get_object(Bucket="gone-1", Key="x")
    )
    (check,) = check_stage("dev")
    assert (check.what, check.found) == ("archive", "can't be read (NoSuchBucket)")


def test_help_has_examples():
    """--help shows how it is called."""
    said = CliRunner().invoke(build(check_stage, lambda _: None), ["--help"]).output
    assert "python -m ops doctor --stage prod --agent agent_0123" in said
