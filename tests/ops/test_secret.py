"""The secret of a stage: single keys, read and changed; and the first ones."""

import json

import pytest

from chalicelib.keys import KEYS
from ops.first_keys import SALT_KEY, fill_in, keep_salt
from ops.operator_error import OperatorError
from ops.secret import Secret


@pytest.fixture
def manager(s3):
    """Secrets Manager."""
    return s3.client("secretsmanager")


@pytest.fixture
def secret(manager):
    """A secret as CloudFormation makes it: without a value."""
    return Secret(manager, manager.create_secret(Name="invented")["ARN"])


def _hold(manager, text):
    manager.put_secret_value(SecretId="invented", SecretString=text)


def test_a_new_secret_has_no_keys(secret):
    """Before anything was set, no key is there, and that is no error."""
    assert secret.read() == {}


def test_one_key_is_changed_and_the_others_stay(secret):
    """Setting a key leaves the others as they are."""
    secret.put(MEM0_API_KEY="first", CALLER_SALT="salt")
    secret.put(MEM0_API_KEY="second")
    assert secret.read() == {"MEM0_API_KEY": "second", "CALLER_SALT": "salt"}


def test_only_the_apps_keys_can_be_set(secret):
    """A key that is not the app's would be given to every function: it is refused by name."""
    with pytest.raises(OperatorError, match=r"^ELEVENLABS_API_KEY is no key of the app"):
        secret.put(ELEVENLABS_API_KEY="xi-invented")
    assert secret.read() == {}


@pytest.mark.parametrize("text", ["no json", "[]", '"text"'])
def test_a_secret_that_is_spoilt_is_said_and_not_overwritten(secret, manager, text):
    """What is no JSON object ends the command without repeating it, and stays as it is."""
    _hold(manager, text)
    with pytest.raises(OperatorError, match="no JSON object") as raised:
        secret.put(MEM0_API_KEY="first")
    assert text not in raised.value.message
    assert manager.get_secret_value(SecretId="invented")["SecretString"] == text


def test_a_secret_that_is_not_there_is_said(manager):
    """A secret that is about to be deleted ends the command with AWS' word for it."""
    manager.create_secret(Name="invented", SecretString="{}")
    manager.delete_secret(SecretId="invented")
    with pytest.raises(OperatorError, match="InvalidRequestException"):
        Secret(manager, "invented").read()


def test_the_first_keys(secret, s3):
    """What the operator has is taken over, what can be made is made, and the rest is named."""
    missing = fill_in(secret, s3.client(), s3.bucket, {"MEM0_API_KEY": " m0-invented\n"})
    held = secret.read()
    assert missing == ["ELEVENLABS_HMAC_KEY"]
    assert held["MEM0_API_KEY"] == "m0-invented"
    assert len({held["ELEVENLABS_WORKSPACE_KEY"], held["CALLER_SALT"]}) == 2
    assert all(len(held[made]) == 64 for made in ("ELEVENLABS_WORKSPACE_KEY", "CALLER_SALT"))


def test_keys_that_are_there_are_never_touched(secret, s3):
    """A later deployment changes no key, whatever stands in the environment."""
    secret.put(**{name: f"{name} as it was" for name in KEYS})
    before = secret.read()
    other = dict.fromkeys(KEYS, "another")
    assert fill_in(secret, s3.client(), s3.bucket, other) == []
    assert secret.read() == before


def test_the_salt_outlives_the_secret(secret, s3, manager):
    """A secret that is made anew gets the salt by which the archive's cards are found."""
    fill_in(secret, s3.client(), s3.bucket, {})
    salt = secret.read()["CALLER_SALT"]
    _hold(manager, "{}")
    fill_in(secret, s3.client(), s3.bucket, {})
    assert secret.read()["CALLER_SALT"] == salt


def test_a_salt_that_was_changed_is_kept_as_it_is_now(secret, s3):
    """The archive remembers the salt that is used, not the first one."""
    fill_in(secret, s3.client(), s3.bucket, {})
    secret.put(CALLER_SALT="another")
    keep_salt(secret, s3.client(), s3.bucket)
    kept = s3.client().get_object(Bucket=s3.bucket, Key=SALT_KEY)["Body"].read()
    assert kept == b"another"


def test_what_is_written_is_what_the_app_reads(secret, manager):
    """The secret's text is one JSON object, from names of settings to their values."""
    secret.put(MEM0_API_KEY="first")
    text = manager.get_secret_value(SecretId="invented")["SecretString"]
    assert json.loads(text) == {"MEM0_API_KEY": "first"}
