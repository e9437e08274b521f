"""From a clone to a live agent, and back: the real commands against the lab's AWS account."""

import copy
import json
import time
import zipfile
from contextlib import nullcontext
from dataclasses import dataclass
from fnmatch import fnmatchcase
from typing import Any

import boto3
import httpx
import pytest

from bench.api_gateway import HMAC_KEY, WORKSPACE_KEY
from chalicelib.keys import KEYS
from chalicelib.signature import sign
from ops import foreseen
from ops.connected_agents import check_agents
from ops.deployed_version import CHECKOUT, CODE, checkout_version
from ops.project import read_config
from ops.reached_stage import reach, variables
from ops.smoke_play import play
from ops.stage import find_stage
from ops.stage_checks import stage_checks
from ops.stage_facts import read_facts
from ops.stores import connect_stores
from tests.conftest import SARAH, STEFAN
from tests.ops import callers, rehearsal, story
from tests.ops.deployed_routes import DeployedRoutes
from tests.ops.operator_at_work import AGENT, new_agent
from tests.ops.rehearsal import PROJECT
from tests.ops.served import served
from tests.ops.stand_in import API_KEY, StandIn

CONFIG = json.loads((PROJECT / ".chalice" / "config.json").read_text(encoding="utf-8"))
API, REMEMBER, WARM_UP = (f"agentic-memory-dev{name}" for name in ("", "-remember", "-warm_up"))
FUNCTIONS = {
    "agentic-memory-dev" + ("" if handler == "api_handler" else f"-{handler}"): written
    for handler, written in CONFIG["stages"]["dev"]["lambda_functions"].items()
}
QUEUE = "arn:aws:sqs:us-east-1:123456789012:agentic-memory-dev-failed"
BUCKET = "agentic-memory-dev-123456789012-us-east-1"
STEFANS = "conv_of_stefan_1"
MB = 2**20
OF_LAMBDA = {  # what Lambda does itself, in the function's name: our code never asks for it
    "logs:CreateLogStream",
    "logs:PutLogEvents",
    "sqs:SendMessage",
    "xray:PutTelemetryRecords",
    "xray:PutTraceSegments",
}


@dataclass(frozen=True)
class Connected:
    """A workspace whose agent is connected; ``before`` is what was in it."""

    stand_in: StandIn
    account: dict[str, str]
    before: Any


@pytest.fixture(scope="session")
def connected(rehearsed):
    """ElevenLabs' stand-in, to which an agent was connected by the command, and what that needs."""
    stand_in = StandIn(new_agent())
    with served(stand_in) as url:
        account = {"ELEVENLABS_API_KEY": API_KEY, "ELEVENLABS_API_URL": url}
        before = stand_in.workspace.everything()
        rehearsed.clone.done("connect", AGENT, "--stage", "dev", "--yes", **account)
        yield Connected(stand_in, account, before)


@pytest.fixture(scope="session")
def played(rehearsed, connected) -> story.Story:
    """The whole life of a call, through the deployed functions."""
    return story.play(rehearsed.functions, rehearsed.aws, BUCKET)


def test_the_urls_are_told_and_stay(rehearsed):
    """Each deployment tells the same three URLs, which is what ElevenLabs has been given."""
    (api_id,) = rehearsed.found[0]["stages"]
    assert rehearsed.found[1]["stages"].keys() == {api_id}
    base = f"https://{api_id}.execute-api.us-east-1.amazonaws.com/dev"
    for said in rehearsed.said:
        assert all(f"{base}{route}\n" in said for route in ("/client-data", "/retrieve"))
        assert f"{base}/post-call\n" in said


def test_a_missing_key_is_told_with_the_way_to_set_it(rehearsed):
    """The first deployment names the key that nobody can have yet; once set, none is missing."""
    first, second = rehearsed.said
    assert "make connect AGENT=agent_... STAGE=dev   # brings ELEVENLABS_HMAC_KEY" in first
    assert "No call is answered" not in second


