"""Faults on demand: what can go wrong with Mem0 and S3, to be seen going wrong.

``faults.add(Fault(operation="search", latency_secs=0.2))``; as JSON to ``POST /lab/faults``.
"""

import random
import threading
from dataclasses import dataclass, field
from typing import Any

OPERATIONS = (
    "*", "ping", "add", "add_inferred", "add_verbatim", "list", "search", "get", "delete",
    "event", "entities", "put",
)  # fmt: skip
DROPS = ("", "before", "after")


@dataclass(frozen=True, kw_only=True)
class Fault:
    """One thing that goes wrong. Several faults of one request all happen.

    Attributes:
        operation: which requests: one of OPERATIONS; ``add`` means both kinds, ``*`` all. S3 has
            ``get``, ``put``, ``list`` and ``delete``.
        latency_secs: wait before the work is done.
        hang_secs: do the work, then wait before the answer.
        status: answer so, with the work undone.
        retry_after_secs: the header Retry-After that goes with ``status``.
        drop: close the connection without an answer, ``before`` or ``after`` the work is done.
        body: answer 200 with this text, with the work done: no JSON, or JSON of a wrong shape.
        drip_secs: let the answer's body take so long, a few bytes at a time.
        extraction_error: accept an inferred addition, and let its event end as FAILED with this.
        times: for so many requests; None for all.
        skip: not for the first so many; ``skip=2, times=1`` is the third alone.
        probability: for so great a part of the requests, from 0 to 1, by a seeded chance.

    Raises:
        ValueError: for values out of their range or of the wrong type.

    """

    operation: str = "*"
    latency_secs: float = 0.0
    hang_secs: float = 0.0
    status: int | None = None
    retry_after_secs: int | None = None
    drop: str = ""
    body: str | None = None
    drip_secs: float = 0.0
    extraction_error: str = ""
    times: int | None = None
    skip: int = 0
    probability: float = 1.0

    def __post_init__(self) -> None:
        if self.operation not in OPERATIONS:
            raise ValueError(f"operation must be one of {', '.join(OPERATIONS)}")
        if self.drop not in DROPS:
            raise ValueError("drop must be before or after")
        for name in ("latency_secs", "hang_secs", "drip_secs", "probability", "skip"):
            _check(name, getattr(self, name), (int, float), 0)
        for name, least in (("status", 200), ("retry_after_secs", 0), ("times", 0)):
            if getattr(self, name) is not None:
                _check(name, getattr(self, name), (int,), least)

    def concerns(self, operation: str) -> bool:
        """Say whether a request of this operation is meant."""
        named = ("*", operation, operation.partition("_")[0])
        return bool(operation) and self.operation in named


@dataclass
class _Planned:
    fault: Fault
    skip: int
    left: float
    struck: int = 0


@dataclass
class Faults:
    """The faults to come. Safe for threads; ``seed`` decides those that have a probability."""

    seed: int = 0
    _planned: list[_Planned] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._lock = threading.Lock()
        self._random = random.Random(self.seed)
        self._ends = threading.Event()  # set when nobody is to wait any more
        self._request = threading.local()  # its ``ends`` is what was so when the request came

    def add(self, fault: Fault) -> None:
        """Plan a fault, beside those planned before."""
        left = float("inf") if fault.times is None else fault.times
        with self._lock:
            self._planned.append(_Planned(fault, fault.skip, left))

    def struck(self) -> list[tuple[Fault, int]]:
        """Return what is planned, in that order, with how many requests each has met so far."""
        with self._lock:
            return [(planned.fault, planned.struck) for planned in self._planned]

    def clear(self) -> None:
        """Plan nothing; what has begun goes on."""
        with self._lock:
            self._planned.clear()

    def take(self, operation: str) -> list[Fault]:
        """Return the faults of one request, and count it."""
        with self._lock:
            self._request.ends = self._ends
            return [
                planned.fault
                for planned in self._planned
                if planned.fault.concerns(operation) and self._strikes(planned)
            ]

    def wait(self, secs: float) -> None:
        """Sleep, though no longer than until ``end_waits`` or ``release``."""
        ends = self._ends
        if secs > 0 and getattr(self._request, "ends", ends) is ends:
            ends.wait(secs)

    def end_waits(self) -> None:
        """Let no request wait that has begun, be it piece by piece; later ones wait as planned."""
        with self._lock:
            if not self._ends.is_set():
                begun, self._ends = self._ends, threading.Event()
                begun.set()

    def release(self) -> None:
        """End all waiting, now and later: the server is closing."""
        self._ends.set()

    def _strikes(self, planned: _Planned) -> bool:
        if planned.skip > 0:
            planned.skip -= 1
            return False
        if planned.left < 1 or self._random.random() >= planned.fault.probability:
            return False
        planned.left -= 1
        planned.struck += 1
        return True


def _check(name: str, value: Any, types: tuple[type, ...], least: int) -> None:
    is_number = isinstance(value, types) and not isinstance(value, bool)
    if not is_number or value < least:
        raise ValueError(f"{name} must be a number, at least {least}")
