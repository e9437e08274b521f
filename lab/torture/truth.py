"""What must be true when the faults have stopped and the sweep has run.

The stores are looked at from behind their APIs: what the app's own reading hides is found, too.
"""

from collections import Counter
from typing import Any

from chalicelib.conversation import NotUnderstoodError, read_conversation
from chalicelib.layout import LATER_PAYLOADS, PAYLOADS, UNSETTLED, record_key
from chalicelib.memory_types import EXTRACTED
from chalicelib.parking import MOST_ATTEMPTS, MOST_REFUSALS
from chalicelib.payload import read_payload
from chalicelib.record import Record, read_record
from chalicelib.what_to_remember import Plan, plan
from lab.mem0.filters import EVERYBODY
from lab.mem0.server import Mem0Lab
from lab.torture.calls import payload
from lab.torture.world import World

ALL = 1_000_000

Held = Counter[tuple[str, str, str, str]]  # caller, conversation, kind and text of a memory


def check(world: World, mem0: Mem0Lab) -> None:
    """Raise AssertionError with a sentence that says what has been lost, doubled or let in."""
    stored = world.s3.stored()
    kept = {key: stored[key] for key in stored if key.startswith((PAYLOADS, LATER_PAYLOADS))}
    sent = {payload(*one) for one in world.sent}
    for key, body in kept.items():
        assert body in sent, f"{key} was stored, and never verified"
    for one in world.acknowledged:
        assert payload(*one) in kept.values(), f"{one} was acknowledged, and is not in the archive"
    assert not any(key.startswith(UNSETTLED) for key in stored), "something is left unsettled"
    held, extractions = _held(mem0), _extractions(mem0)
    expected: Held = Counter()
    for key, body in kept.items():
        if key.startswith(PAYLOADS):
            assert record_key(key) in stored, f"{key} has no record"
            record = read_record(stored[record_key(key)])
            expected += _expected(key, record, _plan(body), held, extractions)
    assert held == expected, f"Mem0 holds {held - expected} too much, and lacks {expected - held}"


def _expected(
    key: str, record: Record, planned: Plan | None, held: Held, extractions: Counter[str]
) -> Held:
    """Return what Mem0 should hold of the call under ``key``, whose record is checked."""
    assert record.is_finished, f"{key} is {record}"
    talk = key.split("/")[1]
    if record.status == "parked":
        assert _may_be_parked(record), f"{key} is parked too soon: {record}"
        return Counter({one: held[one] for one in held if one[1] == talk})
    if planned is None:
        assert record.status == "not_remembered", f"{key} is {record}"
        assert record.reason
        return Counter()
    assert record.status == "remembered", f"{key} is {record}"
    given_up = record.extraction == "failed"
    assert extractions[talk] == (0 if given_up else 1), f"{key} was extracted {extractions[talk]}x"
    caller_id = planned.conversation.caller_id
    found = {one: 1 for one in held if one[:3] == (caller_id, talk, EXTRACTED)}
    return Counter({(caller_id, talk, one.kind, one.text): 1 for one in planned.memories} | found)


def _may_be_parked(record: Record) -> bool:
    return record.refusals >= MOST_REFUSALS or record.attempts > MOST_ATTEMPTS


def _plan(body: bytes) -> Plan | None:
    try:
        return plan(read_conversation(read_payload(body), ()))
    except NotUnderstoodError:
        return None


def _held(mem0: Mem0Lab) -> Held:
    return Counter(
        (
            one.entities.user_id or "",
            *_named(one.metadata or {}),
            one.memory,
        )
        for one in mem0.store.page(EVERYBODY, limit=ALL).memories
    )


def _named(metadata: dict[str, Any]) -> tuple[str, str]:
    return metadata.get("conversation_id", ""), metadata.get("kind", "")


def _extractions(mem0: Mem0Lab) -> Counter[str]:
    """Return how often each conversation's facts were extracted, failures not counted."""
    return Counter(
        event["payload"]["metadata"]["conversation_id"]
        for event in mem0.store.events.extractions()
        if event["status"] == "SUCCEEDED"
    )
