"""Faults that wait: how the waiting is ended before its time."""

import threading

import pytest

from lab.faults import Faults


@pytest.fixture
def faults():
    """Faults, whose waiting ends with the test."""
    made = Faults()
    yield made
    made.release()


def _waiting(faults):
    """Return a thread that waits for an hour."""
    thread = threading.Thread(target=faults.wait, args=(3_600,), daemon=True)
    thread.start()
    return thread


def test_what_waits_can_be_ended(faults):
    """Whoever waits goes on when the waits are ended; whoever comes later waits."""
    first = _waiting(faults)
    while first.is_alive():  # it may not have begun when the waits are ended
        faults.end_waits()
        first.join(0.01)
    later = _waiting(faults)
    later.join(0.05)
    assert later.is_alive()


def test_a_request_that_drips_waits_for_no_further_piece(faults):
    """A request that waits again and again does so no more; the next one on its thread does."""
    dripped = threading.Event()

    def serve():
        faults.take("list")
        faults.end_waits()
        for _ in range(20):
            faults.wait(3_600)
        dripped.set()
        faults.take("list")
        faults.wait(3_600)

    thread = threading.Thread(target=serve, daemon=True)
    thread.start()
    dripped.wait()
    thread.join(0.05)
    assert thread.is_alive()


def test_a_server_that_closes_waits_for_nobody(faults):
    """After the release nobody waits any more, even when waits are ended then."""
    before = _waiting(faults)
    faults.release()
    faults.end_waits()
    after = _waiting(faults)
    before.join()
    after.join()
