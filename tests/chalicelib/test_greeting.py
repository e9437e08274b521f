"""The first thing the agent says."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chalicelib.contact_preference import contact_preference
from chalicelib.greeting import greet
from chalicelib.recollection import Recollection
from tests.invented import memory, recollection

WELCOME_BACK = (
    "Hello, and welcome back! It is good to hear from you again. "
    "Could you please tell me your name?"
)
CHANNELS = {"", "email", "phone", "text", "post"}


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
            recollection("User's name is Stefan", "User prefers email"),
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
    assert greet(known) == greeting


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
    assert greet(known) == greeting


@pytest.mark.parametrize("language", ["", "en-GB", "fr", "zz"])
def test_others_are_greeted_in_english(language):
    """A caller whose language has no greetings is greeted in English."""
    assert greet(named("Stefan", language=language)).startswith("Hello Stefan!")


@pytest.mark.parametrize(
    ("fact", "channel"),
    [
        ("User prefers email", "email"),
        ("User prefers email updates", "email"),
        ("User prefers e-mails over phone calls", "email"),
        ("User prefers to be contacted by email", "email"),
        ("User prefers updates via email.", "email"),
        ("User would prefer an email", "email"),
        ("Contact preference: email", "email"),
        ("Preferred contact method: Email", "email"),
        ("User wants updates by email", "email"),
        ("User asked to receive updates by email", "email"),
        ("El usuario prefiere el correo electrónico", "email"),
        ("Preferencia de contacto: correo", "email"),
        ("Quiere recibir novedades por correo electrónico", "email"),
        ("User prefers text messages", "text"),
        ("User prefers texts", "text"),
        ("Contact preference: SMS", "text"),
        ("Prefiere mensajes de texto", "text"),
        ("User prefers phone", "phone"),
        ("User prefers a call", "phone"),
        ("User prefers to be reached by telephone", "phone"),
        ("Prefiere las llamadas", "phone"),
        ("User prefers letters", "post"),
        ("User prefers updates by post", "post"),
        ("User prefers postal mail", "post"),
        ("Prefiere correo postal", "post"),
        ("User prefers to receive updates via email", "email"),
        ("User prefers receiving email updates", "email"),
        ("User prefers communication via email", "email"),
        ("Preferred contact method is email", "email"),
        ("User's preferred contact method is email", "email"),
        ("Email is the preferred contact method", "email"),
        ("User would like to be contacted by email", "email"),
        ("User would like email updates", "email"),
        ("User wants to receive updates by email", "email"),
        ("User asked for email updates", "email"),
        ("Communication preference: email", "email"),
        ("contact_preference: email", "email"),
        ("Sarah talked about her mother, and asked to receive updates by email.", "email"),
        ("User's wife prefers phone calls", ""),
        ("Su esposa prefiere las llamadas", ""),
        ("User prefers post-war stories", ""),
        ("User prefers letters from his grandmother", ""),
        ("User would like a phone", ""),
        ("User asked for a letter", ""),
        ("User prefers tea", ""),
        ("User prefers emailing strangers", ""),
        ("User has an email address", ""),
        ("User phoned the office", ""),
        ("User prefers Phoneix Street", ""),
        ("User does not prefer email", ""),
        ("User doesn't prefer phone calls", ""),
        ("User no longer prefers email", ""),
        ("User does not want to be contacted by phone", ""),
        ("User never wants updates by phone", ""),
        ("La usuaria ya no prefiere el correo", ""),
        ("No quiere recibir novedades por teléfono", ""),
        ("", ""),
    ],
)
def test_how_a_caller_wants_to_be_reached(fact, channel):
    """A fact that states how the caller wants to be reached gives that way, and no other does."""
    assert contact_preference((memory(fact),)) == channel


@pytest.mark.parametrize(
    ("facts", "channel"),
    [
        (["User prefers phone calls", "User prefers email"], "phone"),
        (["User keeps bees", "User prefers email"], "email"),
        (["User no longer prefers email", "User prefers email"], ""),
        (["User does not want to be contacted by phone", "User prefers email"], "email"),
        (["User no longer prefers email", "User prefers texts", "User prefers email"], "text"),
        ([], ""),
    ],
)
def test_the_newest_preference_counts(facts, channel):
    """Of several preferences the newest counts, and one that was taken back since does not."""
    assert contact_preference(tuple(map(memory, facts))) == channel


@given(
    st.lists(
        st.sampled_from(["prefers", "email", "not", "by", "ſms", "TEXT", ":", "call"]) | st.text()
    )
)
def test_no_fact_breaks_the_greeting(words):
    """Whatever a fact says, the preference is one of those that the greetings know, or none."""
    fact = " ".join(words)
    assert contact_preference((memory(fact),)) in CHANNELS
    assert greet(named("Stefan", fact)).startswith("Hello Stefan! ")
