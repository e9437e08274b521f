"""The command ``connect``, from what was at ElevenLabs before to what is there after it."""

import json
import subprocess
from pathlib import Path

import pytest

from ops import agent_settings
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
from tests.ops.workspace import Workspace

PROJECT = Path(__file__).parent.parent.parent
THEIR_URL = "https://crm.example.com/hook?token=invented-token-of-others"
THEIR_HEADERS = {"Authorization": "Bearer invented-key-of-others"}


@pytest.fixture
def operator(s3):
    """Somebody with a new agent and a stage just deployed."""
    return Operator(s3, new_agent())


def _dig(part, *path):
    for step in path:
        part = part[step]
    return part


def _headers(agent):
    webhook = agent_settings.read(agent)[agent_settings.INITIATION]
    return webhook["request_headers"]


def _platform(**webhooks):
    return {"platform": {"workspace_overrides": {"webhooks": webhooks}}}


def _initiation(url, **headers):
    webhook = {"url": url, "request_headers": headers}
    inside = {"conversation_initiation_client_data_webhook": webhook}
    return {"platform": {"workspace_overrides": inside}}


def _tool(url=THEIR_URL, name="search_memory"):
    return {"type": "webhook", "name": name, "description": "Theirs.", "api_schema": {"url": url}}


def _with_tools(**tools):
    """Return a workspace whose agent has these tools."""
    listed = {"agent": {"prompt": {"tool_ids": list(tools)}}}
    workspace = new_agent(conversation=listed)
    for tool_id, config in tools.items():
        workspace.put_tool(tool_id, config)
    return workspace


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
    assert settings == {
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
    [("", []), ("prompt", ["prompt"]), ("first_message", ["first_message"])],
)
def test_only_what_is_overridden_may_be(s3, chosen, allowed):
    """Only what OVERRIDES names is allowed in the agent's security settings."""
    operator = Operator(s3, new_agent(), OVERRIDES=chosen).connected()
    settings = agent_settings.read(operator.agent)
    override = agent_settings.OVERRIDE
    assert [field for field in override if settings[override[field]]] == allowed


def test_a_second_run_changes_nothing(operator):
    """The second run writes nothing, nowhere, and says so."""
    operator.connected().writes()
    result = operator.connect("--yes")
    assert result.exit_code == 0
    assert "nothing is to do" in result.output
    assert operator.writes() == []


def test_a_second_agent_shares_what_the_first_has(operator):
    """Two agents of one stage have one secret, one webhook and one tool between them."""
    operator.workspace.add_agent("agent_second", {}, {})
    operator.connected()
    assert operator.connect("--yes", agent="agent_second").exit_code == 0
    made = (operator.workspace.secrets, operator.workspace.webhooks, operator.workspace.tools)
    assert [len(kind) for kind in made] == [1, 1, 1]
    first, second = (agent_settings.read(one) for one in operator.workspace.agents.values())
    assert first == second


def _with_other_overrides():
    inside = {"agent": {"language": True, "prompt": {"llm": True}}}
    theirs = {"conversation_config_override": inside, "custom_llm_extra_body": True}
    return new_agent(platform={"overrides": theirs})


def _with_webhook_by_hand():
    return new_agent(**_initiation(CLIENT_DATA, **{"x-workspace-key": "typed", "X-Trace": "on"}))


def _without_a_word():
    workspace = new_agent()
    del workspace.agents[AGENT]["platform_settings"]
    return workspace


LEFT_BY_OTHERS = {
    "other tools": lambda: _with_tools(
        tool_crm=_tool(name="look_up_order"),
        tool_hang_up={"type": "client", "name": "hang_up", "description": "Hangs up."},
    ),
    "other overrides": _with_other_overrides,
    "events of no webhook": lambda: new_agent(**_platform(events=["audio"])),
    "a webhook that is gone": lambda: new_agent(**_platform(post_call_webhook_id="webhook_gone")),
    "the initiation webhook made by hand": _with_webhook_by_hand,
    "an agent that says nothing": _without_a_word,
}


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


def test_headers_that_others_added_to_our_webhook_stay(s3):
    """Of our initiation webhook only the key's header is ours; the others stay."""
    operator = Operator(s3, _with_webhook_by_hand()).connected()
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


def _with_webhook(**at):
    """Return a workspace in which somebody else's post-call webhook is at the agent, or at all."""
    workspace = new_agent(**_platform(post_call_webhook_id=at.get("agent"), events=["audio"]))
    workspace.add_webhook("webhook_crm", "CRM", THEIR_URL)
    workspace.settings = {"webhooks": {"post_call_webhook_id": at.get("workspace")}}
    return workspace


