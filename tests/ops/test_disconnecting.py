"""Taking a connection back: what comes back, what stays because somebody has use for it."""

import pytest

from ops import agent_settings
from ops.agent_settings import EVENTS, FETCH, INITIATION, OVERRIDE, POST_CALL, TOOL_IDS
from ops.connection_record import Record
from tests.ops.operator_at_work import AGENT, CLIENT_DATA, RETRIEVE, Operator, new_agent
from tests.ops.workspace import Habits

THEIRS = {"url": "https://crm.example.com/hook", "request_headers": {"X-Trace": "on"}}


@pytest.fixture
def operator(s3):
    """Somebody whose agent is connected; nothing was there before."""
    return Operator(s3, new_agent()).connected()


def _settings(operator, agent=AGENT):
    return agent_settings.read(operator.workspace.agents[agent])


def _change(operator, path, value):
    operator.workspace.patch_agent(AGENT, agent_settings.patch({path: value}))


def _undo(operator, *arguments, agent=AGENT):
    result = operator.connect("--yes", "--undo", *arguments, agent=agent)
    assert result.exit_code == 0, result.output
    return result


def test_a_new_agent_is_new_again(operator, s3):
    """After connecting and --undo the workspace is what it was, and the record is empty."""
    _undo(operator)
    assert operator.workspace.everything() == Operator(s3, new_agent()).workspace.everything()
    assert operator.record() == Record(retired=operator.record().retired)


def test_what_is_taken_back_is_shown_first(operator):
    """--undo shows what it is about to change, and asks."""
    before = operator.workspace.everything()
    result = operator.connect("--undo", typed="n\n")
    assert f"initiation webhook: {CLIENT_DATA} (X-Workspace-Key) -> none" in result.output
    assert "Take this back?" in result.output
    assert operator.workspace.everything() == before


def test_a_dry_run_takes_nothing_back(operator):
    """--undo --dry-run shows and changes nothing."""
    before = operator.workspace.everything()
    assert "fetch initiation data: on -> off" in _undo(operator, "--dry-run").output
    assert operator.workspace.everything() == before


def test_it_is_taken_back_once(operator):
    """The second --undo finds nothing to take back, says so, and writes nothing."""
    _undo(operator)
    operator.writes()
    result = operator.connect("--undo", "--yes")
    assert result.exit_code == 1
    assert "nothing to take back" in result.output
    assert operator.writes() == []


def test_what_others_added_since_stays(operator):
    """Tools and events that others have added since are still there after --undo."""
    operator.workspace.put_tool(
        "tool_late", {"type": "client", "name": "late", "description": "Late."}
    )
    _change(operator, TOOL_IDS, [*_settings(operator)[TOOL_IDS], "tool_late"])
    _change(operator, EVENTS, ["transcript", "call_initiation_failure"])
    _undo(operator)
    assert _settings(operator)[TOOL_IDS] == ["tool_late"]
    assert _settings(operator)[EVENTS] == ["call_initiation_failure"]


@pytest.mark.parametrize(
    ("path", "label", "value", "along"),
    [
        (INITIATION, "initiation webhook", THEIRS, (FETCH, OVERRIDE["prompt"])),
        (POST_CALL, "post-call webhook", "webhook_crm", (EVENTS,)),
    ],
)
def test_what_others_changed_since_stays(operator, path, label, value, along):
    """A webhook put in place of ours since stays, with what it needs, and is told of."""
    operator.workspace.add_webhook("webhook_crm", "CRM", THEIRS["url"])
    _change(operator, path, value)
    before = _settings(operator)
    result = _undo(operator)
    now = _settings(operator)
    assert [now[one] for one in (path, *along)] == [before[one] for one in (path, *along)]
    assert now[TOOL_IDS] == []
    assert f"{label}: stays, somebody changed it since" in result.output


def test_a_flag_that_was_on_before_stays_on(s3):
    """What was allowed before us is still allowed after --undo."""
    workspace = new_agent()
    workspace.patch_agent(AGENT, agent_settings.patch({FETCH: True, OVERRIDE["prompt"]: True}))
    operator = Operator(s3, workspace).connected()
    _undo(operator)
    settings = _settings(operator)
    assert (settings[FETCH], settings[OVERRIDE["prompt"]]) == (True, True)
    assert settings[OVERRIDE["first_message"]] is False


@pytest.mark.parametrize("before", [False, True])
def test_the_language_is_allowed_only_while_it_is_overridden(s3, before):
    """With OVERRIDES=language the agent allows it, the diff says so, and --undo takes it back."""
    workspace = new_agent()
    workspace.patch_agent(AGENT, agent_settings.patch({OVERRIDE["language"]: before}))
    operator = Operator(s3, workspace, OVERRIDES="prompt,language")
    assert ("language may be overridden: off -> on" in operator.connect("--dry-run").output) is (
        not before
    )
    operator.connected()
    assert _settings(operator)[OVERRIDE["language"]] is True
    assert _settings(operator)[OVERRIDE["first_message"]] is False
    said = _undo(operator).output
    assert ("language may be overridden: on -> off" in said) is (not before)
    assert _settings(operator)[OVERRIDE["language"]] is before


