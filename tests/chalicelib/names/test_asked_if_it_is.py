"""A name that the agent asks about: "Is that you?", "I'm calling for Anna", "also Hale?"."""

import pytest

from tests.chalicelib.names.dialogues import heard

SAME_SURNAME = [
    ("Yes.", "Nora Hale"),
    ("Hale, yes.", "Nora Hale"),
    ("Hale.", "Nora Hale"),
    ("It is, for forty years.", "Nora Hale"),
    ("Afraid so.", "Nora Hale"),
    ("No, I kept mine.", "Nora"),
    ("No, it's Finch.", "Nora Finch"),
    ("It isn't.", "Nora"),
    ("Not any more.", "Nora"),
    ("It used to be.", "Nora"),
    ("Hale is my maiden name.", "Nora"),
    ("Why do you ask?", "Nora"),
]


@pytest.mark.parametrize(
    "asked", ["Is your last name also Hale?", "And is your last name Hale as well?"]
)
@pytest.mark.parametrize(("answer", "name"), SAME_SURNAME)
def test_a_surname_that_the_agent_asks_about(asked, answer, name):
    """It is the caller's unless the answer speaks against it."""
    assert heard(f"a: Who is calling? | c: This is Nora. | a: {asked} | c: {answer}") == name


APELLIDO = [
    ("Sí.", "Nora Vidal"),
    ("Vidal, sí.", "Nora Vidal"),
    ("El mismo.", "Nora Vidal"),
    ("No, es Prado.", "Nora Prado"),
    ("Otro.", "Nora"),
    ("Ese es el de soltera.", "Nora"),
    ("Nunca lo usé.", "Nora"),
]


@pytest.mark.parametrize(
    "asked", ["¿Su apellido también es Vidal?", "¿Su apellido es Vidal también?"]
)
@pytest.mark.parametrize(("answer", "name"), APELLIDO)
def test_a_surname_that_the_agent_asks_about_in_spanish(asked, answer, name):
    """It is the caller's unless the answer speaks against it, in Spanish as well."""
    assert heard(f"a: ¿Quién habla? | c: Soy Nora. | a: {asked} | c: {answer}", "es") == name


IS_THAT_YOU = [
    ("I have an order for Anna Hale here. Is that you?", "Yes.", "Anna Hale"),
    ("There's a booking for Anna Hale, is that you?", "Yes, it is.", "Anna Hale"),
    ("I see Anna Hale at two. Would that be you?", "That's me.", "Anna Hale"),
    ("Tengo un pedido de Rita Solano. ¿Es usted?", "Sí, soy yo.", "Rita Solano"),
    ("Tengo un pedido para Rita Solano. ¿Sería usted?", "Así es.", "Rita Solano"),
    ("I have an order for Anna Hale. Is that you?", "No, that's my sister.", ""),
    ("I have an order for Anna Hale. Is that you?", "No, I'm Bea Hale.", "Bea Hale"),
    ("I have an order for Anna Hale. Is that you?", "It's for the school.", ""),
    ("I have an order for Anna Hale. Is that yours?", "Yes.", ""),
    ("Anna Hale made it. The last one went. Is that you?", "Yes.", ""),
    ("Tengo un pedido de Rita Solano. ¿Es usted?", "No, es mi tía.", ""),
]


@pytest.mark.parametrize(("asked", "answer", "name"), IS_THAT_YOU)
def test_whose_order_it_is(asked, answer, name):
    """Whoever says yes to "Is that you?" is the one whom the sentence before it names."""
    assert heard(f"a: Hello. | c: My cake. | a: {asked} | c: {answer}") == name


ANNA = ["I'm calling for Anna.", "Hi, I'm looking for Anna.", "I'm trying to reach Anna."]
RITA = ["Buenas, busco a Rita.", "Hola, quisiera hablar con Rita."]
SOUGHT = [
    *[(asked, "That's me.", "Anna") for asked in ANNA],
    *[(asked, "Speaking.", "Anna") for asked in ANNA],
    *[(asked, "This is she.", "Anna") for asked in ANNA],
    *[(asked, "Yes?", "Anna") for asked in ANNA],
    *[(asked, "She's out.", "") for asked in ANNA],
    *[(asked, "Who wants to know?", "") for asked in ANNA],
    *[(asked, "Yes, I'll get her.", "") for asked in ANNA],
    *[(asked, "Yes, one moment.", "") for asked in ANNA],
    *[(asked, "No, this is Bea.", "Bea") for asked in ANNA],
    ("Hi, could I speak to Anna Hale?", "Yes, speaking.", "Anna Hale"),
    ("I'm calling for Anna about her boiler.", "Yes.", ""),
    ("I'm calling for Friday's order.", "Yes.", ""),
    *[(asked, "Soy yo.", "Rita") for asked in RITA],
    *[(asked, "Ella habla.", "Rita") for asked in RITA],
    *[(asked, "No está.", "") for asked in RITA],
    *[(asked, "Sí, un momento.", "") for asked in RITA],
    *[(asked, "Sí, ahora se la paso.", "") for asked in RITA],
    *[(asked, "No, habla su hija.", "") for asked in RITA],
]


@pytest.mark.parametrize(("asked", "answer", "name"), SOUGHT)
def test_whom_the_agent_calls_for(asked, answer, name):
    """Who says that it is them is the one sought; who fetches them, or is another, is not."""
    assert heard(f"a: {asked} | c: {answer}") == name


def test_who_asks_to_be_waited_for_is_still_who_they_said_yes_to():
    """A yes to "Is this Anna?" is Anna's, though she asks for a moment."""
    assert heard("a: Hello, is this Anna? | c: Yes, one moment.") == "Anna"


LATE = [
    ("en", "Put Anna on it.", "Are you Anna Hale?", "Yes, that's right.", "Anna Hale"),
    ("en", "Put Anna on it.", "So it's Anna Hale, right? Is that Anna Hale?", "Yes.", "Anna Hale"),
    ("en", "Put Anna on it.", "Are you Anna Hale?", "No.", ""),
    ("en", "Put it on the tab.", "Are they Anna Hale?", "Yes.", ""),
    ("en", "Put it on the tab.", "So it was Anna Hale?", "Yes.", ""),
    ("es", "Apunte Rita.", "¿Es usted Rita Solano?", "Sí, correcto.", "Rita Solano"),
    ("es", "Apunte Rita.", "¿Es usted Rita Solano?", "No.", ""),
]


@pytest.mark.parametrize(("language", "said", "asked", "answer", "name"), LATE)
def test_a_full_name_that_is_confirmed_late(language, said, asked, answer, name):
    """Late in a call a yes makes a full name theirs whose first name the caller has just said."""
    before = "a: Hello. | c: It slips. | a: Oh. | c: Badly. | a: Since when? | c: Monday. | a: Oh."
    assert heard(f"{before} | c: {said} | a: {asked} | c: {answer}", language) == name
