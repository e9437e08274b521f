"""Round trips: how often a request waits for Mem0, one wait after the other."""

import time
from collections.abc import Iterable

from bench import api_gateway
from bench.caller import QUESTION
from bench.in_process import App
from bench.line import Line
from bench.stand import Mem0

HANG_SECS = 0.05
TARGETS = {"/client-data": 1, "/retrieve": 1, "/post-call": 0}


def measure(app: App, mem0: Mem0, caller_id: str) -> dict[str, list[float]]:
    """Return when (monotonic seconds) the requests started that each route sent to Mem0."""
    events = {
        "/client-data": api_gateway.client_data(caller_id),
        "/retrieve": api_gateway.retrieve(caller_id, QUESTION),
        "/post-call": api_gateway.post_call(b'{"type": "bench", "data": {}}', int(time.time())),
    }
    app.answer(events["/client-data"])  # its clients and connections are there before it counts
    mem0.answer_after(HANG_SECS)
    starts = {}
    for path, event in events.items():
        mem0.forget_requests()
        app.answer(event)
        starts[path] = mem0.starts()
    mem0.answer_after(0)
    return starts


def sequential(starts: Iterable[float], secs: float) -> int:
    """Return how many waits of ``secs`` follow one another, when requests began at ``starts``.

    Requests overlap when one began before the answer to the first of them could be there.
    """
    waits, until = 0, float("-inf")
    for start in sorted(starts):
        if start >= until:
            waits, until = waits + 1, start + secs
    return waits


def lines(starts: dict[str, list[float]]) -> list[Line]:
    """Return the promise about each route."""
    return [_line(path, starts[path], target) for path, target in TARGETS.items()]


def _line(path: str, starts: list[float], target: int) -> Line:
    waits = sequential(starts, HANG_SECS)
    apart_ms = (max(starts) - min(starts)) * 1_000 if len(starts) > 1 else 0.0
    overlapping = f" ({len(starts)} requests, {apart_ms:.1f} ms apart)" if apart_ms else ""
    return Line(
        f"sequential round trips to Mem0, {path}",
        str(target),
        f"{waits}{overlapping}",
        waits == target,
        HOW,
    )


HOW = (
    "Counted from what the lab's Mem0 received while it let every answer wait for 50 ms: requests "
    "that began within one such wait overlap and are one round trip."
)
