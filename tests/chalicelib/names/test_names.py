"""The caller's name: tables of words that give it, and of words that only seem to."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chalicelib import names
from chalicelib.conversation import Turn
from tests import invented
from tests.chalicelib.names.dialogues import call

ASKED = ("agent", "Could you please tell me your name?")
TALKING = ("agent", "What would you like to talk about?")


def said(*turns):
    """Return the name that would be spoken after ``turns``."""
    sides = {"agent": "agent", "user": "caller"}
    name = names.name_of(call([Turn(sides[role], words, 0) for role, words in turns]))
    return name.full if name.spoken else ""


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("Stefan.", "Stefan"),
        ("Stefan Berg", "Stefan Berg"),
        ("Hi, I'm Sarah. Sarah Whitfield.", "Sarah Whitfield"),
        ("I'm Stefan.", "Stefan"),
        ("I am Stefan Berg, and I call about my memoir.", "Stefan Berg"),
        ("My name is Stefan.", "Stefan"),
        ("Yes, my name's Anne-Marie O'Neill.", "Anne-Marie O'Neill"),
        ("Hello. My full name is Ludwig van Beethoven.", "Ludwig van Beethoven"),
        ("This is Dr. Jane Smith speaking.", "Dr. Jane Smith"),
        ("It's Tom, but my friends say Tommy.", "Tom"),
        ("my name is Sarah, no wait, my name is Clara", "Clara"),
        ("Me llamo José García.", "José García"),
        ("Mi nombre es María del Carmen López.", "María del Carmen López"),
        ("Soy Lucía.", "Lucía"),
        ("Habla Ramón Ortiz.", "Ramón Ortiz"),
        ("Sí, Lucía.", "Lucía"),
        ("my name is sarah", "Sarah"),
        ("My name is stefan, and I am new.", "Stefan"),
        ("mi nombre es lucía", "Lucía"),
        ("You can call me Bob.", "Bob"),
        ("Just call me Bob", "Bob"),
        ("The name's Bond.", "Bond"),
        ("My first name is Sarah.", "Sarah"),
        ("Sarah speaking.", "Sarah"),
        ("Hi, Sarah here.", "Sarah"),
        ("My name is Sarah I live in Duluth", "Sarah"),
        ("I'm J.R. Smith.", "J.R. Smith"),
    ],
)
def test_a_caller_who_is_asked_gives_a_name(words, name):
    """What the caller answers when asked for the name is the name, without the rest."""
    assert said(ASKED, ("user", words)) == name


@pytest.mark.parametrize(
    "words",
    [
        "I'm tired.",
        "I'm a farmer.",
        "I am from Duluth.",
        "I'm not telling you.",
        "It's raining here.",
        "This is my first call.",
        "Why do you ask?",
        "No.",
        "Yes.",
        "I'd rather not say.",
        "My name is a secret.",
        "My name is secret.",
        "I'm Fine, thanks.",
        "I'm OK.",
        "I'm German.",
        "I'm Catholic.",
        "It's Sunday.",
        "Okay.",
        "Hello",
        "Thanks.",
        "Mom",
        "I'm Sarah's daughter.",
        "Soy de Veracruz.",
        "Soy Mexicana.",
        "My name is My business.",
        "My name is none of your business.",
        "My brother is called Tom.",
        "...",
    ],
)
def test_a_caller_who_is_asked_may_give_none(words):
    """An answer without a name gives none, rather than a wrong one."""
    assert said(ASKED, ("user", words)) == ""


@pytest.mark.parametrize(
    ("turns", "name"),
    [
        ([("user", "Hello, this is Stefan.")], "Stefan"),
        ([TALKING, ("user", "I'm Stefan, by the way.")], "Stefan"),
        ([TALKING, ("user", "Hm."), TALKING, ("user", "My name is Stefan.")], "Stefan"),
        ([ASKED, ("user", "Sarah."), ASKED, ("user", "Clara, really.")], "Clara"),
        ([ASKED, ("user", "Sarah."), TALKING, ("user", "My name is Clara.")], "Clara"),
        ([TALKING, ("user", "Hm."), TALKING, ("user", "I'm German.")], ""),
        ([TALKING, ("user", "Hm."), ("agent", "Who was with you?"), ("user", "Tom.")], ""),
        ([TALKING, ("user", "Duluth.")], ""),
        ([("agent", "My name is Ava. I'm Ava. This is Ava.")], ""),
        ([ASKED], ""),
        ([], ""),
    ],
)
def test_when_a_name_counts(turns, name):
    """A bare name counts when it was asked for, "I'm ..." in the first words too, others never."""
    assert said(*turns) == name


def test_what_was_said_needs_nothing_collected():
    """The transcript gives the name whether it was collected or not."""
    assert names.name_of(invented.conversation()).full == "Sarah Whitfield"
    assert names.name_of(invented.conversation(analysis=None)).full == "Sarah Whitfield"


@pytest.mark.parametrize(
    ("memory", "name"),
    [
        ("Name is Sarah Whitfield", "Sarah Whitfield"),
        ("User's name is Stefan", "Stefan"),
        ("The user\u2019s name is Stefan Berg.", "Stefan Berg"),
        ("User's full name is Sarah Whitfield and she lives in Duluth", "Sarah Whitfield"),
        ("The caller is called Stefan", "Stefan"),
        ("User is named José García", "José García"),
        ("My name is Stefan", "Stefan"),
        ("Name: Stefan", "Stefan"),
        ("Se llama Lucía", "Lucía"),
        ("El usuario se llama Lucía", "Lucía"),
        ("El nombre del usuario es Lucía", "Lucía"),
        ("User's first name is Stefan", "Stefan"),
        ("User goes by Bob", "Bob"),
        ("His name is Tom", ""),
        ("Their name is Tom", ""),
        ("User is called Sunday", ""),
        ("User prefers email", ""),
        ("User's brother's name is Tom", ""),
        ("User's dog is called Rex", ""),
        ("User has a brother whose name is Tom", ""),
        ("User wants to change the name of the farm", ""),
        ("User's name is not known", ""),
        ("User is tired", ""),
        ("Stefan", ""),
        ("", ""),
    ],
)
def test_a_remembered_name(memory, name):
    """A memory gives the caller's name if it is a sentence that states it, and no other name."""
    assert names.remembered_name(memory) == name


@pytest.mark.parametrize(
    ("name", "spoken"),
    [
        ("Sarah Whitfield", "Sarah"),
        ("Anne-Marie O'Neill", "Anne-Marie"),
        ("Dr. Jane Smith", "Dr. Jane Smith"),
        ("Sra. Ortiz", "Sra. Ortiz"),
        ("Sarah", "Sarah"),
        ("", ""),
    ],
)
def test_a_caller_is_called_by_the_first_name(name, spoken):
    """A caller is spoken to by the first name, and one with a title by title and name."""
    assert names.spoken_name(name) == spoken


@given(
    st.text() | st.lists(st.sampled_from(["sarah", "VAN", "{{x}}", "Dr.", "1", "\n"])).map(" ".join)
)
def test_a_name_is_letters(raw):
    """Whatever a name is taken from, it is short, and holds only letters and a name's signs."""
    name = names.plausible_name(raw)
    assert len(name) <= 60
    assert all(sign.isalnum() or sign in " '\u2019\u02bc.-" for sign in name)
    assert names.plausible_name(name) == name
