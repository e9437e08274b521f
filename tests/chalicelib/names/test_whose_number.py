"""Numbers that have passed on to somebody else, or from a household to one of it."""

import pytest

from chalicelib.household import people
from chalicelib.names import Name
from tests.chalicelib.names.dialogues import name_in

ALONE = [
    "Lucian. Dominic moved out, so you can take him off, it's just me on this number now.",
    "Linda. And it'll just be me from now on.",
    "I don't know any Garth. I just got this number last month. My name's Yesenia Coronel.",
    "There's no Beatrice here, this is my number since one month. My name is Solomon Teka.",
    "No, no conozco a ningún Pedro. Me dieron este número hace un mes. Soy Rosa Mena.",
]
NOT_ALONE = [
    "I just got your message. It's Lucian Brandt.",
    "My son moved out last year. It's Lucian Brandt, about the room.",
    "It's Linda Hatcher. I just got the bill, and it's only me who pays it.",
]


@pytest.mark.parametrize("words", ALONE)
def test_a_number_that_is_one_person_s_now(words):
    """Who says that nobody else has the number any more is alone on it."""
    assert name_in(f"a: Hello, who is this? | c: {words}").is_alone


@pytest.mark.parametrize("words", NOT_ALONE)
def test_a_number_of_which_nothing_is_said(words):
    """Other news of people and bills leave a number whose it was."""
    assert not name_in(f"a: Hello, who is this? | c: {words}").is_alone


def test_whoever_is_alone_is_all_of_the_household_from_then_on():
    """The earlier people of a number are not asked for once somebody says it is theirs alone."""
    tom, bea = Name("Tom Ash", 0.9, "said"), Name("Bea Holt", 0.9, "said")
    alone = Name("Bea", 0.9, "said", is_alone=True)
    kim = Name("Kim Ray", 0.9, "said")
    assert [one.full for one in people([tom, bea, alone])] == ["Bea Holt"]
    assert [one.full for one in people([tom, bea, alone, kim])] == ["Bea Holt", "Kim Ray"]
