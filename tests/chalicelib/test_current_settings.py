"""The settings that hold now, by a clock that stands still between the steps."""

from dataclasses import replace

import pytest

from chalicelib.current_settings import FRESH_SECS, REFUSED_SECS, CurrentSettings
from chalicelib.keys import KeysUnreachableError
from chalicelib.settings import SettingsError, read_settings

FIRST = read_settings(
    {
        "MEM0_API_KEY": "m0-invented",
        "ELEVENLABS_WORKSPACE_KEY": "wk-invented",
        "ELEVENLABS_HMAC_KEY": "wsec-invented",
        "ARCHIVE_BUCKET": "invented-archive",
        "SECRETS_ARN": "arn:aws:secretsmanager:us-east-1:123456789012:secret:invented",
    }
)
SECOND = replace(FIRST, workspace_keys=("another",))


class Source:
    """Where settings are read: what stands there, and how often it was looked at."""

    def __init__(self) -> None:
        self.held: object = FIRST
        self.reads = 0

    def __call__(self):
        self.reads += 1
        if isinstance(self.held, Exception):
            raise self.held
        return self.held


@pytest.fixture
def source():
    """Settings in a secret."""
    return Source()


@pytest.fixture
def current(source, clock):
    """The settings, read once."""
    return CurrentSettings(source, clock)


def test_what_can_not_be_read_at_first_is_raised(source):
    """A container that has never had its settings can't be built."""
    source.held = KeysUnreachableError("SECRETS_ARN names a secret that can't be read: x")
    with pytest.raises(KeysUnreachableError):
        CurrentSettings(source)


def test_fresh_settings_are_not_read_again(current, source, clock):
    """Until they are old, freshening reads nothing."""
    clock.sleep(FRESH_SECS - 1)
    current.freshen(FRESH_SECS)
    assert source.reads == 1


def test_old_settings_are_read_again(current, source, clock):
    """Once they are old they are read again, and are fresh then."""
    clock.sleep(FRESH_SECS)
    source.held = SECOND
    assert current.are_old(FRESH_SECS)
    current.freshen(FRESH_SECS)
    assert current.now is SECOND
    assert not current.are_old(FRESH_SECS)


def test_what_stands_in_the_environment_alone_never_grows_old(source, clock):
    """Without a secret there is nothing that could change."""
    source.held = replace(FIRST, secrets_arn="")
    current = CurrentSettings(source, clock)
    clock.sleep(10 * FRESH_SECS)
    assert not current.are_old(FRESH_SECS)
    assert not current.changed_since(current.now)
    assert source.reads == 1


def test_a_refused_key_is_a_reason_to_look(current, source, clock):
    """When a key was refused, settings that have changed by then are found at once."""
    clock.sleep(REFUSED_SECS)
    source.held = SECOND
    assert current.changed_since(FIRST)
    assert current.now is SECOND


def test_a_stranger_can_not_make_us_look_all_the_time(current, source, clock):
    """However many wrong keys are sent, the secret is read once in ten seconds at most."""
    for _ in range(100):
        clock.sleep(REFUSED_SECS / 10)
        assert not current.changed_since(FIRST)
    assert source.reads <= 1 + 10


def test_who_comes_second_learns_of_the_change_too(current, source, clock):
    """Two who were refused with the same old key both hear that another holds; one looks."""
    clock.sleep(REFUSED_SECS)
    source.held = SECOND
    assert [current.changed_since(FIRST), current.changed_since(FIRST)] == [True, True]
    assert source.reads == 2


@pytest.mark.parametrize(
    "error", [KeysUnreachableError("SECRETS_ARN can't"), SettingsError("MEM0_API_KEY is not set")]
)
def test_what_can_not_be_read_again_goes_on_to_hold(current, source, clock, error, capsys):
    """A secret that is out of reach, or spoilt, changes nothing and is counted."""
    clock.sleep(FRESH_SECS)
    source.held = error
    current.freshen(FRESH_SECS)
    assert current.now is FIRST
    assert not current.are_old(FRESH_SECS)
    assert '"keys not read again"' in capsys.readouterr().out
