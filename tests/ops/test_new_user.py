"""The commands as somebody meets them who has set up nothing, mistypes, or lost the network."""

import os

import click
import pytest
from click.testing import CliRunner

from ops import __main__ as contents
from ops.aws_errors import NO_CREDENTIALS
from tests.conftest import SARAH

OF_THE_OPERATOR = ("AWS_", "ELEVENLABS_", "MEM0_", "ARCHIVE_BUCKET", "STAGE", "SECRETS_ARN")
NOWHERE = "http://127.0.0.1:9"  # where nobody listens
ARGUMENTS = {"connect": ["agent_0123"], "explain": ["conv_0123"], "replay": ["--all"]}
ARGUMENTS |= {name: [SARAH] for name in ("export", "forget", "show")}
ON_THE_LAB = ("backfill", "explain", "export", "forget", "parked", "replay", "show")
READING = ("doctor", "explain", "show")


@pytest.fixture
def run(monkeypatch, tmp_path):
    """Return a function that runs a command in an empty environment but for what it is given."""
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.chdir(tmp_path)
    for name in list(os.environ):
        if name.startswith(OF_THE_OPERATOR):
            monkeypatch.delenv(name)
    monkeypatch.setenv("AWS_EC2_METADATA_DISABLED", "true")

    def run(*arguments, **variables):
        for name, value in variables.items():
            monkeypatch.setenv(name, value)
        return CliRunner().invoke(contents.ops, arguments)

    return run


@pytest.fixture
def lab(run, environment):
    """Return a function that runs a command against the lab; what it is given is otherwise."""
    return lambda *asked, **other: run(*asked, "--stage", "local", **{**environment, **other})


def of(name):
    """Return a command that is complete, as a list of its words."""
    return [name, *ARGUMENTS.get(name, [])]


@pytest.mark.parametrize("name", contents.COMMANDS)
def test_the_table_of_contents_tells_a_command_whole(run, name):
    """--help of all shows the first sentence of each command to its end."""
    command = contents.ops.get_command(click.Context(contents.ops), name)
    (line,) = [one for one in run("--help").output.splitlines() if one.startswith(f"  {name} ")]
    assert line.endswith(".")
    assert not line.endswith("...")
    assert line.split(maxsplit=1)[1] in " ".join(command.help.split())


@pytest.mark.parametrize("name", contents.COMMANDS)
def test_every_help_has_lines_to_type(run, name):
    """--help of each command ends with examples, and each is a line of that command."""
    examples = run(name, "--help").output.partition("Examples:\n")[2].splitlines()
    assert len(examples) >= 2
    assert all(f"python -m ops {name}" in one for one in examples)


@pytest.mark.parametrize("name", contents.COMMANDS)
def test_every_command_is_for_machines_too(run, name):
    """Each command tells what it did as JSON, too."""
    assert "--json " in run(name, "--help").output


@pytest.mark.parametrize("name", sorted(set(contents.COMMANDS) - set(READING)))
def test_what_writes_can_be_tried_without_writing(run, name):
    """Each command that writes has --dry-run."""
    assert "--dry-run " in run(name, "--help").output


@pytest.mark.parametrize("name", contents.COMMANDS)
def test_without_a_region_it_says_which_variable_to_set(run, name):
    """Without any of AWS' variables each command names the one to begin with."""
    said = run(*of(name))
    assert (said.exit_code, said.output) == (
        1,
        "Error: No AWS region is set. Set AWS_REGION, or AWS_PROFILE to a profile that has one.\n",
    )


@pytest.mark.parametrize("name", contents.COMMANDS)
def test_without_credentials_it_says_how_to_sign_in(run, name):
    """With a region alone each command says which variables tell AWS who asks."""
    said = run(*of(name), AWS_REGION="us-east-1", ELEVENLABS_API_KEY="invented")
    assert (said.exit_code, said.output) == (1, f"Error: {NO_CREDENTIALS}\n")


@pytest.mark.parametrize("name", contents.COMMANDS)
def test_a_profile_that_is_not_there_is_said(run, name):
    """A profile that was mistyped is no stack trace."""
    said = run(*of(name), AWS_PROFILE="nobody", AWS_REGION="us-east-1")
    assert said.exit_code == 1
    assert said.output.startswith("Error: AWS_PROFILE names no profile of this machine;")


@pytest.mark.parametrize("name", contents.COMMANDS)
def test_an_aws_that_does_not_answer_is_said(run, name):
    """An AWS that can't be reached is told apart from one that refuses."""
    keys = {"AWS_ACCESS_KEY_ID": "invented", "AWS_SECRET_ACCESS_KEY": "invented"}
    there = {"AWS_REGION": "us-east-1", "AWS_ENDPOINT_URL": NOWHERE, "AWS_MAX_ATTEMPTS": "1"}
    said = run(*of(name), **keys, **there, ELEVENLABS_API_KEY="invented")
    assert said.exit_code == 1
    assert said.output.startswith("Error: AWS does not answer. See to this machine's network")


@pytest.mark.parametrize("name", contents.COMMANDS)
def test_an_unknown_stage_is_refused_first(run, name):
    """A stage that is not there is said before AWS is asked, with those that are."""
    said = run(*of(name), "--stage", "staging")
    assert said.exit_code == 2
    assert "there is no stage 'staging'; there is dev or prod" in said.output
    assert ("local for the lab" in said.output) == (name in ON_THE_LAB)


