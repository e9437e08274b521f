"""What goes wrong with Mem0 while the calls are made. Pure."""

from dataclasses import replace

from lab.faults import Fault

RETRY_AFTER_SECS = 1
HANG_SECS = 8.0  # longer than a greeting (1.5 s) and a search (5 s) wait for Mem0

KINDS = {
    "500": Fault(status=500),
    "429 with Retry-After": Fault(status=429, retry_after_secs=RETRY_AFTER_SECS),
    "hung up, work undone": Fault(drop="before"),
    "hung up, work done": Fault(drop="after"),
    f"{HANG_SECS:.0f} s late": Fault(hang_secs=HANG_SECS),
}


def of_mem0(latency_secs: float, share: float) -> tuple[Fault, ...]:
    """Return what shall go wrong: every answer takes its time, and a ``share`` of them (0 to 1).

    Each kind strikes as often as the others, whatever Mem0 is asked.
    """
    each = share / len(KINDS)
    return (
        Fault(latency_secs=latency_secs),
        *(replace(kind, probability=each) for kind in KINDS.values()),
    )


def kind_of(fault: Fault) -> str:
    """Return what ``fault`` is called in KINDS, or ``""`` for the time that every answer takes."""
    certain = replace(fault, probability=1.0)
    return next((name for name, kind in KINDS.items() if kind == certain), "")