def test_what_was_there_first_comes_back_after_several_runs(s3):
    """However often we have changed a setting, --undo brings back what was there before us."""
    workspace = new_agent()
    workspace.patch_agent(AGENT, agent_settings.patch({INITIATION: THEIRS}))
    operator = Operator(s3, workspace).connected()
    operator.api_url = operator.api_url.replace("abc123", "def456")
    operator.settings["ELEVENLABS_HMAC_KEY"] = ""
    operator.connected()
    _undo(operator)
    assert _settings(operator)[INITIATION] == THEIRS
    assert _settings(operator)[TOOL_IDS] == []
    assert (operator.workspace.tools, operator.workspace.webhooks) == ({}, {})


def test_another_agent_of_the_stage_stays_connected(operator):
    """Tool, webhook and secret stay for the other agents of the stage, and go with the last."""
    operator.workspace.add_agent("agent_second", {}, {})
    assert operator.connect("--yes", agent="agent_second").exit_code == 0
    _undo(operator)
    assert operator.workspace.dangling() == set()
    assert _settings(operator, "agent_second")[INITIATION]["url"] == CLIENT_DATA
    _undo(operator, agent="agent_second")
    kinds = (operator.workspace.tools, operator.workspace.secrets, operator.workspace.webhooks)
    assert kinds == ({}, {}, {})


def test_what_somebody_else_uses_stays(operator):
    """A tool or webhook of ours that another agent has by hand is left, and told of."""
    operator.workspace.add_agent("agent_by_hand", {}, {})
    by_hand = {path: _settings(operator)[path] for path in (TOOL_IDS, INITIATION, POST_CALL)}
    operator.workspace.patch_agent("agent_by_hand", agent_settings.patch(by_hand))
    output = _undo(operator).output
    assert operator.workspace.dangling() == set()
    assert [kind in output for kind in ("The tool", "The webhook", "The secret")] == [True] * 3
    assert output.count("stays: ") == 3


def test_a_tool_that_was_there_before_is_given_back(s3):
    """A tool made by hand is after --undo as it was, even if it was mended by several runs."""
    theirs = {"url": RETRIEVE, "method": "GET", "request_headers": {"X-Trace": "on"}}
    workspace = new_agent(conversation={"agent": {"prompt": {"tool_ids": ["tool_by_hand"]}}})
    tool = {"type": "webhook", "name": "search_memory", "description": "", "api_schema": theirs}
    before = workspace.put_tool("tool_by_hand", tool)
    operator = Operator(s3, workspace, RETRIEVE_AUTH="token").connected()
    operator.settings["RETRIEVE_AUTH"] = "key"
    operator.connected()
    _undo(operator)
    assert operator.workspace.tools == {"tool_by_hand": before}
    assert _settings(operator)[TOOL_IDS] == ["tool_by_hand"]


def test_a_tool_that_others_changed_since_is_not_given_back(s3):
    """A tool made by hand that somebody has changed after us stays as they left it."""
    theirs = {"url": RETRIEVE, "method": "GET"}
    workspace = new_agent()
    tool = {"type": "webhook", "name": "search_memory", "description": "", "api_schema": theirs}
    workspace.put_tool("tool_by_hand", tool)
    operator = Operator(s3, workspace).connected()
    operator.workspace.tools["tool_by_hand"]["tool_config"]["description"] = "Newer."
    assert "was changed since" in _undo(operator).output
    assert operator.workspace.tools["tool_by_hand"]["tool_config"]["description"] == "Newer."


def test_an_agent_that_is_gone_leaves_nothing_behind(operator):
    """If the agent was deleted, --undo removes what only it used."""
    del operator.workspace.agents[AGENT]
    assert "which is gone" in _undo(operator).output
    kinds = (operator.workspace.tools, operator.workspace.secrets, operator.workspace.webhooks)
    assert kinds == ({}, {}, {})


def test_what_somebody_deleted_is_not_missed(operator):
    """If tool, webhook and secret were deleted in the dashboard, --undo still ends well."""
    for kind in (operator.workspace.tools, operator.workspace.webhooks, operator.workspace.secrets):
        kind.clear()
    _undo(operator)
    assert _settings(operator)[TOOL_IDS] == []


def test_where_lists_only_grow_the_tool_is_deleted_for_all(s3):
    """If the agent can't be made to drop the tool, deleting the tool takes it out of its list."""
    workspace = new_agent()
    workspace.habits = Habits(joins_lists=True)
    operator = Operator(s3, workspace).connected()
    result = operator.connect("--yes", "--undo")
    assert _settings(operator)[TOOL_IDS] == []
    assert operator.workspace.tools == {}
    assert "post-call events: not as shown above" in result.output


def test_json_tells_what_stayed(operator):
    """With --json the object also lists what could not be removed, in sentences."""
    operator.workspace.add_agent("agent_by_hand", {}, {})
    listed = {TOOL_IDS: _settings(operator)[TOOL_IDS]}
    operator.workspace.patch_agent("agent_by_hand", agent_settings.patch(listed))
    output = _undo(operator, "--json").stdout
    assert '"stayed": [\n  "The tool' in output
