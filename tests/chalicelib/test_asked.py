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