def test_every_command_finds_the_stage(rehearsed, monkeypatch):
    """A command is told the stage's URLs and names by its account alone, on any machine."""
    for name, value in rehearsed.clone.environment.items():
        monkeypatch.setenv(name, value)
    stage = find_stage("dev", boto3.Session())
    assert f"{stage.urls['/post-call']}\n" in rehearsed.said[0]
    assert stage.functions == {"api_handler": API, "remember": REMEMBER, "warm_up": WARM_UP} | {
        name: f"agentic-memory-dev-{name}" for name in stage.functions.keys() - {"api_handler"}
    }
    assert (stage.bucket, stage.region) == (BUCKET, "us-east-1")
    told = rehearsed.found[1]["functions"][API]["Environment"]["Variables"]
    assert stage.secrets_arn == told["SECRETS_ARN"]


def test_a_dry_run_deploys_nothing(rehearsed):
    """With --dry-run it finds all as it would be, tells that alone on stdout, and is done."""
    told = json.loads(rehearsed.clone.done("deploy", "--stage", "dev", "--dry-run", "--json"))
    assert told["would"] == dict.fromkeys(("infrastructure", *FUNCTIONS), foreseen.STAYS)
    assert rehearsal.account(rehearsed.aws, "dev") == rehearsed.found[1]


def test_an_update_changes_what_was_changed(rehearsed):
    """Between two deployments a setting, the code and a parameter change, and nothing else does."""
    first, second = copy.deepcopy(rehearsed.found)
    codes = [
        {one.pop("CodeSha256") for one in found["functions"].values()} for found in (first, second)
    ]
    assert codes[0].isdisjoint(codes[1])
    for name, function in first["functions"].items():
        function["CodeSize"] = second["functions"][name]["CodeSize"]
        function["Environment"]["Variables"] |= rehearsal.SET_LATER
    assert (first.pop("told"), second.pop("told")) == ([], [rehearsal.TOLD_LATER])
    assert first == second


def test_an_update_runs_the_new_code(rehearsed, tmp_path):
    """What was written between two deployments is in what Lambda has, and its tag names it."""
    (tmp_path / "code.zip").write_bytes(rehearsed.aws.uploaded(API))
    code = zipfile.ZipFile(tmp_path / "code.zip").read("chalicelib/__init__.py").decode()
    assert code.endswith(rehearsal.CODED_LATER)
    folder, functions = rehearsed.clone.folder, rehearsed.aws.client("lambda")
    version = checkout_version(folder, read_config(folder), "dev")
    for one in rehearsed.found[1]["functions"].values():
        tags = functions.list_tags(Resource=one["FunctionArn"])["Tags"]
        assert (tags[CHECKOUT], tags[CODE]) == (version, one["CodeSha256"])
    assert version != checkout_version(PROJECT, read_config(), "dev")


def test_each_deployment_shows_its_checks(rehearsed):
    """Before it begins, each deployment shows what doctor says of keys, settings and clocks."""
    for said in rehearsed.said:
        for line in (
            "AWS account: 123456789012, us-east-1",
            "settings: can be used",
            "Mem0's key: taken",
            "this clock and AWS: agree",
            "this clock and Mem0: agree",
        ):
            assert f"  ✓ {line}\n" in said


@pytest.mark.parametrize("function", FUNCTIONS)
def test_each_function_is_as_configured(rehearsed, function):
    """Each function has its memory, its time, its variables, traces, and the layer."""
    found, written = rehearsed.found[1]["functions"][function], FUNCTIONS[function]
    assert found["MemorySize"] == written["lambda_memory_size"]
    assert found["Timeout"] == written["lambda_timeout"]
    assert found["TracingConfig"] == {"Mode": "Active"}
    told = found["Environment"]["Variables"]
    assert written.get("environment_variables", {}).items() <= told.items()
    assert told["POWERTOOLS_SERVICE_NAME"] == "agentic-memory-dev"


def test_nobody_is_deployed_who_is_not_configured(rehearsed):
    """The functions in the account are those of config.json, the handlers and the API."""
    assert rehearsed.found[1]["functions"].keys() == FUNCTIONS.keys()


@pytest.mark.parametrize("function", FUNCTIONS)
def test_who_may_use_the_secret_and_the_archive_knows_where_they_are(rehearsed, function):
    """A function is told of secret and archive if its policy names them, and of neither else."""
    told = rehearsed.found[1]["functions"][function]["Environment"]["Variables"]
    policy = json.dumps(rehearsed.found[1]["policies"][_role(function)])
    assert ("SECRETS_ARN" in told) == ("secretsmanager:GetSecretValue" in policy)
    assert ("ARCHIVE_BUCKET" in told) == ('"s3:' in policy)


