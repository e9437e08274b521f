"""The judge of quality: each measure is right when it should be, and wrong when it should be."""

from dataclasses import replace

import pytest

from chalicelib.threads.thread_key import THREADS_TITLE
from quality.fixture import Call, Forbidden, Question, Said, read_callers
from quality.judge import judge
from quality.player import Played, Searched
from quality.recall import judge_search
from quality.report import MEASURES, thresholds_missed
from quality.threads import judge_threads, open_threads
from tests.invented import memory

CALLER = next(caller for caller in read_callers() if caller.id == "A01")
SAID = "I was born on Elm Street, in a house with a red door."


def call(**fields):
    """Return a call in which the caller says one thing."""
    turns = [("agent", "So you lived in Chicago?"), ("user", SAID)]
    data = {"transcript": [{"role": role, "message": words} for role, words in turns]}
    expected = ("Ana", (), "Ana Ruiz", "en", True, "Ana Ruiz", "en", (), (), (), Forbidden())
    return replace(Call(2, {"data": data}, *expected), **fields)


def played(stored=(), greeting="Hello Ana!", name="Ana", context="Caller: Ana Ruiz", **fields):
    """Return that call, with what was told before and stored afterwards."""
    variables = {"memory_greeting": greeting, "caller_name": name, "returning_caller": "yes"}
    agent = {"language": "en"}
    told = {"dynamic_variables": variables, "conversation_config_override": {"agent": agent}}
    afterwards = {"dynamic_variables": {"memory_context": context}}
    return Played(call(**fields), told, tuple(stored), afterwards)


def wrong(one):
    """Return the measures by which something was wrong."""
    return sorted({said.measure for said in judge(one) if not said.is_right})


def test_a_call_that_went_well_has_nothing_wrong():
    """A call that was greeted, named and remembered as expected has nothing wrong."""
    fact = Said(("Elm Street", "red door"), "Where she was born.")
    assert wrong(played([memory(f"Caller said: {SAID}", kind="exchange")], facts=(fact,))) == []


@pytest.mark.parametrize(
    ("one", "measures"),
    [
        (played(greeting="Hello!", name=""), ["name greeted"]),
        (played(greeting="Hello Eva!", name="Eva"), ["name greeted", "no wrong name spoken"]),
        (played(greeted=""), ["name greeted", "no wrong name spoken"]),
        (played(greeted="Mrs. Ruiz"), ["name greeted"]),
        (played(greeted="", asks_for=("Ana", "Eva")), ["name greeted", "no wrong name spoken"]),
        (played(greeting="Hello!", name="", greeted="", asks_for=("Ana", "Eva")), ["name greeted"]),
        (played(greeting_language="es"), ["greeting language"]),
        (played(is_returning=False), ["returning"]),
        (played(context="Caller: +12185550143"), ["name kept"]),
        (played([memory("Name is Eva", kind="name", name="Eva")], context=""), ["name kept"]),
        (played(facts=(Said(("Elm Street",), ""),)), ["facts found"]),
        (played([memory("Lives on the moon with nine goats")]), ["facts precise", "no junk"]),
        (
            played([memory("Lived in Chicago")], forbidden=Forbidden(unsaid=("lived in Chicago",))),
            ["facts precise", "no echo", "no junk"],
        ),
        (
            played([memory("House with a red door")], forbidden=Forbidden(unsaid=("a red door",))),
            ["facts precise", "no junk"],
        ),
        (
            played([memory("The red door")], forbidden=Forbidden(small_talk=("red door",))),
            ["facts precise", "no junk", "no small talk"],
        ),
        (
            played(
                [memory("I was born on Elm Street. A red door.")],
                forbidden=Forbidden(small_talk=("red door",)),
            ),
            ["facts precise", "no small talk"],
        ),
        (
            played([memory("House with a red door")], forbidden=Forbidden(secrets=("red door",))),
            ["facts precise", "no secret"],
        ),
    ],
)
def test_what_went_wrong_is_told(one, measures):
    """Each thing that is not as expected is found, under its measure."""
    assert wrong(one) == measures


THREAD = Said(("the move",), "tell about the move")
SHOWN = f"{THREADS_TITLE}\n- (2026-11-01) Next time the move.\nKnown facts:\n- (2026-11-01) x"


@pytest.mark.parametrize(
    ("context", "later", "measures"),
    [
        (SHOWN, {}, []),
        ("", {}, ["threads still open"]),
        ("", {"settled": ("tell about the move",)}, []),
        (SHOWN, {"settled": ("tell about the move",)}, ["threads settled"]),
    ],
)
def test_threads_are_followed_from_call_to_call(context, later, measures):
    """A thread is to be shown until a call settles it, and no longer."""
    kept = memory("Next time the move.", kind="thread")
    calls = [played([kept], opened=(THREAD,)), played(context=context, **later)]
    assert [said.measure for said in judge_threads(calls) if not said.is_right] == measures


def test_threads_that_are_none_are_told():
    """A thread that was not expected is not precise, and one that is missing is not found."""
    calls = [played([memory("Next time the bees.", kind="thread")], opened=(THREAD,))]
    told = {said.measure: said.is_right for said in judge_threads(calls)}
    assert told == {"threads found": False, "threads precise": False}
    assert open_threads(SHOWN) == ["- (2026-11-01) Next time the move."]
    assert open_threads("Known facts:\n- x") == []


def test_an_answer_counts_where_it_is_found():
    """A question is answered by the turn's own words, among the first three memories."""
    answer = CALLER.calls[0].turns[3]
    searched = Searched(Question(1, "Where?", ((1, 3),)), ("Bees.", f"Caller said: {answer}"))
    told = {said.measure: said.is_right for said in judge_search(searched, CALLER)}
    assert told == {"recall@1": False, "recall@3": True}
    nothing = Searched(Question(1, "Where?", ((1, 3),)), ("Bees.", answer[:20]))
    assert not any(said.is_right for said in judge_search(nothing, CALLER))


def test_a_threshold_that_is_missed_is_told():
    """A measure below its threshold, or of which there is no judgement, is missed."""
    told = list(judge(played(greeting="Hello Eva!", name="Eva")))
    missed = thresholds_missed({False: told, True: []})
    assert "name greeted (rules were made with)" in missed
    assert "no wrong name spoken (rules were made with)" in missed
    assert "recall@3 (rules were made with)" in missed
    assert set(MEASURES) >= {said.measure for said in told}
