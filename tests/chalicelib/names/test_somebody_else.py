"""Names of people who are talked of, quoted or spoken to."""

import pytest

from tests.chalicelib.names.dialogues import heard

OTHERS = [
    "a: What was your mother's name? | c: Rosalind.",
    "a: What was her name? | c: Her name was Rosalind Marsh.",
    "a: And your sister's name? | c: Rosalind.",
    "a: What is your dog's name? | c: Rosalind.",
    "a: What did you name him? | c: Edwin.",
    "a: Who was that? | c: That's Edwin.",
    "a: Who is this in the picture? | c: This is Edwin.",
    "a: What did she say? | c: She said, I'm Rosalind.",
    'a: What did she say? | c: She stood up and said, "My name is Rosalind Marsh."',
    "a: What did she say? | c: She says my name is Rosalind, and sat down.",
    "a: And then? | c: And the man on the radio goes, this is Edwin Marsh for the BBC.",
    'a: And then? | c: So he shook my hand: "I\'m Edwin."',
    "a: And then? | c: I told them I'm Frank Sinatra and they let me in.",
    "a: And then? | c: I said I was Rosalind, to fool him.",
    "a: I'm June. | c: Well, June. It began in Leeds.",
    "a: Hello, I'm June. What shall I call you? | c: Hello June.",
    "a: Hello! | c: Is this June?",
    "a: Hello! | c: Hi June, it's me again.",
    "a: Tell me more. | c: I'm Rosalind's oldest, and this is hard.",
    "a: How are you? | c: I'm Irish, I'm always fine.",
    "a: Tell me more. | c: It's Edwin I wanted to talk about.",
    "a: Tell me more. | c: This is Edwin we're talking about.",
    "a: Tell me more. | c: This is Edwin, my husband, in the picture.",
    "a: Which cat? | c: Edwin. He's the orange one.",
    "a: Who called? | c: Edwin Marsh.",
    "a: What was the street? | c: Rosalind Street.",
    "a: What is the name of the town? | c: My town's name is Whitby.",
    "a: Did you like it? | c: My name is on the plaque. My father's name is Edwin.",
    "a: Tell me. | c: (television) Good evening, I'm Edwin Marsh. | c: Sorry, the telly.",
    "a: Tell me. | c: Good evening, I'm Edwin Marsh and this is the news. Sorry, that's the TV.",
    "a: ¿Cómo se llamaba su mamá? | c: Rosalinda.",
    "a: ¿Cómo se llama su perro? | c: Se llama Canelo.",
    "a: ¿Y luego? | c: Y me dijo: soy Ramón, a sus órdenes.",
    "a: ¿Y luego? | c: Dice el locutor, les habla Ramón Ayala.",
    "a: ¿Y luego? | c: Mi hermano era Ramón. Soy Guadalupana.",
    "a: ¿Y luego? | c: Ay, Ramón, mi vida.",
    "a: ¿Cómo le puso al burro? | c: Le puse Ramón.",
    "a: What name did you give the boat? | c: Lady Rosalind.",
    "a: May I have your brother's name? | c: It's Edwin.",
    "a: What was your maiden name? | c: Marsh.",
    "a: What name do you remember best? | c: Edwin.",
    "a: What did they call your father? | c: They called him Red.",
    "a: And what did people say? | c: If I'm Edwin, then who are you, he said.",
    "a: So you are Edwin, then? | c: No, I'm not.",
    "a: Thank you, Edwin. | c: I'm not Edwin.",
    "a: Could you give me the doctor's name? | c: Doctor Marsh.",
    "a: Who was with you? | c: It was Rosalind and I.",
    "a: Tell me. | c: People think I'm Rosalind Marsh, we look alike.",
    "a: Tell me. | c: I'm Team Edwin, always was.",
    "a: Tell me. | c: I'm Stella in the play, and he's Stanley.",
]


@pytest.mark.parametrize("talk", OTHERS)
def test_a_name_that_is_somebody_else_s(talk):
    """People who are talked of, quoted or spoken to are not the caller."""
    assert heard(talk) == ""