def test_no_key_stands_anywhere_but_in_the_secret(rehearsed):
    """No function's variables hold a key, and nothing that was said or found does."""
    arn = rehearsed.found[1]["functions"][API]["Environment"]["Variables"]["SECRETS_ARN"]
    secret = rehearsed.aws.client("secretsmanager").get_secret_value(SecretId=arn)
    keys = json.loads(secret["SecretString"])
    assert keys.keys() == set(KEYS)
    everything = json.dumps(rehearsed.found) + "".join(rehearsed.said)
    assert [name for name, key in keys.items() if key in everything] == []


def test_events_are_tried_again_and_then_queued(rehearsed):
    """What S3 reports is tried twice more and then goes into the queue; the warm-up is not."""
    events = rehearsed.found[1]["events"]
    assert events[REMEMBER]["MaximumRetryAttempts"] == 2
    assert events[REMEMBER]["DestinationConfig"] == {"OnFailure": {"Destination": QUEUE}}
    assert events[WARM_UP]["MaximumRetryAttempts"] == 0
    assert "DestinationConfig" not in events[WARM_UP]
    assert events[API] is None


def test_the_api_is_regional_and_throttled(rehearsed):
    """The API takes 50 requests a second and 100 at once, also on the route that is measured."""
    (found,) = rehearsed.found[1]["stages"].values()
    assert found["api"]["endpointConfiguration"] == {"types": ["REGIONAL"]}
    for methods in ("*/*", "~1client-data/POST"):
        limits = found["stage"]["methodSettings"][methods]
        assert (limits["throttlingBurstLimit"], limits["throttlingRateLimit"]) == (100, 50)
    assert found["stage"]["methodSettings"]["~1client-data/POST"]["metricsEnabled"]


@pytest.mark.parametrize("function", FUNCTIONS)
def test_logs_are_kept_for_a_week(rehearsed, function):
    """The log group that Lambda writes to, named after the function, keeps seven days."""
    assert rehearsed.found[1]["logs"][f"/aws/lambda/{function}"] == 7


def test_the_archive_notifies_the_rememberer(rehearsed):
    """S3 reports each new payload to the rememberer, and nothing else to anybody."""
    s3 = rehearsed.aws.client("s3")
    (told,) = s3.get_bucket_notification_configuration(Bucket=BUCKET)[
        "LambdaFunctionConfigurations"
    ]
    rules = {rule["Name"]: rule["Value"] for rule in told["Filter"]["Key"]["FilterRules"]}
    assert told["LambdaFunctionArn"].endswith(f":function:{REMEMBER}")
    assert rules == {"prefix": "post-call/", "suffix": ".json"}


def test_the_warm_up_is_scheduled(rehearsed):
    """The warm-up's rule fires every five minutes."""
    rules = {rule["Name"]: rule["ScheduleExpression"] for rule in rehearsed.found[1]["rules"]}
    assert rules[f"{WARM_UP}-event"] == "rate(5 minutes)"


def test_the_whole_call_goes_through_the_deployed_code(rehearsed, played):
    """A stranger rings, is remembered, and is greeted by name; what they said can be found."""
    stranger = played.answers["stranger"]["dynamic_variables"]
    known = played.answers["known"]["dynamic_variables"]
    assert (stranger["returning_caller"], known["returning_caller"]) == ("no", "yes")
    assert known["memory_greeting"].startswith("Hello Sarah!")
    assert "thin crust" in str(played.answers["found"]["memories"])
    assert played.answers["healthy"] == played.answers["kept"] == {"status": "ok"}
    key = {"Authorization": f"Token {rehearsed.mem0.api_key}"}
    body = {"filters": {"user_id": SARAH}, "page_size": 200}
    stored = httpx.post(f"{rehearsed.mem0.url}/v3/memories/", json=body, headers=key).json()
    texts = [one["memory"] for one in stored["results"]]
    assert len(texts) == len(set(texts)) == stored["count"] > 0


