"""How people leave something open, and how they don't."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chalicelib.threads.promises import kind_of
from chalicelib.threads.putting_off import puts_off
from chalicelib.threads.settling import keeps_word


@pytest.mark.parametrize(
    "sentence",
    [
        "Next time I'll tell you about the ferry.",
        "That's for another day.",
        "Remind me about the bakery some day.",
        "I'll read you the letter on Monday.",
        "I haven't told you how the roof came off.",
        "I didn't even get to the wedding yet.",
        "There's the trial to tell you yet.",
        "Call me back after Easter.",
        "Please send me the first chapter.",
        "Can you call my sister?",
        "Don't call before nine, okay?",
        "Somebody ought to read them to me.",
        "She's coming for the cradle on Saturday.",
        "I'm getting the new hip in March.",
        "I'd like to tell you what he said, but not on the telephone.",
        "Otro día le cuento lo del río.",
        "Se lo cuento la próxima.",
        "Luego le platico de la huelga.",
        "Llámeme después de Navidad.",
        "El jueves me operan de la rodilla.",
        "En junio viene mi nieto.",
        "No le he contado lo del tren.",
    ],
)
def test_what_is_left_open(sentence):
    """A promise, a wish and what is still to come are left open."""
    assert kind_of(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "I told her about the ferry.",
        "We went to the lake next to the mill.",
        "I'll tell you the truth.",
        "I will never tell him.",
        "I'll tell you now.",
        "You can call me Kit.",
        "They called me on a Monday and I was out.",
        "What will you tell them?",
        "He was going to come in June, but the bridge was out.",
        "Ayer le conté lo del río.",
        "Mi abuela contaba cuentos.",
        "El jueves fue un día largo.",
    ],
)
def test_what_is_not(sentence):
    """What is over, what is asked, and manners of speaking leave nothing open."""
    assert kind_of(sentence) is None


def test_putting_off_and_keeping_word():
    """To put a thing off is told from keeping a promise."""
    assert puts_off("Not today, dear.")
    assert not puts_off("I promised you the ferry.")
    assert keeps_word("I promised you the ferry.")
    assert keeps_word("Le debo lo del río.")
    assert not keeps_word("Not today, dear.")


@given(st.text(st.sampled_from("i'll tell you next time , ?"), max_size=2_000) | st.text())
def test_no_words_break_it(words):
    """Whatever is said leaves nothing open, or something at a place within it."""
    found = kind_of(words)
    assert found is None or 0 <= found[1] <= len(words)
