"""How the agent asks for a name, and how it asks for something else."""

import pytest

from tests.chalicelib.names.dialogues import heard

FOR_A_NAME = [
    ("en", "Of course. May I have a name?"),
    ("en", "Can I get a name for the ticket?"),
    ("en", "I just need a name."),
    ("en", "Could I take a last name, please?"),
    ("en", "Which first name does it go under?"),
    ("en", "What last name is it under?"),
    ("en", "Which full name shall we book?"),
    ("en", "What's your first and last name?"),
    ("en", "Could I have your given and family name?"),
    ("en", "What should I call you?"),
    ("es", "¿Cómo quiere que le diga?"),
    ("es", "¿Cómo prefiere que lo llamen?"),
    ("es", "¿Cómo le llamo?"),
    ("es", "¿A qué nombre de pila va?"),
    ("es", "¿Su nombre y apellido?"),
    ("es", "¿Me da su nombre completo y apellido?"),
]


@pytest.mark.parametrize(("language", "question"), FOR_A_NAME)
def test_a_full_name_behind_a_question_for_one(language, question):
    """A caller who is asked for a name, or both parts of it, answers with nothing else."""
    assert heard(f"c: The gutter leaks. | a: {question} | c: Priya Nair.", language) == "Priya Nair"


FOR_SOMETHING_ELSE = [
    ("en", "Can I call you back?"),
    ("en", "May we call you on Monday?"),
    ("en", "Should I call you when it is ready?"),
    ("en", "Could I call you at this number?"),
    ("en", "Shall we call you by Friday?"),
    ("en", "What a name! Go on?"),
    ("en", "It has a name, hasn't it?"),
    ("es", "Te llamo el lunes."),
    ("es", "¿Le llamo el lunes?"),
    ("es", "¿Quiere que la llamen mañana?"),
    ("es", "Ya le digo cuánto es."),
]


@pytest.mark.parametrize(("language", "question"), FOR_SOMETHING_ELSE)
def test_a_full_name_behind_another_question(language, question):
    """Whoever offers to call back has asked for no name, so one that follows may be anybody's."""
    assert heard(f"c: The gutter leaks. | a: {question} | c: Priya Nair.", language) == ""


NO_NAMES = [
    ("en", "a: Your first or your last name? | c: Neither.", ""),
    ("en", "Neither, thanks.", ""),
    ("en", "Either.", ""),
    ("en", "Neither one. I'm Paul Neith.", "Paul Neith"),
    ("es", "a: ¿Su nombre o su apellido? | c: Ninguno.", ""),
    ("es", "c: Cerrajería Lorente, buenas. | a: Dígame. | c: Traigo llaves.", ""),
    ("es", "Cerrajería Lorente.", ""),
    ("es", "Habla Cerrajería Lorente.", ""),
    ("es", "Panadería Lorente, le habla Julio.", "Julio"),
    ("es", "Julio, de Cerrajería Lorente.", "Julio"),
    # women's names that end alike
    ("es", "Valeria Lorente.", "Valeria Lorente"),
    ("es", "Quiteria Lorente.", "Quiteria Lorente"),
    ("es", "Soy Eleuteria Lorente.", "Eleuteria Lorente"),
]


@pytest.mark.parametrize(("language", "talk", "name"), NO_NAMES)
def test_what_is_no_name_of_a_person(language, talk, name):
    """A shop is nobody, and who wants neither of two things is not called Neither."""
    assert heard(talk, language) == name
