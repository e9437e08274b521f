"""What a connected agent has, whatever it had before."""

import pytest

from ops import agent_settings
from ops.agent_entries import entries
from tests.ops.left_by_others import (
    LEFT_BY_OTHERS,
    THEIR_HEADERS,
    THEIR_URL,
    initiation,
    webhook_tool,
    with_tools,
    with_webhook_by_hand,
)
from tests.ops.operator_at_work import (
    AGENT,
    API_URL,
    CLIENT_DATA,
    POST_CALL,
    RETRIEVE,
    WORKSPACE_KEY,
    Operator,
    new_agent,
)
from tests.ops.workspace import Habits


@pytest.fixture
def operator(s3):
    """Somebody with a new agent and a stage just deployed."""
    return Operator(s3, new_agent())


def test_a_new_agent_is_connected(operator):
    """One run has the agent ask the app before, during and after a call, and be overridden."""
    assert operator.connect("--yes").exit_code == 0
    settings = agent_settings.read(operator.agent)
    (secret,) = operator.workspace.secrets.items()
    (webhook,) = operator.workspace.webhooks.values()
    (tool,) = operator.workspace.tools.values()
    assert secret[1] == {"name": "AGENTIC_MEMORY_DEV_ABC123", "value": WORKSPACE_KEY}
    assert (webhook["webhook_url"], webhook["retry_enabled"]) == (POST_CALL, True)
    assert operator.hmac_keys == [webhook["secret"]]
    connecting = {path: one for path, one in settings.items() if path not in entries()}
    assert connecting == {
        agent_settings.ANALYSIS_ITEMS: None,
        agent_settings.TOOL_IDS: [tool["id"]],
        agent_settings.INITIATION: {
            "url": CLIENT_DATA,
            "request_headers": {"X-Workspace-Key": {"secret_id": secret[0]}},
        },
        agent_settings.POST_CALL: webhook["webhook_id"],
        agent_settings.EVENTS: ["transcript"],
        agent_settings.FORMAT: "json",
        agent_settings.AUDIO: None,
        agent_settings.FETCH: True,
        agent_settings.OVERRIDE["first_message"]: True,
        agent_settings.OVERRIDE["prompt"]: True,
        agent_settings.OVERRIDE["language"]: False,
    }


def test_the_tool_asks_for_the_caller_of_the_call(operator):
    """The tool posts the model's query, and ElevenLabs fills in who calls, in which call."""
    operator.connected()
    (tool,) = operator.workspace.tools.values()
    config = tool["tool_config"]
    schema = config["api_schema"]
    properties = schema["request_body_schema"]["properties"]
    bound = {name: one["dynamic_variable"] for name, one in properties.items()}
    assert (schema["url"], schema["method"]) == (RETRIEVE, "POST")
    assert config["response_timeout_secs"] == 10
    assert schema["request_headers"] == {}
    assert bound == {
        "query": "",
        "user_id": "system__caller_id",
        "conversation_id": "system__conversation_id",
        "agent_id": "system__agent_id",
    }
    assert properties["query"]["description"]


@pytest.mark.parametrize(
    ("mode", "headers", "asks_for"),
    [
        ("none", {}, {"query", "user_id", "conversation_id", "agent_id"}),
        (
            "key",
            {"X-Workspace-Key": {"secret_id": "secret_0001"}},
            {"query", "user_id", "conversation_id", "agent_id"},
        ),
        (
            "token",
            {"X-Memory-Token": {"variable_name": "secret__memory_token"}},
            {"query", "conversation_id", "agent_id"},
        ),
    ],
)
def test_the_tool_proves_what_the_app_asks_for(s3, mode, headers, asks_for):
    """With each RETRIEVE_AUTH the tool sends what /retrieve then wants, and a token says who."""
    operator = Operator(s3, new_agent(), RETRIEVE_AUTH=mode).connected()
    (tool,) = operator.workspace.tools.values()
    schema = tool["tool_config"]["api_schema"]
    assert schema["request_headers"] == headers
    assert schema["request_body_schema"]["properties"].keys() == asks_for


def test_another_mode_changes_the_tool_in_place(s3):
    """When RETRIEVE_AUTH changes, the next run changes the one tool's header and nothing else."""
    operator = Operator(s3, new_agent(), RETRIEVE_AUTH="token").connected()
    operator.writes()
    operator.settings["RETRIEVE_AUTH"] = "none"
    operator.connected()
    (tool,) = operator.workspace.tools.values()
    assert tool["tool_config"]["api_schema"]["request_headers"] == {}
    assert operator.writes() == ["PATCH /v1/convai/tools/{tool_id}"]


