"""What Chalice can't set, when Lambda is not ready to have it set."""

from types import SimpleNamespace

import pytest

from ops.beyond_chalice import WAITS_SECS, put_event_config


class NotYetError(Exception):
    """Lambda does not know the role's policy yet."""


class BusyError(Exception):
    """Another change is under way."""


class Lambda:
    """Lambda, which takes nothing before it has refused so often."""

    exceptions = SimpleNamespace(
        InvalidParameterValueException=NotYetError, ResourceConflictException=BusyError
    )

    def __init__(self, *refusals):
        self.refusals = list(refusals)
        self.put = []

    def put_function_event_invoke_config(self, **wanted):
        if self.refusals:
            raise self.refusals.pop()
        self.put.append(wanted)


@pytest.mark.parametrize("refusals", [(), (NotYetError(),), (BusyError(), NotYetError())])
def test_what_lambda_does_not_know_yet_is_waited_for(clock, refusals):
    """A role's policy that is new is put up with, and what is wanted is put once."""
    function = Lambda(*refusals)
    put_event_config(function, "a", {"MaximumRetryAttempts": 0}, clock.sleep)
    assert function.put == [{"FunctionName": "a", "MaximumRetryAttempts": 0}]
    assert clock.naps == list(WAITS_SECS[: len(refusals)])


def test_what_lambda_never_takes_is_raised(clock):
    """After the last wait, what Lambda says is raised."""
    function = Lambda(*[NotYetError() for _ in range(10)])
    with pytest.raises(NotYetError):
        put_event_config(function, "a", {}, clock.sleep)
    assert clock.naps == list(WAITS_SECS)


def test_another_error_is_raised_at_once(clock):
    """What waiting does not mend is not waited for."""
    with pytest.raises(ValueError, match="invented"):
        put_event_config(Lambda(ValueError("invented")), "a", {}, clock.sleep)
    assert clock.naps == []
