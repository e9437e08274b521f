"""Which language a caller speaks."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chalicelib import language

ENGLISH = (
    "Well, I was born in the house that my grandfather built, and they never let me forget it."
)
SPANISH = "Pues yo nací en la casa que hizo mi abuelo, y no me dejan que se me olvide."


@pytest.mark.parametrize(
    ("said", "noted", "spoken"),
    [
        ([ENGLISH], "en", "en"),
        ([ENGLISH], "es", "en"),
        ([SPANISH], "en", "es"),
        ([SPANISH], "", "es"),
        ([ENGLISH.upper()], "", "en"),
        ([ENGLISH.replace("'", "\u2019")], "", "en"),
        ([ENGLISH, SPANISH, SPANISH], "en", "es"),
        ([SPANISH, ENGLISH, ENGLISH], "es", "en"),
        ([ENGLISH + " Cómo se dice, mi abuelito."], "en", "en"),
        ([ENGLISH, "Next time again in Spanish, yes?", "Bye."], "en", "es"),
        ([ENGLISH, "Can we do it en español from now on?"], "en", "es"),
        ([SPANISH, "English, please."], "es", "en"),
        ([SPANISH, "La próxima en inglés, que estoy aprendiendo."], "es", "en"),
        ([ENGLISH, "My teacher in school was Spanish. She spoke English with the nuns."], "", "en"),
        (["Hm."], "es", "es"),
        (["¿Bueno?", "Sí."], "en", "en"),
        ([], "de", "de"),
        (["Ich bin in dem Haus geboren, das mein Großvater gebaut hat."], "de", "de"),
        ([f"{ENGLISH} {SPANISH}", f"{SPANISH} {ENGLISH}"], "en", "en"),
    ],
)
def test_the_language_is_the_one_spoken_last(said, noted, spoken):
    """What the caller says decides, the later half first; what is noted where words don't tell."""
    assert language.of_call(said, noted) == spoken


@given(st.lists(st.text()), st.text())
def test_no_words_break_it(said, noted):
    """Whatever was said, the language is one of ours or the noted one."""
    assert language.of_call(said, noted) in {"en", "es", noted}