@pytest.mark.parametrize("name", sorted(set(contents.COMMANDS) - set(ON_THE_LAB)))
def test_what_needs_a_deployed_stage_says_so(run, name):
    """The lab is no stage to deploy, connect, destroy or look after."""
    said = run(*of(name), "--stage", "local")
    assert said.exit_code == 2
    assert "this works on a deployed stage: dev or prod." in said.output


@pytest.mark.parametrize("name", ON_THE_LAB)
def test_on_the_lab_a_missing_setting_is_to_be_set_in_the_environment(run, name):
    """For --stage local nothing but the environment is pointed to."""
    said = run(*of(name), "--stage", "local", ELEVENLABS_API_KEY="invented")
    assert said.exit_code == 1
    assert "MEM0_API_KEY is not set" in said.output
    assert "in the environment" in said.output
    assert "ops keys" not in said.output


@pytest.mark.parametrize("name", ON_THE_LAB)
def test_an_archive_that_is_not_there_is_said(lab, name):
    """A bucket that was mistyped is named by the variable that holds it."""
    said = lab(*of(name), ARCHIVE_BUCKET="nobodys", ELEVENLABS_API_KEY="invented")
    assert said.exit_code == 1
    assert "Error: There is no such archive" in said.output
    assert "ARCHIVE_BUCKET" in said.output


@pytest.mark.parametrize("name", ON_THE_LAB)
def test_an_address_without_http_is_said(lab, name):
    """A forgotten http:// is no stack trace."""
    said = lab(*of(name), AWS_ENDPOINT_URL_S3="127.0.0.1:8002")
    assert (said.exit_code, said.output) == (
        1,
        "Error: AWS_ENDPOINT_URL_S3 must begin with http:// or https://; correct or unset it.\n",
    )


@pytest.mark.parametrize("name", ["export", "forget", "show"])
@pytest.mark.parametrize(
    ("other", "sentence"),
    [
        ({"MEM0_HOST": NOWHERE}, "Error: Mem0 can't be reached (net_connect). See to this"),
        ({"MEM0_HOST": "nonsense"}, "Error: Mem0 can't be reached (net_generic). See to this"),
        ({"MEM0_API_KEY": "wrong"}, "Error: Mem0 does not take the key. Set another MEM0_API_KEY"),
        ({"MEM0_PROJECT_ID": "other"}, "Error: Mem0 says: the key belongs to another project_id"),
    ],
    ids=["away", "no host", "wrong key", "other project"],
)
def test_what_mem0_lacks_is_said(lab, name, other, sentence):
    """What is wrong with Mem0 is told with the variable to look at."""
    said = lab(*of(name), **other)
    assert said.exit_code == 1
    assert sentence in said.output


@pytest.mark.parametrize("name", ["export", "forget", "show"])
def test_what_is_no_caller_is_refused_and_not_repeated(run, name):
    """A caller that can't be read is refused with the form to give, not shown again."""
    said = run(name, "555-0143x")
    assert said.exit_code == 2
    assert "give the number with its country code, as +12185550143" in said.output
    assert "0143x" not in said.output


@pytest.mark.parametrize(
    ("asked", "sentence"),
    [
        (
            "replay --since yesterday",
            "'yesterday' is no time; write 2026-11-01 or 2026-11-01T08:30",
        ),
        ("backfill --until 1/2/26", "'1/2/26' is no time; write 2026-11-01 or 2026-11-01T08:30"),
        ("replay --since 2026-11-02 --until 2026-11-01", "--since must be before --until"),
        ("backfill --since 2026-11-02 --until 2026-11-02", "--since must be before --until"),
        ("replay", "Say which: --conversation, --caller, --since, --until; or --all."),
        ("replay --all --caller +12185550143", "--all goes with none of --conversation"),
        ("replay --caller nonsense", "--caller must be a number with country code"),
        ("smoke --wait-secs soon", "'soon' is not a valid number of seconds"),
        ("keys WORKSPACE_KEY", "'WORKSPACE_KEY' is not one of 'MEM0_API_KEY'"),
        ("parked --now", "--now and --dry-run go with --retry"),
        ("nothing", "No such command 'nothing'"),
    ],
)
def test_what_is_mistyped_is_answered_with_what_to_type(run, asked, sentence):
    """A wrong word on the command line is answered with the right ones, before AWS is asked."""
    said = run(*asked.split())
    assert said.exit_code == 2
    assert sentence in " ".join(said.output.split())


def test_an_export_into_a_folder_that_is_not_there_is_said(lab, tmp_path):
    """A folder that can't be written to ends an export with a sentence."""
    said = lab("export", SARAH, "--output", str(tmp_path / "nowhere" / "caller.zip"))
    assert said.exit_code == 1
    assert said.output.startswith(f"Error: {tmp_path}/nowhere can't be written to: No such file")


def test_whoever_is_nowhere_need_not_be_forgotten(lab):
    """Of a caller of whom there is nothing that is said, and nothing is asked or written."""
    said = lab("forget", SARAH)
    assert said.exit_code == 0
    assert "Nothing is kept of this caller." in said.output
    assert "Forget all of it?" not in said.output


def test_without_an_answer_it_says_what_answers(called, lab):
    """Where nobody can be asked, the option that answers is named."""
    said = lab("forget", SARAH)
    assert said.exit_code == 1
    assert "Not agreed to, so nothing more was done. --yes answers beforehand." in said.output
