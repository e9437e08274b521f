"""The command ``keys``: which keys a stage has, and one of them set."""

import json

import pytest
from click.testing import CliRunner

from chalicelib.keys import KEYS
from ops import __main__ as contents


@pytest.fixture
def keys(standing):
    """Return a function that runs the command at a stage that is well."""
    return lambda *asked, typed="": CliRunner().invoke(contents.ops, ["keys", *asked], input=typed)


def _held(standing):
    manager = standing.aws.client("secretsmanager")
    kept = manager.get_secret_value(SecretId=standing.stage.secrets_arn)
    return json.loads(kept["SecretString"])


def test_which_keys_are_there_is_told_and_no_value(keys, standing):
    """Each key is told of, set, missing or several at once, and no value is shown."""
    standing.set_keys(ELEVENLABS_HMAC_KEY="invented-new,invented-old", MEM0_API_KEY="")
    said, told = keys().output, json.loads(keys("--json").stdout)
    assert told["values"] == dict(zip(KEYS, (0, 1, 2, 1), strict=True))
    assert "set, 2 at once" in said
    assert "missing" in said
    assert not any(one and one in said + str(told) for one in _held(standing).values())


def test_what_is_piped_in_is_set_alone(keys, standing):
    """The key that is named gets the value that is piped in; the others stay."""
    before = _held(standing)
    assert keys("MEM0_API_KEY", typed=" invented-new\n").exit_code == 0
    assert _held(standing) == {**before, "MEM0_API_KEY": "invented-new"}


def test_a_dry_run_sets_nothing(keys, standing):
    """With --dry-run it says what it would set, without its value, and sets nothing."""
    before = _held(standing)
    said = keys("MEM0_API_KEY", "--dry-run", typed="invented-new\n")
    assert said.exit_code == 0
    assert "MEM0_API_KEY would be set. Nothing was changed." in said.output
    assert "invented-new" not in said.output
    assert _held(standing) == before


def test_help_names_every_key(keys):
    """--help tells which names there are."""
    said = " ".join(keys("--help").output.split())
    assert [name for name in KEYS if name not in said] == []


def test_an_empty_value_is_refused(keys, standing):
    """A key is not lost by an empty pipe."""
    before = _held(standing)
    said = keys("MEM0_API_KEY", typed="\n")
    assert (said.exit_code, said.output) == (
        1,
        "Error: MEM0_API_KEY would be empty; nothing was changed.\n",
    )
    assert _held(standing) == before
