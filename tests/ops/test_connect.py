"""The command ``connect``: what it asks, says, and writes."""

import json
import subprocess
from pathlib import Path

import pytest

from ops import agent_settings
from tests.ops.left_by_others import (
    IN_THE_WAY,
    webhook_tool,
    with_webhook,
)
from tests.ops.operator_at_work import (
    AGENT,
    CLIENT_DATA,
    RETRIEVE,
    WORKSPACE_KEY,
    Operator,
    new_agent,
)
from tests.ops.workspace import Habits

PROJECT = Path(__file__).parent.parent.parent


@pytest.fixture
def operator(s3):
    """Somebody with a new agent and a stage just deployed."""
    return Operator(s3, new_agent())


def test_a_second_run_changes_nothing(operator):
    """The second run writes nothing, nowhere, and says so."""
    operator.connected().writes()
    result = operator.connect("--yes")
    assert result.exit_code == 0
    assert "nothing is to do" in result.output
    assert operator.writes() == []


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


@pytest.mark.parametrize("arguments", [(), ("--undo",)], ids=["connecting", "taking back"])
def test_an_agent_that_changes_while_one_reads_is_left_alone(operator, arguments):
    """If the agent is changed between the question and the answer, nothing is written."""
    if arguments:
        operator.connected().writes()

    def change(line):
        if line == "GET /v1/convai/settings":  # the last that is read before the question
            prompt = operator.agent["conversation_config"]["agent"]["prompt"]
            prompt["tool_ids"] = [*prompt["tool_ids"], "tool_late"]
            operator.workspace.put_tool("tool_late", webhook_tool(name="late"))
            operator.stand_in.after_read = lambda _: None

    operator.stand_in.after_read = change
    result = operator.connect(*arguments, typed="y\n")
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


def test_lists_that_only_grow_are_told_of(s3):
    """If ElevenLabs keeps what was to leave a list, the run says so and fails."""
    workspace = with_webhook(agent="webhook_crm")
    workspace.habits = Habits(joins_lists=True)
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
    assert 'ops connect "agent_0123" --stage "prod" --yes' in told
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
