"""What must be true when the faults have stopped and the sweep has run."""

from collections import Counter
from collections.abc import Iterator
from typing import Any

from chalicelib.conversation import NotUnderstoodError, read_conversation
from chalicelib.layout import LATER_PAYLOADS, PAYLOADS, UNSETTLED, payload_key, record_key
from chalicelib.parking import MOST_ATTEMPTS, MOST_REFUSALS
from chalicelib.payload import read_payload
from chalicelib.record import Record, read_record
from chalicelib.what_to_remember import EXTRACTED, Plan, plan
from lab.mem0.server import Mem0Lab
from lab.torture.calls import CALLERS, payload
from lab.torture.world import World

_Held = Counter[tuple[str, str, str]]  # conversation, kind and text of what Mem0 holds


def check(world: World, mem0: Mem0Lab) -> None:
    """Raise AssertionError with a sentence that says what has been lost, doubled or let in."""
    archive = world.box.archive
    kept = {one.key: archive.read(one.key) for one in _stored(world)}
    sent = {payload(*one) for one in world.sent}
    for key, stored in kept.items():
        assert stored is not None
        assert stored.body in sent, f"{key} was stored, and never verified"
    bodies = {stored.body for stored in kept.values() if stored}
    for one in world.acknowledged:
        assert payload(*one) in bodies, f"call {one} was acknowledged, and is not in the archive"
    assert not list(archive.listed(UNSETTLED)), "something is unsettled after the last sweep"
    held, extractions = _held(world), _extractions(mem0)
    expected: _Held = Counter()
    for key, stored in kept.items():
        if key.startswith(PAYLOADS) and stored:
            expected += _check_call(world, key, stored.body, held, extractions)
    assert held == expected, f"Mem0 holds {held - expected} too much, and lacks {expected - held}"


def _check_call(
    world: World, key: str, body: bytes, held: _Held, extractions: Counter[str]
) -> _Held:
    """Check one archived call, and return what Mem0 should hold of it."""
    stored = world.box.archive.read(record_key(key))
    assert stored, f"{key} has no record"
    record, planned = read_record(stored.body), _plan(body)
    assert record.is_finished, f"{key} is {record}"
    talk = key.split("/")[1]
    if record.status == "parked":
        assert _may_be_parked(record), f"{key} is parked too soon: {record}"
        return Counter({one: held[one] for one in held if one[0] == talk})
    if planned is None:
        assert record.status == "not_remembered", f"{key} is {record}"
        assert record.reason
        return Counter()
    assert record.status == "remembered", f"{key} is {record}"
    given_up = record.extraction == "failed"
    assert extractions[talk] == (0 if given_up else 1), f"{key} was extracted {extractions[talk]}x"
    found = {one: 1 for one in held if one[0] == talk and one[1] == EXTRACTED}
    return Counter({(talk, one.kind, one.text): 1 for one in planned.memories} | found)


def _may_be_parked(record: Record) -> bool:
    return record.refusals >= MOST_REFUSALS or record.attempts > MOST_ATTEMPTS


def _plan(body: bytes) -> Plan | None:
    try:
        return plan(read_conversation(read_payload(body), ()))
    except NotUnderstoodError:
        return None


def _stored(world: World) -> Iterator[Any]:
    yield from world.box.archive.listed(PAYLOADS)
    yield from world.box.archive.listed(LATER_PAYLOADS)


def _held(world: World) -> _Held:
    """Return what Mem0 holds of all callers; whose it is, the store has checked by itself."""
    return Counter(
        (memory.conversation_id, memory.kind, memory.text)
        for number in range(8)
        for caller_id in CALLERS
        for memory in world.box.memory_store.known(
            caller_id, payload_key(read_payload(payload(number))).split("/")[1]
        )
    )


def _extractions(mem0: Mem0Lab) -> Counter[str]:
    """Return how often each conversation's facts were extracted, failures not counted."""
    return Counter(
        event["payload"]["metadata"]["conversation_id"]
        for event in mem0.store.events.extractions()
        if event["status"] == "SUCCEEDED"
    )
