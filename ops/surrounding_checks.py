"""What ``doctor`` says of what surrounds a stage, and ``deploy`` before it begins. No I/O."""

from collections.abc import Callable

from chalicelib.keys import KEYS
from chalicelib.settings import SettingsError, read_settings
from ops.check import Check, unmade
from ops.clock_check import clock_check
from ops.mem0_checks import account_check, key_check
from ops.surroundings import Surroundings, Unread


def surrounding_checks(around: Surroundings) -> list[Check]:
    """Return all that can be said of a stage whether or not it is deployed."""
    return [check(around) for check in SURROUNDING_CHECKS]


def settings_check(around: Surroundings) -> Check:
    """Say whether the app would start; a key that is missing has a check of its own."""
    if isinstance(around.variables, Unread):
        return unmade("settings", around.variables.why, "See to the keys first.")
    try:
        read_settings({**dict.fromkeys(KEYS, "to come"), **around.variables})
    except SettingsError as error:
        to_do = f"Correct it in .chalice/config.json, then: make deploy STAGE={around.name}"
        return Check("settings", str(error), to_do)
    return Check("settings", "can be used")


def mem0_key_check(around: Surroundings) -> Check:
    """Say whether Mem0 takes the key."""
    by_deploying = f"MEM0_API_KEY=... make deploy STAGE={around.name}"
    by_command = f"python -m ops keys --stage {around.name} MEM0_API_KEY"
    return key_check(around.mem0, by_command if around.is_deployed else by_deploying)


def mem0_account_check(around: Surroundings) -> Check:
    """Say whether the key is of the org and project that are configured."""
    return account_check(around.mem0, around.known)


def aws_clock_check(around: Surroundings) -> Check:
    """Say whether this clock agrees with AWS'."""
    return clock_check("AWS", around.aws_skew_secs)


def mem0_clock_check(around: Surroundings) -> Check:
    """Say whether this clock agrees with Mem0's."""
    answer = around.mem0
    return clock_check("Mem0", answer if isinstance(answer, Unread) else answer.skew_secs)


SURROUNDING_CHECKS: tuple[Callable[[Surroundings], Check], ...] = (
    settings_check,
    mem0_key_check,
    mem0_account_check,
    aws_clock_check,
    mem0_clock_check,
)
