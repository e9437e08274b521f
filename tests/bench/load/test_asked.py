"""What can be asked for, and how many processes it takes."""

import pytest

from bench.load.asked import Load, Size


@pytest.mark.parametrize(
    ("asked", "size"),
    [
        ({"calls": 1}, Size(1, 1)),
        ({"calls": 10}, Size(1, 1)),
        ({"calls": 11}, Size(2, 1)),
        ({}, Size(5, 3)),
        ({"calls": 50, "workers": 2}, Size(2, 1)),
    ],
)
def test_processes_are_as_many_as_the_calls_need(asked, size):
    """A process greets ten callers at once, half as many call the handler; WORKERS goes first."""
    assert Load(**asked).size == size
    assert size.processes == size.routes + size.handlers


@pytest.mark.parametrize(
    "wrong",
    [
        {"calls": 0},
        {"calls": 851},
        {"secs": 0},
        {"secs": 3_601},
        {"pause_secs": -0.1},
        {"pause_secs": float("nan")},
        {"mem0_ms": -1},
        {"fault_share": 1.01},
        {"budget_ms": 15_001},
        {"workers": -1},
    ],
)
def test_what_can_not_be_is_refused(wrong):
    """A value out of its range is refused by its name."""
    with pytest.raises(ValueError, match=f"^{next(iter(wrong))} must be from "):
        Load(**wrong)


def test_twice_as_many_people_as_phones():
    """There are two callers for each phone."""
    assert len(Load(calls=7).people) == 14
