"""Names that the agent's analysis collected, believed as far as the transcript bears them out."""

from dataclasses import replace

import pytest

from chalicelib import names
from tests.chalicelib.names.dialogues import call, heard, name_in, turns

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
    ({"caller_name": "Mrs. Sarah Whitfield"}, SARAH),
    ({}, SARAH),
]

ALONE = [
    ("c: Hello, Sarah Whitfield as always. | a: Good day.", {"name": "Sarah Whitfield"}, ""),
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


KNOWN_TO_THE_ANALYSIS = [
    ("c: Words of call 1.", {"caller_name": "Ana"}, "Ana"),
    ("a: Hello! | c: Hi, I'm Sarah. Sarah Whitfield.", {"caller_name": "Ada"}, "Ada"),
    ("a: Your name? | c: My name is Sarah Whitfield.", {"caller_name": "Ada"}, "Ada"),
    ("a: Your name? | c: It's Sarah Whitfield.", {"caller_name": "June Bishop"}, "June Bishop"),
    ("c: Hello. | a: Good day. | c: A lovely day.", {"name": "Sarah Whitfield"}, SARAH),
    ("c: Hello. | a: Hi. | c: Fine.", {"first_name": "Ana", "last_name": "Ruiz"}, "Ana Ruiz"),
    ("c: Buenas. | a: Diga. | c: Nací en Tampa.", {"nombre": "Ofelia Marín"}, "Ofelia Marín"),
    ("c: my mother was eulalia. | a: Oh?", {"caller_name": "Eulogia"}, ""),
    ("c: My mother was Eulalia. | a: Oh?", {"caller_name": "Eulogia"}, ""),
    ("c: My mother was Eulalia. | a: Oh?", {"caller_name": "Eulogia Paz"}, ""),
    ("c: We had a Bill next door. | a: Oh?", {"caller_name": "William"}, ""),
    ("c: The Whitfields moved. | a: Oh?", {"caller_name": "Sarah Whitfield"}, ""),
    ("c: Bella's barking. | a: Oh?", {"caller_name": "Bella"}, ""),
    ("c: I'd rather not give my name.", {"caller_name": "Ada"}, ""),
    ("c: Hello. | a: I'm June. | c: Fine.", {"caller_name": "June"}, ""),
    ("a: Your name? | c: Breet, B-R-E-E-T.", {"caller_name": "Ada"}, "Breet"),
    ("a: Is this Dot? | c: Yes.", {"caller_name": "Ada"}, "Dot"),
    ("a: Your name? | c: Adah.", {"caller_name": "Ada"}, "Adah"),
    ("a: Your name? | c: Ellen Marsh.", {"caller_name": "Helen March"}, "Ellen Marsh"),
    ("c: Hello. | a: Good day.", {"caller_name": "John Doe"}, ""),
    ("c: Hello. | a: Good day.", {"caller_name": "Unknown Caller"}, ""),
    ("c: Hello. | a: Good day.", {"caller_name": "Anonymous"}, ""),
    ("c: Hello. | a: Good day.", {"caller_name": "Not provided"}, ""),
    ("c: Hello. | a: Good day.", {"caller_name": "No name given"}, ""),
    ("c: Hola. | a: Buenas.", {"nombre": "Desconocido"}, ""),
    ("c: Hola. | a: Buenas.", {"nombre": "No indicado"}, ""),
    ("c: Hola. | a: Buenas.", {"nombre": "Fulano de Tal"}, ""),
    ("c: Hello. | a: Hi.", {"pet_name": "Ada"}, ""),
]


@pytest.mark.parametrize(("talk", "collected", "name"), KNOWN_TO_THE_ANALYSIS)
def test_a_name_that_nobody_uttered_is_the_analysis_s_own_knowledge(talk, collected, name):
    """It is spoken when nothing like it was said, unless the caller refused or made theirs sure."""
    assert heard(talk, **collected) == name


def test_a_name_like_one_that_was_uttered_is_kept():
    """It is kept with a confidence below the bar, so that it is not spoken."""
    name = name_in("c: My mother was Eulalia. | a: Oh?", name="Eulogia Paz")
    assert name.full == "Eulogia Paz"
    assert 0 < name.confidence < names.SPOKEN_FROM


def test_a_name_that_only_the_agent_was_told_of_is_not_spoken():
    """A name in the memories that the agent was given may be the dog's of another call."""
    told = replace(
        call(turns("c: Hello. | a: Hi."), collected=[("caller_name", "Margaret")]),
        recalled=("Margaret, a lurcher, is named for a ward sister",),
    )
    assert names.name_of(told).spoken == ""
