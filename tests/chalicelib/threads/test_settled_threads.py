"""What settles a thread in a later call, and what leaves it open."""

import pytest

from chalicelib.threads.settled_threads import settled
from tests.chalicelib.threads.test_open_threads import turns

SETTLED = [
    (
        "Could you send me a copy of the invoice?",
        ["Agent: How can I help?", "The invoice came yesterday, thank you, it's all in order."],
    ),
    (
        "Could you send me a copy of the invoice?",
        ["Agent: Did the copy of the invoice reach you?", "Yes, I got it."],
    ),
    (
        "I'd like to book a room for the weekend of the ninth.",
        ["Agent: Hello Ruth!", "Please cancel the room, my sister is ill."],
    ),
    (
        "Can you move my appointment to Thursday?",
        ["Agent: Hello!", "I need to cancel that appointment."],
    ),
    (
        "I'll bring the insurance form on Friday.",
        [
            "Agent: Hello Ann, do you have the form?",
            "I brought it in on Friday, the lady at the desk has it.",
        ],
    ),
    (
        "They're going to ring me about the biopsy.",
        ["Agent: Hello!", "They called about the biopsy and it is nothing, thank God."],
    ),
    (
        "I'm still waiting for the boiler part to come in.",
        ["Agent: Hello!", "Never mind about the boiler part, my nephew found one."],
    ),
    (
        "My daughter will send you the photographs.",
        [
            "Agent: Hello!",
            "Did you get the photographs? Susan sent them on Tuesday, all twelve.",
        ],
    ),
    (
        "Next time I'll tell you about the night the boiler burst.",
        [
            "Agent: You wanted to tell me about the boiler.",
            "It was January and my wife was in the bath when it went.",
        ],
    ),
    (
        "Please have the vet call me back.",
        ["Agent: Hello!", "The vet called, so the dog is fine and we are all sleeping again."],
    ),
    (
        "Otro día le cuento lo del incendio.",
        [
            "Agent: Me debía lo del incendio.",
            "Pues fue en el cuarenta y ocho, una noche de viento, y ardió toda la cuadra.",
        ],
    ),
    (
        "¿Me puede mandar la factura por correo?",
        ["Agent: ¡Hola!", "Ya me llegó la factura, gracias."],
    ),
    (
        "Quiero reservar una mesa para el sábado.",
        ["Agent: ¡Hola!", "Quiero cancelar la mesa, que mi hijo no viene."],
    ),
    (
        "Me van a llamar del hospital por la biopsia.",
        ["Agent: ¡Hola!", "Ya me llamaron del hospital y no es nada."],
    ),
    (
        "Háblenme el lunes, por favor.",
        [
            "Agent: ¡Buenos días! Le hablo como quedamos.",
            "Sí, qué puntual, pues mire, ya tengo los papeles que me pidieron.",
        ],
    ),
    (
        "The plumber is coming on Monday.",
        [
            "Agent: How did it go with the plumber?",
            "He came and he fixed it in an hour, and he charged me for two.",
        ],
    ),
    (
        "I've got the surgeon on Tuesday.",
        ["Agent: How was the surgeon?", "He says the knee has to come out, and I said you first."],
    ),
    (
        "I'll ask my sister what the dog was called.",
        ["Agent: Hello!", "I asked my sister. It was Biscuit."],
    ),
    (
        "Let me know when the part comes in.",
        [
            "Agent: Hello, the part is in.",
            "Good, I'll come by this afternoon then, thank you for calling.",
        ],
    ),
    (
        "I need somebody to come and look at the boiler.",
        ["Agent: Hello!", "Your man came and looked at the boiler, and it runs like new."],
    ),
    (
        "We're having the roof done in May.",
        [
            "Agent: Is the roof done?",
            "It's done, and it leaks in a new place, but he is coming back.",
        ],
    ),
]
STILL_OPEN = [
    (
        "Could you send me a copy of the invoice?",
        ["Agent: Hello!", "The invoice still hasn't come."],
    ),
    (
        "I'll bring the insurance form on Friday.",
        [
            "Agent: Do you have the form?",
            "Not yet, I keep forgetting it on the kitchen table, I'm sorry.",
        ],
    ),
    (
        "They're going to ring me about the biopsy.",
        ["Agent: Hello!", "I haven't heard about the biopsy yet, and I don't sleep."],
    ),
    (
        "I'm still waiting for the boiler part to come in.",
        ["Agent: Hello!", "My garden is full of beans and my neighbor came for some yesterday."],
    ),
    (
        "My daughter will send you the photographs.",
        ["Agent: Hello!", "I want to talk about the war today, if you have the time for that."],
    ),
    (
        "Next time I'll tell you about the night the boiler burst.",
        ["Agent: You wanted to tell me about the boiler.", "Some other time, I have people here."],
    ),
    (
        "Otro día le cuento lo del incendio.",
        [
            "Agent: ¡Hola!",
            "Hoy le quiero contar de mi hermano, el que se fue a Chicago con el circo.",
        ],
    ),
    (
        "¿Me puede mandar la factura por correo?",
        ["Agent: ¡Hola!", "Todavía no me llega la factura."],
    ),
    (
        "We're having the roof done in May.",
        [
            "Agent: Hello Rose!",
            "My sister called on Sunday and she has a new hat with a bird on it.",
        ],
    ),
    (
        "Ask me about the parrot next time.",
        ["Agent: Hello!", "I'm tired today and the pills make me slow, so let us be short."],
    ),
    (
        "I'd like a refill of the blue inhaler.",
        ["Agent: Hello!", "I'm calling about the bill, it is too high and I don't know why."],
    ),
    (
        "Put me down for the bake sale.",
        ["Agent: Hello!", "My husband made a cake yesterday and it fell flat as a hat."],
    ),
    (
        "I never told you how the parrot got out.",
        [
            "Agent: Am I speaking with Rose?",
            "Yes, this is Rose, and I have a cold and no voice to speak of.",
        ],
    ),
]


@pytest.mark.parametrize(("thread", "said"), SETTLED)
def test_it_is_settled(thread, said):
    """What was told, came, was done, called off or taken up by the agent is settled."""
    assert list(settled([thread], turns(*said))) == [thread]


@pytest.mark.parametrize(("thread", "said"), STILL_OPEN)
def test_it_is_still_open(thread, said):
    """What was not spoken of, has not come yet, or is put off again stays open."""
    assert list(settled([thread], turns(*said))) == []


def test_what_is_owed_without_its_name_is_the_newest_story():
    """An agent that asks for what is owed, in other words, is told the newest story."""
    older, newer = (
        "I'll tell you about the strike some day.",
        "Next time I'll tell you of the flood.",
    )
    said = turns(
        "Agent: Me debía la inundación.", "Ah, sí. " + "El agua subió por la escalera. " * 6
    )
    assert list(settled([newer, older], said)) == [newer]


def test_a_promised_call_is_settled_by_the_next():
    """Once they talk again, the call that the agent promised is no longer to come."""
    promised = "Agent promised: We'll call you back on Monday."
    said = turns("Agent: Hello!", "Good morning, I have the papers here that you asked me for.")
    assert list(settled([promised], said)) == [promised]
