"""The proof: it is whole when all is there once, and tells each thing that is not."""

import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bench.load.held import Held, Kept, Stored
from bench.load.proof import prove, sent
from chalicelib.caller_card import Card
from chalicelib.memory_types import EXTRACTED, FACTUAL
from chalicelib.record import NOT_REMEMBERED, REMEMBERED, Record
from lab.mem0.facts import facts
from tests.invented import STARTED_AT, talk

SARAH, STEFAN = "+12185550143", "+16125550123"


def _raw(conversation_id: str, caller_id: str, *said: str) -> bytes:
    turns = [("agent", "Hello!"), *(("user", words) for words in said)]
    data = talk(*turns, conversation_id=conversation_id, user_id=caller_id)
    return json.dumps(data).encode()


def _calls(**acknowledged: bool):
    """Two calls of Sarah's, in both of which she tells the same, and one of Stefan's."""
    raw = {
        "conv_1": _raw("conv_1", SARAH, "My name is Sarah.", "I love tea."),
        "conv_2": _raw("conv_2", SARAH, "My name is Sarah.", "I love rye bread."),
        "conv_3": _raw("conv_3", STEFAN, "I grew up in Alderford."),
    }
    return [sent(one, is_acknowledged=acknowledged.get(name, True)) for name, one in raw.items()]


def _kept(calls) -> Kept:
    noted: dict[str, list[tuple[str, float]]] = {}
    for one in calls:
        talked = one.plan.conversation
        noted.setdefault(talked.caller_id, []).append((talked.id, STARTED_AT))
    return Kept(
        {one.key: one.raw for one in calls},
        {one.key: Record(REMEMBERED, "o", memories=len(one.plan.memories)) for one in calls},
        {caller_id: Card(calls=tuple(calls)) for caller_id, calls in noted.items()},
    )


def _held(calls) -> Held:
    """What Mem0 holds after ``calls``: the same words of one caller once, from the first call."""
    memories: dict[tuple[str, str], Stored] = {}
    for one in calls:
        talked = one.plan.conversation
        told = [(each.text, each.kind, each.type) for each in one.plan.memories]
        said = [{"role": "user", "content": each.said} for each in one.plan.exchanges]
        for text, kind, type_ in (*told, *((fact, EXTRACTED, FACTUAL) for fact in facts(said))):
            stored = Stored(talked.caller_id, text, kind, type_, talked.id)
            memories.setdefault((talked.caller_id, text), stored)
    return Held(tuple(memories.values()), {one.plan.conversation.id: 1 for one in calls}, 0)


CALLS = _calls()
KEPT, HELD = _kept(CALLS), _held(CALLS)


def _changed_memory(place: int, **change: str) -> Held:
    memories = list(HELD.memories)
    memories[place] = replace(memories[place], **change)
    return replace(HELD, memories=tuple(memories))


def test_what_is_all_there_is_proven():
    """When each payload, record, card, memory and extraction is there once, nothing is wrong."""
    proof = prove(CALLS, KEPT, HELD)
    assert proof.wrongs == ()
    assert proof.is_whole
    assert (proof.calls, proof.callers, proof.extractions) == (3, 2, 3)
    assert proof.memories == len(HELD.memories) == len(set(HELD.memories))


def test_nothing_acknowledged_proves_nothing():
    """A run in which no payload was acknowledged is no proof of anything."""
    assert not prove([], _kept([]), _held([])).is_whole


KEY = CALLS[0].key


@pytest.mark.parametrize(
    ("kept", "wrong"),
    [
        (
            replace(KEPT, payloads={**KEPT.payloads, KEY: b"{}"}),
            "other bytes archived than were sent",
        ),
        (
            replace(KEPT, payloads={k: v for k, v in KEPT.payloads.items() if k != KEY}),
            "payload not archived",
        ),
        (
            replace(KEPT, records={k: v for k, v in KEPT.records.items() if k != KEY}),
            "not recorded as remembered",
        ),
        (
            replace(KEPT, records={**KEPT.records, KEY: Record(NOT_REMEMBERED, "o")}),
            "not recorded as remembered",
        ),
        (
            replace(KEPT, records={**KEPT.records, KEY: Record(REMEMBERED, "o", memories=1)}),
            "recorded with another number of memories",
        ),
        (
            replace(KEPT, cards={**KEPT.cards, SARAH: Card(calls=(("conv_2", 0.0),))}),
            "noted 0 times on the caller card",
        ),
        (
            replace(
                KEPT,
                cards={**KEPT.cards, STEFAN: Card(calls=(("conv_3", 0.0), ("conv_3", 1.0)))},
            ),
            "noted 2 times on the caller card",
        ),
        (
            replace(
                KEPT,
                cards={**KEPT.cards, STEFAN: Card(calls=(("conv_3", 0.0), ("conv_1", 1.0)))},
            ),
            "on another caller's card",
        ),
    ],
)
def test_what_is_wrong_in_the_archive_is_told(kept, wrong):
    """Bytes, records and cards that are missing, other or doubled are each told once."""
    proof = prove(CALLS, kept, HELD)
    assert [one.what for one in proof.wrongs] == [wrong]
    assert not proof.is_whole


