"""Somebody else answers, and says so by whose husband, father or flatmate they are."""

import pytest

from chalicelib import names
from tests.chalicelib.names.dialogues import call, turns

OTHERS = [
    "Hey, this her sister Kiara, she getting dressed.",
    "No soy Anna, soy su compañera de piso, Inma Berrocal.",
    "No, no, her husband speaking. Ashwin Hale.",
    "er no it's her son she's in the garden",
    "Buenas, no, es el papá de Mathías.",
    "No, this is Lily's dad.",
    "No, Anna dejó el teléfono en la casa.",
    "anna passed in october this is his wife",
    "She can't come to the phone just now.",
]
THEMSELF = [
    "It goes in and then you can't get it out.",
    "I got a head cold, so I can't come tomorrow.",
    "Fella came by but he couldn't get up the drive.",
    "My wife has her communion, she cannot come on Saturday.",
    "He did, and wouldn't take a dime for it.",
    "I actually go by Alan. Anna's my mom.",
    "Send it to the shop, anna at hale upholstery dot com.",
]


@pytest.mark.parametrize("words", OTHERS)
def test_somebody_else(words):
    """Who names themself by a relation, or says where the other is, is not who was greeted."""
    assert names.says_not(turns(f"a: Hello Anna! | c: {words}"), "Anna")


@pytest.mark.parametrize("words", THEMSELF)
def test_nobody_else(words):
    """What cannot be done, a relative's day and a relative's name leave the caller who they are."""
    assert not names.says_not(turns(f"a: Hello Anna! | c: {words}"), "Anna")


@pytest.mark.parametrize(
    ("words", "full"),
    [
        ("This is the manager, Dana Lee.", "Dana Lee"),
        ("No, habla el doctor, Arnulfo Palomeque.", "Arnulfo Palomeque"),
        ("No soy Anna, soy su compañera de piso, Inma Berrocal.", "Inma Berrocal"),
        ("No, habla con el hijo, Fredy Ospina.", "Fredy Ospina"),
    ],
)
def test_the_name_behind_a_role(words, full):
    """The name behind a role or a relation is the one who speaks."""
    talk = turns(f"a: Hello Anna! | c: {words}")
    assert names.name_of(call(talk, greeted="Anna")).full == full


@pytest.mark.parametrize(
    "words",
    [
        "I'm calling for my dad, from his phone.",
        "I'm on my mom's phone, mine got cracked.",
        "This is his phone, I'm the aide.",
        "Llamo del teléfono de mi mamá porque está malita.",
    ],
)
def test_a_borrowed_telephone(words):
    """Who says that the telephone is another's calls from a number that several use."""
    assert names.is_borrowed(turns(f"a: Hello! | c: {words}"))


@pytest.mark.parametrize(
    "words", ["He will call from his phone.", "I'm on my phone.", "Es mi teléfono, el de siempre."]
)
def test_an_own_telephone(words):
    """Another's call from another's telephone leaves the number whose it was."""
    assert not names.is_borrowed(turns(f"a: Hello! | c: {words}"))
