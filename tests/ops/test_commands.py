"""``python -m ops``: its table of contents, and how commands end."""

from importlib import import_module

import click
import pytest
from botocore.exceptions import NoCredentialsError
from click.testing import CliRunner

from chalicelib.archive import ArchiveError
from ops import __main__ as contents
from ops import parked
from ops.aws_errors import NO_CREDENTIALS
from ops.operator_error import OperatorError


@pytest.mark.parametrize("name", contents.COMMANDS)
def test_every_command_is_there(name):
    """Each name in the table of contents is a module with a command that tells what it does."""
    command = import_module(f"ops.{name}").command
    assert isinstance(command, click.Command)
    assert command.help


def test_help_names_each_command():
    """--help tells of every command."""
    said = CliRunner().invoke(contents.ops, ["--help"])
    assert said.exit_code == 0
    assert [name for name in contents.COMMANDS if f"  {name}" not in said.output] == []


def test_an_unknown_command_is_refused():
    """Another word is no command, nor is a module that is none."""
    for word in ("nothing", "stack", "__init__"):
        assert CliRunner().invoke(contents.ops, [word]).exit_code == 2


@pytest.mark.parametrize(
    ("raised", "sentence"),
    [
        (NoCredentialsError(), f"Error: {NO_CREDENTIALS}\n"),
        (click.Abort(), f"Error: {contents.NOT_AGREED}\n"),
        (OperatorError("Do this."), "Error: Do this.\n"),
    ],
)
def test_what_fails_is_one_sentence(monkeypatch, raised, sentence):
    """What AWS or we refuse ends with one sentence and status 1, without a stack trace."""

    def fail(_):
        raise raised

    monkeypatch.setattr("ops.keys.running_outputs", lambda *_: fail(None))
    monkeypatch.setenv("AWS_DEFAULT_REGION", "us-east-1")
    said = CliRunner().invoke(contents.ops, ["keys"])
    assert (said.exit_code, said.output) == (1, sentence)


def test_a_store_that_fails_is_one_sentence(monkeypatch):
    """What the archive refuses ends with a sentence that says to run it again."""

    def fail(_):
        raise ArchiveError("listing", "InternalError")

    monkeypatch.setattr("ops.parked.command", parked.build(fail))
    said = CliRunner().invoke(contents.ops, ["parked"])
    assert said.exit_code == 1
    assert said.output == "Error: S3 refused (InternalError). Run it again.\n"