@pytest.mark.parametrize(
    ("held", "wrongs"),
    [
        (replace(HELD, memories=HELD.memories[1:]), ["memory missing"]),
        (replace(HELD, memories=(*HELD.memories, HELD.memories[0])), ["memory held 2 times"]),
        (
            replace(HELD, memories=(*HELD.memories, replace(HELD.memories[0], user_id=STEFAN))),
            ["memory of nobody who told it"],
        ),
        (_changed_memory(0, user_id=STEFAN), ["memory missing", "memory of nobody who told it"]),
        (_changed_memory(0, user_id=""), ["memory missing", "memory of nobody who told it"]),
        (_changed_memory(0, text="?"), ["memory missing", "memory of nobody who told it"]),
        (
            _changed_memory(0, kind=EXTRACTED),
            ["memory filed as another kind, or under another call"],
        ),
        (
            _changed_memory(0, type="semantic"),
            ["memory filed as another kind, or under another call"],
        ),
        (
            _changed_memory(0, conversation_id="conv_3"),
            ["memory filed as another kind, or under another call"],
        ),
        (
            replace(HELD, extractions={**HELD.extractions, "conv_1": 2}),
            ["extraction accepted 2 times"],
        ),
        (
            replace(HELD, extractions={"conv_1": 1, "conv_2": 1}),
            ["extraction accepted 0 times"],
        ),
        (
            replace(HELD, extractions={**HELD.extractions, "conv_9": 1}),
            ["extraction of a call that was not made"],
        ),
        (replace(HELD, unfinished=1), ["extractions that did not succeed"]),
    ],
)
def test_what_is_wrong_in_mem0_is_told(held, wrongs):
    """Memories that are missing, doubled or another's, and extractions not once, are each told."""
    proof = prove(CALLS, KEPT, held)
    assert [one.what for one in proof.wrongs] == wrongs
    assert not proof.is_whole


@given(st.lists(st.integers(0, 2), min_size=len(HELD.memories), max_size=len(HELD.memories)))
def test_whatever_is_lost_or_doubled_is_told(times):
    """Each memory that is not there exactly once is one wrong, whichever and how many they are."""
    memories = [one for one, count in zip(HELD.memories, times, strict=True) for _ in range(count)]
    proof = prove(CALLS, KEPT, replace(HELD, memories=tuple(memories)))
    told = [one.what for one in proof.wrongs]
    assert told.count("memory missing") == times.count(0)
    assert told.count("memory held 2 times") == times.count(2)
    assert len(told) == len(times) - times.count(1)


def test_what_was_told_twice_is_one_memory_of_either_call():
    """Words that a caller said in two calls are held once, filed under whichever was first."""
    (name,) = [place for place, one in enumerate(HELD.memories) if one.text == "Name is Sarah"]
    assert prove(CALLS, KEPT, _changed_memory(name, conversation_id="conv_2")).is_whole
    assert not prove(CALLS, KEPT, _changed_memory(name, conversation_id="conv_3")).is_whole


def test_what_was_not_acknowledged_may_be_remembered_or_not():
    """A payload without a 200 is owed nothing; what it left is no stranger's, but once at most."""
    calls = _calls(conv_3=False)
    without = calls[:2]
    assert prove(calls, _kept(calls), _held(calls)).is_whole
    assert prove(calls, _kept(without), _held(without)).is_whole
    twice = replace(HELD, memories=(*HELD.memories, HELD.memories[-1]))
    assert not prove(calls, KEPT, twice).is_whole
    assert not prove(
        calls, KEPT, replace(HELD, extractions={**HELD.extractions, "conv_3": 2})
    ).is_whole


def test_wrongs_name_no_caller():
    """Where something is wrong is told by conversation and kind: no number and no word said."""
    held = Held((replace(HELD.memories[0], user_id=STEFAN),), {}, 1)
    told = json.dumps(prove(CALLS, _kept([]), held).wrongs)
    assert not any(said in told for said in (SARAH, STEFAN, "Sarah", "tea", "Alderford"))
