"""Who speaks, where an agent collects the items of ours: the analysis beside the rules."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from chalicelib import names, whose_call
from chalicelib.household import people
from chalicelib.names import analysed
from chalicelib.what_to_remember import plan
from tests.chalicelib.names.dialogues import call, turns
from tests.chalicelib.names.test_any_words import TALK, WORDS

GREETS_ANNA = "a: Hello, Anna! | c: "


def items(name, goes_by, who, alone="no", anothers="no"):
    """Return what was collected under the items of ours, as a conversation has it."""
    values = (name, goes_by, who, alone, anothers)
    ids = ("speaker_name", "speaker_goes_by", "speaker_is", "speaker_alone", "number_is_anothers")
    return [(item, value) for item, value in zip(ids, values, strict=True) if value]


def told(talk, *values, greeted="", **more):
    """Return the conversation of ``talk`` after which these ``values`` were collected."""
    collected = [*more.items(), *items(*values)]
    return call(turns(talk), collected=collected, greeted=greeted)


@pytest.mark.parametrize(
    ("talk", "values", "full", "spoken"),
    [
        (
            "Quill's the dog, put Mae Ortega.",
            ("Mae Ortega", "Mae", "first_heard"),
            "Mae Ortega",
            "Mae",
        ),
        (
            "Mae J. Ortega, but it's Mimi.",
            ("Mae J. Ortega", "Mimi", "first_heard"),
            "Mae Ortega",
            "Mimi",
        ),
        (
            "Wendell Voss, everybody says Del.",
            ("Wendell Voss", "Del", "first_heard"),
            "Wendell Voss",
            "Del",
        ),
        (
            "It's Mrs. Voss to you.",
            ("Mrs. Voss", "Mrs. Voss", "first_heard"),
            "Mrs. Voss",
            "Mrs. Voss",
        ),
        ("Y-O-L-T, comma, Ines.", ("Ines Yolt", "Ines", "first_heard"), "Ines Yolt", "Ines"),
        ("I'd rather not say.", ("", "", "first_heard"), "", ""),
        ("Put it under Mae Ortega.", ("", "", "nobody"), "", ""),
    ],
)
def test_what_the_analysis_says_is_who_speaks(talk, values, full, spoken):
    """The name is the analysis' one, without initials, and its nickname what they are called."""
    name = names.name_of(told(talk, *values))
    assert (name.full, name.spoken) == (full, spoken)


def test_a_name_that_nobody_uttered_does_not_count():
    """Where no words of the call are like the analysis' name, the rules decide."""
    name = names.name_of(
        told("It's Mae Ortega.", "Ferdinand Kowalczyk", "Ferdinand", "first_heard")
    )
    assert name.spoken == "Mae"


def test_of_two_wholly_different_names_neither_is_spoken():
    """What the analysis says is not spoken where the caller was heard to give another name."""
    talk = "My name is Mae Ortega, and Pablo is my parrot."
    assert names.name_of(told(talk, "Pablo", "Pablo", "first_heard")).spoken == ""
    assert names.name_of(told(talk, "Mae Ortega", "Mae", "first_heard")).spoken == "Mae"


def test_its_accents_and_a_lone_first_name_are_completed_by_the_rules():
    """What was heard of the same name, more of it or better spelled, is kept."""
    talk = "a: Your name? | c: gráinne o'dowd | a: Gráinne O'Dowd, thank you."
    assert names.name_of(told(talk, "Grainne O'Dowd", "Grainne", "first_heard")).full == (
        "Gráinne O'Dowd"
    )
    talk = "a: Hello, Anna! | c: No, I'm her son, Virgil Tackett."
    assert names.name_of(told(talk, "Virgil", "Virgil", "somebody_else")).full == "Virgil Tackett"


def test_who_lets_the_greeting_stand_has_told_no_name():
    """Of who was greeted and told nothing new there is nothing to keep, whatever was collected."""
    talk = GREETS_ANNA + "My daughter Bea Hale has a cold."
    name = names.name_of(
        told(talk, "Anna", "Anna", "greeted", greeted="Anna", caller_name="Bea Hale")
    )
    assert (name.full, name.confidence < names.SPOKEN_FROM) == ("Anna", True)


