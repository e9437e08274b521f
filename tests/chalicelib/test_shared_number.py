"""A number is a household: nobody is taken for another, and nothing is told to the wrong one."""

from dataclasses import replace

from chalicelib.client_data import client_data, context_block
from chalicelib.greeting import greet
from chalicelib.recollection import Recollection
from chalicelib.remembered import read_memories
from chalicelib.what_to_remember import plan
from tests import invented
from tests.invented import LATER, conversation, memory, recollection

NUMBER = "+12185550143"
ALL = frozenset({"prompt", "first_message", "language"})


def named(name, day, **fields):
    """Return the memory of a person's name."""
    return memory(f"Name is {name}", day, kind="name", name=name, speaker=name, **fields)


ANNA, PAUL = named("Anna Berg", 1), named("Paul Berg", 2)
BEES = memory("User keeps bees", 2, speaker="Paul Berg")
SHARED = recollection(BEES, PAUL, ANNA)


def test_the_greeting_is_neutral():
    """Of two people who call from one number neither is greeted by name; both are asked for."""
    assert greet(SHARED, LATER) == "Hello! Am I speaking with Anna or Paul?"
    spanish = recollection(named("Ana", 2, language="es"), named("Luis", 1, language="es"))
    assert greet(spanish, LATER) == "¡Hola! ¿Hablo con Luis o con Ana?"


def test_of_many_people_none_is_named():
    """Where more than three people call from one number, the greeting asks who it is."""
    many = recollection(*[named(name, 1) for name in ("Ana", "Eva", "Luis", "Bert")])
    assert "tell me your name" in greet(many, LATER)


def test_a_person_is_called_as_they_wish():
    """A nickname that somebody asked for stands in the greeting, alone and among others."""
    dot = named("Dorothy Hale", 3, called="Dot")
    assert greet(recollection(dot), LATER).startswith("Hello Dot!")
    assert greet(recollection(dot, ANNA), LATER) == "Hello! Am I speaking with Anna or Dot?"


def test_each_note_says_whose_it_is():
    """The context warns of the shared number, and says of each note who has told it."""
    context = context_block(NUMBER, SHARED, LATER)
    assert "Several people call from this number: Anna Berg, Paul Berg." in context
    assert "- (2026-11-02) Paul Berg said: User keeps bees" in context
    variables = client_data(NUMBER, SHARED, ALL, "", LATER)["dynamic_variables"]
    assert variables["caller_name"] == ""
    assert variables["memory_summary"] == "Paul Berg said: User keeps bees"


def test_one_persons_notes_need_no_name():
    """Where one person calls, notes are told as they are."""
    context = context_block(NUMBER, recollection(replace(BEES, speaker="Anna Berg"), ANNA), LATER)
    assert "- (2026-11-02) User keeps bees" in context
    assert "Several people" not in context


def test_another_who_gives_no_name_makes_the_greeting_neutral():
    """After somebody said that they are not Anna, the next greeting asks whether it is Anna."""
    stranger = memory("User keeps bees", 3, other_than="Anna Berg")
    shared = recollection(stranger, ANNA)
    assert (shared.is_shared, shared.name, shared.spoken_name) == (True, "", "")
    assert greet(shared, LATER) == "Hello! Am I speaking with Anna?"


def test_who_borrows_a_telephone_makes_the_greeting_neutral():
    """After a call from "his phone" the next greeting asks whether it is who called then."""
    borrowed = memory("User keeps bees", 3, is_borrowed=True)
    shared = recollection(borrowed, ANNA)
    assert (shared.is_shared, shared.spoken_name) == (True, "")
    assert greet(shared, LATER) == "Hello! Am I speaking with Anna?"
    connie = conversation(
        ("agent", "Who am I speaking with?"),
        ("user", "Connie Berg. I'm calling for my dad, from his phone, he lost his glasses."),
    )
    assert plan(connie).metadata(None)["borrowed"] is True


def test_a_call_says_who_spoke_in_it():
    """Every memory of a call names its speaker; of one who denies to be the greeted, whom not."""
    paul = conversation(
        ("agent", "Hello Anna! How can I assist you today?"),
        ("user", "No, Paul Berg here. I kept bees for nine years."),
        conversation_initiation_client_data=invented.told(caller_name="Anna"),
    )
    planned = plan(paul)
    assert {planned.metadata(one).get("speaker") for one in planned.memories} == {"Paul Berg"}
    assert "other_than" not in planned.metadata(None)
    nobody = conversation(
        ("agent", "Hello Anna! How can I assist you today?"),
        ("user", "No, this isn't Anna. I only wanted to say that the bees swarmed again in May."),
        conversation_initiation_client_data=invented.told(caller_name="Anna"),
    )
    assert plan(nobody).metadata(None)["other_than"] == "Anna"


def test_a_call_of_a_namesake_says_whom_it_is_not_of():
    """Who says that they are another than the greeted is so noted, though the surname is theirs."""
    son = conversation(
        ("agent", "Good afternoon, Mrs. Berg. How can I assist you today?"),
        ("user", "Oh, no, this is her son, Paul Berg. I fixed the pantry door in May."),
        conversation_initiation_client_data=invented.told(caller_name="Mrs. Berg"),
    )
    noted = plan(son).metadata(None)
    assert (noted["speaker"], noted["other_than"]) == ("Paul Berg", "Mrs. Berg")


def test_the_language_is_overridden_where_that_is_switched_on():
    """With ``language`` among the overrides the agent speaks the caller's language."""
    known = recollection(memory("Vive en Parras", language="es"))
    agent = client_data(NUMBER, known, ALL, "", LATER)["conversation_config_override"]["agent"]
    assert agent["language"] == "es"
    without = client_data(NUMBER, known, frozenset({"prompt"}), "", LATER)
    assert without["conversation_config_override"]["agent"].keys() == {"prompt"}
    new = client_data(NUMBER, Recollection(), ALL, "", LATER)["conversation_config_override"]
    assert "language" not in new["agent"]


def test_who_is_alone_on_a_number_is_greeted_and_told_nobody_else_s_memories():
    """Of a number that is one person's now, nothing is told that others said, or nobody known."""
    peter, old = named("Peter Voss", 1), memory("User owes a library fee", 1, speaker="Peter Voss")
    kayla = named("Kayla Ray", 3, is_alone=True)
    mine, unsigned = memory("User wants a card", 3, speaker="Kayla Ray"), memory("User is ill", 2)
    earlier = memory("User reads at night", 2, speaker="Kayla")
    known = recollection(kayla, mine, earlier, unsigned, old, peter)
    told = client_data(NUMBER, known, ALL, "", LATER)
    block = told["dynamic_variables"]["memory_context"]
    assert told["dynamic_variables"]["memory_greeting"].startswith("Hello Kayla!")
    assert "wants a card" in block
    assert "reads at night" in block
    assert not any(gone in str(told) for gone in ("Peter", "library fee", "is ill"))


def test_that_a_number_is_one_person_s_now_comes_back_from_mem0():
    """Who says that it is just them on the number now is so remembered, with their name."""
    alone = conversation(
        ("agent", "Hello! Am I speaking with Dominic or Lucian?"),
        ("user", "Lucian Brand. Dominic moved out, so it's just me on this number now."),
    )
    planned = plan(alone)
    (stated,) = (one for one in planned.memories if one.kind == "name")
    stored = {"memory": stated.text, "user_id": NUMBER, "metadata": planned.metadata(stated)}
    assert [one.states_name.is_alone for one in read_memories([stored], NUMBER)] == [True]
