"""``doctor``: the stage and its agents in one command, and what it prints and exits with."""

import json

import pytest
from click.testing import CliRunner

from ops.check import Check
from ops.doctor import build, check_stage
from ops.elevenlabs_errors import ElevenLabsError
from ops.operator_error import OperatorError
from tests.conftest import HMAC_KEY, WORKSPACE_KEY
from tests.ops.operator_at_work import AGENT, Operator, new_agent
from tests.ops.standing import SALT

pytestmark = pytest.mark.xdist_group("standing")


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
    assert (gone["state"], gone["to_do"]) == (
        "not ok",
        "See that the id and ELEVENLABS_API_KEY are of one workspace.",
    )


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


def test_nothing_is_changed(standing, run, operator, standing_account):
    """It writes nowhere: neither to AWS nor to ElevenLabs."""
    operator.writes()
    standing_account.calls()
    run()
    assert operator.writes() == []
    asked = {call.action for call in standing_account.calls()}
    assert [one for one in asked if "Put" in one or "Delete" in one or "PATCH" in one] == []


def test_nothing_secret_is_printed(standing, run):
    """No key stands in what is printed, be it refused or not."""
    printed = run().output
    standing.set_keys(MEM0_API_KEY="another-mem0-key", ELEVENLABS_WORKSPACE_KEY="another-key")
    printed += run("--json").output
    keys = [standing.mem0.api_key, WORKSPACE_KEY, HMAC_KEY, SALT]
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
