"""How a caller wants to be reached, read from what is remembered."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chalicelib.contact_preference import contact_preference
from tests.invented import memory

CHANNELS = {"", "email", "phone", "text", "post"}


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
def test_no_fact_is_read_as_another_way(words):
    """Whatever a fact says, the preference is one of those that the greetings know, or none."""
    assert contact_preference((memory(" ".join(words)),)) in CHANNELS
