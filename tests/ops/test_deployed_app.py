"""A deployed stage as ElevenLabs meets it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chalicelib import client_data
from chalicelib.recollection import Recollection
from chalicelib.settings import SettingsError
from ops.deployed_app import DeployedApp, deployed_app, fingerprint
from ops.operator_error import OperatorError
from tests.ops.operator_at_work import API_URL

SETTINGS = {
    "MEM0_API_KEY": "invented-mem0-key",
    "ARCHIVE_BUCKET": "archive",
    "ELEVENLABS_WORKSPACE_KEY": "newer-key, older-key",
    "ELEVENLABS_HMAC_KEY": "invented-hmac-key",
}


def test_it_is_read_from_the_settings_it_is_deployed_with():
    """Keys, RETRIEVE_AUTH, OVERRIDES and MEM0_TIMEOUT are those of the deployed app."""
    chosen = {"RETRIEVE_AUTH": "token", "OVERRIDES": "prompt", "MEM0_TIMEOUT": "7.5"}
    app = deployed_app("dev", f"{API_URL}/", SETTINGS | chosen)
    assert app.workspace_keys == ("newer-key", "older-key")
    assert app.hmac_keys == ("invented-hmac-key",)
    assert (app.retrieve_auth, app.overrides) == ("token", {"prompt"})
    assert (app.search_secs, app.tool_timeout_secs) == (7.5, 13)
    assert app.retrieve_url == f"{API_URL}/retrieve"


@pytest.mark.parametrize("hmac_key", [None, "", "  "])
def test_the_webhooks_key_may_be_missing(hmac_key):
    """Before the first connection the app has no key of the webhook; that is no error here."""
    settings = {name: value for name, value in SETTINGS.items() if name != "ELEVENLABS_HMAC_KEY"}
    settings |= {} if hmac_key is None else {"ELEVENLABS_HMAC_KEY": hmac_key}
    assert deployed_app("dev", API_URL, settings).hmac_keys == ()


def test_settings_with_which_the_app_would_not_start_are_refused():
    """A setting that the app would refuse is refused here, too, by its name."""
    with pytest.raises(SettingsError, match="ELEVENLABS_WORKSPACE_KEY"):
        deployed_app("dev", API_URL, SETTINGS | {"ELEVENLABS_WORKSPACE_KEY": ""})


@pytest.mark.parametrize("url", ["http://127.0.0.1:8000", "", "abc123"])
def test_a_url_that_elevenlabs_can_not_call_is_refused(url):
    """Only https is called by ElevenLabs."""
    with pytest.raises(OperatorError, match="https"):
        deployed_app("dev", url, SETTINGS)


@pytest.mark.parametrize(
    ("stage", "url", "name"),
    [
        ("dev", API_URL, "AGENTIC_MEMORY_DEV_ABC123"),
        ("prod", API_URL, "AGENTIC_MEMORY_PROD_ABC123"),
        ("prod", "https://memory.example.com/v1", "AGENTIC_MEMORY_PROD_MEMORY_EXAMPLE_COM"),
    ],
)
def test_each_stage_and_api_has_a_secret_of_its_own(stage, url, name):
    """The secret's name holds the stage and the API, so that two never share one."""
    assert DeployedApp(stage, url, (), ()).secret_name == name


@pytest.mark.parametrize("mode", ["none", "key", "token"])
def test_its_variables_are_those_that_the_app_returns(mode):
    """The variables are exactly those of /client-data, and the token's when there is one."""
    told = client_data.client_data("+16125550123", Recollection(), frozenset(), "", 0.0)
    extra = {"secret__memory_token"} if mode == "token" else set()
    assert DeployedApp("dev", API_URL, (), (), mode).variables == {
        *told["dynamic_variables"],
        *extra,
    }


def test_no_key_is_shown():
    """What is printed of an app holds none of its keys."""
    shown = repr(deployed_app("dev", API_URL, SETTINGS))
    assert [key for key in ("newer-key", "older-key", "invented-hmac-key") if key in shown] == []


@given(st.text(), st.text())
def test_a_fingerprint_tells_keys_apart_and_gives_none_away(one, other):
    """Two keys have two fingerprints, always the same ones, of hexadecimal digits alone."""
    assert (fingerprint(one) == fingerprint(other)) == (one == other)
    assert len(fingerprint(one)) == 16
    assert set(fingerprint(one)) <= set("0123456789abcdef")