def test_the_sweep_sees_to_what_was_left_behind(rehearsed, played):
    """The deployed sweep has remembered what nobody told of, and parked what fails for ever."""
    (swept,) = [
        json.loads(line)
        for line in rehearsed.functions.printed(f"{API}-sweep")
        if '"swept"' in line
    ]
    assert swept["remembered"] == 1
    assert swept["parked"] == 1
    assert swept["lost"] == 2


def test_what_the_functions_do_they_may(rehearsed, played):
    """Every permission that the deployed code needed stands in the policy of who needed it."""
    for call in played.calls:
        allowed = _allowed(rehearsed.found[1]["policies"][_role(call.who)])
        assert any(_covers(one, call) for one in allowed), call


@pytest.mark.parametrize("function", FUNCTIONS)
def test_what_the_functions_may_they_do(rehearsed, played, function):
    """Every action and resource of every policy was needed, by the code or by Lambda itself."""
    policy = rehearsed.found[1]["policies"][_role(function)]
    mine = [call for call in played.calls if call.who == function]
    unused = {
        (action, resource)
        for action, resource in _allowed(policy)
        if action not in OF_LAMBDA and not any(_covers((action, resource), call) for call in mine)
    }
    assert unused == set()


@pytest.mark.parametrize("function", FUNCTIONS)
def test_what_lambda_needs_it_may(rehearsed, function):
    """Each role lets Lambda write log and traces, and fill the queue if that is its destination."""
    policy = rehearsed.found[1]["policies"][_role(function)]
    given = {(action, place) for action, place in _allowed(policy) if action in OF_LAMBDA}
    log = f"arn:aws:logs:us-east-1:123456789012:log-group:/aws/lambda/{function}:*"
    needed = {(f"logs:{action}", log) for action in ("CreateLogStream", "PutLogEvents")}
    needed |= {(f"xray:{one}", "*") for one in ("PutTelemetryRecords", "PutTraceSegments")}
    config = rehearsed.found[1]["events"][function] or {}
    needed |= {("sqs:SendMessage", QUEUE)} if "DestinationConfig" in config else set()
    assert given == needed


def test_no_policy_names_anybody_elses(rehearsed):
    """But for X-Ray's, which know none, every resource is the stage's own."""
    for policy in rehearsed.found[1]["policies"].values():
        for action, resource in _allowed(policy):
            assert action.startswith("xray:") or "dev" in resource, (action, resource)
            assert not resource.startswith("arn:aws:s3:::*")


def test_what_was_uploaded_fits(rehearsed, tmp_path):
    """The layer is under 50 MB zipped; it and the code are under 250 MB together."""
    configured = rehearsed.aws.client("lambda").get_function_configuration(FunctionName=API)
    layer, code = tmp_path / "layer.zip", tmp_path / "code.zip"
    layer.write_bytes(rehearsed.aws.uploaded(configured["Layers"][0]["Arn"]))
    code.write_bytes(rehearsed.aws.uploaded(API))
    assert layer.stat().st_size < 50 * MB
    held = [file.file_size for zipped in (layer, code) for file in zipfile.ZipFile(zipped).filelist]
    assert 50 * MB < sum(held) < 250 * MB


def test_nothing_of_a_developers_is_uploaded(rehearsed, tmp_path):
    """The code is app.py, chalicelib and Chalice's runtime, without byte-code."""
    (tmp_path / "code.zip").write_bytes(rehearsed.aws.uploaded(API))
    names = zipfile.ZipFile(tmp_path / "code.zip").namelist()
    assert {name.partition("/")[0] for name in names} == {"app.py", "chalice", "chalicelib"}
    assert not [name for name in names if "__pycache__" in name]


def test_the_alarms_watch_what_is_measured(rehearsed, played):
    """Each metric of ours that an alarm watches the deployed code has written."""
    written = {one for name in FUNCTIONS for one in _metrics(rehearsed.functions.printed(name))}
    assert ("LatencyMs", frozenset({("door", "client-data"), _SERVICE})) in written
    alarms = rehearsed.found[1]["alarms"]
    ours = [metric for alarm in alarms for metric in _watched(alarm) if metric[1]]
    for name, dimensions in ours:
        assert _SERVICE in dimensions
        words = {word for word, _ in dimensions}
        seen = {(metric, frozenset(word for word, _ in of)) for metric, of in written}
        assert (name, frozenset(words)) in seen


