"""A collected name beside the one that the agent greeted, and beside one known from before."""

import pytest

from chalicelib import names
from chalicelib.household import people
from chalicelib.names import Name, best
from tests.chalicelib.names.dialogues import heard, name_in

GREETED = [
    ("en", "a: Hello, Anna! | c: The sink drips.", "Anna", "Anna"),
    ("en", "a: Hello, Anna! | c: The sink drips.", "Anna Hale", "Anna Hale"),
    ("es", "a: Hola, Rita. | c: Gotea el grifo.", "Rita Solano", "Rita Solano"),
    ("en", "a: Hello, Anna! | c: The sink drips.", "Bea Hale", ""),
    ("en", "a: Hello, Anna! | c: Anna's my aunt.", "Anna", ""),
    ("es", "a: Hola, Rita. | c: Rita es mi tía.", "Rita", ""),
]


@pytest.mark.parametrize(("language", "talk", "collected", "name"), GREETED)
def test_a_collected_name_of_who_was_greeted(language, talk, collected, name):
    """It is sure enough to be spoken when it agrees with the greeting and nobody denies that."""
    assert heard(talk, language, caller_name=collected) == name


def test_a_collected_name_that_agrees_with_the_greeting_says_that_it_was_collected():
    """Its source tells that the caller has not said it."""
    name = name_in("a: Hello, Anna! | c: The sink drips.", caller_name="Anna Hale")
    assert (name.source, name.confidence >= names.SPOKEN_FROM) == ("collected", True)


BESIDE = [
    ("Anna", "Anna Hale", "Anna Hale"),
    ("Gráinne", "Grainne O'Dowd", "Gráinne O'Dowd"),
    ("Anna Hale", "Anna", "Anna Hale"),
    ("Anna Hale", "Anna Finch", "Anna Hale"),
    ("Anna Hale", "Anna Maria Finch", "Anna Hale"),
    ("Mrs. Hale", "Anna Hale", "Anna Hale"),
]


@pytest.mark.parametrize(("said", "collected", "full"), BESIDE)
def test_a_collected_name_beside_one_that_was_said(said, collected, full):
    """It completes a name, and never replaces how a part of it was said."""
    assert best(Name(said, 0.9, "said"), Name(collected, 0.65, "collected")).full == full


def test_a_name_that_stays_beside_a_collected_one_stays_said():
    """What the collected name has not changed keeps its source."""
    assert best(Name("Anna Hale", 0.9, "said"), Name("Anna Finch", 0.65, "collected")) == Name(
        "Anna Hale", 0.9, "said"
    )


def test_a_later_surname_that_is_said_wins():
    """Of what the caller says the later surname is right, beside one that was collected too."""
    for source in ("said", "collected"):
        assert best(Name("Anna Hale", 0.8, source), Name("Anna Finch", 0.9, "said")).full == (
            "Anna Finch"
        )


def test_a_household_where_names_were_collected():
    """Later collected names of one person make no second one, and change no surname."""
    told = [Name("Anna", 0.9, "said")]
    told += [Name(full, 0.65, "collected") for full in ("Anna Hale", "Anna Finch")]
    assert [one.full for one in people(told)] == ["Anna Hale"]
