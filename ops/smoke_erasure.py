"""Erasing the reserved caller of ``smoke``: payloads, records, card and memories, all versions.

What is still being remembered, or extracted by Mem0, would come back after it was erased. So the
payloads go first, that nobody begins; then it waits for who is at work; only then goes the rest.

Unlike ``forget`` it need not look through the archive, and leaves no tombstone: nobody else calls
from that number.
"""

from collections.abc import Callable, Iterator

from chalicelib.layout import LATER_PAYLOADS, PARKED, PAYLOADS, RECORDS, UNSETTLED
from chalicelib.mem0_errors import MemoryStoreError
from chalicelib.record import Record, read_record
from ops.operator_error import OperatorError
from ops.smoke_call import CALLER, CONVERSATIONS
from ops.stores import Stores

WAITING_SECS = 300.0  # a holder has 120 s, an extraction takes 30 to 60, and Mem0 deletes later
POLLED_SECS = 1.0


class NotErasedError(OperatorError):
    """Something of the reserved caller may be left; the text says what to do."""

    def __init__(self, stage: str, why: str) -> None:
        super().__init__(
            f"Not all of the invented caller is erased ({why}). Run it again in some minutes: it "
            f"begins by erasing. python -m ops smoke --stage {stage}"
        )


def erase(stores: Stores) -> None:
    """Erase all that any run has left of the reserved caller; raise NotErasedError.

    What can be erased is, also when something else can't.
    """
    _erase_objects(stores, PAYLOADS, LATER_PAYLOADS)
    settled = _wait(stores, lambda: not any(_is_under_way(stores, one) for one in _records(stores)))
    problem = "" if settled else "somebody was still at work on the call"
    problem = _erase_memories(stores) or problem
    _erase_objects(stores, PAYLOADS, LATER_PAYLOADS, UNSETTLED, PARKED, RECORDS)
    stores.versions.delete(stores.versions.listed(stores.card_key(CALLER)))
    if problem:
        raise NotErasedError(stores.stage, problem)


def is_left(stores: Stores) -> bool:
    """Return whether a run has left something that can be found; raise MemoryStoreError."""
    payloads = stores.archive.listed(PAYLOADS + CONVERSATIONS)
    return any(payloads) or bool(stores.memories.count(CALLER))


def _erase_memories(stores: Stores) -> str:
    """Have Mem0 delete the memories, and see that it has; return what went wrong."""
    try:
        stores.memories.delete(CALLER)
        is_gone = _wait(stores, lambda: stores.memories.count(CALLER) == 0)
    except MemoryStoreError as error:
        return f"Mem0 failed: {error.kind}"
    return "" if is_gone else "Mem0 has not deleted the memories yet"


def _is_under_way(stores: Stores, record: Record) -> bool:
    if record.is_held(stores.clock()):
        return True
    if not record.is_extracting:
        return False
    try:
        return stores.memory_store.outcome(record.event_id) == "pending"
    except MemoryStoreError:
        return True


def _records(stores: Stores) -> Iterator[Record]:
    for one in stores.archive.listed(RECORDS + CONVERSATIONS):
        if stored := stores.archive.read(one.key):
            yield read_record(stored.body)


def _wait(stores: Stores, is_so: Callable[[], bool]) -> bool:
    """Return True as soon as ``is_so``, False when it never was."""
    until = stores.clock() + WAITING_SECS
    while not is_so():
        if stores.clock() >= until:
            return False
        stores.sleep(POLLED_SECS)
    return True


def _erase_objects(stores: Stores, *areas: str) -> None:
    for area in areas:
        stores.versions.delete(stores.versions.listed(area + CONVERSATIONS))
