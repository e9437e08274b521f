"""How much of the agent's question an answer needs."""

import pytest

from chalicelib.asked import asked
from chalicelib.echo import content_words


@pytest.mark.parametrize(
    ("question", "answer", "kept"),
    [
        ("What does she play, tennis?", "No, she swims.", "What does she play?"),
        ("What does she play, tennis?", "Yes, since May.", "What does she play, tennis?"),
        ("How is Ada with the headaches?", "Better, thank God.", "How is Ada?"),
        ("¿Cómo sigue Ada con los dolores?", "Mejor, ya sale sola.", "¿Cómo sigue Ada?"),
        ("I understand you want red tulips?", "Yes.", "I understand you want red tulips?"),
        (
            "I understand you want red tulips?",
            "Yes, sorry to be late, my sister Inga has the hall and I bring what goes on it.",
            "",
        ),
    ],
)
def test_a_guess_or_a_note_in_a_question_is_not_remembered(question, answer, kept):
    """Of an open question stays what is asked; what the agent guessed or knew needs a yes."""
    notes = [content_words("Ada has a headache often"), content_words("Ada tiene dolor, dolores")]
    assert asked([question], answer, notes) == kept


@pytest.mark.parametrize(
    ("heard", "answer", "kept"),
    [
        (["Are you all right?", "Did you call the vet?"], "Only a scratch on the arm.", ""),
        (["Did you call the vet?"], "On Monday.", "Did you call the vet?"),
        (["Is your son coming?"], "It's my daughter. And no, she can't.", ""),
        (["¿Cuánto mide el niño?"], "Es niña, y mide un metro.", ""),
        (["How tall is your son?"], "He's a boy of ten, four feet.", "How tall is your son?"),
        (["¿Toma café o té?"], "Café no. Té con leche.", ""),
        (["¿Lo quiere largo, como dijo su tía?"], "No, mi tía no dijo eso.", ""),
        (["Is it because he drinks?"], "That's my business.", ""),
        (["Y el pan, ¿cuándo viene?"], "El lunes.", "Y el pan, ¿cuándo viene?"),
        (["Is your mother, who was ill, at home?"], "But no, she's with Ida.", ""),
        (["Is his nephew with him at the clinic?"], "There's no nephew. It's me alone.", ""),
        (["Could a wasp have stung him?"], "in january no", ""),
        (["Are you filling for the barn too?"], "Barn's empty. Sold the cows.", ""),
        (["How old is he, and could he have eaten it?"], "Nine. And no.", "How old is he?"),
        (["¿Cuánto mide, y ha crecido?"], "Un metro. No tanto.", "¿Cuánto mide?"),
        (["Is that why the sink ran over?"], "It never ran over, it just gurgled.", ""),
        (["Is the shop still in Dunmore?"], "It never was Dunmore. Clarks Summit.", ""),
        (["¿Ya no vive usted en la granja?"], "Sí vivo, pero la arriendo.", ""),
        (["Don't you drive any more?"], "Yes, on Sundays.", ""),
        (["¿Qué edad tiene su hijo?"], "Es niñita, la Amalia, cumple nueve.", ""),
        (
            ["When did you leave the mill?"],
            "Not until the mill closed.",
            "When did you leave the mill?",
        ),
    ],
)
def test_a_guess_that_nobody_took_up_is_not_remembered(heard, answer, kept):
    """Of a yes-or-no question stays none that is denied, evaded, put right, or passed over."""
    assert asked(heard, answer, []) == kept
