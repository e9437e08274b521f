"""When to stop trying: what fails again and again is parked, with its reason. No I/O.

Nothing is lost by it: the payload stays in the archive, and an operator can have it tried again.
"""

from chalicelib.mem0_errors import MemoryStoreError
from chalicelib.record import Record

MOST_REFUSALS = 5  # Mem0 has refused the content as often, and won't take it the next time either
MOST_ATTEMPTS = 25  # three at once and then one an hour: nearly a day


def why_park(record: Record, error: Exception | None = None) -> str:
    """Return why the payload of ``record`` is parked now, or ``""``.

    ``error`` is how the present attempt has failed; None at its begin, where attempts count that
    ended without a word, because the process died.
    """
    if record.refusals + is_refused(error) >= MOST_REFUSALS:
        return f"refused {MOST_REFUSALS} times: {error}"
    if record.attempts + (error is None) > MOST_ATTEMPTS + 1:
        return f"failed {MOST_ATTEMPTS} times: {error or record.reason or 'it died'}"
    return ""


def is_refused(error: Exception | None) -> bool:
    """Tell if Mem0 has refused what it was sent, and not just been unable to take it."""
    return isinstance(error, MemoryStoreError) and error.is_refusal
