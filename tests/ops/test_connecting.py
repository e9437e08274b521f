"""The writes of a connection: in which order, and what is left when the machine goes away."""

import pytest

from chalicelib.archive import ArchiveError
from ops import agent_settings
from ops.connection_record import RecordKeeper
from ops.operator_error import OperatorError
from tests.ops.operator_at_work import (
    AGENT,
    CLIENT_DATA,
    POST_CALL,
    RETRIEVE,
    CrashError,
    Operator,
    nameless,
    new_agent,
)
from tests.ops.workspace import Habits

THEIR_URL = "https://crm.example.com/hook"


def _new(habits=Habits()):  # noqa: B008 - frozen
    workspace = new_agent()
    workspace.habits = habits
    return workspace


def _crowded(habits=Habits()):  # noqa: B008 - frozen
    """Return a workspace where everything of ours is somebody else's."""
    webhook = {"url": THEIR_URL, "request_headers": {"Authorization": "theirs"}}
    workspace = new_agent(
        conversation={"agent": {"prompt": {"tool_ids": ["tool_crm", "tool_theirs"]}}},
        platform={
            "workspace_overrides": {
                "conversation_initiation_client_data_webhook": webhook,
                "webhooks": {"post_call_webhook_id": "webhook_crm", "events": ["audio"]},
            }
        },
    )
    for tool_id, name in (("tool_crm", "look_up_order"), ("tool_theirs", "search_memory")):
        schema = {"url": THEIR_URL, "method": "POST"}
        described = {"type": "webhook", "name": name, "description": "Theirs."}
        workspace.put_tool(tool_id, {**described, "api_schema": schema})
    workspace.add_webhook("webhook_crm", "CRM", THEIR_URL)
    workspace.habits = habits
    return workspace


def _by_hand(habits=Habits()):  # noqa: B008 - frozen
    """Return a workspace where somebody followed the manual, all but the tool's binding."""
    workspace = _new(habits)
    workspace.secrets["secret_by_hand"] = {"name": "WORKSPACE_KEY", "value": "typed"}
    workspace.add_webhook("webhook_by_hand", "memory", POST_CALL)
    schema = {"url": RETRIEVE, "method": "GET"}
    described = {"type": "webhook", "name": "search_memory", "description": "Theirs."}
    workspace.put_tool("tool_by_hand", {**described, "api_schema": schema})
    key = {"X-Workspace-Key": {"secret_id": "secret_by_hand"}}
    changes = {
        agent_settings.TOOL_IDS: ["tool_by_hand"],
        agent_settings.INITIATION: {"url": CLIENT_DATA, "request_headers": key},
        agent_settings.POST_CALL: "webhook_by_hand",
        agent_settings.EVENTS: ["transcript"],
    }
    workspace.patch_agent(AGENT, agent_settings.patch(changes))
    return workspace


STARTS = {
    "a new agent": (_new, "key"),
    "a crowded one": (_crowded, "none"),
    "one made by hand": (_by_hand, "token"),
}
EVERY_START = pytest.mark.parametrize(("start", "mode"), STARTS.values(), ids=STARTS.keys())


def _steps(operator, *arguments):
    """Return how many steps a run takes, by counting them."""
    steps = []
    operator.watch = steps.append
    assert operator.connect(*arguments).exit_code == 0
    operator.watch = lambda _: None
    return len(steps)


@EVERY_START
def test_a_crash_anywhere_is_made_good_by_the_next_run(s3, start, mode):
    """Wherever a run is cut off, the next one ends where it would, and both are taken back."""
    whole = Operator(s3, start(), RETRIEVE_AUTH=mode)
    steps = _steps(whole, "--yes", "--replace")
    assert steps > 12
    for step in range(steps):
        operator = Operator(s3, start(), RETRIEVE_AUTH=mode)
        with operator.crashing_after(step):
            assert isinstance(operator.connect("--yes", "--replace").exception, CrashError)
        operator.connected()
        assert nameless(operator.workspace) == nameless(whole.workspace), step
        (ours,) = [one for one in operator.workspace.webhooks.values() if _is_ours(one)]
        assert operator.hmac_keys == [ours["secret"]], step
        assert operator.connect("--yes", "--undo").exit_code == 0, step
        assert operator.workspace.everything() == start().everything(), step


@EVERY_START
def test_a_crash_on_the_way_back_is_made_good_by_the_next_run(s3, start, mode):
    """Wherever an undo is cut off, the next one ends with what was there before."""
    before = start().everything()
    steps = _steps(Operator(s3, start(), RETRIEVE_AUTH=mode).connected(), "--yes", "--undo")
    for step in range(steps - 1):
        operator = Operator(s3, start(), RETRIEVE_AUTH=mode).connected()
        with operator.crashing_after(step):
            assert isinstance(operator.connect("--yes", "--undo").exception, CrashError)
        assert operator.connect("--yes", "--undo").exit_code == 0, step
        assert operator.workspace.everything() == before, step


