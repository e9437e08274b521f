"""What comes after the calls: the rest is remembered, and the sweep sees to what is left."""

import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from bench.in_process import app_in
from bench.load.deployed import Deployed
from bench.progress import Progress
from chalicelib import work
from lab.mem0.store import Store
from lab.pump import Context

STALLED_SECS = 240.0  # two tries may each look for a lost extraction for 90 s
EXTRACTING_SECS = 30.0
LOOKED_EVERY_SECS = 0.5

AN_HOUR_SECS = 3_600.0

Sweep = Callable[[Deployed], object]


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


def sweep_up(here: Deployed) -> None:
    """Run the app's own sweep as it would run an hour later."""
    with app_in(here.environment) as app:
        app.box.clock = lambda: time.time() + AN_HOUR_SECS
        work.sweep(app.box, Context("agentic-memory-load-sweep"))


def await_extractions(database: Path) -> None:
    """Return when Mem0 has done all extractions, or after EXTRACTING_SECS."""
    until = time.monotonic() + EXTRACTING_SECS
    with closing(Store(database)) as store:
        while time.monotonic() < until and _is_extracting(store):
            time.sleep(LOOKED_EVERY_SECS)


def _is_extracting(store: Store) -> bool:
    return any(event["status"] == "PENDING" for event in store.events.extractions())
