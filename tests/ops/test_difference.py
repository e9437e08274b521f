"""What differs between a plan and what Mem0 holds."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chalicelib.memory_types import FACTUAL
from chalicelib.what_to_remember import Memory, Plan
from ops.difference import VERBATIM, compare
from tests import invented

HERE, ELSEWHERE = "conv_1", "conv_2"
TALK = invented.conversation(conversation_id=HERE)


def _plan(*marks):
    return Plan(TALK, tuple(Memory(text, FACTUAL, kind) for kind, text in marks), ())


def _held(*marks):
    """Return stored memories from (kind, text) or (kind, text, conversation)."""
    return [
        invented.memory(text, kind=kind, conversation_id="".join(where) or HERE, id=str(place))
        for place, (kind, text, *where) in enumerate(marks)
    ]


A, B = ("collected", "a"), ("summary", "b")


@pytest.mark.parametrize(
    ("planned", "held", "elsewhere", "missing", "too_much"),
    [
        ([A, B], [A, B], [], [], []),
        ([A, B], [A], [], [B], []),
        ([A], [A, B], [], [], [B]),
        ([A], [], [], [A], []),
        ([], [A], [], [], [A]),
        ([A], [A, A], [], [], [A]),  # stored twice
        ([A], [(*A, ELSEWHERE)], [], [], []),  # another call of the caller has brought it
        ([], [A], ["a"], [], []),  # another call says it as well
        ([], [(*A, ELSEWHERE)], [], [], []),  # of another call
        ([], [("", "a")], [], [], []),  # another tool's
        ([], [("note", "a")], [], [], []),  # another tool's
        ([], [("extracted", "a")], [], [], []),  # Mem0's own
        ([("name", "a")], [A], [], [("name", "a")], [A]),  # the same text, as something else
        ([("name", "a")], [A], ["a"], [("name", "a")], [A]),
    ],
)
def test_what_differs(planned, held, elsewhere, missing, too_much):
    """Missing is what nothing holds; too much is what only this call's app memories hold."""
    found = compare(_plan(*planned), _held(*held), elsewhere)
    assert [(one.kind, one.text) for one in found.missing] == missing
    assert [(one.kind, one.text) for one in found.too_much] == too_much
    assert found.unchanged == len(planned) - len(missing)
    assert bool(found) == bool(missing or too_much)


def test_what_mem0_would_not_take_is_written_last():
    """A text that is stored as something else is written after that was deleted."""
    found = compare(_plan(("name", "a"), B), _held(A))
    assert [one.text for one in found.first] == ["b"]
    assert [one.text for one in found.last] == ["a"]


def test_extracted_facts_are_counted():
    """Mem0's own facts of the conversation are counted, and those of others are not."""
    held = _held(("extracted", "a"), ("extracted", "b", ELSEWHERE))
    assert compare(_plan(), held).extracted == 1


MARKS = st.tuples(
    st.sampled_from([*sorted(VERBATIM), "extracted", "", "note"]), st.sampled_from("abcd")
)


@given(
    planned=st.lists(MARKS.filter(lambda mark: mark[0] in VERBATIM), max_size=5, unique=True),
    held=st.lists(st.tuples(MARKS, st.sampled_from([HERE, ELSEWHERE, ""])), max_size=8),
    elsewhere=st.sets(st.sampled_from("abcd")),
)
def test_once_put_right_nothing_differs(planned, held, elsewhere):
    """Deleting and writing what differs, as Mem0 does it, leaves nothing that differs."""
    stored = [
        invented.memory(text, kind=kind, conversation_id=where, id=str(place))
        for place, ((kind, text), where) in enumerate(held)
    ]
    plan = _plan(*planned)
    found = compare(plan, stored, elsewhere)
    going = {one.id for one in found.too_much}
    left = [one for one in stored if one.id not in going]
    for place, memory in enumerate(found.missing):
        if memory.text not in {one.text for one in left}:  # Mem0 keeps a text once
            new = {"kind": memory.kind, "conversation_id": HERE, "id": f"new {place}"}
            left.append(invented.memory(memory.text, **new))
    assert not compare(plan, left, elsewhere)
    assert {memory.text for memory in plan.memories} <= {one.text for one in left}
    others = [one for one in stored if one.conversation_id != HERE or one.kind not in VERBATIM]
    assert all(one in left for one in others)
