"""Names for which two things speak: a lead and the analysis, a spelling and what was said."""

import pytest

from chalicelib import names
from tests.chalicelib.names.dialogues import call, heard, turns

ASK = "a: What's your name?"


def after(talk, greeted="", **collected):
    """Return the name after ``talk``, to which the agent was told to greet by ``greeted``."""
    return names.name_of(call(turns(talk), collected=collected.items(), greeted=greeted))


BORNE_OUT = [
    ("a: hello how can i help | c: yeah this deshawn ford apartment three c", "Deshawn Ford"),
    ("a: hello | c: hey it's curtis over at the plant | a: thanks curtis", "Curtis"),
    ("a: papelería | c: oiga soy lupita la de enfrente | a: qué tal lupita", "Lupita"),
    ("a: salón | c: le habla yahaira peguero quería saber | a: hola yahaira", "Yahaira Peguero"),
    ("a: Ad desk. | c: Put Gunnar Holm on it, and say evenings. | a: Yes.", "Gunnar Holm"),
]
NOT_BORNE_OUT = [
    ("a: Hello! | c: I usually talk to Rudy over there. | a: Rudy is under a car now.", "Rudy"),
    ("a: Clinic. | c: It's about Gladys. | a: Poor Gladys. | c: She limps.", "Gladys"),
    ("a: Who? | c: My mother said, my name is Rosa, and he wrote Rose.", "Rosa"),
    ("a: May I ask who's calling? | c: Hi Dana, um, do you take cards?", "Dana"),
    ("a: Hello. | c: My son, Owen, is ill. | a: I'm sorry to hear it.", "Owen"),
]
COMMON = [
    f"{ASK} | c: Nah, it's alright, I'll come by.",
    "a: And the address? | c: Venga, pues el viernes. | a: Muy bien.",
    "a: Text or email? | c: Email. | a: Email it is. | c: Thanks.",
    f"{ASK} | c: haha no way | a: okay",
]
SPELLED = [
    (f"{ASK} | c: Ilse Vander, Ilse with I-L-S-E.", "Ilse Vander"),
    (f"{ASK} | c: Concetta Vanderploeg. V-A-N-D-E-R, P-L-O-E-G.", "Concetta Vanderploeg"),
    (
        "c: My name is Ann. | a: Your last name, Ann? | c: Papa, P-A-P-A, then D-I-M-A. Papadima.",
        "Papadima",
    ),
    (
        f"{ASK} | c: Wenceslao Etxeberria: e, te, equis, e, be, e, erre, i, a.",
        "Wenceslao Etxeberria",
    ),
    (f"{ASK} | c: Hernán Quiceno Restrepo. Quiceno con q y con c.", "Hernán Quiceno Restrepo"),
    (f"{ASK} | c: Clay. Ottesen, it's O, double T, E, S, E, N.", "Clay Ottesen"),
    (f"{ASK} | c: Joselyn Chiriboga, pero dime Jossie, con doble ese.", "Joselyn Chiriboga"),
]
PUT_RIGHT = [
    ("Isel", "a: ¡Hola, Isel! | c: Es que mi nombre es Itzel, con te y zeta. | a: Disculpa."),
    ("Marian", "a: Hi Marian! | c: its miriam actually | a: Miriam, I'm so sorry."),
    ("April", "a: Hello, April! | c: It's Avril, A-V-R-I-L. | a: Sorry about that, Avril."),
]
IN_FULL = [
    ("Graciela", "c: Hola, sí, Graciela Monte habla. | a: ¿Qué tal?", "Graciela Monte"),
    ("Hunter", "c: hey yeah hunter greer i missed a call | a: yes hunter", "Hunter Greer"),
    ("Mercedes", "c: A nombre de Mercedes Ulate Coto. | a: Listo.", "Mercedes Ulate Coto"),
    ("Eleanor", "c: I'm Finch-Okoro now. | a: Eleanor Finch-Okoro, sure.", "Eleanor Finch-Okoro"),
    ("Sully", "c: Patrick Sulliman, but always ask for Sully. | a: Yes.", "Patrick Sulliman"),
    ("Roberto", "c: I saw Roberto Clemente play. | a: Did you?", "Roberto"),
]
CALLED = [
    ("Mrs. Tran", "c: Please call me Linh. | a: Of course, Linh.", "Linh", "Linh Tran"),
    (
        "Mr. Pryor",
        "c: Mr. Pryor's my father. It's Colin. | a: Hello Colin!",
        "Colin",
        "Colin Pryor",
    ),
    ("Mr. Okafor", "c: It's Chidi Okafor. | a: Let me look, Chidi.", "Chidi", "Chidi Okafor"),
    ("Mrs. Hale", "c: Dorothy Hale, for the form. | a: Yes, Mrs. Hale.", "", "Dorothy Hale"),
    ("William", "c: Bill, please. | a: Bill it is.", "Bill", "William"),
    ("", "c: This is José Luis Arvizu. | a: Hola, José Luis.", "José Luis", "José Luis Arvizu"),
    ("", "c: This is Liu Xiaoming. Liu is the last name. | a: Yes.", "Xiaoming", "Liu Xiaoming"),
]


@pytest.mark.parametrize(("talk", "name"), BORNE_OUT)
def test_a_collected_name_that_was_said_where_people_say_theirs(talk, name):
    """A collected name is spoken that the caller led over to or the agent then called them by."""
    assert heard(talk, caller_name=name) == name


@pytest.mark.parametrize(("talk", "name"), NOT_BORNE_OUT)
def test_a_collected_name_that_was_said_of_another(talk, name):
    """A collected name is not spoken that the caller said of somebody else."""
    assert heard(talk, caller_name=name) == ""


@pytest.mark.parametrize("talk", COMMON)
def test_a_word_that_everybody_says(talk):
    """A common word where a name is expected is no name."""
    assert heard(talk) == ""


@pytest.mark.parametrize(("talk", "name"), SPELLED)
def test_a_name_that_is_spelled_in_pieces_or_in_part(talk, name):
    """What is spelled does not cut short what was said: a piece of a name confirms all of it."""
    found = after(talk)
    assert name in found.full


@pytest.mark.parametrize(("greeted", "talk"), PUT_RIGHT)
def test_a_name_that_was_misheard_once(greeted, talk):
    """Who puts right the name they were greeted by is no second person."""
    found = after(talk, greeted)
    assert found.source == "corrected"
    assert names.same_person(greeted, found.full, corrected=True)


@pytest.mark.parametrize(("greeted", "talk", "full"), IN_FULL)
def test_more_of_the_name_of_who_is_greeted(greeted, talk, full):
    """Whom a call began with gets the surname they say of themself, and no namesake's."""
    assert after(f"a: Hello {greeted}! | {talk}", greeted).full == full


@pytest.mark.parametrize(("greeted", "talk", "called", "full"), CALLED)
def test_the_form_in_which_a_name_is_spoken(greeted, talk, called, full):
    """A caller is called as they ask to be, or as the agent has gone over to calling them."""
    found = after(f"a: Hello {greeted}! | {talk}", greeted)
    assert (found.full, found.called) == (full, called)
