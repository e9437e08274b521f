"""Calls of kinds for which no rule was made: they show how far the rules reach."""

import pytest

from tests.chalicelib.names.dialogues import called, heard

ENGLISH = [
    ("Guess who? It's Bob Tully.", "Bob Tully"),
    ("It's Bob, Bob from the church.", "Bob"),
    ("My name is, hang on, Bob Tully.", "Bob Tully"),
    ("My name is- my name is Bob Tully.", "Bob Tully"),
    ("my my my name is bob tully", "Bob Tully"),
    ("Bob Tully, can you hear me?", "Bob Tully"),
    ("Robert Tully the third.", "Robert Tully"),
    ("Robert Tully III.", "Robert Tully III"),
    ("Tully, first name Robert.", "Robert Tully"),
    ("Tully is the last name, Robert's the first.", ""),
    ("You can put down Robert Tully.", "Robert Tully"),
    ("Write down Robert Tully, please.", "Robert Tully"),
    ("I'm Nurse Kelly Byrne from Oakview.", "Kelly Byrne"),
    ("Relay operator four four three two, calling for a deaf person.", ""),
    ("I'm calling on behalf of my mother, Ruth Adler.", ""),
    ("This is for my mother Ruth Adler. I'm Dana.", "Dana"),
    ("I'm calling for Ruth Adler, she's right here.", ""),
    ("a: May I have your name? | c: Ruth Adler, but this is her daughter speaking.", ""),
    ("My name is Wang Xiulan. Wang is the surname.", "Wang Xiulan"),
    ("K. R. Narayan.", "K. R. Narayan"),
    ("João da Silva e Souza.", "João da Silva e Souza"),
    ("Núria Puig i Cadafalch.", "Núria Puig"),
    ("Dafydd ap Gwilym.", "Dafydd ap Gwilym"),
    ("Jean-François de La Rochefoucauld.", "Jean-François de La Rochefoucauld"),
    ("Kalaniʻōpuʻu Kealoha.", "Kalaniʻōpuʻu Kealoha"),
    ("My name es Marisol, Marisol Vega.", "Marisol Vega"),
    ("Well it used to be Alma Ford, it's Alma Reyes since the wedding.", "Alma Reyes"),
    ("Alma, like the soul.", "Alma"),
    ("Alma. A as in apple, L as in lemon, M as in Mary, A as in apple.", "Alma"),
    ("My parents named me Alma.", "Alma"),
    ("Alma they call me, Alma Ford.", "Alma Ford"),
    ("I told you last time. Alma Ford.", "Alma Ford"),
    ("Same as last week, Alma Ford.", "Alma Ford"),
    ("Who, me? Alma Ford.", "Alma Ford"),
    ("Me? I'm nobody special. Alma Ford.", "Alma Ford"),
    ("What do you need that for? Fine. Alma Ford.", "Alma Ford"),
    ("Can I give you my initials? A. F.", ""),
    ("Just put A.", ""),
    ("Ask my son Peter, he set this up.", ""),
    ("Peter told me to call.", ""),
    ("Peter set this up for me. I'm Alma.", "Alma"),
    ("Is Peter there?", ""),
    ("May I speak to Peter Marsh?", ""),
    ("I'm looking for Peter Marsh.", ""),
    ("Peter Marsh gave me this number.", ""),
    ("I'm Peter's mother.", ""),
    ("I'm with Peter Marsh now.", ""),
    ("I'm a friend of Peter Marsh.", ""),
    ("This is Peter's mother, Alma.", "Alma"),
    ("a: Hello! | c: Peter? Is that you? | a: No, I'm an assistant.", ""),
    ("a: Hello! | c: Peter, come here, it's talking! | a: Hello?", ""),
    ("a: What do you do? | c: I'm Head Nurse at Saint Jude.", ""),
    ("a: Where are you? | c: I'm Outside.", ""),
    ("a: What do you vote? | c: I'm Labour, always was.", ""),
    ("a: What are you? | c: I'm Cherokee on my mother's side.", ""),
    ("a: What sign are you? | c: I'm Pisces.", ""),
    ("a: Tell me. | c: It's Christmas Eve here. | a: Lovely.", ""),
    ("a: Tell me. | c: This is Iowa, dear. | a: Lovely.", ""),
    ("a: Tell me. | c: I'm Mrs. Marsh's neighbor. | a: Lovely.", ""),
    ("a: Tell me. | c: I'm sure Peter Marsh would say so. | a: Lovely.", ""),
    ("a: Tell me. | c: It was Peter Marsh here who built it. | a: Lovely.", ""),
    (
        "a: Your name? | c: Alma Ford. | a: Thanks. | c: Wait, here's Peter. | c: This is Peter.",
        "Alma Ford",
    ),
    ("a: Hello Alma! | c: Yes, hello. | a: How are you? | c: Fine. My husband is Peter Marsh.", ""),
    ("a: Hello Alma! | c: Hello. Alma Ford here, as always.", "Alma Ford"),
]
SPANISH = [
    ("Le atiende Rosa Mena.", "Rosa Mena"),
    ("Con ella habla, Rosa Mena.", "Rosa Mena"),
    ("Rosa Mena, mucho gusto, ¿y usted?", "Rosa Mena"),
    ("Anote: Rosa Mena.", "Rosa Mena"),
    ("Póngale Rosa Mena.", "Rosa Mena"),
    ("Me dicen Rosita pero soy Rosa Mena.", "Rosa Mena"),
    ("Mi gracia es Rosa Mena.", "Rosa Mena"),
    ("Soy la señora Mena.", "señora Mena"),
    ("Soy la nieta de Rosa Mena.", ""),
    ("Soy Rosa, la nieta de don Pedro.", "Rosa"),
    ("Llamo de parte de mi abuela, Rosa Mena.", ""),
    ("Está aquí mi abuela Rosa.", ""),
    ("¿Está Rosa?", ""),
    ("Soy Piscis.", ""),
    ("Soy Testigo de Jehová.", ""),
    ("Rosa, como la flor.", "Rosa"),
    ("a: ¿Su nombre? | c: rosa mena | a: Gracias, Rosa.", "Rosa Mena"),
    ("a: ¿Su nombre? | c: ay pues rosa mena para servirle | a: Gracias, Rosa.", "Rosa Mena"),
    ("a: ¿Su nombre? | c: ROSA MENA | a: Gracias, Rosa.", "Rosa Mena"),
]


@pytest.mark.parametrize(("talk", "name"), ENGLISH)
def test_other_calls_in_english(talk, name):
    """However somebody says who they are, it is heard, or nothing is."""
    assert heard(talk) == name


@pytest.mark.parametrize(("talk", "name"), SPANISH)
def test_other_calls_in_spanish(talk, name):
    """The same in Spanish."""
    assert heard(talk, "es") == name


def test_nobody_is_called_what_they_are_called_in_a_story():
    """A nickname in a story stays there."""
    talk = "a: Your name? | c: Alma Ford. | a: And then? | c: At school they call me Stork, still."
    assert called(talk) == "Alma"
