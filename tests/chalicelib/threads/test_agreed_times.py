"""A time that caller and agent agree on, and one that they don't."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chalicelib.threads.agreed_times import agreed
from chalicelib.threads.open_threads import opened
from tests.chalicelib.threads.test_open_threads import turns

AGREED = [
    (["Agent: I have Monday the sixth at eleven.", "Monday at eleven. Good."], "Monday at eleven."),
    (["Agent: Dr. Ito has the ninth or the tenth.", "The tenth, please."], "The tenth, please."),
    (
        ["Agent: There is four twenty or five forty.", "Five forty. It's Rowan, with a W."],
        "Five forty.",
    ),
    (["Agent: Would Wednesday at noon suit you?", "Wednesday's fine."], "Wednesday's fine."),
    (
        ["Agent: When could you come in?", "Friday after three, I work till two.", "Agent: Fine."],
        "Friday after three, I work till two.",
    ),
    (
        ["Agent: Which day would you like?", "The twenty-first of May.", "Agent: It's yours."],
        "The twenty-first of May.",
    ),
    (
        ["Agent: Morning or afternoon?", "After four. I'm at the mill.", "Agent: After four."],
        "After four.",
    ),
    (
        ["Agent: How can I help?", "Saturday the second, like nine?", "Agent: Nine o'clock."],
        "Saturday the second, like nine?",
    ),
    (
        ["Agent: What about Friday?", "friday any time before two"],
        "friday any time before two",
    ),
    (
        ["Agent: Thursday at five?", "make it six on thursday", "Agent: Thursday at six, then."],
        "make it six on thursday",
    ),
    (
        ["Agent: The van comes on Tuesday the eleventh.", "Tuesday the eleventh. All right then."],
        "Tuesday the eleventh.",
    ),
    (["Agent: Tengo el lunes a las ocho.", "El lunes a las ocho, perfecto."], 0),
    (["Agent: ¿Le queda bien el jueves doce?", "El doce, sí, ahí estaré."], 0),
    (["Agent: ¿Cuándo puede venir?", "El nueve de mayo, temprano.", "Agent: Anotado."], 0),
    (["Agent: Hay lugar mañana a la una.", "Mañana a la una. Me lleva mi hijo."], 0),
    (["Agent: ¿A qué hora le llamamos?", "Después de las cinco.", "Agent: Así será."], 0),
    (["Agent: ¿Qué día prefiere?", "Póngame el quince.", "Agent: Listo."], 0),
]
NOT_AGREED = [
    ["Agent: I have Monday at eleven.", "I can't do Monday."],
    ["Agent: I have Monday at eleven.", "Not Monday, I've the dentist."],
    ["Agent: I have Monday at eleven.", "The Monday I'm in Leeds.", "Agent: Then Tuesday at two?"],
    ["Agent: Which day?", "Saturday at ten.", "Agent: I'm sorry, Saturday is taken."],
    ["Agent: When were you married?", "On a Saturday in June.", "Agent: In June!"],
    ["Agent: Was that in May?", "The ninth of May, yes.", "Agent: The ninth."],
    ["Agent: When do you get up?", "At six, with the hens.", "Agent: At six!"],
    ["Agent: Do you go on Fridays?", "Fridays, and Sundays too."],
    ["Agent: How old is he?", "Nine in March, he's ten now.", "Agent: Ten!"],
    ["Agent: It costs ninety dollars.", "Ninety dollars? Good grief."],
    ["Agent: We are open on Saturday.", "I thank you kindly."],
    ["Agent: What do you remember?", "We ate at four on Sundays.", "Agent: At four."],
    ["Agent: Tengo el lunes a las ocho.", "El lunes no puedo."],
    ["Agent: ¿Cuándo se casaron?", "El nueve de mayo, un sábado.", "Agent: ¡El nueve!"],
    ["Agent: ¿Y en qué mes nació?", "En mayo, el doce.", "Agent: El doce."],
    ["Agent: Tengo el lunes a las ocho.", "Los lunes trabajo."],
    ["Agent: ¿Cuántos hijos tuvo?", "Ocho, y el primero en mayo."],
]


@pytest.mark.parametrize(("said", "words"), AGREED)
def test_a_time_is_agreed(said, words):
    """A time that is offered or asked for and taken, or proposed and not refused, is agreed."""
    place = next(place for place, one in enumerate(said) if not one.startswith("Agent:"))
    words = words or said[place].split(". ")[0].rstrip(".") + "."
    assert agreed(turns(*said), place) == words


@pytest.mark.parametrize("said", NOT_AGREED)
def test_a_time_is_not_agreed(said):
    """A time that is refused, past, a habit, or spoken of for another reason is not agreed."""
    assert agreed(turns(*said), 1) == ""


def test_an_agreed_time_carries_what_was_asked_for():
    """What somebody wanted a time for is one thread with the time that they got."""
    said = [
        "Agent: How can I help?",
        "I'd like to book a table for six.",
        "Agent: I have Saturday at seven or at nine.",
        "At nine. We eat late.",
        "Agent: Saturday at nine, for six.",
    ]
    assert opened(turns(*said)) == ["I'd like to book a table for six. At nine."]


def test_a_time_that_is_put_right_is_one_thread():
    """The time that was agreed first stands beside the one that was agreed in the end."""
    said = [
        "Agent: Tuesday?",
        "Tuesday's fine.",
        "Agent: At two?",
        "Make it three.",
        "Agent: Done.",
    ]
    assert opened(turns(*said)) == ["Tuesday's fine. Make it three."]


@pytest.mark.parametrize(
    ("said", "thread"),
    [
        (
            ["Agent: Shall I put you down for Friday the ninth?", "Yes, please."],
            "Agreed: Shall I put you down for Friday the ninth? Caller said: Yes, please.",
        ),
        (
            ["Agent: A nurse will call you on Monday.", "Okay, early is best. Bye."],
            "Agent promised: A nurse will call you on Monday. Caller said: Okay, early is best.",
        ),
        (
            ["Agent: ¿Lo anoto para el jueves?", "Ándele, anóteme. ¿Llevo algo?"],
            "Agreed: ¿Lo anoto para el jueves? Caller said: Ándele, anóteme.",
        ),
    ],
)
def test_what_is_accepted_stands_with_what_was_offered(said, thread):
    """Where the caller only says yes, the agent's sentence says to what."""
    assert opened(turns(*said)) == [thread]


@given(st.lists(st.text(st.sampled_from("at ten on Friday? yes. el lunes"), max_size=200)))
def test_no_words_break_it(said):
    """Whatever is said, what is agreed was said."""
    talk = turns(*said)
    for place, turn in enumerate(talk):
        assert agreed(talk, place) in turn.words


def test_a_recital_is_no_offer():
    """What the agent reads back, or knows, is not offered, and so a yes to it agrees on nothing."""
    said = ["Agent: Is all as before, the corner room, arrival at five?", "Yes."]
    assert opened(turns(*said)) == []


def test_whom_the_agent_speaks_to_is_left_out():
    """A name by which the agent addresses the caller, perhaps misheard, is not kept with it."""
    said = ["Agent: Shall we say Friday at nine, Mr. Chatterly?", "Fine."]
    assert opened(turns(*said)) == [
        "Agreed: Shall we say Friday at nine? Caller said: Fine.",
    ]


def test_what_others_will_do_is_no_time_that_is_agreed():
    """A day by which somebody else will decide is no appointment, though the caller says okay."""
    said = ["Agent: I can tell the foreman, Mr. Aziz, and he'll decide by Monday.", "Okay."]
    assert opened(turns(*said)) == []
