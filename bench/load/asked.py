"""What is asked for: how many calls, for how long, and how Mem0 behaves meanwhile. Pure."""

from dataclasses import dataclass
from math import ceil

from bench.load.callers import MOST, Caller, callers
from chalicelib.container import THREADS

REQUESTS_OF_A_GREETING = 3  # facts, highlights, caller card: on a thread each
CALLERS_PER_CALL = 2
RANGES = {
    "calls": (1, MOST // CALLERS_PER_CALL),
    "secs": (1, 3_600),
    "pause_secs": (0, 600),
    "mem0_ms": (0, 60_000),
    "fault_share": (0, 1),
    "budget_ms": (1, 15_000),
    "workers": (0, 100),
}


@dataclass(frozen=True)
class Size:
    """How many processes serve the routes, and how many call the handler."""

    routes: int
    handlers: int

    @property
    def processes(self) -> int:
        """All of them."""
        return self.routes + self.handlers


@dataclass(frozen=True)
class Load:
    """What is asked for.

    Attributes:
        calls: how many at once.
        secs: no call begins later.
        pause_secs: how long people talk from one request to the next, on average.
        mem0_ms: how long Mem0 takes for every answer.
        fault_share: the part of Mem0's answers that goes wrong, from 0 to 1.
        budget_ms: the setting CLIENT_DATA_BUDGET_MS.
        seed: decides who calls, what is told, and which of Mem0's answers go wrong.
        workers: processes that serve the routes; 0 for as many as the calls need.

    Raises:
        ValueError: for a value that can't be, naming it and its range.

    """

    calls: int = 50
    secs: int = 60
    pause_secs: float = 1.0
    mem0_ms: int = 200
    fault_share: float = 0.01
    budget_ms: int = 1_500
    seed: int = 1
    workers: int = 0

    def __post_init__(self) -> None:
        for name, (least, most) in RANGES.items():
            if not least <= getattr(self, name) <= most:
                raise ValueError(f"{name} must be from {least:,} to {most:,}")

    @property
    def size(self) -> Size:
        """One process for as many calls as its threads can greet at once; half as many handlers."""
        routes = self.workers or ceil(self.calls / (THREADS // REQUESTS_OF_A_GREETING))
        return Size(routes, ceil(routes / 2))

    @property
    def people(self) -> tuple[Caller, ...]:
        """Two for each phone, so that all of them call again and some meet themselves."""
        return callers(self.calls * CALLERS_PER_CALL)
