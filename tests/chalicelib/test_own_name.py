"""The caller's own name: what only tells it leaves no exchange, whatever else is said stays."""

import pytest

from chalicelib.exchanges import exchanges
from chalicelib.own_name import asks_for_name
from tests.invented import conversation

ASKS = "Hello! Welcome. Could you please tell me your name?"


def said(turns):
    """Return what is kept of a call whose ``turns`` are the agent's and the caller's by turns."""
    roles = ["agent", "user"] * len(turns)
    return [one.said for one in exchanges(conversation(*zip(roles, turns, strict=False)))]


@pytest.mark.parametrize(
    "turns",
    [
        [
            ASKS,
            "Wendell Brett.",
            "Thank you, Wendell Brett. What would you like to",
            "No, it's Breet, B-R-E-E-T. Everybody hears the other thing.",
        ],
        [ASKS, "My name is Ida."],
        [ASKS, "Hi, I'm Sarah. Sarah Whitfield."],
        [
            "Hello Wendell! How can I assist you today?",
            "It's Wendel with one L at the end, W-E-N-D-E-L.",
        ],
        ["Hello!", "It's Cornelius. Cornelius Baptiste."],
        [ASKS, "Yes, dear, Harriet Bloom."],
        [ASKS, "Me llamo Rosa Elvira Montes, para servirle."],
        ["¿Con quién tengo el gusto?", "Con Baldomero Jiménez."],
        [
            ASKS,
            "Valdomero Gimenez, para servirle.",
            "¿Es Valdomero con uve y Giménez con ge?",
            "No, hombre, no. Baldomero con be, be de barco. Y Jiménez con jota. Jiménez.",
            "¿Cómo se escribe?",
            "Se lo deletreo: jota, i, eme, e con tilde, ene, e, zeta.",
        ],
        [ASKS, "This is Gus Papadakis."],
        ["Hello Gus!", "This is Lyle. Lyle Ostrander. O, S, T, R, A, N, D, E, R."],
        [ASKS, "Sure.", "And how do you spell that, please?", "B as in boy, r, e, e, t."],
        [ASKS, "I'm Ida.", "Thank you, Ada. What shall we talk about?", "Ida, not Ada."],
        [ASKS, "People call me Dot."],
        [ASKS, "wendell brett"],
        [ASKS, "It's Desmond Trask."],
    ],
)
def test_a_name_alone_leaves_no_exchange(turns):
    """Who only gives, spells or corrects their name leaves no exchange: the name is kept apart."""
    assert said(turns) == []


@pytest.mark.parametrize(
    "turns",
    [
        [
            "Hello Wendell! How can I help?",
            "I want my daughter in the book. It's Maren, M-A-R-E-N.",
        ],
        ["Hello Clarence!", "Hi.", "And what is your wife's name, Clarence?", "Earlene."],
        ["Hello Clarence!", "Hi.", "Is your wife called Irene, Clarence?", "No, Earlene."],
        ["Hello Ida!", "Hi.", "Did they have names for you?", "They call me Miss Bone."],
        [ASKS, "Imogene Tackett, honey, I was a cook at the school."],
        ["Hello Ida! How can I help?", "Hello.", "Who sang that song?", "It's Patsy Cline."],
        [ASKS, "Ida.", "Lovely, Ida. What was your grandfather's name?", "Cornelius Baptiste."],
        ["Hello Ida!", "Hi.", "What was your maiden name?", "Kowalczyk."],
        ["Hello Ida!", "Hi.", "Where was it, in Chicago?", "No, Detroit."],
        ["Hello Baldomero!", "Hola.", "Baldomero, ¿era el Monte Humboldt?", "No, el Bermeja."],
        ["Hello Ida!", "Hi.", "What did they call you in the navy?", "Shorty."],
        ["Hello Ida!", "Hi.", "And your daughter?", "Maren, M-A-R-E-N."],
        [
            "Hello Ida!",
            "I want my daughter in the book.",
            "What is her name?",
            "It's Maren, M-A-R-E-N.",
        ],
        [ASKS, "Me llamo Ignacio Fuentealba, electricista jubilado y porfiado en ejercicio."],
        ["Hello Ida!", "Hi.", "Who taught you?", "Mr. Aasgaard."],
        [ASKS, "Constantine on the papers but only the doctor says it."],
        ["Hello Ida!", "They named me Ida after my aunt."],
        [
            "Hello Ida!",
            "Hi.",
            "¿De Andrea, en Almería?",
            "No, señora, Andrea no. Adra. A, de, erre, a. Adra.",
        ],
        [
            "Hello Ida!",
            "Hi.",
            "Which ship?",
            "Sierra Bermeja. be, e, erre, eme, e, jota, a. Con jota también.",
        ],
        ["Hello Maren!", "Hi.", "What was the dog called?", "Maren, like me."],
        ["Hello Ida!", "Hi.", "What is your favorite town?", "It's Paris."],
        ["Hello Ida!", "Hi.", "Tell me more.", "My dad was in Omaha."],
    ],
)
def test_what_says_more_than_the_own_name_stays(turns):
    """Who says more, or names somebody or something else, is kept in their words."""
    assert turns[-1] in said(turns)[-1]


@pytest.mark.parametrize(
    ("question", "is_asked"),
    [
        ("May I know your name?", True),
        ("¿Con quién tengo el gusto?", True),
        ("What was your name before you married?", False),
        ("What was your mother's name?", False),
    ],
)
def test_which_questions_ask_for_the_own_name(question, is_asked):
    """Only a question for the caller's present name is one for their own name."""
    assert asks_for_name(question) == is_asked