def test_a_nickname_without_a_name_tells_nothing():
    """Where the analysis knows how to greet somebody and not who it is, the greeting stands."""
    talk = GREETS_ANNA + "Annie will do. The sink drips."
    name = names.name_of(told(talk, "", "Annie", "greeted", greeted="Anna"))
    assert (name.full, name.source) == ("Anna", "spoken to")
    assert names.name_of(told(talk, "", "Annie", "first_heard")) == names.Name()


def test_who_was_misnamed_is_no_second_person():
    """A name that is put right takes the place of the one by which they were greeted."""
    before = names.name_of(told("Karen.", "Karen", "Karen", "first_heard"))
    talk = "a: Hello, Karen! | c: It never was Karen. Corinne."
    after = names.name_of(told(talk, "Corinne", "Corinne", "renamed", greeted="Karen"))
    assert [one.spoken for one in people([before, after])] == ["Corinne"]


@pytest.mark.parametrize("who", ["greeted", "renamed", "somebody_else", "first_heard", "nobody"])
def test_another_is_who_the_analysis_says_is_another(who):
    """Only somebody_else makes a second person of a call, and only where a name was greeted."""
    one = told(GREETS_ANNA + "What's her name, and yours?", "", "", who, greeted="Anna")
    assert whose_call.is_another(one, names.name_of(one)) is (who == "somebody_else")
    one = told("a: Hello! | c: Paul.", "Paul", "Paul", who)
    assert not whose_call.is_another(one, names.name_of(one))


@pytest.mark.parametrize("anothers", ["yes", "no"])
def test_whose_the_telephone_is(anothers):
    """The analysis says whether it is another's, whatever the rules have heard."""
    one = told("This is my aunt's phone.", "", "", "first_heard", "no", anothers)
    assert whose_call.is_borrowed(one) is (anothers == "yes")


@pytest.mark.parametrize("alone", ["yes", "no"])
def test_who_is_left_alone_on_a_number(alone):
    """The analysis says whether the number is the speaker's alone now."""
    one = told("Paul Hale. The number's mine now.", "Paul Hale", "Paul", "first_heard", alone)
    assert names.name_of(one).is_alone is (alone == "yes")


def test_another_s_items_of_the_same_names_are_items_like_any():
    """Without a value of ours in speaker_is the analysis says nothing, and the rules decide."""
    assert names.read_analysis(call([], collected=items("Bea", "Bea", "a woman")).collected) is None
    name = names.name_of(told("It's Mae Ortega.", "Pablo", "Pablo", "a bird"))
    assert name.spoken == "Mae"


def test_the_items_are_no_facts():
    """None of what they say is stored as a memory, but the name."""
    one = told("Mae Ortega. The well is dry since May.", "Mae Ortega", "Mae", "first_heard")
    assert {memory.kind for memory in plan(one).memories} == {"name", "exchange"}


def test_items_alone_leave_nothing_behind():
    """A call in which nothing was said leaves nothing, though the items were collected."""
    assert plan(told("a: Hello! | c: Hello?", "", "", "first_heard")).memories == ()


@settings(deadline=None)
@given(
    TALK,
    st.lists(st.sampled_from(["", *WORDS]) | st.text(max_size=80), min_size=2, max_size=2),
    st.sampled_from(analysed.WAYS),
    st.sampled_from(["", "Anna", "Dr. Hale"]),
)
def test_no_answer_of_the_model_breaks_it(talk, answers, who, greeted):
    """Whatever was said and answered, what comes of it is a plausible name, or none."""
    lines = " | ".join(f"{side[0]}: {words.replace('|', ' ')}" for side, words in talk)
    one = told(lines or "Hello.", *answers, who, greeted=greeted)
    name = names.name_of(one)
    assert 0 <= name.confidence <= 1
    assert names.plausible_name(name.full) == name.full
    assert names.plausible_nickname(name.called) == name.called
    whose_call.is_another(one, name)
