"""Names that are spelled, put right, or taken back."""

import pytest

from chalicelib import names
from tests.chalicelib.names.dialogues import called, heard, name_in

SPELLED = [
    ("Breet. B-R-E-E-T.", "Breet"),
    ("It's Bret, B R E E T.", "Breet"),
    ("Brett? No, Breet, B. R. E. E. T.", "Breet"),
    ("My last name is Kowal, K-O-W-A-L-L.", ""),
    ("I'm Anna Koval, that's K-O-W-A-L-L.", "Anna Kowall"),
    ("Anna Kowal, K O W A double L.", "Anna Kowall"),
    ("Anna Tacket, with two Ts at the end.", "Anna Tackett"),
    ("Anna Tackett, T-A-C-K-E-T-T.", "Anna Tackett"),
    ("anna tacket t a c k e t t", "Anna Tackett"),
    ("Ann Peters. Ann without an E.", "Ann Peters"),
    ("Eric Olsen, Eric with a K.", "Erik Olsen"),
    ("Erik Olsen, with an E-N.", "Erik Olsen"),
    ("Sarah Smyth, Smyth with a Y.", "Sarah Smyth"),
    ("Sara Smith, S-A-R-A-H.", "Sarah Smith"),
    ("B as in boy, R as in Robert, E as in Edward, E as in Edward, T as in Tom. Breet.", "Breet"),
    ("Vlk. V for Victor, L for Lima, K for kilo.", "Vlk"),
    ("It's spelled S-I-O-B-H-A-N. Siobhan.", "Siobhan"),
    ("Shivon. It's spelled S-I-O-B-H-A-N.", "Siobhan"),
    ("D'Angelo, D apostrophe A-N-G-E-L-O. Marco D'Angelo.", "Marco D'Angelo"),
    ("I worked for the B-B-C. I'm Nora Flint.", "Nora Flint"),
    (
        "a: May I have your name? | c: Marta Kovacs. | a: Could you spell that? | c: K-O-V-A-C-S.",
        "Marta Kovacs",
    ),
    (
        (
            "a: May I have your name? | c: Marta Kovach. | a: Could you spell your last name? | "
            "c: Sure. K, O, V, A, C, S."
        ),
        "Marta Kovacs",
    ),
    ("a: May I have your name? | c: Martha. | a: Is that with an H? | c: No. M-A-R-T-A.", "Marta"),
    ("a: How do you spell that? | c: The street? B-A-K-E-R.", ""),
    ("a: How do you spell your name? | c: N-I-A-M-H.", "Niamh"),
    ("a: How do you spell your name? | c: Capital N, I, A, M, H.", "Niamh"),
    ("a: Your name? | c: Gorge Petri. J-O-R-G-E.", "Jorge Petri"),
]

DELETREADO = [
    ("Sánches con zeta al final. Elvira Sánches.", "Elvira Sánchez"),
    ("Elvira Mesa, con zeta.", "Elvira Meza"),
    ("Elvira Valdés, con ve chica.", "Elvira Valdés"),
    ("Elvira Baldés, con ve chica.", "Elvira Valdés"),
    ("Elvira Vaca, con be larga.", "Elvira Baca"),
    ("Elena Ruiz, con hache.", "Helena Ruiz"),
    ("Elvira Jiménez, con ge.", "Elvira Giménez"),
    ("Elvira Yáñez. Y, A, Ñ, E, Z.", "Elvira Yáñez"),
    ("Me llamo Ximena, con equis.", "Ximena"),
    ("Me llamo Jimena, con equis.", "Ximena"),
    ("Soy Elvira Quiroz: Q-U-I-R-O-Z.", "Elvira Quiroz"),
    ("Soy Elvira Quirós, se escribe Q-U-I-R-O-Z.", "Elvira Quiroz"),
    ("be, erre, i, te, o. Brito. Elvira Brito.", "Elvira Brito"),
]

