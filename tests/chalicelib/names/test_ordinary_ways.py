"""Ordinary ways in which callers and agents come to a name, each of its own kind."""

import pytest

from tests.chalicelib.names.dialogues import called, heard

ASK = "a: May I have your name?"
TOLD = [
    ("a: What's her name, and yours? | c: She's Pepper. I'm Rosa Hale.", "Rosa Hale"),
    ("a: And you're Ann Hale, on Mill Road? | c: That's me, yep.", "Ann Hale"),
    ("a: It's ordered by Ann Hale. Is that you, ma'am? | c: That's me, yep.", "Ann Hale"),
    ("a: Is the account under Ann Hale? | c: that's me", "Ann Hale"),
    ("a: hablo con la señora rita solano | c: sí con ella habla", "Rita Solano"),
    ("a: Hola. | c: Es por Lola. | a: ¿Lola de Nuria Vidal? | c: Sí, soy yo.", "Nuria Vidal"),
    ("a: Who's that calling? | c: Aye, it's Graeme Hale.", "Graeme Hale"),
    ("a: Whom should we put down? | c: Ann Hale.", "Ann Hale"),
    ("a: ¿Quién nos llama? | c: Buenas, Aurelia Mora.", "Aurelia Mora"),
    ("a: What name is on the lease? | c: Ann Hale.", "Ann Hale"),
    ("a: And the given name? | c: Ann Hale.", "Ann Hale"),
    ("a: For the form I need your full legal name. | c: Ann Hale.", "Ann Hale"),
    ("a: ¿Y usted se llama? | c: Rosaura Gil, para servirle.", "Rosaura Gil"),
    (f"{ASK} | c: You may. Doctor Ann Hale.", "Dr. Ann Hale"),
    (f"{ASK} | c: Hale. H, A, L, E. Ray. | a: Thank you, Ray.", "Ray Hale"),
    (f"{ASK} | c: Mrs. Hale'll do.", "Mrs. Hale"),
    (f"{ASK} | c: I'd rather not. Mrs. Hale will do. | a: Of course, Mrs. Hale.", "Mrs. Hale"),
    (f"{ASK} | c: oh my name arvid hale doctor bell fitted me in june", "Arvid Hale"),
    (f"{ASK} | c: Josie. And our vet, Doctor Swan, wants the brand.", "Josie"),
    ("a: And your name? | c: Malena Ruiz. | a: ¿El viernes, Malena? | c: Dale, sí.", "Malena Ruiz"),
]
SPELLED = [
    (f"{ASK} | c: Kjersti Hale, with a K and a J, K, J, E, R, S, T, I.", "Kjersti Hale"),
    (f"{ASK} | c: Max Szwarc. Ese, zeta, doble ve, a, erre, ce.", "Max Szwarc"),
    (f"{ASK} | c: Pham Thuy. P, H, A, M, then T, H, U, Y.", "Pham Thuy"),
    (f"{ASK} | c: Lorcan MacGill. M-A-C, capital G, I-double L.", "Lorcan MacGill"),
    (f"{ASK} | c: Lucille, L-U-C-I-double L-E.", "Lucille"),
    ("a: who's this | c: thad | a: hi chad | c: no thad t h a d with a t h", "Thad"),
]
CALLED = [
    (f"{ASK} | c: Luz Dary Ruiz. | a: Gracias, Luz Dary.", "Luz Dary"),
    (f"{ASK} | c: María del Rocío Gil. | a: Gracias, María del Rocío.", "María del Rocío"),
    (f"{ASK} | c: Hernán Darío Ruiz. | a: Don Hernán Darío. | c: Con Hernán basta.", "Hernán"),
    (f"{ASK} | c: María Inés Ruiz, pero decime Inés. | a: Listo, Inés.", "Inés"),
    (f"{ASK} | c: Ann Hale. | a: Hi Ann. | c: It's Mrs. Hale. | a: Sorry, Mrs. Hale.", "Mrs. Hale"),
    (f"{ASK} | c: bartholomew hale but nobody says that call me barty | a: ok barty", "Barty"),
]


@pytest.mark.parametrize(("talk", "name"), TOLD)
def test_a_name_that_is_told(talk, name):
    """The name is the caller's, as they told it or said yes to it."""
    assert heard(talk) == name


@pytest.mark.parametrize(("talk", "name"), SPELLED)
def test_a_name_that_is_spelled(talk, name):
    """The name is written as it was said and spelled, whatever stands between the letters."""
    assert heard(talk) == name


@pytest.mark.parametrize(("talk", "name"), CALLED)
def test_what_somebody_is_called(talk, name):
    """Who has several names is called by those that they and the agent use."""
    assert called(talk) == name
