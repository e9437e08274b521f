"""Words that stand like a name and are nobody's: a composer, a building, a firm, an order."""

import pytest

from chalicelib import names
from tests.chalicelib.names.dialogues import call, heard, turns


@pytest.mark.parametrize(
    "words",
    [
        "There's a typo on page two, it's Brahms, not Brams.",
        "It's Bechstein, not Beckstein, on the label.",
        "En la placa es Chopin, no Chopan, por favor.",
    ],
)
def test_what_is_put_right_and_is_no_name_of_theirs(words):
    """A word put right that is unlike the one who was greeted is not the caller's name."""
    talk = turns(f"a: Hello Siobhan! What can I do for you? | c: {words}")
    assert names.name_of(call(talk, greeted="Siobhan")).full in {"", "Siobhan"}


def test_who_is_put_right_is_still_the_caller():
    """A word put right that is like the one who was greeted is the caller's name."""
    talk = turns("a: Hello Isel! | c: It's Itzel, not Isel. | a: I am sorry, Itzel.")
    assert names.name_of(call(talk, greeted="Isel")).spoken == "Itzel"


@pytest.mark.parametrize("item", ["building", "companyName", "pet_name", "edificio"])
def test_what_was_collected_as_something_else(item):
    """A name that the analysis collected for a building or a pet is not spoken."""
    talk = "a: Who am I speaking with? | c: Hollis Court, car two is stuck again."
    assert heard(talk) == "Hollis Court"
    assert heard(talk, **{item: "Hollis Court"}) == ""
    assert heard(talk, **{item: "Hollis Court", "caller_name": "Hollis Court"}) == "Hollis Court"


@pytest.mark.parametrize(
    "talk",
    [
        "a: Who am I speaking with? | c: Hollis Tower, Gay Street.",
        "a: Who is calling? | c: Lindqvist Roofing. I need eight rolls.",
        "a: Which site? | c: The bakery in Quay Street. | a: Noted: Halden, Quay Street, Monday.",
        "a: who should he ask for | c: whoever's at the back just honk | a: noon and honk bye",
        "a: hello | c: a paper for the landlord mr oduya | a: to flat six addressed to mr oduya",
    ],
)
def test_what_nobody_is_called(talk):
    """A tower, a firm, a street and an order are no names, nor is another in a list."""
    assert heard(talk) == ""