CORRECTED = [
    ("a: May I have your name? | c: Breet. | a: Thank you, Brett. | c: No, it's Breet.", "Breet"),
    (
        (
            "a: May I have your name? | c: Alma Pascal. | a: Hello Alma Pascal. | "
            "c: Not Pascal, Haskell. Alma Haskell."
        ),
        "Alma Haskell",
    ),
    (
        (
            "a: May I have your name? | c: Alma Pascal. | a: Hello Alma Pascal. | "
            "c: Not Pascal, Haskell."
        ),
        "Alma Haskell",
    ),
    (
        (
            "a: May I have your name? | c: Alma Pascal. | a: Tell me. | c: It was fun. | "
            "a: And then? | c: By the way, it's Haskell, not Pascal."
        ),
        "Alma Haskell",
    ),
    ("a: Thank you, Irma. | c: I said Alma.", "Alma"),
    ("a: Thank you, Irma. | c: Alma, not Irma.", "Alma"),
    ("a: Thank you, Irma. | c: It's Alma, actually.", "Alma"),
    ("a: Thank you, Irma. | c: My name is Alma.", "Alma"),
    ("a: Hello Irma! | c: You've got it wrong, I'm Alma.", "Alma"),
    ("a: Hello Irma! | c: No, no, Alma. A-L-M-A.", "Alma"),
    ("a: Hello Irma Dale! | c: No, Alma. Alma Dale.", "Alma Dale"),
    ("my name is Sarah, no wait, my name is Clara", "Clara"),
    ("Sara. Sorry, Clara. Clara Voss. I still say my sister's.", "Clara Voss"),
    ("a: Your name? | c: Alma Ford. | a: Welcome, Elma. | c: Alma. | a: Sorry, Alma.", "Alma Ford"),
    ("a: Your name? | c: Alma Ford. | a: Alma Fort? | c: Ford, like the car.", "Alma Ford"),
    ("a: Your name? | c: Alma Fort. | a: Alma Fort? | c: Ford, with a D.", "Alma Ford"),
    (
        "a: Your name? | c: Alma Ford. | a: Alma Ford, is that right? | c: Yes, that's right.",
        "Alma Ford",
    ),
    ("a: Your name? | c: Elma Ford. | a: So Alma Ford? | c: Yes.", "Alma Ford"),
    ("a: Your name? | c: I was Alma Ford, now I'm Alma Reyes.", "Alma Reyes"),
    (
        "a: Your name? | c: Alma Ford. | a: Lovely. | c: Well, I married. It's Alma Reyes now.",
        "Alma Reyes",
    ),
    (
        "a: Your name? | c: Alma Ford. | a: Lovely, Alma. | c: Actually I prefer Mrs. Ford.",
        "Alma Ford",
    ),
    ("a: ¡Hola, Irma! | c: No, Alma, con A.", "Alma"),
    ("a: Gracias, Irma. | c: No soy Irma, soy Alma.", "Alma"),
    ("a: Gracias, Irma. | c: Dije Alma.", "Alma"),
    ("a: Gracias, Irma Pascual. | c: Pascual no, Escobal. Irma Escobal.", "Irma Escobal"),
    (
        "a: ¿Su nombre? | c: Irma Pascual. | a: Gracias, Irma Pascual. | c: Pascual no, Escobal.",
        "Irma Escobal",
    ),
]

TAKEN_BACK = [
    "a: Your name? | c: Mr. Jones. | a: Thank you, Mr. Jones. | c: That's not my real name.",
    "a: Your name? | c: Elvis Presley. | a: Really? | c: No, I'm pulling your leg.",
    "a: Your name? | c: Peter Pan. | a: Hello Peter. | c: Just kidding.",
    "a: Your name? | c: Otto. | a: Thank you, Otto. | c: I'm not Otto, I never said that.",
    "a: Your name? | c: Otto. | a: Thank you, Otto. | c: Forget the name. I'd rather not say.",
    "a: ¿Su nombre? | c: Juan Pérez. | a: Gracias, Juan. | c: No es mi nombre, lo inventé.",
    "a: Thank you, Otto. | c: You're welcome.",
    "a: Thank you, Otto. | c: Who is Otto?",
]


