"""The first thing the agent says."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chalicelib.greeting import greet
from chalicelib.recollection import Recollection
from tests.invented import LATER, memory, recollection

WELCOME_BACK = (
    "Hello, and welcome back! It is good to hear from you again. "
    "Could you please tell me your name?"
)


def named(name, *facts, language="en"):
    """Return what is known of a caller with this name, and these facts, newest first."""
    called = memory(f"Name is {name}", kind="name", name=name, language=language)
    return recollection(*(memory(fact, language=language) for fact in facts), called)


@pytest.mark.parametrize(
    ("known", "greeting"),
    [
        (
            Recollection(),
            "Hello! Welcome to our memoir interview service. Could you please tell me your name?",
        ),
        (named("Stefan"), "Hello Stefan! How can I assist you today?"),
        (named("Stefan Berg"), "Hello Stefan! How can I assist you today?"),
        (named("Dr. Jane Smith"), "Hello Dr. Jane Smith! How can I assist you today?"),
        (
            named("Stefan", "User prefers email updates"),
            "Hello Stefan! I know you prefer email updates. How can I assist you today?",
        ),
        (
            named("Stefan", "User prefers phone calls"),
            "Hello Stefan! I know you prefer phone calls. How can I assist you today?",
        ),
        (
            named("Stefan", "Contact preference: sms"),
            "Hello Stefan! I know you prefer text messages. How can I assist you today?",
        ),
        (
            named("Stefan", "User prefers letters"),
            "Hello Stefan! I know you prefer letters by post. How can I assist you today?",
        ),
        (
            recollection(memory("User's name is Stefan", conversation_id=""), "User prefers email"),
            "Hello Stefan! I know you prefer email updates. How can I assist you today?",
        ),
        (
            recollection("User prefers email"),
            WELCOME_BACK,
        ),
        (
            Recollection(highlights=(memory("Caller said: Hm.", type="semantic"),)),
            WELCOME_BACK,
        ),
    ],
)
def test_a_greeting_is_to_the_letter(known, greeting):
    """New, known and nameless callers are greeted in the very words that were promised."""
    assert greet(known, LATER) == greeting


@pytest.mark.parametrize(
    ("known", "greeting"),
    [
        (named("Lucía", language="es"), "¡Hola, Lucía! ¿En qué puedo ayudarle hoy?"),
        (
            named("Lucía", "Prefiere correo electrónico", language="es-MX"),
            (
                "¡Hola, Lucía! Sé que prefiere recibir novedades por correo electrónico. "
                "¿En qué puedo ayudarle hoy?"
            ),
        ),
        (
            recollection(memory("Vive en Veracruz", language="es")),
            "¡Hola de nuevo! Me alegra volver a escucharle. ¿Podría decirme su nombre, por favor?",
        ),
    ],
)
def test_a_spanish_caller_is_greeted_in_spanish(known, greeting):
    """A caller whose last call was in Spanish is greeted in Spanish."""
    assert greet(known, LATER) == greeting


@pytest.mark.parametrize("language", ["", "en-GB", "fr", "zz"])
def test_others_are_greeted_in_english(language):
    """A caller whose language has no greetings is greeted in English."""
    assert greet(named("Stefan", language=language), LATER).startswith("Hello Stefan!")


@given(st.lists(st.sampled_from(["prefers", "email", "not", "by", "ſms", "TEXT", ":"]) | st.text()))
def test_no_fact_breaks_the_greeting(words):
    """Whatever a fact says, a caller with a name is greeted by it."""
    assert greet(named("Stefan", " ".join(words)), LATER).startswith("Hello Stefan! ")