_SERVICE = ("service", "agentic-memory-dev")


def _role(function):
    """Return the name of a function's role: Chalice names the API's after its handler."""
    return f"{function}-api_handler" if function == API else function


def _allowed(policy):
    """Return each action of ``policy`` with each of its resources."""
    for said in policy["Statement"]:
        for action in said["Action"]:
            for resource in said["Resource"]:
                yield action, resource


def _covers(allowed, call):
    action, resource = allowed
    by_name = resource.endswith(f":function:{call.resource}")
    return action == call.action and (by_name or fnmatchcase(call.resource, resource))


def _metrics(lines):
    """Yield name and dimensions of each metric in ``lines``."""
    for line in lines:
        try:
            written = json.loads(line)
        except ValueError:
            continue
        for directive in written.get("_aws", {}).get("CloudWatchMetrics", ()):
            for words in directive["Dimensions"]:
                dimensions = frozenset((word, written[word]) for word in words)
                for metric in directive["Metrics"]:
                    yield metric["Name"], dimensions


def _watched(alarm):
    """Yield name and dimensions of each metric of ours that ``alarm`` watches."""
    metrics = [
        one["MetricStat"]["Metric"] for one in alarm.get("Metrics", ()) if "MetricStat" in one
    ]
    for metric in [*metrics, alarm]:
        if metric.get("Namespace") == "AgenticMemory":
            yield (
                metric["MetricName"],
                {(one["Name"], one["Value"]) for one in metric["Dimensions"]},
            )


@pytest.fixture
def session(rehearsed, monkeypatch):
    """The session of an operator of the account."""
    for name, value in rehearsed.clone.environment.items():
        monkeypatch.setenv(name, value)
    return boto3.Session()


@pytest.fixture
def http(rehearsed, played, session):
    """A client of the deployed stage's URL, answered by what was uploaded."""
    routes = DeployedRoutes(rehearsed.functions, BUCKET)
    url = find_stage("dev", session).api_url
    with httpx.Client(base_url=url, mounts={url.removesuffix("/dev"): routes}) as client:
        yield client


def test_an_agent_is_connected_to_what_was_deployed(connected, session, monkeypatch):
    """The agent calls the deployed URLs, and doctor finds nothing wrong with it."""
    url = find_stage("dev", session).api_url
    (webhook,) = connected.stand_in.workspace.webhooks.values()
    (tool,) = connected.stand_in.workspace.tools.values()
    assert webhook["webhook_url"] == f"{url}/post-call"
    assert tool["tool_config"]["api_schema"]["url"] == f"{url}/retrieve"
    for name, value in connected.account.items():
        monkeypatch.setenv(name, value)
    (checks,) = check_agents(reach("dev")).values()
    assert [one for one in checks if not one.is_ok] == []


def test_what_elevenlabs_signs_the_deployed_code_takes(connected, http):
    """By the secret that was told once, when the webhook was made, the app knows its calls."""
    (webhook,) = connected.stand_in.workspace.webhooks.values()
    body, now = callers.call("conv_signed_by_elevenlabs"), int(time.time())
    signed = {"ElevenLabs-Signature": sign(body, webhook["secret"], now)}
    assert http.post("/post-call", content=body, headers=signed).json() == {"status": "ok"}
    s3 = boto3.client("s3")
    listed = s3.list_objects_v2(Bucket=BUCKET, Prefix="post-call/conv_signed_by_elevenlabs/")
    assert listed["KeyCount"] == 1


def test_smoke_passes_on_what_was_deployed(session, http):
    """The deployed code greets, archives, remembers and finds the invented call; none is left."""
    told = variables(find_stage("dev", session), session)
    stores = connect_stores("dev", told, session)
    steps = list(play(http, stores, 10.0, nullcontext))
    assert [step for step in steps if not step.is_ok] == []
    assert len(steps) == 9


def test_doctor_finds_what_was_deployed_well(rehearsed, session, http):
    """All is ok but what the story has left parked; elsewhere the version is another, too."""
    folder, stage = rehearsed.clone.folder, find_stage("dev", session)
    version = checkout_version(folder, read_config(folder), "dev")
    facts = read_facts(stage, version, session, http)
    parked = ["payloads that were given up"]
    assert [one.what for one in stage_checks(facts) if not one.is_ok] == parked
    elsewhere = read_facts(stage, "another", session, http)
    assert [one.what for one in stage_checks(elsewhere) if not one.is_ok] == ["version", *parked]