def _with_shared_initiation():
    workspace = new_agent(
        platform={"overrides": {"enable_conversation_initiation_client_data_from_webhook": True}}
    )
    shared = {"url": THEIR_URL, "request_headers": THEIR_HEADERS}
    workspace.settings["conversation_initiation_client_data_webhook"] = shared
    return workspace


IN_THE_WAY = {
    "another tool of that name": ("tools", lambda: _with_tools(tool_theirs=_tool())),
    "another initiation webhook": (
        "initiation webhook",
        lambda: new_agent(**_initiation(THEIR_URL, **THEIR_HEADERS)),
    ),
    "the workspace's initiation webhook": ("initiation webhook", _with_shared_initiation),
    "another post-call webhook": ("post-call webhook", lambda: _with_webhook(agent="webhook_crm")),
    "the workspace's post-call webhook": (
        "post-call webhook",
        lambda: _with_webhook(workspace="webhook_crm"),
    ),
}


@pytest.mark.parametrize(("what", "left"), IN_THE_WAY.values(), ids=IN_THE_WAY.keys())
def test_nobody_is_replaced_without_a_word(s3, what, left):
    """--yes alone does not take anybody's place: it says whose, changes nothing, and fails."""
    operator = Operator(s3, left())
    before = operator.workspace.everything()
    result = operator.connect("--yes")
    assert result.exit_code == 1
    assert f"{what}: https://crm.example.com/hook" in result.output
    assert "--replace" in result.output
    assert operator.workspace.everything() == before
    assert operator.writes() == []


@pytest.mark.parametrize(("what", "left"), IN_THE_WAY.values(), ids=IN_THE_WAY.keys())
def test_somebody_is_replaced_when_that_is_said(s3, what, left):
    """With a yes to each, the app takes the place; their things stay in the workspace."""
    operator = Operator(s3, left())
    before = operator.workspace.everything()
    result = operator.connect(typed="y\ny\n")
    assert result.exit_code == 0, result.output
    assert f"{what}: take the place of https://crm.example.com/hook?" in result.output
    settings = agent_settings.read(operator.agent)
    assert settings[agent_settings.INITIATION]["url"] == CLIENT_DATA
    assert settings[agent_settings.EVENTS] == ["transcript"]
    (tool_id,) = settings[agent_settings.TOOL_IDS]
    assert operator.workspace.tools[tool_id]["tool_config"]["api_schema"]["url"] == RETRIEVE
    after = operator.workspace.everything()
    for kind in ("tools", "webhooks"):
        assert after[kind].items() >= before[kind].items()
    assert after["settings"] == before["settings"]


@pytest.mark.parametrize("typed", ["n\n", "y\nn\n", ""], ids=["to theirs", "to all", "silence"])
def test_a_no_changes_nothing(s3, typed):
    """Whoever says no, to one thing or to all, has changed nothing."""
    operator = Operator(s3, IN_THE_WAY["another post-call webhook"][1]())
    before = operator.workspace.everything()
    assert operator.connect(typed=typed).exit_code == 1
    assert operator.workspace.everything() == before
    assert operator.writes() == []


def test_a_dry_run_changes_nothing(operator):
    """--dry-run shows what a run would change and changes nothing."""
    before = operator.workspace.everything()
    result = operator.connect("--dry-run")
    assert result.exit_code == 0
    assert f"initiation webhook: none -> {CLIENT_DATA} (X-Workspace-Key)" in result.output
    assert operator.workspace.everything() == before
    assert operator.writes() == []


def test_an_agent_that_changes_while_one_reads_is_left_alone(operator):
    """If the agent is changed between the question and the answer, nothing is written."""

    def change(line):
        if line == "GET /v1/convai/settings":
            operator.agent["conversation_config"]["agent"]["prompt"]["tool_ids"] = ["tool_late"]
            operator.workspace.put_tool("tool_late", _tool(name="late"))

    operator.stand_in.after_read = change
    result = operator.connect(typed="y\n")
    assert result.exit_code == 1
    assert "in the meantime" in result.output
    assert operator.writes() == []


def test_json_is_all_that_is_printed(operator):
    """With --json stdout is one object: the agent, and each change from what to what."""
    result = operator.connect("--yes", "--json")
    told = json.loads(result.stdout)
    assert told["agent_id"] == AGENT
    assert {"what": "fetch initiation data", "before": "off", "after": "on", "takes_over": ""} in (
        told["changes"]
    )
    assert "Connected" in result.stderr


