"""A stage's app on the operator's machine."""

import pytest

from chalicelib.settings import SettingsError
from ops.app_here import app_here, settings_here
from ops.operator_error import OperatorError

KEYS = {"MEM0_API_KEY": "invented-mem0-key", "CALLER_SALT": "invented-salt"}
VARIABLES = {"ARCHIVE_BUCKET": "invented", "AGENT_NUMBERS": "+16515550100", "MEM0_DIR": "/x"}


def test_the_lab_is_that_of_the_environment(environment):
    """--stage local has the settings of the environment."""
    box = app_here("local")
    assert box.settings.archive_bucket == environment["ARCHIVE_BUCKET"]
    assert box.settings.mem0_host == environment["MEM0_HOST"]


def test_a_missing_setting_is_named(environment, monkeypatch):
    """An environment without a key ends the command with a sentence that names it."""
    monkeypatch.delenv("MEM0_API_KEY")
    with pytest.raises(OperatorError, match="MEM0_API_KEY is not set"):
        app_here("local")


def test_a_stage_has_its_functions_settings_and_its_keys():
    """A deployed stage's settings are its function's, its keys the secret's; scratch is here."""
    settings = settings_here(VARIABLES, KEYS)
    assert (settings.archive_bucket, settings.caller_salt) == ("invented", "invented-salt")
    assert settings.agent_numbers == ("+16515550100",)
    assert settings.mem0_dir.endswith("agentic-memory-mem0")


def test_a_stage_that_is_not_connected_will_do():
    """The doors' keys may be missing, the memory store's may not."""
    assert settings_here(VARIABLES, KEYS).hmac_keys
    with pytest.raises(SettingsError, match="MEM0_API_KEY"):
        settings_here(VARIABLES, {})


def test_a_stage_that_is_not_there_is_said(session, environment):
    """A stage that is not deployed ends the command with what to do."""
    with pytest.raises(OperatorError, match="is not deployed"):
        app_here("dev")
