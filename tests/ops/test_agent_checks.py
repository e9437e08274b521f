"""What doctor says of a connected agent, and of each way in which it can be broken."""

from dataclasses import replace

import pytest

from ops import agent_settings
from ops.agent_checks import agent_checks
from ops.agent_settings import EVENTS, FETCH, FORMAT, INITIATION, OVERRIDE, POST_CALL, TOOL_IDS
from ops.connection_record import RecordKeeper
from tests.ops.operator_at_work import AGENT, CLIENT_DATA, Operator, new_agent
from tests.ops.operator_at_work import POST_CALL as POST_CALL_URL

THEIR_URL = "https://crm.example.com/hook?token=invented-token-of-others"
WORDS = (
    "initiation webhook, key of the initiation webhook, fetch initiation data, "
    "override of first_message, override of prompt, dynamic variables, test values for Preview, "
    "tool search_memory, "
    "post-call webhook, key of the post-call webhook, retries of the post-call webhook, "
    "post-call events, data collection"
).split(", ")


@pytest.fixture
def operator(s3):
    """Somebody whose agent is connected."""
    return Operator(s3, new_agent()).connected()


def _checks(operator):
    return agent_checks(operator.app(), operator.account(), operator.record())


def _problems(operator):
    return {one.what: one for one in _checks(operator) if not one.is_ok}


def _change(operator, path, value):
    operator.workspace.patch_agent(AGENT, agent_settings.patch({path: value}))


def _webhook(operator, **parts):
    (webhook,) = operator.workspace.webhooks.values()
    webhook.update(parts)


def _forget_retries(operator):
    keeper = RecordKeeper(operator.archive)
    record = keeper.read()
    keeper.write(replace(record, webhook=replace(record.webhook, retries=False)))


def _tool(operator, **schema):
    (tool,) = operator.workspace.tools.values()
    tool["tool_config"]["api_schema"].update(schema)


def _body(operator, **properties):
    (tool,) = operator.workspace.tools.values()
    body = tool["tool_config"]["api_schema"]["request_body_schema"]
    body["properties"].update(properties)


def _header(operator, value):
    webhook = {"url": CLIENT_DATA, "request_headers": {"X-Workspace-Key": value}}
    _change(operator, INITIATION, webhook)


def _forget_test_values(operator):
    agent = operator.agent["conversation_config"]["agent"]
    agent["dynamic_variables"]["dynamic_variable_placeholders"] = {"memory_count": "7"}


def _collect_less(operator):
    del operator.agent["platform_settings"]["data_collection"]["contact_preference"]


@pytest.mark.parametrize("mode", ["none", "key", "token"])
@pytest.mark.parametrize("overrides", ["prompt,first_message", "", "language"])
def test_a_connected_agent_is_well(s3, mode, overrides):
    """Right after connecting, every check is well, whatever the app's settings."""
    operator = Operator(s3, new_agent(), RETRIEVE_AUTH=mode, OVERRIDES=overrides).connected()
    assert _problems(operator) == {}
    named = [one.what for one in _checks(operator)]
    asked = {f"override of {field}" for field in overrides.split(",")}
    other = [one for one in named if not one.startswith("override of")]
    assert other == [one for one in WORDS if not one.startswith("override of")]
    assert {one for one in named if one.startswith("override of")} == asked - {"override of "}


def test_a_new_agent_is_told_to_be_connected(s3):
    """Of an agent that was never connected each part is missing, and one command is told."""
    problems = _problems(Operator(s3, new_agent()))
    assert problems.keys() == {
        "initiation webhook",
        "fetch initiation data",
        "override of first_message",
        "override of prompt",
        "test values for Preview",
        "tool search_memory",
        "post-call webhook",
        "data collection",
    }
    assert all(f"make connect AGENT={AGENT} STAGE=dev" in one.to_do for one in problems.values())


BROKEN = [
    (
        "initiation webhook",
        "https://crm.example.com/hook",
        lambda o: _change(o, INITIATION, {"url": THEIR_URL, "request_headers": {}}),
    ),
    ("key of the initiation webhook", "none", lambda o: _header(o, {"secret_id": "secret_gone"})),
    ("key of the initiation webhook", "written into the header", lambda o: _header(o, "old")),
    (
        "key of the initiation webhook",
        "does not take",
        lambda o: o.settings.update(ELEVENLABS_WORKSPACE_KEY="invented-newer-key"),
    ),
    ("override of language", "not allowed", lambda o: o.settings.update(OVERRIDES="language")),
    ("test values for Preview", "lacks caller_id, ", _forget_test_values),
    ("data collection", "lacks contact_preference", _collect_less),
    ("fetch initiation data", "off", lambda o: _change(o, FETCH, False)),
    ("override of prompt", "not allowed", lambda o: _change(o, OVERRIDE["prompt"], False)),
    ("tool search_memory", "none", lambda o: _change(o, TOOL_IDS, [])),
    ("tool search_memory", "wrong: method", lambda o: _tool(o, method="GET")),
    (
        "tool search_memory",
        "wrong: user_id.description, user_id.dynamic_variable",
        lambda o: _body(o, user_id={"type": "string", "description": "The caller's number."}),
    ),
    (
        "tool search_memory",
        "wrong: request_headers.X-Workspace-Key",
        lambda o: o.settings.update(RETRIEVE_AUTH="key"),
    ),
    (
        "tool search_memory",
        "wrong: response_timeout_secs",
        lambda o: o.settings.update(MEM0_TIMEOUT="12"),
    ),
    ("post-call webhook", "none", lambda o: _change(o, POST_CALL, "webhook_gone")),
    (
        "post-call webhook",
        "disabled by ElevenLabs after failures; its last failure was status 503",
        lambda o: _webhook(o, is_auto_disabled=True, most_recent_failure_error_code=503),
    ),
    ("post-call webhook", "disabled by somebody", lambda o: _webhook(o, is_disabled=True)),
    ("key of the post-call webhook", "oauth2", lambda o: _webhook(o, auth_type="oauth2")),
    (
        "key of the post-call webhook",
        "the app lacks it",
        lambda o: o.settings.update(ELEVENLABS_HMAC_KEY="invented-other-key"),
    ),
    ("retries of the post-call webhook", "not switched on", _forget_retries),
    ("post-call events", "audio, as json", lambda o: _change(o, EVENTS, ["audio"])),
    ("post-call events", "as opentelemetry", lambda o: _change(o, FORMAT, "opentelemetry")),
    (
        "dynamic variables",
        "caller_nmae in agent.prompt.prompt",
        lambda o: _change(o, "conversation_config.agent.prompt.prompt", "Greet {{caller_nmae}}."),
    ),
]


