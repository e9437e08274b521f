"""The keys: from the environment, or from the secret that SECRETS_ARN names."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chalicelib.keys import KEYS, KeysUnreachableError, with_keys
from chalicelib.settings import SettingsError, read_settings
from tests.invented import ANY_JSON

ARN = "arn:aws:secretsmanager:us-east-1:123456789012:secret:invented"
NAMED = {"SECRETS_ARN": ARN, "ARCHIVE_BUCKET": "invented-archive"}
HELD = {name: f"{name.lower()}-of-the-secret" for name in KEYS}


def _fetching(text: str, asked: list[str] | None = None):
    def fetch(arn: str) -> str:
        if asked is not None:
            asked.append(arn)
        return text

    return fetch


def test_the_secret_holds_what_the_environment_lacks():
    """Each key that the environment lacks is the secret's, and the settings are complete."""
    settings = read_settings(with_keys(NAMED, _fetching(json.dumps(HELD))))
    assert settings.mem0_api_key == "mem0_api_key-of-the-secret"
    assert settings.workspace_keys == ("elevenlabs_workspace_key-of-the-secret",)
    assert settings.hmac_keys == ("elevenlabs_hmac_key-of-the-secret",)
    assert settings.caller_salt == "caller_salt-of-the-secret"
    assert settings.secrets_arn == ARN


@pytest.mark.parametrize("name", KEYS)
def test_the_environment_counts(name):
    """A key that stands in the environment is not taken from the secret; a blank one is."""
    fetch = _fetching(json.dumps(HELD))
    assert with_keys({**NAMED, name: "mine"}, fetch)[name] == "mine"
    assert with_keys({**NAMED, name: " "}, fetch)[name] == HELD[name]


def test_nothing_is_fetched_that_is_not_needed():
    """Without SECRETS_ARN, or with every key in the environment, no secret is asked for."""
    asked: list[str] = []
    fetch = _fetching("{}", asked)
    assert with_keys({"ARCHIVE_BUCKET": "b"}, fetch) == {"ARCHIVE_BUCKET": "b"}
    assert with_keys({**NAMED, **HELD}, fetch)["CALLER_SALT"] == HELD["CALLER_SALT"]
    assert asked == []
    with_keys(NAMED, fetch)
    assert asked == [ARN]


def test_only_keys_are_taken():
    """What else stands in the secret is no setting, and a key that it lacks stays missing."""
    text = json.dumps({"MEM0_HOST": "https://elsewhere.example", "ELEVENLABS_API_KEY": "x"})
    assert dict(with_keys(NAMED, _fetching(text))) == NAMED


@given(ANY_JSON.filter(lambda held: not isinstance(held, dict)).map(json.dumps) | st.text())
def test_what_is_no_object_is_refused(text):
    """A secret that is no JSON object is a clear error which does not repeat it."""
    with pytest.raises(SettingsError, match=r"^SECRETS_ARN names a secret that is no JSON"):
        with_keys(NAMED, _fetching(text))


@given(ANY_JSON.filter(lambda value: not isinstance(value, str)))
def test_a_key_that_is_no_text_is_refused(value):
    """A key that is a number, a list or nothing is refused, not written down as text."""
    with pytest.raises(SettingsError, match=r"^SECRETS_ARN"):
        with_keys(NAMED, _fetching(json.dumps({**HELD, "MEM0_API_KEY": value})))


@pytest.fixture
def secret(s3, monkeypatch):
    """Secrets Manager, and a secret without a value in it."""
    for name, value in s3.environment().items():
        monkeypatch.setenv(name, value)
    monkeypatch.setenv("AWS_ENDPOINT_URL_SECRETS_MANAGER", s3.url)
    client = s3.client("secretsmanager")
    return client, client.create_secret(Name="invented")["ARN"]


def test_secrets_manager_is_asked(secret):
    """By default the secret is read from Secrets Manager."""
    client, arn = secret
    client.put_secret_value(SecretId=arn, SecretString=json.dumps(HELD))
    assert with_keys({"SECRETS_ARN": arn})["ELEVENLABS_HMAC_KEY"] == HELD["ELEVENLABS_HMAC_KEY"]


def test_a_secret_without_a_value_is_said(secret):
    """Before a key was set, the error names the setting and the reason."""
    with pytest.raises(KeysUnreachableError, match=r"^SECRETS_ARN .*: ResourceNotFoundException$"):
        with_keys({"SECRETS_ARN": secret[1]})


def test_a_binary_secret_is_refused(secret):
    """A secret that holds bytes instead of text is no JSON."""
    client, arn = secret
    client.put_secret_value(SecretId=arn, SecretBinary=b"\0")
    with pytest.raises(SettingsError, match="no JSON"):
        with_keys({"SECRETS_ARN": arn})


def test_secrets_manager_that_does_not_answer_is_said(secret, monkeypatch):
    """When Secrets Manager can't be reached, the error says so in one sentence."""
    monkeypatch.setenv("AWS_ENDPOINT_URL_SECRETS_MANAGER", "http://127.0.0.1:9")
    with pytest.raises(KeysUnreachableError, match=r": EndpointConnectionError$"):
        with_keys({"SECRETS_ARN": secret[1]})
