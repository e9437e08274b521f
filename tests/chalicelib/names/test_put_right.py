"""Calls in which a name is put right, spelled and collected; the rules were measured on them."""

import pytest

from tests.chalicelib.names.dialogues import heard

CALLS = [
    (
        (
            "a: May I have your name? | "
            "c: Catherine Poole. | "
            "a: Thank you, Catherine Poole. | "
            "c: With a K, please."
        ),
        {},
        "Katherine Poole",
    ),
    (
        (
            "a: May I have your name? | "
            "c: Stephen Marsh. | "
            "a: Stephen with a P H? | "
            "c: No, with a V."
        ),
        {},
        "Steven Marsh",
    ),
    (
        (
            "a: May I have your name? | "
            "c: Ann Clark. | "
            "a: Thank you, Ann Clark. | "
            "c: Ann with an E at the end, and Clark with an E too."
        ),
        {},
        "Anne Clarke",
    ),
    (
        (
            "a: May I have your name? | "
            "c: Jon Philips. | "
            "a: Is that Jon Philips? | "
            "c: No, no. John with an H. And Phillips with two L's."
        ),
        {},
        "John Phillips",
    ),
    (
        (
            "a: May I have your name? | "
            "c: Marc Reed. | "
            "a: Thanks, Marc. | "
            "c: No, it's with a K, M-A-R-K."
        ),
        {},
        "Mark Reed",
    ),
    (
        (
            "a: May I have your name? | "
            "c: Geoffrey Sykes. | "
            "a: Jeffrey Sykes? | "
            "c: No, ma'am. Geoffrey with a G."
        ),
        {},
        "Geoffrey Sykes",
    ),
    (
        (
            "a: May I have your name? | "
            "c: Lesley Ward. | "
            "a: Thank you, Leslie. | "
            "c: It's L-E-S-L-E-Y. | "
            "a: Lesley, with an E Y."
        ),
        {},
        "Lesley Ward",
    ),
    (
        ("a: Hello Katherine! | c: Before we start, it's Catherine with a C, like the empress."),
        {},
        "Catherine",
    ),
    (
        ("a: Hello Bryan! | c: You keep writing it wrong. B-R-I-A-N. | a: Brian, corrected."),
        {},
        "Brian",
    ),
    (
        ("a: Hello Jo! | c: My granddaughter is called Joe, J-O-E. | a: Joe, how nice."),
        {},
        "",
    ),
    (
        ("a: Hello Philip! | c: My father was Phillip, with two L's. | a: Phillip."),
        {},
        "",
    ),
    (
        (
            "a: May I have your name? | "
            "c: Alan Ross. | "
            "a: Allan Ross? | "
            "c: One L. | "
            "a: Alan Ross. Thank you."
        ),
        {},
        "Alan Ross",
    ),
    (
        (
            "a: May I have your name? | "
            "c: Dina Hart. | "
            "a: Thank you, Tina Hart. | "
            "c: Dina, with a D, like dog."
        ),
        {},
        "Dina Hart",
    ),
    (
        (
            "a: May I have your name? | "
            "c: Nick Vance. | "
            "a: Mick Vance? | "
            "c: No. N as in November. | "
            "a: Sorry, Nick Vance."
        ),
        {"name": "Nick Vance"},
        "Nick Vance",
    ),
    (
        (
            "a: May I have your name? | "
            "c: Mick Vance. | "
            "a: Mick Vance? | "
            "c: No. N as in November. | "
            "a: Sorry, Nick Vance. | "
            "c: That's it."
        ),
        {},
        "Nick Vance",
    ),
    (
        (
            "a: May I have your name? | "
            "c: Harriet Bell. | "
            "a: Thank you, Harriet Ball. | "
            "c: Bell, like what you ring."
        ),
        {},
        "Harriet Bell",
    ),
    (
        (
            "a: May I have your name? | "
            "c: Elise Gray. | "
            "a: Gray with an A? | "
            "c: With an E. | "
            "a: Grey, Elise Grey."
        ),
        {"full_name": "Elise Grey"},
        "Elise Grey",
    ),
    (
        (
            "a: ¿Me dice su nombre? | "
            "c: Elvira Mesa. | "
            "a: Gracias, Elvira Mesa. | "
            "c: Meza con zeta, señorita."
        ),
        {},
        "Elvira Meza",
    ),
    (
        (
            "a: ¿Me dice su nombre? | "
            "c: Hester Ruiz. | "
            "a: ¿Hester con hache? | "
            "c: Sin hache. Ester Ruiz."
        ),
        {},
        "Ester Ruiz",
    ),
    (
        (
            "a: ¿Me dice su nombre? | "
            "c: Hester Ruiz. | "
            "a: ¿Hester Ruiz? | "
            "c: No, señorita, Ester sin hache."
        ),
        {},
        "Ester Ruiz",
    ),
    (
        (
            "a: ¿Me dice su nombre? | "
            "c: Ernesto Bargas. | "
            "a: Ernesto Bargas, muy bien. | "
            "c: Vargas con uve. Uve, a, erre, ge, a, ese."
        ),
        {},
        "Ernesto Vargas",
    ),
    (
        (
            "a: ¿Me dice su nombre? | "
            "c: Isavel Nunez. | "
            "a: ¿Isavel Nunez? | "
            "c: No, no. Isabel con be, y Núñez con eñe y con zeta."
        ),
        {},
        "Isabel Núñez",
    ),
    (
        (
            "a: ¿Me dice su nombre? | "
            "c: Jorge Chavez. | "
            "a: Jorge Chávez, ¿verdad? | "
            "c: Con ese. Chaves con ese."
        ),
        {},
        "Jorge Chaves",
    ),
    (
        (
            "a: ¿Me dice su nombre? | "
            "c: Yolanda Peres. | "
            "a: Gracias, Yolanda. | "
            "c: Peres no, Pérez. Con zeta al final."
        ),
        {},
        "Yolanda Pérez",
    ),
    (
        (
            "a: ¿Me dice su nombre? | "
            "c: Oscar Ibañes. | "
            "a: ¿Óscar Ibáñez? | "
            "c: Eso, con zeta. | "
            "a: Gracias, Óscar Ibáñez."
        ),
        {"nombre": "Óscar Ibáñez"},
        "Óscar Ibáñez",
    ),
    (
        (
            "a: ¿Me dice su nombre? | "
            "c: Graciela Sosa. | "
            "a: ¿Graciela Zoza? | "
            "c: No, hija. Sosa con ese, las dos."
        ),
        {},
        "Graciela Sosa",
    ),
    (
        (
            "a: ¿Me dice su nombre? | "
            "c: Xavier Luna. | "
            "a: ¿Xavier con equis? | "
            "c: No, con jota. | "
            "a: Javier Luna, con jota."
        ),
        {"nombre_completo": "Javier Luna"},
        "Javier Luna",
    ),
    (
        (
            "a: ¿Me dice su nombre? | "
            "c: Ines Leon. | "
            "a: Gracias. | "
            "c: I, ene, e con tilde, ese. Inés."
        ),
        {},
        "Inés Leon",
    ),
    (
        (
            "a: ¡Hola, Teresa! | "
            "c: Una cosa, que me lo han puesto mal. Es Theresa con hache, te, hache, e, erre, e, "
            "ese, a."
        ),
        {},
        "Theresa",
    ),
    (
        ("a: ¡Hola, Elena! | c: Mi nieta se llama Helena, con hache. | a: Qué bonito, Helena."),
        {},
        "",
    ),
    (
        (
            "a: ¡Hola, Rosa! | "
            "c: Le pusieron Rossa, erre, o, ese, ese, a, en el registro. | "
            "a: Vaya."
        ),
        {},
        "",
    ),
    (
        (
            "a: ¿Me dice su nombre? | "
            "c: Consuelo Varela. | "
            "a: Barela, ¿con be? | "
            "c: Con uve, mujer. | "
            "a: Consuelo Varela, con uve."
        ),
        {"nombre": "Consuelo Barela"},
        "Consuelo Varela",
    ),
    (
        ("a: Who is this? | c: A friend of the book."),
        {"caller_name": "Otis Granger"},
        "Otis Granger",
    ),
    (
        ("a: Good day. | c: I'm Dorothy, by and by. | a: Nice."),
        {"caller_name": "Philippa Munt"},
        "Philippa Munt",
    ),
    (
        ("a: May I have your name? | c: Ellen Marsh."),
        {"caller_name": "Ellen Bishop"},
        "Ellen Marsh",
    ),
    (
        ("c: Hello. | a: Hi. | c: My sister Beth died."),
        {"caller_name": "Elizabeth Crane"},
        "",
    ),
    (
        ("c: Hello. | a: Hi. | c: We lived in Whitfield, Maine."),
        {"caller_name": "Sarah Whitfield"},
        "",
    ),
    (
        ("c: hola. | a: Buenas. | c: mi mujer era remedios"),
        {"nombre": "Remedios Paz"},
        "",
    ),
    (
        ("c: Hola. | a: Soy Clara. | c: Bien."),
        {"nombre": "Clara"},
        "",
    ),
    (
        ("a: May I have your name? | c: No, I don't give my name."),
        {"caller_name": "Otis Granger"},
        "",
    ),
    (
        ("a: May I have your name? | c: Breet, B-R-E-E-T. | a: Breet."),
        {"caller_name": "Otis Granger"},
        "Breet",
    ),
]


@pytest.mark.parametrize(("talk", "collected", "name"), CALLS)
def test_a_name_that_is_put_right_or_collected(talk, collected, name):
    """The caller is called as they last had it, and nobody by the name of another."""
    assert heard(talk, **collected) == name
