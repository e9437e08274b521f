"""The invented callers: there are enough of them, and what is expected of them can be met."""

import re

import pytest

from quality.fixture import KEPT_ASIDE, read_callers
from quality.player import caller_id_of
from quality.wording import holds

CALLERS = list(read_callers())
CALLS = [(caller, call) for caller in CALLERS for call in caller.calls]


def test_there_are_enough_of_them():
    """There are at least 20 callers with 4 to 6 calls each, 200 questions, a third kept aside."""
    assert len(CALLERS) >= 20
    assert all(4 <= len(caller.calls) <= 6 for caller in CALLERS)
    assert sum(len(caller.questions) for caller in CALLERS) >= 200
    assert len(KEPT_ASIDE) * 3 == len(CALLERS)
    assert {caller.id for caller in CALLERS} >= KEPT_ASIDE


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
