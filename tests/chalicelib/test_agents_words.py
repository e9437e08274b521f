"""What is remembered of the agent's own words: tables of what goes and what an answer needs."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chalicelib.threads.own_clause import offer_in, promise_in
from chalicelib.what_to_remember import plan
from tests import table
from tests.invented import conversation

BEFORE = [
    ("agent", "Hello! Thank you for calling. How can I help you today?"),
    ("user", "We came to Kansas in 1951 with two cows, and I want to tell it all."),
]
AFTER = [
    ("agent", "I see."),
    ("user", "My uncle Earl drove the cattle truck until 1970."),
    ("agent", "Goodbye!"),
    ("user", "Bye."),
]
ROLES = {"agent": "agent", "caller": "user"}


def remembered(talk):
    """Return the texts that a call with ``talk`` in its middle leaves behind."""
    turns = [(ROLES[who], words) for who, words in talk if who in ROLES]
    planned = plan(conversation(*BEFORE, *turns, *AFTER))
    return [memory.text.casefold() for memory in planned.memories]


def pieces(talk, sign):
    """Return the pieces of words that a talk names after ``sign``."""
    named = [words.split(" / ") for who, words in talk if who == sign]
    return [piece.casefold() for row in named for piece in row]


def _id(talk):
    return talk[0][1][:60]


GO, STAY = table.read_talks("agents_words_go"), table.read_talks("agents_words_stay")


@pytest.mark.parametrize("talk", GO, ids=_id)
def test_guesses_and_recitals_of_the_agent_go(talk):
    """What the agent guesses, recites, reads aloud or quotes is in no memory."""
    texts = remembered(talk)
    assert not [piece for piece in pieces(talk, "-") for text in texts if piece in text], texts


@pytest.mark.parametrize("talk", [*GO, *STAY], ids=_id)
def test_what_an_answer_needs_stays(talk):
    """What the caller says stays, and so does the question that it is nothing without."""
    texts = remembered(talk)
    held = [piece for piece in pieces(talk, "+") if any(piece in text for text in texts)]
    assert held == pieces(talk, "+"), texts


@given(
    st.text(alphabet="aI 'lsendyou.,;:—-?C$\u2019…", max_size=60),
    st.sampled_from(["", "I'll send it", "Tuesday"]),
)
def test_a_clause_is_made_of_the_sentence_alone(around, promise):
    """Whatever stands around a promise or an offer, what is kept of it adds no word."""
    sentence = f"{around} {promise} {around}"
    said = set(re.findall(r"\w+", sentence.lower()))
    for kept in (promise_in(sentence, r"\bI'll send\b"), offer_in(sentence)):
        assert set(re.findall(r"\w+", kept.lower())) <= said
