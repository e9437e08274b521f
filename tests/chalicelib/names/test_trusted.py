"""How far a collected name is believed, which the caller did not say of themself."""

import pytest

from chalicelib import names
from tests.chalicelib.names.dialogues import call, heard, turns


def after(talk, greeted, name):
    """Return the name after ``talk``; ``greeted`` was greeted, and ``name`` collected."""
    collected = {"caller_name": name}.items()
    return names.name_of(call(turns(talk), collected=collected, greeted=greeted))


@pytest.mark.parametrize(
    ("talk", "name"),
    [
        ('a: Hi. | c: My sister said "Nell, ring them". | a: I am glad you did, Nell.', "Nell"),
        ("a: And the bill? | c: Paqui Ruiz orders it. | a: Paqui Ruiz. He comes.", "Paqui Ruiz"),
        ("a: A table? | c: At eight. Under Oko, Dela Oko. | a: Fine.", "Dela Oko"),
    ],
)
def test_what_the_agent_then_calls_them(talk, name):
    """A collected name that was uttered is spoken when the call says whose it is, in two ways."""
    assert heard(talk, caller_name=name) == name


@pytest.mark.parametrize(
    ("talk", "name"),
    [
        ("a: Hello! | c: I'm Priya's mother, I'm visiting. | a: Of course.", "Priya"),
        ("a: ¡Hola! | c: Habla la mamá de Priya. | a: Claro.", "Priya"),
        ("a: Who is calling? | c: It's Lily's dad, Lily Hale, third grade.", "Lily Hale"),
    ],
)
def test_whose_relative_speaks(talk, name):
    """Who says that they are Priya's mother is not called Priya, whatever was collected."""
    assert heard(talk, caller_name=name) == ""


def test_a_child_that_says_hello():
    """While the agent still says goodbye to who was greeted, a collected child is nobody new."""
    talk = (
        "a: Hello Grace! | c: Yes, but he wants to tell you. Josiah? | a: Hello Josiah! "
        "| c: Can it have spikes? | a: Yes, it can. | c: Bye! | a: Is there anything else, Grace?"
    )
    assert after(talk, "Grace", "Josiah").confidence < names.SPOKEN_FROM
    assert not after("a: Hello Chayo! | c: No, no soy Chayo, soy su esposo.", "Chayo", "Chayo")


def test_what_was_heard_in_passing():
    """A collected name that is sure goes before a word that only may be a name."""
    talk = "a: le digo su nombre | c: yolanda soy la dependienta | a: yolanda ahí está"
    assert heard(talk, caller_name="Yolanda") == "Yolanda"
