"""What the rules find in a caller's words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lab.mem0.facts import facts


def said(*contents, role="user"):
    """Return the facts in messages of one role."""
    return facts([{"role": role, "content": content} for content in contents])


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("I'm Sarah", ["Name is Sarah"]),
        ("Hi, I’m Sarah and I'm from Duluth.", ["Name is Sarah", "Is from Duluth"]),
        ("My name is Sarah Whitfield.", ["Name is Sarah Whitfield"]),
        ("my name is Sean O'Brien-Smith, hello", ["Name is Sean O'Brien-Smith"]),
        ("This is Walter calling about the cows.", ["Name is Walter"]),
        ("I love pizza, and cake.", ["Loves pizza"]),
        ("I really love my sister's garden because it is big", ["Loves their sister's garden"]),
        ("I love to fish and I hate winter", ["Loves to fish", "Dislikes winter"]),
        ("I don't like rain.", ["Dislikes rain"]),
        ("I live in Duluth", ["Lives in Duluth"]),
        (
            "I grew up on a dairy farm outside Duluth.",
            ["Grew up on a dairy farm outside Duluth"],
        ),
        ("I was born in Ely. I work as a nurse.", ["Was born in Ely", "Works as a nurse"]),
        ("I used to sing in the choir", ["Used to sing in the choir"]),
        ("I prefer email", ["Prefers email"]),
        ("Please send me any updates by email, thanks", ["Prefers email"]),
        ("Please send me any updates by email, not by phone", ["Prefers email"]),
        ("Please reach me not by phone but by email", ["Prefers email"]),
        ("Please email me any updates", ["Prefers email"]),
        ("I have two brothers and a question", ["Has two brothers"]),
        ("I have an old dog", ["Has an old dog"]),
        ("My brother is Tom", ["Brother is Tom"]),
        ("my wife's name is Ruth Ann", ["Wife is Ruth Ann"]),
        ("My favorite color is blue.", ["Favorite color is blue"]),
        ("I'm allergic to peanuts", ["Is allergic to peanuts"]),
    ],
)
def test_english(words, found):
    """English phrases become facts in English."""
    assert said(words) == found


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("Hola, me llamo Ana", ["Name is Ana"]),
        ("Mi nombre es José Ángel.", ["Name is José Ángel"]),
        ("Soy Ana y vivo en Duluth", ["Name is Ana", "Vive en Duluth"]),
        ("Me encanta la pizza", ["Le encanta la pizza"]),
        ("Me encantan los perros", ["Le encantan los perros"]),
        ("No me gusta el frío", ["No le gusta el frío"]),
        ("Crecí en una granja.", ["Creció en una granja"]),
        ("Trabajo como enfermera", ["Trabaja como enfermera"]),
        ("Tengo dos hermanos", ["Tiene dos hermanos"]),
        ("Mi hermano se llama Tomás", ["Su hermano se llama Tomás"]),
        ("Prefiero el correo electrónico", ["Prefiere el correo electrónico"]),
        ("Soy de Querétaro", ["Es de Querétaro"]),
    ],
)
def test_spanish(words, found):
    """Spanish phrases become facts in Spanish."""
    assert said(words) == found


@pytest.mark.parametrize(
    "words",
    [
        "I'm tired",
        "I'm calling about my bill",
        "I'm not sure",
        "I'm Irish",
        "I'd love to hear more",
        "I love it",
        "I like what you said",
        "I'm OK, I'm Fine",
        "I have a question",
        "I have to go",
        "Do you know if I live in Duluth?",
        "I was wondering",
        "me llamo mucho la atención",
        "Estoy cansada",
        "",
    ],
)
def test_nothing_to_find(words):
    """What tells nothing lasting of the caller becomes no fact."""
    assert said(words) == []


def test_only_what_the_user_says():
    """What the assistant or the system says is no fact about the user."""
    assert said("I'm Sarah and I love pizza", role="assistant") == []
    assert said("I love pizza", role="system") == []


def test_each_fact_once():
    """A fact told twice is found once, in the order of telling."""
    assert said("I love pizza", "I live in Ely. I love pizza!") == ["Loves pizza", "Lives in Ely"]


@given(st.text(max_size=200))
def test_any_text(words):
    """No text breaks the rules, and no fact is empty."""
    assert all(fact.strip() for fact in said(words))
