"""Erasing the reserved caller of ``smoke``: payloads, records, card and memories, all versions.

What is still being remembered, or extracted by Mem0, would come back after it was erased. So the
payloads go first, that nobody begins; then it waits for who is at work; only then goes the rest.
"""

from collections.abc import Callable, Iterator

from chalicelib.caller_card import card_key
from chalicelib.layout import LATER_PAYLOADS, PARKED, PAYLOADS, RECORDS, UNSETTLED
from chalicelib.mem0_errors import MemoryStoreError
from chalicelib.record import Record, read_record
from ops.operator_error import OperatorError
from ops.smoke_call import CALLER, CONVERSATIONS
from ops.smoke_place import Place

WAITING_SECS = 300.0  # a holder has 120 s, an extraction takes 30 to 60, and Mem0 deletes later
POLLED_SECS = 1.0


class NotErasedError(OperatorError):
    """Something of the reserved caller may be left; the text says what to do."""

    def __init__(self, stage: str, why: str) -> None:
        super().__init__(
            f"Not all of the invented caller is erased ({why}). Run it again in some minutes: it "
            f"begins by erasing. python -m ops smoke --stage {stage}"
        )


def erase(place: Place) -> None:
    """Erase all that any run has left of the reserved caller; raise NotErasedError.

    What can be erased is, also when something else can't.
    """
    _erase_objects(place, PAYLOADS, LATER_PAYLOADS)
    settled = _wait(place, lambda: not any(_is_under_way(place, one) for one in _records(place)))
    problem = "" if settled else "somebody was still at work on the call"
    problem = _erase_memories(place) or problem
    _erase_objects(place, PAYLOADS, LATER_PAYLOADS, UNSETTLED, PARKED, RECORDS)
    _erase_versions(place, card_key(CALLER, place.settings.caller_salt))
    if problem:
        raise NotErasedError(place.stage, problem)


def is_left(place: Place) -> bool:
    """Return whether a run has left something that can be found; raise MemoryStoreError."""
    listed = place.s3.list_objects_v2(
        Bucket=place.settings.archive_bucket, Prefix=PAYLOADS + CONVERSATIONS, MaxKeys=1
    )
    return bool(listed["KeyCount"] or place.count_memories())


def _erase_memories(place: Place) -> str:
    """Have Mem0 delete the memories, and see that it has; return what went wrong."""
    try:
        place.delete_memories()
        is_gone = _wait(place, lambda: place.count_memories() == 0)
    except MemoryStoreError as error:
        return f"Mem0 failed: {error.kind}"
    return "" if is_gone else "Mem0 has not deleted the memories yet"


def _is_under_way(place: Place, record: Record) -> bool:
    if record.is_held(place.clock()):
        return True
    if not record.is_extracting:
        return False
    try:
        return place.outcome(record.event_id) == "pending"
    except MemoryStoreError:
        return True


def _records(place: Place) -> Iterator[Record]:
    bucket = place.settings.archive_bucket
    listed = place.s3.get_paginator("list_objects_v2")
    for page in listed.paginate(Bucket=bucket, Prefix=RECORDS + CONVERSATIONS):
        for one in page.get("Contents", ()):
            yield read_record(place.s3.get_object(Bucket=bucket, Key=one["Key"])["Body"].read())


def _wait(place: Place, is_so: Callable[[], bool]) -> bool:
    """Return True as soon as ``is_so``, False when it never was."""
    until = place.clock() + WAITING_SECS
    while not is_so():
        if place.clock() >= until:
            return False
        place.sleep(POLLED_SECS)
    return True


def _erase_objects(place: Place, *areas: str) -> None:
    for area in areas:
        _erase_versions(place, area + CONVERSATIONS)


def _erase_versions(place: Place, prefix: str) -> None:
    """Delete every version under ``prefix``, and every mark of a deletion."""
    bucket = place.settings.archive_bucket
    pages = place.s3.get_paginator("list_object_versions").paginate(Bucket=bucket, Prefix=prefix)
    for page in pages:
        found = [*page.get("Versions", ()), *page.get("DeleteMarkers", ())]
        named = [{"Key": one["Key"], "VersionId": one["VersionId"]} for one in found]
        if not named:
            continue
        done = place.s3.delete_objects(Bucket=bucket, Delete={"Objects": named, "Quiet": True})
        if refused := done.get("Errors"):
            raise NotErasedError(place.stage, f"S3 refused: {refused[0].get('Code')}")