@pytest.mark.parametrize(
    ("chosen", "allowed"),
    [
        ("", []),
        ("prompt", ["prompt"]),
        ("first_message", ["first_message"]),
        ("prompt,language", ["language", "prompt"]),
    ],
)
def test_only_what_is_overridden_may_be(s3, chosen, allowed):
    """Only what OVERRIDES names is allowed in the agent's security settings."""
    operator = Operator(s3, new_agent(), OVERRIDES=chosen).connected()
    settings = agent_settings.read(operator.agent)
    override = agent_settings.OVERRIDE
    assert [field for field in override if settings[override[field]]] == allowed


def test_a_second_agent_shares_what_the_first_has(operator):
    """Two agents of one stage have one secret, one webhook and one tool between them."""
    operator.workspace.add_agent("agent_second", {}, {})
    operator.connected()
    assert operator.connect("--yes", agent="agent_second").exit_code == 0
    made = (operator.workspace.secrets, operator.workspace.webhooks, operator.workspace.tools)
    assert [len(kind) for kind in made] == [1, 1, 1]
    first, second = (agent_settings.read(one) for one in operator.workspace.agents.values())
    assert first == second


@pytest.mark.parametrize("left", LEFT_BY_OTHERS.values(), ids=LEFT_BY_OTHERS.keys())
def test_what_others_left_stays_without_a_question(s3, left):
    """What is in nobody's way stays as it was, and --yes is enough to connect."""
    operator = Operator(s3, left())
    before = operator.workspace.everything()
    assert operator.connect("--yes").exit_code == 0
    after = operator.workspace.everything()
    for kind in ("tools", "secrets", "webhooks"):
        assert after[kind].items() >= before[kind].items()
    agents = before["agents"][AGENT], after["agents"][AGENT]
    was, listed = (agent_settings.read(one)[agent_settings.TOOL_IDS] for one in agents)
    assert listed[: len(was)] == was
    assert agent_settings.changed_elsewhere(*agents) == []


def _headers(agent):
    webhook = agent_settings.read(agent)[agent_settings.INITIATION]
    return webhook["request_headers"]


def test_headers_that_others_added_to_our_webhook_stay(s3):
    """Of our initiation webhook only the key's header is ours; the others stay."""
    operator = Operator(s3, with_webhook_by_hand()).connected()
    assert _headers(operator.agent) == {
        "X-Trace": "on",
        "X-Workspace-Key": {"secret_id": next(iter(operator.workspace.secrets))},
    }


def test_events_that_others_added_to_our_webhook_stay(operator):
    """An event that somebody adds to our post-call webhook is kept by later runs."""
    operator.connected()
    webhooks = operator.agent["platform_settings"]["workspace_overrides"]["webhooks"]
    webhooks["events"] = ["call_initiation_failure", "transcript"]
    operator.settings["OVERRIDES"] = "prompt"
    operator.connected()
    assert agent_settings.read(operator.agent)[agent_settings.EVENTS] == [
        "call_initiation_failure",
        "transcript",
    ]


def test_a_rotated_workspace_key_is_written_into_the_secret(operator):
    """When the app's first key is another, the next run writes it into the secret in its place."""
    operator.connected().writes()
    operator.settings["ELEVENLABS_WORKSPACE_KEY"] = f"newer-invented-key,{WORKSPACE_KEY}"
    operator.connected()
    assert [one["value"] for one in operator.workspace.secrets.values()] == ["newer-invented-key"]
    assert operator.writes() == ["PATCH /v1/convai/secrets/{secret_id}", "record"]


def test_another_stage_of_the_workspace_keeps_its_secret(s3, operator):
    """A stage at another URL, in the same workspace, has a secret, a webhook, a tool of its own."""
    operator.connected()
    kept = operator.workspace.everything()
    other = Operator(s3, operator.workspace)
    other.api_url = API_URL.replace("abc123", "def456")
    other.workspace.add_agent("agent_second", {}, {})
    assert other.connect("--yes", agent="agent_second").exit_code == 0
    after = operator.workspace.everything()
    assert after["agents"][AGENT] == kept["agents"][AGENT]
    for kind in ("tools", "secrets", "webhooks"):
        assert after[kind].items() > kept[kind].items()