def test_questions_do_not_disturb_json(operator):
    """With --json a question is asked on stderr."""
    result = operator.connect("--json", typed="y\n")
    assert "Connect?" in result.stderr
    assert json.loads(result.stdout)["changes"]


@pytest.mark.parametrize("left", [left for _, left in IN_THE_WAY.values()], ids=IN_THE_WAY.keys())
@pytest.mark.parametrize("arguments", [("--yes",), ("--yes", "--replace", "--json"), ("--undo",)])
def test_nothing_secret_is_printed(s3, left, arguments):
    """No key of ours, and no header or token of others, is ever printed."""
    operator = Operator(s3, left(), ELEVENLABS_HMAC_KEY="invented-former-hmac-key")
    printed = operator.connect("--dry-run").output
    if "--undo" in arguments:
        printed += operator.connect("--yes", "--replace").output
    printed += operator.connect(*arguments, typed="y\n").output
    printed += operator.connect("--yes").output
    secret = [*operator.hmac_keys, WORKSPACE_KEY, "invented-former-hmac-key"]
    secret += [one["secret"] for one in operator.workspace.webhooks.values()]
    secret += ["invented-key-of-others", "invented-token-of-others", "invented-api-key"]
    assert printed
    assert [one for one in secret if one in printed] == []


def test_the_record_holds_no_key_of_ours(operator):
    """What is written into the archive holds neither the workspace's key nor the webhook's."""
    operator.connected()
    written = operator.archive.read("connected/elevenlabs.json").body.decode()
    assert [key for key in (WORKSPACE_KEY, *operator.hmac_keys) if key in written] == []


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
    operator = Operator(s3, _with_tools(tool_else=_tool(RETRIEVE, name="ask_everybody")))
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
    theirs = _tool(RETRIEVE)
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
    operator = Operator(s3, _with_tools(tool_by_hand=theirs)).connected()
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
    workspace: Workspace = new_agent(**_initiation(THEIR_URL, **THEIR_HEADERS))
    workspace.habits = type(workspace.habits)(joins_headers=True)
    operator = Operator(s3, workspace).connected()
    assert _headers(operator.agent).keys() == {"X-Workspace-Key"}


def test_lists_that_only_grow_are_told_of(s3):
    """If ElevenLabs keeps what was to leave a list, the run says so and fails."""
    workspace = _with_webhook(agent="webhook_crm")
    workspace.habits = type(workspace.habits)(joins_lists=True)
    result = Operator(s3, workspace).connect("--yes", "--replace")
    assert result.exit_code == 1
    assert "post-call events: not as shown above" in result.output


def test_a_change_that_was_not_asked_for_is_told_of(operator):
    """If something else of the agent reads back otherwise, the run names it and fails."""

    def lose_the_prompt(line):
        if line.startswith("PATCH /v1/convai/agents"):
            operator.agent["conversation_config"]["agent"]["prompt"]["prompt"] = ""

    operator.watch = lose_the_prompt
    result = operator.connect("--yes")
    assert result.exit_code == 1
    assert "conversation_config.agent.prompt.prompt has changed too" in result.output


def test_an_unknown_agent_is_named(operator):
    """The id of an agent that is not in the workspace is in the error, and what to compare."""
    result = operator.connect("--yes", agent="agent_unknown")
    assert result.exit_code == 1
    assert "agent_unknown" in result.output
    assert "Compare the id" in result.output


def test_make_passes_on_what_is_asked_for():
    """Each option of the command can be given to make, by the name that the manual tells."""
    words = "AGENT=agent_0123 STAGE=prod YES=1 REPLACE=1 DRY_RUN=1 UNDO=1 JSON=1".split()
    told = subprocess.run(
        ["make", "--dry-run", "--old-file=.venv/ready", "connect", *words],
        cwd=PROJECT,
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    assert 'ops connect "agent_0123" --stage prod --yes' in told
    manual = (PROJECT / "docs" / "elevenlabs-setup.md").read_text(encoding="utf-8")
    for word in words[2:]:
        name = word.removesuffix("=1").lower().replace("_", "-")
        assert f"--{name}" in told
        assert f"`{word}`" in manual


def test_help_shows_examples(operator):
    """--help says what the command does and how it is called."""
    output = operator.connect("--help").output
    assert "python -m ops connect agent_0123 --dry-run" in output
    assert "--undo" in output
