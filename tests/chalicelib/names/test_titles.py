"""Title and name: what callers are called who say them, and the agent too."""

import pytest

from chalicelib.household import people
from chalicelib.names import Name, best
from tests.chalicelib.names.dialogues import called, heard, name_in

BOTH_SAY = [
    ("en", "Dora Hale. Mrs. Hale, with the green gate. | a: Thank you, Mrs. Hale.", "Mrs. Hale"),
    ("en", "Mrs. Hale. Dora Hale. | a: Thank you, Mrs. Hale.", "Mrs. Hale"),
    ("en", "Mrs. Hale. Dora Hale.", "Mrs. Hale"),
    ("en", "Doctor Amos Hale. Doctor Hale will do. | a: Thank you, Dr. Hale.", "Dr. Hale"),
    ("es", "Señora Ruiz. Elena Ruiz. | a: Gracias, señora Ruiz.", "señora Ruiz"),
    ("es", "Elena Ruiz, señora Ruiz en el banco. | a: Bien, señora Ruiz.", "señora Ruiz"),
    ("es", "Refugio Nieto, pero dígame doña Cuca. | a: ¡Claro, doña Cuca!", "doña Cuca"),
    ("es", "Refugio Nieto, todos me dicen doña Cuca. | a: ¡Claro, doña Cuca!", "doña Cuca"),
]


@pytest.mark.parametrize(("language", "talk", "name"), BOTH_SAY)
def test_title_and_name_that_both_say(language, talk, name):
    """What the caller calls themself, title and all, they are called once the agent does."""
    assert called(talk, language) == name


NOT_BOTH = [
    ("en", "Dora Hale. | a: Thank you, Mrs. Hale.", "Dora"),
    ("en", "Dora Hale. Mrs. Finch sent me. | a: Mrs. Finch is kind.", "Dora"),
    ("en", "Dora Hale. Mrs. Hale was my mother. | a: Thank you, Dora.", "Dora"),
    ("es", "Elena Ruiz. | a: Gracias, señora Ruiz.", "Elena"),
    ("es", "Refugio Nieto. Me mandó doña Cuca. | a: Doña Cuca es amable.", "Refugio"),
]


@pytest.mark.parametrize(("language", "talk", "name"), NOT_BOTH)
def test_title_and_name_that_one_of_them_says(language, talk, name):
    """A title that only one of them says, or that is somebody else's, changes nothing."""
    assert called(talk, language) == name


def test_the_full_name_behind_title_and_surname():
    """Who says "Mrs. Hale. Dora Hale." is Dora Hale."""
    assert heard("Mrs. Hale. Dora Hale.") == "Dora Hale"


PUT_RIGHT = [
    ("a: Hello, Mrs. Twist! | c: It's Mrs. Quist.", "Mrs. Quist", "corrected"),
    ("a: Hello, Mrs. Twist! | c: Mrs. Quist, Q, U, I, S, T.", "Mrs. Quist", "corrected"),
    ("a: Hello, Mrs. Twist! | c: No, this is her sister, Mrs. Okonjo.", "Mrs. Okonjo", "said"),
]


@pytest.mark.parametrize(("talk", "full", "source"), PUT_RIGHT)
def test_a_surname_behind_a_title_is_put_right(talk, full, source):
    """A surname like the one greeted, behind the same title, is a correction, spelled or not."""
    name = name_in(talk)
    assert (name.full, name.source) == (full, source)


HOUSEHOLDS = [
    (["Mrs. Twist"], Name("Mrs. Quist", 0.9, "corrected"), ["Mrs. Quist"]),
    (["señora Lara"], Name("señora Vara", 0.9, "corrected"), ["señora Vara"]),
    (["Edna Twist"], Name("Mrs. Quist", 0.9, "corrected"), ["Edna Quist"]),
    (["Mrs. Twist"], Name("Mrs. Quist", 0.9, "said"), ["Mrs. Twist", "Mrs. Quist"]),
    (["Mrs. Twist"], Name("Mr. Quist", 0.9, "corrected"), ["Mrs. Twist", "Mr. Quist"]),
    (["Mrs. Twist"], Name("Mrs. Okonjo", 0.9, "corrected"), ["Mrs. Twist", "Mrs. Okonjo"]),
]


@pytest.mark.parametrize(("before", "now", "known"), HOUSEHOLDS)
def test_whose_surname_was_put_right_is_one_person(before, now, known):
    """A misheard surname behind a title is nobody's, once it is put right to one like it."""
    heard_before = [Name(full, 0.9, "said") for full in before]
    assert [one.full for one in people([*heard_before, now])] == known


GRAINNE = Name("Dr. Gráinne O'Dowd", 0.9, "said", "Gráinne")
CUCA = Name("Refugio Nieto", 0.9, "said", "doña Cuca")
KNOWN = [
    (GRAINNE, Name("Grainne van der Merwe", 0.65, "collected"), "Dr. Gráinne O'Dowd", "Gráinne"),
    (GRAINNE, Name("Grainne van der Merwe", 0.9, "said"), "Gráinne van der Merwe", "Gráinne"),
    (GRAINNE, Name("Gráinne", 0.9, "said"), "Dr. Gráinne O'Dowd", "Gráinne"),
    (CUCA, Name("Cuca", 0.9, "said"), "Refugio Nieto", "doña Cuca"),
    (CUCA, Name("Cuca Nieto", 0.65, "collected"), "Refugio Nieto", "doña Cuca"),
]


@pytest.mark.parametrize(("one", "other", "full", "spoken"), KNOWN)
def test_a_title_beside_what_somebody_is_called(one, other, full, spoken):
    """What they are called stands for the first name behind the title, and it is kept."""
    kept = best(one, other)
    assert (kept.full, kept.spoken) == (full, spoken)