def test_a_stage_serves_one_workspace(s3, operator):
    """An agent of another workspace is not connected to a stage whose agents are elsewhere."""
    operator.connected()
    operator.stand_in.workspace = new_agent()
    operator.workspace.add_agent("agent_elsewhere", {}, {})
    result = operator.connect("--yes", agent="agent_elsewhere")
    assert result.exit_code == 1
    assert f"connected in another workspace of ElevenLabs, to {AGENT}" in result.output
    assert [line for line in operator.writes() if "agents" in line] == [
        "PATCH /v1/convai/agents/{agent_id}"
    ]


def test_a_tool_for_something_else_stays_as_it_is(s3):
    """A tool of another name that asks our URL too is neither renamed nor counted as ours."""
    operator = Operator(s3, with_tools(tool_else=webhook_tool(RETRIEVE, name="ask_everybody")))
    before = operator.workspace.everything()["tools"]["tool_else"]
    operator.connected()
    assert operator.workspace.tools["tool_else"] == before
    assert len(agent_settings.read(operator.agent)[agent_settings.TOOL_IDS]) == 2


def test_a_new_url_moves_everything(operator):
    """When the app is deployed anew at another URL, webhook and tool follow, and none is left."""
    operator.connected()
    operator.api_url = API_URL.replace("abc123", "def456")
    operator.connected()
    settings = agent_settings.read(operator.agent)
    (webhook,), (tool,) = operator.workspace.webhooks.values(), operator.workspace.tools.values()
    assert settings[agent_settings.INITIATION]["url"] == f"{operator.api_url}/client-data"
    assert webhook["webhook_url"] == f"{operator.api_url}/post-call"
    assert tool["tool_config"]["api_schema"]["url"] == f"{operator.api_url}/retrieve"
    assert operator.hmac_keys[0] == webhook["secret"]


def test_a_webhook_that_elevenlabs_disabled_is_enabled_again(operator):
    """A webhook that is disabled after failures is shown as such and switched on again."""
    operator.connected().writes()
    (webhook,) = operator.workspace.webhooks.values()
    webhook["is_auto_disabled"] = True
    assert "on, retries on" in operator.connect("--yes").output
    assert webhook["is_auto_disabled"] is False
    assert operator.writes() == ["PATCH /v1/workspace/webhooks/{webhook_id}"]


def test_a_tool_made_by_hand_is_mended_not_doubled(s3):
    """A tool that asks our URL is taken, its words stay, and who calls is no longer the model's."""
    theirs = webhook_tool(RETRIEVE)
    theirs["api_schema"] |= {
        "method": "GET",
        "request_headers": {"X-Trace": "on"},
        "request_body_schema": {
            "type": "object",
            "properties": {
                "query": {"type": "string", "description": "What to look for."},
                "user_id": {"type": "string", "description": "The caller's number."},
            },
        },
    }
    operator = Operator(s3, with_tools(tool_by_hand=theirs)).connected()
    ((tool_id, tool),) = operator.workspace.tools.items()
    config, schema = tool["tool_config"], tool["tool_config"]["api_schema"]
    properties = schema["request_body_schema"]["properties"]
    assert (tool_id, config["description"]) == ("tool_by_hand", "Theirs.")
    assert (schema["method"], schema["request_headers"]) == ("POST", {"X-Trace": "on"})
    assert properties["query"]["description"] == "What to look for."
    assert properties["user_id"]["dynamic_variable"] == "system__caller_id"
    assert properties["user_id"]["description"] == ""


@pytest.mark.parametrize("bound", ["system__called_number", "caller_id"])
def test_a_tool_for_outbound_calls_keeps_its_variable(operator, bound):
    """A tool bound to the number that was called, or to what the app found, stays so."""
    operator.connected()
    (tool,) = operator.workspace.tools.values()
    body = tool["tool_config"]["api_schema"]["request_body_schema"]
    body["properties"]["user_id"]["dynamic_variable"] = bound
    assert "nothing is to do" in operator.connect("--yes").output


def test_headers_of_others_are_not_sent_to_us(s3):
    """If a PATCH adds our header to the former webhook's, the former ones are cleared away."""
    workspace = new_agent(**initiation(THEIR_URL, **THEIR_HEADERS))
    workspace.habits = Habits(joins_headers=True)
    operator = Operator(s3, workspace).connected()
    assert _headers(operator.agent).keys() == {"X-Workspace-Key"}
