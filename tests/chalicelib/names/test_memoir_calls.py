"""The beginnings of invented calls in ``memoir_calls.txt``, as memoir callers might speak."""

from pathlib import Path

import pytest

from tests.chalicelib.names.dialogues import heard

OPENINGS = {
    "NEW": "a: Hello! Welcome to our interview service. Could you please tell me your name?",
    "BACK": "a: Hello, and welcome back! I don't think I have your name yet. "
    "May I ask what I should call you?",
    "NUEVA": "a: Hola, bienvenida a nuestro servicio. ¿Me dice su nombre, por favor?",
}


def calls(language):
    """Return the talks written down under ``language``, each with the name that it gives."""
    written = Path(__file__).with_name("memoir_calls.txt").read_text(encoding="utf-8")
    _, _, section = written.partition(f"[{language}]\n")
    lines = section.partition("\n[")[0].splitlines()
    return [
        (talk, name.strip()) for name, _, talk in (line.partition("= ") for line in lines if line)
    ]


def whole(talk):
    """Return ``talk`` with the agent's opening in place of its name."""
    first, mark, rest = talk.partition(" | ")
    return OPENINGS.get(first, first) + mark + rest


@pytest.mark.parametrize(("talk", "name"), calls("english"))
def test_a_call_in_english(talk, name):
    """The caller's name is heard, and no other."""
    assert heard(whole(talk)) == name


@pytest.mark.parametrize(("talk", "name"), calls("spanish"))
def test_a_call_in_spanish(talk, name):
    """The same in Spanish."""
    assert heard(whole(talk), "es") == name


@pytest.mark.parametrize(("talk", "_"), calls("unheard"))
def test_a_name_that_is_not_heard(talk, _):
    """What the rules are not sure of is not spoken."""
    assert heard(whole(talk)) == ""
