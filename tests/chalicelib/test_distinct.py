"""What a search found, each thing once."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chalicelib.distinct import chosen, distinct
from tests import invented
from tests.invented import memory

SAID = memory(
    "Agent asked: And the pigeons?\nCaller said: My brother kept sixty pigeons on the roof.",
    type="semantic",
    kind="exchange",
    score=0.5,
)


def texts(found):
    """Return what is told."""
    return [one.text for one in distinct(found)]


def test_of_two_that_say_the_same_the_callers_words_stay():
    """A fact that retells what the caller said is left out, though it fits better."""
    retold = memory("Brother kept sixty pigeons on the roof", score=0.9)
    assert texts([retold, SAID]) == [SAID.text]


def test_the_better_of_two_facts_stays():
    """Of two facts that say the same the one with the better score is told."""
    worse, better = (
        memory(f"User loves thin pizza{end}", score=0.3 + len(end)) for end in ("", "!")
    )
    assert texts([worse, better]) == [better.text]


def test_another_number_is_another_thing():
    """Two memories that differ in a number are both told."""
    found = [memory(f"Caller said: The ferry left on day {day}.", score=0.5) for day in (3, 4)]
    assert len(distinct(found)) == 2


def test_a_summary_gives_way_to_what_was_said():
    """When something that was said in a call is found, that call's summary is left out."""
    summary = memory("They spoke of the roof and the war.", kind="summary", score=0.9)
    assert texts([summary, SAID]) == [SAID.text]
    elsewhere = memory(
        "They spoke of the sea.", kind="summary", score=0.9, conversation_id="conv_2"
    )
    assert texts([elsewhere, SAID]) == [elsewhere.text, SAID.text]


def test_an_unsure_name_is_not_told():
    """A name that is too unsure to be spoken is not told to the agent's tool either."""
    unsure = memory("Name may be Nell", kind="name", name="Nell", confidence=0.3, score=0.9)
    assert texts([unsure]) == []


def own(number, score):
    """Return something that the caller said."""
    return memory(f"Caller said: In {number} we sailed.", type="semantic", score=score)


def fact(number, score):
    """Return something that was made of what was said in other calls."""
    return memory(f"Bought house {number}", score=score, conversation_id=f"conv_{number}")


@pytest.mark.parametrize(
    ("found", "scores"),
    [
        ([fact(1, 0.9), fact(2, 0.8), own(3, 0.7), own(4, 0.6)], [0.9, 0.7, 0.6]),
        ([fact(1, 0.9), fact(2, 0.8), own(3, 0.7)], [0.9, 0.8, 0.7]),
        ([fact(1, 0.9), fact(2, 0.8), own(3, 0.3), own(4, 0.2)], [0.9, 0.8, 0.3]),
        ([fact(1, 0.9), fact(2, 0.8), fact(3, 0.7), fact(4, 0.6)], [0.9, 0.8, 0.7]),
        ([own(1, 0.9), own(2, 0.8), own(3, 0.7), fact(4, 0.95)], [0.95, 0.9, 0.8]),
    ],
)
def test_of_three_one_is_in_others_words(found, scores):
    """The caller's own words come before a second fact, as long as they fit half as well."""
    assert [one.score for one in chosen(found, 3)] == scores


def test_a_name_gives_way():
    """The name, which the agent knows, is told only where there is room."""
    name = memory("Name is Ana", kind="name", name="Ana", score=0.9)
    found = [name, own(1, 0.8), own(2, 0.7), own(3, 0.6)]
    assert [one.score for one in chosen(found, 3)] == [0.8, 0.7, 0.6]
    assert chosen([name], 3) == [name]


FOUND = st.lists(
    st.builds(
        memory,
        st.sampled_from(["bees", "Bees!", "User keeps bees", "x", "7"]) | invented.ANY_TEXT,
        type=st.sampled_from(["factual", "semantic", ""]),
        score=st.floats(0, 1),
    )
)


@given(FOUND)
def test_nothing_is_made_up_and_the_best_come_first(found):
    """Whatever is found, what is told was found, and is in the order of its scores."""
    told = distinct(found)
    assert {one.text for one in told} <= {one.text for one in found}
    assert [one.score for one in told] == sorted((one.score for one in told), reverse=True)
    assert bool(told) is bool(found)
    assert {one.text for one in chosen(found, 3)} <= {one.text for one in told}
    assert len(chosen(found, 3)) == min(3, len(told))
