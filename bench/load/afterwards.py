"""What comes after the calls: the rest is remembered, and what was given up is tried once more."""

import time
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, suppress
from importlib import import_module
from pathlib import Path

from bench.in_process import app_in
from bench.load.deployed import INVOCATIONS_EACH, Deployed, Event
from bench.progress import Progress
from lab.mem0.store import Store
from lab.pump import Context

STALLED_SECS = 240.0  # two tries may each look for a lost extraction for 90 s
EXTRACTING_SECS = 30.0
LOOKED_EVERY_SECS = 0.5

Sweep = Callable[[Deployed, Sequence[Event]], object]


def work_off(here: Deployed, progress: Progress) -> int:
    """Wait until all that was acknowledged is remembered or given up; return what still is not.

    The waiting ends when nothing has come of it for STALLED_SECS.
    """
    left, moved_at = here.queues.outstanding(), time.monotonic()
    with progress.step("what is left is remembered", left) as advance:
        while left and time.monotonic() < moved_at + STALLED_SECS:
            time.sleep(LOOKED_EVERY_SECS)
            before, left = left, here.queues.outstanding()
            for _ in range(before - left):
                advance()
                moved_at = time.monotonic()
    return left


def hand_over(here: Deployed, given_up: Sequence[Event]) -> None:
    """Hand the events ``given_up`` to the handler once more, as an operator would."""
    with app_in(here.environment), ThreadPoolExecutor(INVOCATIONS_EACH) as invocations:
        handler = import_module("app").remember

        def invoke(event: Event) -> None:
            with suppress(Exception):  # what it leaves undone, the proof will find
                handler(event, Context("agentic-memory-load-remember"))

        list(invocations.map(invoke, given_up))


def await_extractions(database: Path) -> None:
    """Return when Mem0 has done all extractions, or after EXTRACTING_SECS."""
    until = time.monotonic() + EXTRACTING_SECS
    with closing(Store(database)) as store:
        while time.monotonic() < until and _is_extracting(store):
            time.sleep(LOOKED_EVERY_SECS)


def _is_extracting(store: Store) -> bool:
    return any(event["status"] == "PENDING" for event in store.events.extractions())