def test_an_operator_reaches_what_is_deployed(rehearsed, played):
    """``parked`` and ``replay`` find the stage's archive, keys and Mem0, and how things are."""
    told = json.loads(rehearsed.clone.done("parked", "--stage", "dev", "--json"))
    parked = {one["conversation_id"] for one in told["parked"]}
    assert parked == {"conv_parked1", "conv_parked2"}
    asked = ("--stage", "dev", "--all", "--dry-run", "--json")
    told = json.loads(rehearsed.clone.done("replay", *asked))
    assert set(told["outcomes"]) == {"as it should be", "parked"}
    assert told["outcomes"]["parked"] == 2


def test_a_caller_is_forgotten(rehearsed, connected, http):
    """Who called is a stranger again to the deployed stage and to ElevenLabs; others are not."""
    raw, now = callers.call(STEFANS, STEFAN, "I sail on Lake Superior."), int(time.time())
    signed = {"ElevenLabs-Signature": sign(raw, HMAC_KEY, now)}
    connected.stand_in.workspace.conversations[STEFANS] = callers.at_elevenlabs(raw)
    http.post("/post-call", content=raw, headers=signed)
    assert _known(http, STEFAN)["returning_caller"] == "yes"
    asked = ("forget", STEFAN, "--stage", "dev", "--elevenlabs", "--yes", "--json")
    receipt = rehearsed.clone.done(*asked, **connected.account)
    told = json.loads(receipt)
    assert (told["conversations"], told["at_elevenlabs"]) == (1, 1)
    assert told["memories"] > 0
    assert STEFAN not in receipt
    assert STEFANS not in connected.stand_in.workspace.conversations
    assert _of_stefans() == {f"remembered/{STEFANS}"}
    assert _known(http, STEFAN)["returning_caller"] == "no"
    assert _known(http, SARAH)["caller_name"] == "Sarah"


def test_what_arrives_later_of_somebody_forgotten_is_not_remembered(http):
    """The deployed rememberer finds that the caller was forgotten, and removes what came."""
    raw, now = callers.call(STEFANS, STEFAN, "I sail on Lake Superior."), int(time.time())
    signed = {"ElevenLabs-Signature": sign(raw, HMAC_KEY, now)}
    http.post("/post-call", content=raw, headers=signed)
    listed = boto3.client("s3").list_objects_v2(Bucket=BUCKET, Prefix=f"post-call/{STEFANS}/")
    assert listed["KeyCount"] == 0
    assert _known(http, STEFAN)["returning_caller"] == "no"


def test_at_last_the_agent_is_as_it_was_and_the_stage_gone(rehearsed, connected, http):
    """Taken back and taken down, nothing is left but the archive; the agent is as before."""
    rehearsed.clone.done("connect", AGENT, "--stage", "dev", "--undo", "--yes", **connected.account)
    assert connected.stand_in.workspace.everything() == {**connected.before, "conversations": {}}
    told = json.loads(rehearsed.clone.done("destroy", "--stage", "dev", "--yes", "--json"))
    assert set(FUNCTIONS) < set(told["goes"])
    assert told["archive_kept"] == BUCKET
    left = rehearsal.account(rehearsed.aws, "dev")
    assert {name for name, one in left.items() if one} == set()
    assert boto3.client("s3").list_objects_v2(Bucket=BUCKET, Prefix="post-call/")["KeyCount"] > 0


def _known(http, caller_id):
    """Return what the agent is told of a caller."""
    headers = {"X-Workspace-Key": WORKSPACE_KEY}
    answer = http.post("/client-data", json={"caller_id": caller_id}, headers=headers).json()
    return answer["dynamic_variables"]


def _of_stefans():
    """Return under which folders any version of any object is left of Stefan's conversation."""
    listed = boto3.client("s3").list_object_versions(Bucket=BUCKET)
    every = [*listed.get("Versions", ()), *listed.get("DeleteMarkers", ())]
    return {one["Key"].rpartition("/")[0] for one in every if STEFANS in one["Key"]}
