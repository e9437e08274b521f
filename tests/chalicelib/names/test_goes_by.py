"""A caller who is greeted by one name and goes by another is no second person."""

import pytest

from chalicelib.household import people
from chalicelib.names import Name
from tests.chalicelib.names.dialogues import called, heard, name_in

# The greeting's name, what the caller answers, and what they go by.
OTHER_NAMES = [
    ("Wilhelmina", "Nobody says Wilhelmina. It's Minna.", "Minna"),
    ("Wilhelmina", "Oh, don't call me Wilhelmina. I'm Minna.", "Minna"),
    ("Bartholomew", "Bartholomew is what my teachers called me. I'm Tolly.", "Tolly"),
    ("Bartholomew", "I'm Tolly. Bartholomew on paper, Tolly out loud.", "Tolly"),
    ("Bartholomew", "It's Tolly, short for Bartholomew.", "Tolly"),
    ("Cornelia", "You may call me Nell. Not Cornelia, ever.", "Nell"),
    ("Cornelia", "Please call me Corrie.", "Corrie"),
    ("Beatriz", "Everybody calls me Bibi, you know.", "Bibi"),
    ("Cornelia", "I go by Corrie, actually.", "Corrie"),
    ("Cornelia", "only my dentist calls me cornelia. call me corrie", "Corrie"),
    ("Práxedes", "Dígame Chedes, que así me dice todo el mundo.", "Chedes"),
    ("Begoña", "llámame bego que begoña es para las misas", "Bego"),
    ("Hermenegildo", "Nadie me dice Hermenegildo. Soy Gildo.", "Gildo"),
    ("Hermenegildo", "Hermenegildo es muy largo. Dígame Gildo.", "Gildo"),
]


@pytest.mark.parametrize(("greeted", "answer", "other"), OTHER_NAMES)
def test_who_goes_by_another_name_keeps_their_own(greeted, answer, other):
    """The name of the greeting is kept in full, and the other is what they are called."""
    name = name_in(f"a: Hello {greeted}! How can I help you? | c: {answer}")
    assert (name.full, name.spoken) == (greeted, other)


OTHER_PEOPLE = [
    ("Anna", "This is her husband. Call me Paul."),
    ("Anna", "Anna's asleep. You can call me Paul."),
    ("Anna", "No, I'm not Anna. Call me Paul."),
    ("Amalia", "Amalia is my mother. I'm Paul."),
    ("Anna", "Hi, it's Paul."),
    ("Anna", "You never called Anna back. I'm Paul, her husband."),
    ("Anna", "Anna is too sick to talk. I'm Paul."),
    ("Anna", "Anna's only at work till five. It's Paul."),
    ("Anna", "I'm calling instead of Anna. My name is Paul."),
    ("Anna", "She doesn't use the phone. Please just call me Paul."),
    ("Anna", "My wife can't talk. Call me Paul."),
    ("Ana", "Ana es muy tímida. Le habla Paul."),
    ("Ana", "Hablo en vez de Ana. Me llamo Paul."),
    ("Ana", "No diga nada a Ana. Soy Paul, su hermano."),
]


@pytest.mark.parametrize(("greeted", "answer"), OTHER_PEOPLE)
def test_who_is_another_person_is_not_the_greeted(greeted, answer):
    """Somebody who says that they are another is known by their own name alone."""
    assert heard(f"a: Hello {greeted}! How can I help you? | c: {answer}") == "Paul"


def test_who_answers_for_another_is_known_by_their_own_name():
    """A relative who answers a call is heard, and whose account it is is not taken for them."""
    assert heard("a: May I speak to Anna? | c: She's not in, this is her son, Paul.") == "Paul"
    assert heard("It's under my wife's name, Dana Pruitt.") == ""


def test_a_name_that_is_used_once_more_is_the_same_persons():
    """Who once asked to be called Bick is one person, by whichever of the names they are known."""
    first, later = Name("Emeric Bourque", 0.9, "said", "Bick"), Name("Bick Bourque", 0.9, "said")
    assert [(one.full, one.spoken) for one in people([first, later])] == [
        ("Emeric Bourque", "Bick")
    ]
    asked = Name("Emeric Bourque", 0.9, "said", "Bick")
    assert [one.spoken for one in people([Name("Bick", 0.9, "said"), asked])] == ["Bick"]


def test_a_name_that_was_only_collected_makes_no_second_person():
    """What nobody uttered is not spoken where another was greeted and let that stand."""
    talk = "a: Hello Delbert! How are you? | c: Fine. I have been sorting my stamps."
    assert heard(talk, caller_name="Supreme Commander") == ""


FULL_NAMES = [
    ("a: Hi Bego! | c: Begoña Ruiz Mora, that's how I'm complete.", "Begoña Ruiz Mora"),
    ("a: Hi Ana! | c: Andrés Ruiz was at the door.", ""),
    ("a: Hi Ana! | c: Andrés Ruiz Mora, that's my neighbour.", ""),
    ("a: Hi Roberto! | c: I saw Roberto Clemente play.", ""),
    ("a: Hi Fredo! | c: Ponga Ruiz Mora, los dos apellidos.", "Fredo Ruiz Mora"),
    ("a: Hi Chedes! | c: Apúntelo completo: Práxedes Núñez Mora.", "Práxedes Núñez Mora"),
    ("a: Hello! | c: This is Bernadine, Mrs. Kowal.", "Bernadine Kowal"),
    (
        "a: Hello! | c: Reed here. | a: Is this Mr. Alvin Reed, who wrote to us? | c: Yes.",
        "Alvin Reed",
    ),
    ("a: Your name? | c: Emeric Bourque, with a B, O, U, R, Q, U, E.", "Emeric Bourque"),
]


@pytest.mark.parametrize(("talk", "name"), FULL_NAMES)
def test_the_full_name_is_put_together(talk, name):
    """A surname, a spelling or a full name that comes later completes what is known."""
    assert heard(talk) == name


def test_a_joke_long_after_the_name_takes_nothing_back():
    """Who told their name and later says of a story that it was a lie has told their name."""
    name = "a: ¿Cómo se llama? | c: Práxedes Núñez. | a: ¿Qué hacía? | c: Vendía boletos."
    story = "a: ¿Y luego? | c: Cosía. | a: ¿Cenó? | c: Le dije que sí, pero era mentira."
    assert heard(f"{name} | {story}", "es") == "Práxedes Núñez"
    assert called("a: Your name? | c: Ann Lee. | a: Hi Ann. | c: I'm just kidding.") == ""
