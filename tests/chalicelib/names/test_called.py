"""What somebody wants to be called beside the full name."""

import pytest

from tests.chalicelib.names.dialogues import called

NICKNAMES = [
    ("My name is Theodora Banks, but everybody calls me Teddy.", "Teddy"),
    ("Theodora Banks. Call me Teddy.", "Teddy"),
    ("I'm Theodora Banks, Teddy to my friends. Please call me Teddy.", "Teddy"),
    ("Theodora Banks, but I go by Teddy.", "Teddy"),
    ("Me llamo Francisco Olmos pero dígame Paco.", "Paco"),
    ("Francisco Olmos, pero todos me dicen Pancho.", "Pancho"),
    ("Dr. Theodora Banks, but do call me Theodora.", "Theodora"),
    ("Dr. Theodora Banks.", "Dr. Theodora Banks"),
    ("My brother calls me Stinky. I'm Theodora Banks.", "Theodora"),
    ("Theodora Banks. Don't call me Teddy.", "Theodora"),
    ("Theodora Banks, and nobody calls me Teddy.", "Theodora"),
]


@pytest.mark.parametrize(("talk", "name"), NICKNAMES)
def test_what_somebody_wants_to_be_called(talk, name):
    """A caller who says what people call them is called that."""
    assert called(talk) == name
