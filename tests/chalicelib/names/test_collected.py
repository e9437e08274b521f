"""Names that the agent's analysis collected, believed as far as the transcript bears them out."""

import pytest

from chalicelib import names
from tests.chalicelib.names.dialogues import heard, name_in

TALK = "a: Who is this? | c: It's Sarah Whitfield. | a: Thank you, Sarah. | c: You're welcome."
SARAH = "Sarah Whitfield"

AGREEING = [
    ({"caller_name": "Sarah Whitfield"}, SARAH),
    ({"Caller Name": "sarah whitfield"}, SARAH),
    ({"caller-name": "SARAH WHITFIELD"}, SARAH),
    ({"callerName": "Sarah Whitfield"}, SARAH),
    ({"full_name": "Whitfield, Sarah"}, SARAH),
    ({"name": "The caller's name is Sarah Whitfield."}, SARAH),
    ({"name": "Sarah Whitfield (caller)"}, SARAH),
    ({"name": "unknown"}, SARAH),
    ({"name": "Nobody"}, SARAH),
    ({"name": "Sarah"}, SARAH),
    ({"first_name": "Sarah", "last_name": "Whitfield"}, SARAH),
    ({"last_name": "Whitfield", "first_name": "Sarah"}, SARAH),
    ({"last_name": "Whitfield"}, SARAH),
    ({"nombre": "Sarah", "apellido": "Whitfield"}, SARAH),
    ({"caller_name": "Sara Whitfeld"}, SARAH),
    ({"spouse_name": "Paul Whitfield"}, SARAH),
    ({"caller_name": "June"}, SARAH),
    ({"caller_name": "Mrs. Sarah Whitfield"}, SARAH),
    ({}, SARAH),
]

ALONE = [
    ("c: Hello, Sarah Whitfield as always. | a: Good day.", {"name": "Sarah Whitfield"}, ""),
    ("c: Hello. | a: Good day. | c: A lovely day.", {"name": "Sarah Whitfield"}, ""),
    ("c: Hello. | a: Good day, Sarah. | c: A lovely day.", {"name": "Sarah"}, ""),
    ("c: My dog Bella is barking. | a: Aw.", {"name": "Bella"}, ""),
    ("c: My brother Dwight worked there. | a: Oh? | c: Dwight was clever.", {"name": "Dwight"}, ""),
    ("c: She said, I'm Frank. | a: Oh?", {"caller_name": "Frank"}, ""),
    ("a: I'm June. | c: Well, June, it began in Leeds.", {"caller_name": "June"}, ""),
    ("a: What was your wife's name? | c: Ellen Marsh.", {"caller_name": "Ellen Marsh"}, ""),
    ("c: I'm Irish, you know.", {"caller_name": "Irish"}, ""),
    ("a: Your name? | c: I'd rather not say.", {"caller_name": "Paul"}, ""),
    ("a: Your name? | c: Smith. No, I made that up.", {"caller_name": "Smith"}, ""),
    ("a: Your name? | c: Breet, B-R-E-E-T.", {"caller_name": "Brett"}, "Breet"),
    ("a: Your name? | c: Hạnh Nguyễn.", {"caller_name": "HANH NGUYEN"}, "Hạnh Nguyễn"),
    ("a: ¿Su nombre? | c: Soy Tomasa Ruiz.", {"nombre": "Tomás Ruiz"}, "Tomasa Ruiz"),
    ("a: Hello Paul! | c: No, this is Ellen, his wife.", {"caller_name": "Paul"}, "Ellen"),
    (
        "a: Your name? | c: Ellen. | a: Hi. | c: My son is Paul Marsh.",
        {"caller_name": "Paul Marsh"},
        "Ellen",
    ),
    (
        "a: Your name? | c: Ellen. | a: Hi. | c: The Marshes, all of us, I'm Ellen Marsh.",
        {"caller_name": "Ellen"},
        "Ellen Marsh",
    ),
]


@pytest.mark.parametrize(("collected", "name"), AGREEING)
def test_a_collected_name_beside_a_name_that_was_said(collected, name):
    """Whatever form the collected name has, what the caller said stands."""
    assert heard(TALK, **collected) == name


@pytest.mark.parametrize(("talk", "collected", "name"), ALONE)
def test_a_collected_name_that_the_transcript_tells_nothing_of(talk, collected, name):
    """A collected name is spoken only when the caller said it of nobody else."""
    assert heard(talk, **collected) == name


def test_a_name_that_nobody_uttered_is_kept():
    """It is kept with a confidence below the bar, so that it is not spoken."""
    name = name_in("c: Hello. | a: Good day.", name="Sarah Whitfield")
    assert name.full == SARAH
    assert 0 < name.confidence < names.SPOKEN_FROM
