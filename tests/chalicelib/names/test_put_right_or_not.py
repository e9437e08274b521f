"""Calls with letters and read-backs, of the caller's own name and of somebody else's."""

import pytest

from tests.chalicelib.names.dialogues import heard

CALLS = [
    (
        (
            "a: May I have your name? | "
            "c: Cathy Braun. | "
            "a: Thank you, Kathy Brown. | "
            "c: Cathy with a C, and it's Braun, B-R-A-U-N."
        ),
        {},
        "Cathy Braun",
    ),
    (
        (
            "a: May I have your name? | "
            "c: Sean Doyle. | "
            "a: Shawn Doyle? | "
            "c: S-E-A-N. The Irish way."
        ),
        {},
        "Sean Doyle",
    ),
    (
        (
            "a: May I have your name? | "
            "c: Shawn Doyle. | "
            "a: Shawn Doyle? | "
            "c: Sean, the Irish way, S E A N."
        ),
        {},
        "Sean Doyle",
    ),
    (
        (
            "a: May I have your name? | "
            "c: Meyer. Otto Meyer. | "
            "a: Otto Meyer. | "
            "c: M-A-I-E-R, like nobody else."
        ),
        {},
        "Otto Maier",
    ),
    (
        (
            "a: May I have your name? | "
            "c: Hugh Macdonald. | "
            "a: Thank you, Hugh MacDonald. | "
            "c: Yes, fine."
        ),
        {},
        "Hugh Macdonald",
    ),
    (
        (
            "a: May I have your name? | "
            "c: Terry Vaughn. | "
            "a: Terry, with a Y? | "
            "c: With an I. | "
            "a: Terri with an I. Thank you, Terri."
        ),
        {"name": "Terri Vaughn"},
        "Terri Vaughn",
    ),
    (
        (
            "a: May I have your name? | "
            "c: Ruth Pierce. | "
            "a: Hello Ruth. | "
            "c: My husband was Pearce, P-E-A-R-C-E, that's the other side."
        ),
        {},
        "Ruth Pierce",
    ),
    (
        (
            "a: May I have your name? | "
            "c: Ruth Pierce. | "
            "a: Hello Ruth. | "
            "c: We had a dog, Roof, R-O-O-F."
        ),
        {},
        "Ruth Pierce",
    ),
    (
        (
            "a: May I have your name? | "
            "c: Martin Cole. | "
            "a: Hello Martin. | "
            "c: I came with a bag, without a coat."
        ),
        {},
        "Martin Cole",
    ),
    (
        (
            "a: May I have your name? | "
            "c: Martin Cole. | "
            "a: Hello Martin. | "
            "c: No, I never did. | "
            "a: Marvin Gaye sang it. | "
            "c: He did."
        ),
        {},
        "Martin Cole",
    ),
    (
        (
            "a: May I have your name? | "
            "c: Martin Cole. | "
            "a: So, Martin, was it cold? | "
            "c: No. | "
            "a: Martha must have been cold. | "
            "c: Martha was."
        ),
        {},
        "Martin Cole",
    ),
    (
        (
            "a: May I have your name? | "
            "c: Ann Lee. | "
            "a: Hello Ann Lee. Did you like school? | "
            "c: No, not a bit. | "
            "a: And Lea, your sister? | "
            "c: Lea did."
        ),
        {},
        "Ann Lee",
    ),
    (
        ("a: Hello Ann! Did you sleep? | c: No. | a: Oh. And Anna? | c: She slept."),
        {"name": "Anna"},
        "",
    ),
    (
        ("a: May I have your name? | c: Carl Maine. | a: Karl Maine? | c: Uh-huh. But with a C."),
        {},
        "Carl Maine",
    ),
    (
        (
            "a: ¿Me dice su nombre? | "
            "c: Sara Zayas. | "
            "a: Gracias, Sara Sayas. | "
            "c: Zayas, con zeta primero y ese al final."
        ),
        {},
        "Sara Zayas",
    ),
    (
        (
            "a: ¿Me dice su nombre? | "
            "c: Marta Valle. | "
            "a: Martha Valle, con hache. | "
            "c: No, sin hache, mija."
        ),
        {},
        "Marta Valle",
    ),
    (
        (
            "a: ¿Me dice su nombre? | "
            "c: Martha Valle. | "
            "a: Martha Valle. | "
            "c: Marta, sin hache. | "
            "a: Marta Valle, perdón."
        ),
        {},
        "Marta Valle",
    ),
    (
        (
            "a: ¿Me dice su nombre? | "
            "c: Ester Bega. | "
            "a: ¿Bega con be? | "
            "c: No, Vega, de las estrellas. | "
            "a: Vega. Gracias, Ester Vega."
        ),
        {},
        "Ester Vega",
    ),
    (
        (
            "a: ¿Me dice su nombre? | "
            "c: Jesus Peña. | "
            "a: Gracias, Jesús Pena. | "
            "c: Peña, con eñe, que pena la que me da."
        ),
        {},
        "Jesus Peña",
    ),
    (
        (
            "a: ¿Me dice su nombre? | "
            "c: Ramon Güell. | "
            "a: ¿Ramón Guell? | "
            "c: Ge, u con diéresis, e, ele, ele."
        ),
        {},
        "Ramon Güell",
    ),
    (
        ("a: ¿Me dice su nombre? | c: Lidia Ortis. | a: ¿Lidia Ortiz? | c: Sí, con zeta."),
        {},
        "Lidia Ortiz",
    ),
    (
        (
            "a: ¿Me dice su nombre? | "
            "c: Lidia Ortiz. | "
            "a: ¿Lidia Ortiz? | "
            "c: Sí. Mi marido era Ortis con ese."
        ),
        {},
        "Lidia Ortiz",
    ),
    (
        ("a: ¡Hola, Jenaro! | c: Genaro con ge, por favor. | a: Genaro, disculpe."),
        {},
        "Genaro",
    ),
    (
        ("a: ¡Hola, Luz! | c: No oigo. | a: ¿Luis está? | c: Luis salió."),
        {"nombre": "Luis"},
        "",
    ),
    (
        ("a: Hello. | c: I'm a nurse from Ohio."),
        {"caller_name": "Bernice Tull"},
        "Bernice Tull",
    ),
    (
        ("a: Hello. | c: hello there, it is cold in here today"),
        {"caller_name": "Bernice Tull"},
        "Bernice Tull",
    ),
    (
        ("a: Hello. | c: My son Bernie, he lies."),
        {"caller_name": "Bernard Tull"},
        "",
    ),
    (
        ("a: Hello. | c: The Tulls of Ohio, that's us."),
        {"caller_name": "Bernice Tull"},
        "",
    ),
    (
        ("a: Who is this? | c: Bernice's neighbour."),
        {"caller_name": "Bernice"},
        "",
    ),
    (
        ("a: Hello. | c: Ask Claudius."),
        {"caller_name": "Claudia"},
        "",
    ),
    (
        ("a: Hello. | c: Fine."),
        {"caller_name": "The caller"},
        "",
    ),
    (
        ("a: Hello. | c: Fine."),
        {"caller_name": "User"},
        "",
    ),
    (
        ("a: Hello. | c: Fine."),
        {"caller_name": "N/A"},
        "",
    ),
    (
        ("a: Hello. | c: Fine."),
        {"caller_name": "Name Unknown"},
        "",
    ),
    (
        ("a: Hello. | c: Fine."),
        {"caller_name": "Grandma"},
        "",
    ),
    (
        ("a: Hello. | c: Fine."),
        {"caller_name": "Elderly Woman"},
        "",
    ),
    (
        ("a: Hello. | c: Fine."),
        {"caller_name": "False"},
        "",
    ),
]


@pytest.mark.parametrize(("talk", "collected", "name"), CALLS)
def test_a_name_beside_another_s(talk, collected, name):
    """The caller is called as they last had it, and nobody by the name of another."""
    assert heard(talk, **collected) == name
