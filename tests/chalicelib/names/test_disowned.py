"""A first name that nobody uses, and a form of it that will do."""

import pytest

from tests.chalicelib.names.dialogues import called, heard

CALLED = [
    ("en", "a: Hello Eugene! | c: Nobody calls me Eugene though. It's Gene.", "Gene"),
    ("en", "Eugene Aldous, nobody calls me Eugene though. Gene. | a: Thanks, Gene.", "Gene"),
    ("en", "Oludayo Akin. Dayo's fine. | a: Thanks, Dayo.", "Dayo"),
    ("en", "Oludayo Akin, but Dayo works. | a: Lovely, Dayo.", "Dayo"),
    ("es", "Francisca Luna, nadie me dice Francisca ya. Paca. | a: Bien, Paca.", "Paca"),
    ("es", "María Guadalupe Ortiz. Lupita está bien. | a: Gracias, Lupita.", "Lupita"),
    # and what is not meant so
    ("en", "Eugene Aldous. Nobody calls me Eugene though.", "Eugene"),
    ("en", "Eugene Aldous. Nobody calls me Gene though. | a: Thanks, Eugene.", "Eugene"),
    ("en", "Oludayo Akin. Friday's fine. | a: Thanks, Oludayo.", "Oludayo"),
    ("en", "Oludayo Akin. And Bola's fine again. | a: Bola will be glad.", "Oludayo"),
    ("es", "Francisca Luna. Nadie me dice Paca. | a: Bien, Francisca.", "Francisca"),
    ("es", "María Guadalupe Ortiz. El martes está bien. | a: Gracias, María.", "María"),
]


@pytest.mark.parametrize(("language", "talk", "name"), CALLED)
def test_a_first_name_that_nobody_uses(language, talk, name):
    """Who says that nobody calls them so, or that a short form will do, is called by another."""
    assert called(talk, language) == name


BEHIND = [
    ("en", "It's Hale, H-A-L-E. Dora, but nobody calls me that.", "Dora Hale"),
    ("en", "It's Quist, Q-U-I-S-T. Dora, but nobody calls me Dora.", "Dora Quist"),
    ("es", "Es Lorca, ele, o, erre, ce, a. Petronila, pero nadie me llama así.", "Petronila Lorca"),
    ("en", "Quist, Q, U, I, S, T. Dora's away, but nobody calls me.", "Quist"),
    ("en", "Quist, Q, U, I, S, T. Tuesday, but nobody calls me that early.", "Quist"),
]


@pytest.mark.parametrize(("language", "talk", "name"), BEHIND)
def test_a_first_name_behind_a_spelled_surname(language, talk, name):
    """A first name that is said behind the spelled surname, and disowned, stands before it."""
    assert heard(talk, language) == name
