"""Who opens up, and who says that the one just spoken to is somebody of theirs."""

import pytest

from tests.chalicelib.names.dialogues import heard

HABLA = [
    ("Habla Inés, la del cuarto.", "Inés"),
    ("Le habla Inés.", "Inés"),
    ("Te habla Inés Robles.", "Inés Robles"),
    ("Le llama Inés.", "Inés"),
    ("Sí, buenas, habla Inés.", "Inés"),
    ("Mi hija no habla Inés.", ""),
    ("Mi nieto habla Quechua.", ""),
    ("Mi nieto habla con Inés.", ""),
]


@pytest.mark.parametrize(("said", "name"), HABLA)
def test_who_speaks_in_the_second_turn(said, name):
    """With "habla Inés" a caller opens up, though a hello has gone before it."""
    assert heard(f"a: Farmacia. | c: Hola. | a: Dígame. | c: {said}", "es") == name


def test_habla_later_in_the_call_may_be_a_story():
    """Once the call is under way, "habla Inés" tells of anybody."""
    begun = "a: Farmacia. | c: Hola. | a: Dígame. | c: El jarabe. | a: ¿Cuál? | c: El rojo."
    assert heard(f"{begun} | a: Ya. | c: Habla Inés.", "es") == ""


BEGUN = "a: Hello! | c: It's the Stroud account, Marlene Stroud. | a: Thank you, Marlene."
ANOTHERS = [
    ("Marlene's my wife. I'm Wendell.", "Wendell"),
    ("Marlene is my late mother. I'm Wendell.", "Wendell"),
    ("Marlene's my wife.", ""),
    ("Marlene's my wife. I'm Wendell. Same last name.", "Wendell Stroud"),
    ("Marlene's my wife. I'm Wendell, same surname.", "Wendell Stroud"),
    ("Marlene's my wife. I'm Wendell. Not the same last name.", "Wendell"),
    ("Marlene's my wife. I'm Wendell. It isn't the same surname.", "Wendell"),
    ("Marlene's my wife. I'm Wendell. We don't have the same last name.", "Wendell"),
    ("Marlene's my wife. | a: Oh, and you are? | c: I'm Wendell, same last name.",
     "Wendell Stroud"),
]  # fmt: skip


@pytest.mark.parametrize(("said", "name"), ANOTHERS)
def test_who_is_taken_for_their_wife(said, name):
    """Whose wife was thanked is another, of her surname when they say that it is the same."""
    assert heard(f"{BEGUN} | c: {said}") == name


def test_the_same_surname_as_who_was_greeted():
    """The surname may be one that only the agent has said, of whom it took the caller for."""
    talk = "a: Hello, Marlene Stroud! | c: Marlene's my wife. I'm Wendell. Same last name."
    assert heard(talk) == "Wendell Stroud"


OLGA = "a: Buenas. | c: La cuenta es de Olga Peralta. | a: Gracias, Olga."
DE_OTRA = [
    ("Olga es mi hermana. Soy Lidia.", "Lidia"),
    ("Olga es mi hermana. Soy Lidia. El mismo apellido.", "Lidia Peralta"),
    ("Olga es mi hermana. Soy Lidia. No es el mismo apellido.", "Lidia"),
    ("Olga es mi hermana. Soy Lidia. No tenemos los mismos apellidos.", "Lidia"),
    ("Olga es mi hermana.", ""),
]


@pytest.mark.parametrize(("said", "name"), DE_OTRA)
def test_who_is_taken_for_their_sister(said, name):
    """Whose sister was thanked is another, in Spanish as well."""
    assert heard(f"{OLGA} | c: {said}", "es") == name


SAME_OF_SOMETHING_ELSE = [
    "Wendell. We've had the same name on the door since May.",
    "Wendell. Marlene Stroud has the same first name as mother.",
]


@pytest.mark.parametrize("talk", SAME_OF_SOMETHING_ELSE)
def test_the_same_name_of_something_else(talk):
    """A door has a name too, and a first name is no surname."""
    assert heard(talk) == "Wendell"