@EVERY_START
def test_a_live_agent_never_lacks_anything(s3, start, mode):
    """After each single write, nothing refers to a thing that is not there or can't work yet.

    The agent's webhook is one whose secret the app has, and a tool that sends the token belongs to
    an agent whose initiation webhook fetches it.
    """
    operator = Operator(s3, start(), RETRIEVE_AUTH=mode)
    seen = []

    def look(line):
        settings = agent_settings.read(operator.agent)
        webhook = operator.workspace.webhooks.get(settings[agent_settings.POST_CALL])
        tools = [operator.workspace.tools[one] for one in settings[agent_settings.TOOL_IDS]]
        if webhook and webhook["name"] == "agentic-memory dev":
            seen.append(line)
            assert webhook["secret"] in operator.hmac_keys
        if any("X-Memory-Token" in _headers(tool) for tool in tools):
            assert settings[agent_settings.FETCH]
            assert settings[agent_settings.INITIATION]["url"] == CLIENT_DATA
        assert operator.workspace.dangling() == set()

    operator.watch = look
    operator.connected()
    assert operator.connect("--yes", "--undo").exit_code == 0
    assert seen


def _is_ours(webhook):
    return webhook["name"] == "agentic-memory dev"


def _headers(tool):
    return tool["tool_config"].get("api_schema", {}).get("request_headers", {})


def test_a_webhook_whose_secret_was_lost_is_replaced(s3):
    """When the app lacks the webhook's secret, a line says so and another takes its place."""
    operator = Operator(s3, new_agent()).connected()
    (lost,) = operator.workspace.webhooks
    operator.settings["ELEVENLABS_HMAC_KEY"] = "invented-other-key"
    result = operator.connect("--yes")
    assert "one whose secret the app does not have" in result.output
    ((webhook_id, webhook),) = operator.workspace.webhooks.items()
    assert webhook_id != lost
    assert operator.hmac_keys == [webhook["secret"], "invented-other-key"]


def test_the_keys_of_webhooks_that_are_gone_are_dropped(s3):
    """A new webhook's key is put before the others, and those of deleted webhooks go."""
    operator = Operator(s3, new_agent(), ELEVENLABS_HMAC_KEY="invented-by-hand").connected()
    assert operator.connect("--yes", "--undo").exit_code == 0
    operator.connected()
    (webhook,) = operator.workspace.webhooks.values()
    assert operator.hmac_keys == [webhook["secret"], "invented-by-hand"]


@pytest.mark.parametrize("tells_usage", [True, False])
def test_a_webhook_that_another_agent_uses_is_not_deleted(s3, tells_usage):
    """A webhook that is replaced stays while another agent of the stage is sent to it."""
    operator = Operator(s3, _new(Habits(tells_usage=tells_usage)))
    operator.workspace.add_agent("agent_second", {}, {})
    operator.connected()
    (shared,) = operator.workspace.webhooks
    assert operator.connect("--yes", agent="agent_second").exit_code == 0
    operator.settings["ELEVENLABS_HMAC_KEY"] = ""
    operator.connected()
    assert shared in operator.workspace.webhooks
    assert operator.workspace.dangling() == set()
    operator.writes()
    operator.connected()
    assert operator.writes() == []


def test_two_operators_at_once_do_not_undo_each_other(s3):
    """Of two who write the record of a stage at once, the second is refused, and told why."""
    operator = Operator(s3, new_agent())
    keepers = [RecordKeeper(operator.archive) for _ in range(2)]
    records = [keeper.read() for keeper in keepers]
    keepers[0].write(records[0])
    with pytest.raises(OperatorError, match="Somebody else is connecting"):
        keepers[1].write(records[1])


def test_a_webhook_without_a_secret_is_told_of(s3):
    """If ElevenLabs tells no secret of a new webhook, the error names it and the way out."""
    operator = Operator(s3, new_agent())
    operator.workspace.add_webhook = lambda *_: None
    result = operator.connect("--yes")
    assert result.exit_code == 1
    assert "told no secret" in result.output
    assert operator.hmac_keys == []


def test_an_archive_that_refuses_stops_the_run(s3):
    """Without its record, a run does not touch the agent."""
    operator = Operator(s3, new_agent())
    before = operator.workspace.everything()["agents"]

    def refuse(*_):
        raise ArchiveError("writing", "AccessDenied")

    operator.archive.create = refuse
    result = operator.connect("--yes")
    assert result.exit_code == 1
    assert "may not do this in AWS" in result.output
    assert operator.workspace.everything()["agents"] == before
