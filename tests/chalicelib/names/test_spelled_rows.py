"""Where a spelled row ends, and what is said of letters and hyphens in a name."""

import pytest

from tests.chalicelib.names.dialogues import heard

ROWS = [
    ("en", "Ida Patel. P, A, T, E, L. I haven't called before.", "Ida Patel"),
    ("en", "Ida Hale. H, A, L, E. A friend told me.", "Ida Hale"),
    ("en", "Ida Hale, H. A. L. E.", "Ida Hale"),
    ("es", "Ida Patel. P, A, T, E, L. Y quiero pan.", "Ida Patel"),
    ("es", "Ida Vega. Ve, e, ge, a. A las dos.", "Ida Vega"),
]


@pytest.mark.parametrize(("language", "talk", "name"), ROWS)
def test_a_sentence_behind_a_spelled_row(language, talk, name):
    """A row of letters between commas ends where its sentence does."""
    assert heard(talk, language) == name


LETTERS = [
    ("en", "Winifred Cole, Winifred with two I's.", "Winifred Cole"),
    ("en", "Winifred with two I's.", "Winifred"),
    ("en", "Aron Vine with two A's.", "Aaron Vine"),
    ("en", "Niles Cob with two B's.", "Niles Cobb"),
    ("en", "Phillip with one L.", "Philip"),
    ("en", "Catherine Dahl with an H in the middle.", "Catherine Dahl"),
    ("en", "Jon Vine with an H in the middle.", "Jon Vine"),
    ("en", "Jon Vine with an H at the end.", "Jon Vineh"),
    ("es", "Virginia Paz, con dos íes.", "Virginia Paz"),
    ("es", "Marta Bohl, con hache en el medio.", "Marta Bohl"),
    ("es", "Marta Boll, con hache en medio.", "Marta Boll"),
]


@pytest.mark.parametrize(("language", "talk", "name"), LETTERS)
def test_what_is_said_of_a_letter(language, talk, name):
    """A vowel that is there twice is two, and of one in the middle nobody knows where it goes."""
    assert heard(talk, language) == name


HYPHENS = [
    ("en", "My name is Rosalind Delahunt hyphen Pym.", "Rosalind Delahunt-Pym"),
    ("en", "Rosalind Delahunt, hyphen, Pym.", "Rosalind Delahunt-Pym"),
    ("en", "Rosalind Delahunt dash Pym.", "Rosalind Delahunt-Pym"),
    ("es", "Me llamo Rosa Prat guion Coll.", "Rosa Prat-Coll"),
    ("en", "Rosalind Pym, no hyphen.", "Rosalind Pym"),
    ("en", "Rosalind Pym. There's a hyphen on the page.", "Rosalind Pym"),
    ("en", "Rosalind Pym. I made a dash Tuesday.", "Rosalind Pym"),
]


@pytest.mark.parametrize(("language", "talk", "name"), HYPHENS)
def test_a_hyphen_that_is_said(language, talk, name):
    """A hyphen said between two names joins them, and one that is talked of does not."""
    assert heard(talk, language) == name