@pytest.mark.parametrize(("what", "found", "break_it"), BROKEN)
def test_what_is_broken_is_named_and_mended(operator, what, found, break_it):
    """Each thing that can be wrong is named by one check that says what to do about it."""
    break_it(operator)
    problem = _problems(operator)[what]
    assert found in problem.found
    assert problem.to_do


@pytest.mark.parametrize("break_it", [one for what, _, one in BROKEN if what != WORDS[5]])
def test_what_doctor_finds_connect_mends(operator, break_it):
    """After connecting again all is well; only the prompt's words are for people to correct."""
    break_it(operator)
    operator.connect("--yes", "--replace")
    assert _problems(operator) == {}


def test_what_was_set_up_by_hand_is_well_as_far_as_can_be_seen(s3):
    """An agent served by the workspace's own webhooks, by hand, is no problem of the webhooks'."""
    workspace = new_agent()
    workspace.secrets["secret_by_hand"] = {"name": "WORKSPACE_KEY", "value": "typed"}
    workspace.add_webhook("webhook_by_hand", "memory", POST_CALL_URL)
    key = {"X-Workspace-Key": {"secret_id": "secret_by_hand"}}
    workspace.settings = {
        "conversation_initiation_client_data_webhook": {"url": CLIENT_DATA, "request_headers": key},
        "webhooks": {"post_call_webhook_id": "webhook_by_hand", "events": ["transcript"]},
    }
    operator = Operator(s3, workspace)
    checks = {one.what: one for one in _checks(operator)}
    by_hand = WORDS[1], WORDS[9], WORDS[10]
    assert ["made by hand" in checks[one].found for one in by_hand] == [True] * 3
    for what in ("initiation webhook", *by_hand, "post-call webhook", "post-call events"):
        assert checks[what].is_ok, what


def test_what_is_collected_by_reference_is_told_of(operator):
    """Of analysis items of the workspace, which are not read, it says what should be there."""
    by_reference = {"data_collection": [], "evaluation_criteria": []}
    _change(operator, agent_settings.ANALYSIS_ITEMS, by_reference)
    (check,) = [one for one in _checks(operator) if one.what == "data collection"]
    assert check.is_ok
    assert "caller_name, contact_preference, speaker_name" in check.found


def test_a_key_typed_into_the_header_is_well_if_it_is_right(operator):
    """A plain header that holds one of the app's keys is accepted, and not shown."""
    _header(operator, operator.settings["ELEVENLABS_WORKSPACE_KEY"])
    assert _problems(operator) == {}
    assert operator.settings["ELEVENLABS_WORKSPACE_KEY"] not in str(_checks(operator))


def test_audio_is_warned_of(operator):
    """Sending recordings is no fault; what comes of long ones is told."""
    _change(operator, EVENTS, ["transcript", "audio"])
    (check,) = [one for one in _checks(operator) if one.what == "post-call events"]
    assert check.is_ok
    assert "over 6 MB" in check.found


def test_another_tool_of_that_name_is_a_problem(operator):
    """A second tool of that name is told of, by its URL without what may be secret in it."""
    schema = {"url": THEIR_URL, "method": "POST"}
    tool = {"type": "webhook", "name": "search_memory", "description": "", "api_schema": schema}
    operator.workspace.put_tool("tool_theirs", tool)
    _change(operator, TOOL_IDS, [*operator.workspace.tools])
    problem = next(one for one in _checks(operator) if not one.is_ok)
    assert (problem.what, problem.found) == ("tool search_memory", "https://crm.example.com/hook")


def test_tools_that_are_gone_are_named(operator):
    """Ids of tools that the agent lists and nobody has are named."""
    _change(operator, TOOL_IDS, [*operator.workspace.tools, "tool_gone"])
    problems = _problems(operator)
    assert problems.keys() == {"tools that are gone"}
    assert problems["tools that are gone"].found == "tool_gone"