@pytest.mark.parametrize(("talk", "name"), SPELLED)
def test_a_name_that_is_spelled(talk, name):
    """What was spelled is the name, in place of what was heard there."""
    assert heard(talk) == name


@pytest.mark.parametrize(("talk", "name"), DELETREADO)
def test_a_name_that_is_spelled_in_spanish(talk, name):
    """The same in Spanish, where one letter is mostly enough."""
    assert heard(talk, "es") == name


@pytest.mark.parametrize(("talk", "name"), CORRECTED)
def test_a_name_that_is_put_right(talk, name):
    """The caller's latest version counts, in the place of what was wrong with the former."""
    assert heard(talk) == name


@pytest.mark.parametrize("talk", TAKEN_BACK)
def test_a_name_that_is_taken_back(talk):
    """A name that its owner takes back, or that only the agent uses, is not spoken."""
    assert heard(talk) == ""


def test_a_title_that_is_preferred():
    """Who prefers to be called by title and surname is called so."""
    talk = "a: Your name? | c: Alma Ford. | a: Thanks, Alma. | c: I prefer Mrs. Ford, please."
    assert called(talk) == "Mrs. Ford"


TWO_LS = (
    "a: Hello Wendell! How can I help? | c: My daughter saw the paper and it's got two L's. "
    "It's Wendel with one L at the end, W-E-N-D-E-L. | a: I'm sorry, Wendel, one L."
)
BOTH_PARTS = (
    "a: ¿Su nombre? | c: Valdomero Gimenez, para servirle. | a: ¿Es Valdomero con uve y Giménez "
    "con ge? | c: No, hombre, no. Baldomero con be, be de barco. Y Jiménez con jota. Letra por "
    "letra: jota, i, eme, e con tilde, ene, e, zeta. | a: Baldomero Jiménez, con be y con jota."
)
AS_THE_AGENT_HAS_IT = [
    (TWO_LS, {}, "Wendel"),
    (TWO_LS, {"full_name": "Wendel Breet"}, "Wendel Breet"),
    (BOTH_PARTS, {}, "Baldomero Jiménez"),
    (BOTH_PARTS, {"nombre_completo": "Baldomero Jiménez"}, "Baldomero Jiménez"),
    ("a: Hello Wendell! | c: My son's named Wendel, W-E-N-D-E-L. | a: Wendel.", {}, ""),
    ("a: Hello Ana! | c: My sister is Anna, A-N-N-A. | a: Anna.", {}, ""),
    (
        "a: Your name? | c: Brett. | a: Brett? | c: No, two E's in it. | a: Breet, then.",
        {},
        "Breet",
    ),
    (
        "a: Your name? | c: Breet, B-R-E-E-T. | a: Brett. | c: No matter.",
        {"name": "Brett"},
        "Breet",
    ),
    (
        "a: Your name? | c: Brett. | a: Brett. | c: No, Breet. | a: Brett. | c: Fine.",
        {"name": "Brett"},
        "Breet",
    ),
]


@pytest.mark.parametrize(("talk", "collected", "name"), AS_THE_AGENT_HAS_IT)
def test_a_name_that_the_agent_repeats_after_a_correction(talk, collected, name):
    """What the caller made sure stands; else the agent's read-back does, when they let it."""
    assert heard(talk, **collected) == name


def test_a_known_name_takes_the_spelling_of_a_later_call():
    """The first name is put right, and the surname of the earlier call stays."""
    known = names.Name("Wendell Breet", 0.95, "spelled")
    assert names.best(known, name_in(TWO_LS)).full == "Wendel Breet"
