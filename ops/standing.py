"""Whether a record leaves its payload to a replay, or to others. No I/O."""

from chalicelib.record import FAILED, NOT_REMEMBERED, REMEMBERED, REMEMBERING, Record

OWNER = "replay-"  # how the owners of a replay's claims begin
FORGOTTEN = "forgotten"
EXTRACTED_LATELY_SECS = 86_400  # an extraction of the last day is not asked for again


def standing(record: Record) -> str:
    """Return why a replay leaves the payload of ``record`` alone, in a word, or ``""``.

    What a replay has begun and not finished, a replay may go on with.
    """
    if str(record.status) == FORGOTTEN:
        return "forgotten"
    if record.needs_operator:
        return "parked"
    if record.status in {REMEMBERED, NOT_REMEMBERED}:
        return ""
    is_ours = record.owner.startswith(OWNER) and record.status in {REMEMBERING, FAILED}
    return "" if is_ours else "unfinished"
