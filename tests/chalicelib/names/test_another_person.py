"""Whether it is the person who was greeted that answers."""

import pytest

from chalicelib import names
from tests.chalicelib.names.dialogues import heard, turns

DENIED = [
    ("a: Hello Anna! | c: No, this is Virgil, her husband.", "Virgil"),
    ("a: Hello Anna! | c: Wrong person, dear. It's Virgil.", "Virgil"),
    ("a: Hello Anna! | c: She's at the store. I'm Virgil.", "Virgil"),
    ("a: Hello Anna! | c: Anna's asleep. It's her husband.", ""),
    ("a: Hello Anna! | c: This isn't Anna.", ""),
    ("a: Hello Anna! | c: I'm not Anna, I'm her daughter.", ""),
    ("a: Hello Anna! | c: Anna's not here right now.", ""),
    ("a: Hello Anna! | c: Mom can't come to the phone. This is Theo.", "Theo"),
    ("a: Hello Anna! | c: Sorry, no, it's her sister.", ""),
    ("a: Hello Anna! | c: You have the wrong woman, I'm Virginia.", "Virginia"),
    ("a: Am I speaking with Anna? | c: No, Virgil.", "Virgil"),
    ("a: ¡Hola, Ana! | c: No, soy Virgilio, su esposo.", "Virgilio"),
    ("a: ¡Hola, Ana! | c: Ana no está. Habla su hija.", ""),
    ("a: ¡Hola, Ana! | c: No soy Ana.", ""),
    ("a: ¡Hola, Ana! | c: Está equivocado, yo soy Virgilio.", "Virgilio"),
    ("a: ¡Hola, Ana! | c: Mi mamá está dormida, soy Virgilio.", "Virgilio"),
]
NOT_DENIED = [
    ("a: Hello Anna! | c: Hello dear.", "Anna"),
    ("a: Hello Anna! | c: No, nothing new today.", "Anna"),
    ("a: Hello Anna! | c: She's well, my sister. She's at the store.", "Anna"),
    ("a: Hello Anna! | c: Yes, speaking.", "Anna"),
    ("a: Hello Anna! | c: I'm not ready yet.", "Anna"),
    ("a: Hello Anna! | c: My husband isn't here, so I can talk.", "Anna"),
    ("a: ¡Hola, Ana! | c: No, nada nuevo.", "Ana"),
    ("a: ¡Hola, Ana! | c: Mi hija no está, así que hablo yo.", "Ana"),
]


@pytest.mark.parametrize(("talk", "name"), DENIED)
def test_somebody_else_answers(talk, name):
    """Who says that they are not the one greeted, or that she is elsewhere, is somebody else."""
    greeted = "Ana" if "Ana!" in talk else "Anna"
    assert names.denies(turns(talk), greeted)
    assert heard(talk) == name


@pytest.mark.parametrize(("talk", "greeted"), NOT_DENIED)
def test_the_one_greeted_answers(talk, greeted):
    """A no to something else denies nobody."""
    assert not names.denies(turns(talk), greeted)
