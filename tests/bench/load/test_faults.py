"""What goes wrong with Mem0: all kinds equally, and together as often as asked."""

import pytest

from bench.load.faults import KINDS, kind_of, of_mem0
from lab.faults import Faults

KINDS_PROMISED = ("status", "retry_after_secs", "drop", "hang_secs")


def test_a_hundredth_is_a_hundredth():
    """Each answer takes its time; a hundredth goes wrong, and each kind of wrong has its share."""
    faults, requests = Faults(seed=1), 50_000
    for fault in of_mem0(0.2, 0.01):
        faults.add(fault)
    for _ in range(requests):
        faults.take("search")
    latency, *others = faults.struck()
    assert (latency[0].latency_secs, latency[1]) == (0.2, requests)
    assert 400 < sum(struck for _, struck in others) < 600
    assert all(50 < struck < 150 for _, struck in others)


def test_every_kind_has_a_name():
    """Each planned fault is told by its name, and the time that answers take by none."""
    latency, *others = of_mem0(0.2, 0.01)
    assert kind_of(latency) == ""
    assert [kind_of(fault) for fault in others] == [*KINDS]


@pytest.mark.parametrize("kind", KINDS_PROMISED)
def test_the_kinds_are_those_that_mem0_and_networks_have(kind):
    """An error, a full Mem0 with Retry-After, a lost connection and a hang are all among them."""
    assert any(getattr(fault, kind) for fault in KINDS.values())
