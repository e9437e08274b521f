"""What is worth saying beside the name."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chalicelib.sensitive import is_sensitive
from chalicelib.worth_saying import worth_saying
from tests import invented
from tests.invented import LATER, memory, recollection

EMAIL = "I know you prefer email updates."
NAMED = memory("Name is Ana", kind="name", name="Ana")


def said(text, kind, days_ago=3, language="en"):
    """Return a memory of some days ago."""
    at = datetime.fromtimestamp(LATER, UTC) - timedelta(days=days_ago)
    return memory(text, kind=kind, created_at=at, language=language)


MOVE = said("Next time I'll tell you about the move up north.", "thread")
LAKE = said("Ana talked about her summers at the lake and her dog.", "summary")
PREFERS = said("User prefers email", "collected")


@pytest.mark.parametrize(
    ("known", "sentence"),
    [
        ([PREFERS, MOVE, LAKE], EMAIL),
        ([MOVE, LAKE], "You wanted to tell me about the move up north."),
        ([LAKE], "Last time we talked about your summers at the lake."),
        (
            [said("Luego le cuento de mi boda.", "thread", language="es")],
            "Quedó en contarme de su boda.",
        ),
        (
            [said("Habló de los viñedos y de su hermana.", "summary", language="es")],
            "La última vez hablamos de los viñedos.",
        ),
        ([], ""),
        ([said("User keeps bees", "extracted")], ""),
    ],
)  # fmt: skip
def test_one_thing_at_most_is_said(known, sentence):
    """A preference comes before a promise, and that before what the last call was about."""
    assert worth_saying(recollection(*known, NAMED), LATER) == sentence


@pytest.mark.parametrize(
    "known",
    [
        said("User prefers email", "collected", days_ago=800),
        said("Next time I'll tell you about the move up north.", "thread", days_ago=100),
        said("Ana talked about her summers at the lake.", "summary", days_ago=200),
    ],
)
def test_what_is_old_is_not_said(known):
    """What is older than it should be is left to the agent."""
    assert worth_saying(recollection(known, NAMED), LATER) == ""


@pytest.mark.parametrize(
    "known",
    [
        said("I'll tell you about my operation next week.", "thread"),
        said("Ana talked about the death of her brother.", "summary"),
        said("Ana spoke about the debts of the shop and the garden.", "summary"),
        said("Ana talked about the garden, and about her divorce.", "summary"),
        said("Habló de su viudez y de la guerra.", "summary", language="es"),
        said("Ana talked about how he left her.", "summary"),
        said("Luego le cuento de mi boda.", "thread", language="en"),
    ],
)
def test_what_is_sensitive_or_unclear_is_not_said(known):
    """Health, death, money and conflict are not said, nor what can't be told in plain words."""
    assert worth_saying(recollection(known, NAMED), LATER) == ""


def test_a_settled_promise_is_not_said():
    """A promise that a later call has kept is not brought up again."""
    from dataclasses import replace  # noqa: PLC0415

    from chalicelib.threads.thread_key import thread_key  # noqa: PLC0415

    told = replace(said("User keeps bees", "extracted", 1), settles=(thread_key(MOVE.text),))
    assert worth_saying(recollection(told, MOVE, NAMED), LATER) == ""


def test_on_a_shared_telephone_nothing_is_said():
    """Where several people call from one number, nothing of one is said to another."""
    eva = memory("Name is Eva", kind="name", name="Eva")
    assert worth_saying(recollection(PREFERS, MOVE, NAMED, eva), LATER) == ""


@pytest.mark.parametrize("words", ["her illness", "el funeral", "a debt", "OPERACIÓN", "su viuda"])
def test_sensitive_words_are_known_in_both_languages(words):
    """Sensitive words are found in any case, with and without accents."""
    assert is_sensitive(words)


@given(invented.ANY_TEXT, st.sampled_from(["thread", "summary", "collected"]))
def test_no_memory_breaks_it(text, kind):
    """Whatever is remembered, what is said is one line without a template's braces."""
    told = worth_saying(recollection(said(f"I'll tell you about {text}", kind), NAMED), LATER)
    assert "{" not in told
    assert len(told.splitlines()) <= 1
