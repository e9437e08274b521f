"""The invented callers: there are enough of them, and what is expected of them can be met."""

import re

import pytest

from chalicelib.names import SPEAKER_ITEMS, analysed
from chalicelib.payload import dig
from quality.fixture import KEPT_ASIDE, read_callers
from quality.player import caller_id_of
from quality.without_items import without_items
from quality.wording import holds

CALLERS = list(read_callers())
CALLS = [(caller, call) for caller in CALLERS for call in caller.calls]


def test_there_are_enough_of_them():
    """There are at least 20 callers with 4 to 6 calls each, 200 questions, a third kept aside."""
    assert len(CALLERS) >= 20
    assert all(4 <= len(caller.calls) <= 6 for caller in CALLERS)
    assert sum(len(caller.questions) for caller in CALLERS) >= 200
    assert len(KEPT_ASIDE) * 3 >= len(CALLERS)
    assert {caller.id for caller in CALLERS} >= KEPT_ASIDE


def test_the_items_of_ours_are_answered_as_they_ask():
    """An analysis holds the five items that tell who speaks, with values that they allow."""
    answered = 0
    for _, call in CALLS:
        results = dig(call.data, "analysis", "data_collection_results") or {}
        if not (ours := {item: results[item]["value"] for item in SPEAKER_ITEMS & results.keys()}):
            continue
        answered += 1
        assert ours.keys() == SPEAKER_ITEMS
        assert ours.pop(analysed.WHO) in analysed.WAYS
        assert {type(ours.pop(item)) for item in (analysed.ALONE, analysed.ANOTHERS)} == {bool}
        assert all(one is None or isinstance(one, str) for one in ours.values())
    assert answered > 500


def test_they_can_be_left_out():
    """Of an agent that collects no items of ours all else is as it was."""
    caller = next(one for one in CALLERS if one.id == "A01")
    collected = [
        dig(call.data, "analysis", "data_collection_results") or {}
        for one in (caller, without_items(caller))
        for call in one.calls
    ]
    with_ours, others = collected[: len(caller.calls)], collected[len(caller.calls) :]
    assert any(one.keys() >= SPEAKER_ITEMS for one in with_ours)
    for one, other in zip(with_ours, others, strict=True):
        assert other == {item: one[item] for item in one if item not in SPEAKER_ITEMS}


def test_both_languages_are_spoken():
    """Calls are in English and in Spanish, in both parts."""
    for part in (True, False):
        calls = [call for caller, call in CALLS if caller.is_kept_aside is part]
        assert {call.language for call in calls} == {"en", "es"}


def test_nobody_is_real():
    """Every number is one that is set aside for stories: 555-01xx."""
    for caller in CALLERS:
        assert re.fullmatch(r"\+1\d{3}55501\d\d", caller_id_of(caller))


@pytest.mark.parametrize(
    ("caller", "call"), CALLS, ids=[f"{caller.id}-{call.number}" for caller, call in CALLS]
)
def test_what_is_expected_was_said(caller, call):
    """The words of each expected fact, thread and answer were said in the call."""
    spoken = "\n".join(call.turns)
    expected = [words for said in (*call.facts, *call.opened) for words in said.words]
    assert [words for words in expected if not holds(spoken, words)] == []
    answers = [answer for one in caller.questions for answer in one.answers]
    turns = [turn for number, turn in answers if number == call.number]
    assert all(call.turns[turn] for turn in turns)
