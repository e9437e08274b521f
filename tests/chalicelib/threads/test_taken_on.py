"""What the agent takes on to do after the call, and whose words say what."""

import pytest

from chalicelib.threads.open_threads import opened
from tests.chalicelib.threads.test_open_threads import turns

TAKEN_ON = [
    ["Is there any chance of a second key?", "Agent: I'll ask the landlord."],
    ["I think I left my umbrella in your hall.", "Agent: I'll have the porter look for it."],
    ["The tap in the kitchen drips.", "Agent: I'll put in a request for the plumber."],
    ["Do I get my deposit back?", "Agent: I'll find out and let you know."],
    ["My sister never got her copy.", "Agent: We'll mail another."],
    ["¿Y no hay descuento para jubilados?", "Agent: Lo voy a consultar con la gerente."],
    ["Dejé los lentes en la sala de espera.", "Agent: Le pregunto a la enfermera."],
]
NOT_TAKEN_ON = [
    ["I was a baker for forty years.", "Agent: I'll note that."],
    ["Are you open on Sunday?", "Agent: I'll check, one moment.", "Fine.", "Agent: Yes, we are."],
    ["The tap in the kitchen drips.", "Agent: Shall I send the plumber?", "No, my son can."],
    ["Do I get my deposit back?", "Agent: I'll ask.", "No, don't, it's nothing."],
    ["The bill is wrong.", "Agent: I'll look at it now.", "Thank you."],
    ["We had a cow called Bess.", "Agent: I'll ask you about Bess in a moment."],
    ["¿Qué horario tienen?", "Agent: Lo reviso ahora mismo.", "Bueno."],
]


@pytest.mark.parametrize("said", TAKEN_ON)
def test_what_the_agent_takes_on_is_open(said):
    """What the agent will ask, look for or send later is a thread in the words of who wants it."""
    (thread,) = opened(turns(*said, "Thank you."))
    assert thread == f"{said[0]} Agent promised: {said[1].removeprefix('Agent: ')}"


@pytest.mark.parametrize("said", NOT_TAKEN_ON)
def test_what_the_agent_does_not_take_on_is_not_open(said):
    """A note, what is done at once, a question, and what the caller refuses leave nothing open."""
    assert opened(turns(*said)) == []


def test_what_was_asked_for_already_is_no_second_thread():
    """Where the caller's own words ask, the agent's answer adds nothing."""
    said = ["Could you send me the form?", "Agent: I'll send it.", "Thank you."]
    assert opened(turns(*said)) == ["Could you send me the form?"]
