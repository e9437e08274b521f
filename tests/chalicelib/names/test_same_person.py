"""Whether two names are one person's, and which of them to keep."""

import pytest

from chalicelib import names

ONE = [
    ("Sarah", "Sarah Whitfield"),
    ("sarah whitfield", "Sarah Whitfield"),
    ("Dr. Whitfield", "Sarah Whitfield"),
    ("Dr. Sarah Whitfield", "Sarah"),
    ("HANH NGUYEN", "Hạnh Nguyễn"),
    ("Jose Garcia", "José García"),
    ("Dot", "Dorothy Hale"),
    ("Pat", "Patricia"),
    ("Pepe Luna", "José Luna"),
    ("Paco", "Francisco"),
    ("Bob", "Robert"),
    ("Zoe\u0308 Marsh", "Zoë Marsh"),
    ("O'Neill", "O’Neill"),
    ("Anne Marie", "Anne-Marie Dale"),
    ("Eulalia Barragán", "Eulalia Barragán Tovar"),
    ("Dorothy Pascal", "Dorothy Haskell"),
    ("Breet", "Brett"),
    ("Mary Smith", "Mary Jones"),
    ("María Luna", "María del Carmen Luna"),
    ("Robert E. Toll", "Robert Toll"),
    ("Lukasz Wojcik", "Łukasz Wójcik"),
    ("Thordis", "Þórdís"),
    ("Mrs. Whitfield", "Mrs. Whitfield"),
]
TWO = [
    ("Imogene Tackett", "Virgil Tackett"),
    ("Sarah", "Clara"),
    ("Paula Shaw", "Theo Shaw"),
    ("Anna", "Hannah"),
    ("Juan", "Juana"),
    ("Mario", "María"),
    ("Paul", "Paula"),
    ("Mr. Whitfield", "Mrs. Whitfield"),
    ("Robert Toll", "Rupert Toll"),
    ("", "Sarah"),
    ("John Dale", "Joan Dale"),
    ("Dot", "Dan"),
    ("Francisco", "Francisca"),
]


@pytest.mark.parametrize(("one", "other"), ONE)
def test_two_forms_of_one_name(one, other):
    """A first name, a full name, a nickname or another spelling is the same person, both ways."""
    assert names.same_person(one, other)
    assert names.same_person(other, one)


@pytest.mark.parametrize(("one", "other"), TWO)
def test_the_names_of_two_people(one, other):
    """Another first name is another person, however alike they sound, both ways."""
    assert not names.same_person(one, other)
    assert not names.same_person(other, one)
