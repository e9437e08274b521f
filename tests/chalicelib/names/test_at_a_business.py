"""How names come up when somebody rings a business: orders, accounts, titles, whoever answers."""

import pytest

from chalicelib import names
from tests.chalicelib.names.dialogues import called, heard, name_in, turns

GIVEN = [
    # a full name as the first words, which the analysis or the agent takes for theirs as well
    (("a: This is Ida. How can I help? | c: Hey Ida. Marcus Oyelowo, unit 7. | a: Thanks, "
     "Marcus."), {}, "Marcus Oyelowo"),
    ("a: How can I help? | c: Hi. Lena Fischbach, I ordered a cake.", {"customer_name": "Lena "
     "Fischbach"}, "Lena Fischbach"),
    ("a: How can I help? | c: Hi. Lena Fischbach, please.", {}, ""),
    ("a: How can I help? | c: Lena Fischbach? Is she in today?", {}, ""),
    ("a: How can I help? | c: Marcus Oyelowo, unit 7.", {}, ""),
    # whose account or order it is
    ("a: What name is the order under? | c: Petra Lindqvist.", {}, "Petra Lindqvist"),
    ("a: ¿A nombre de quién queda la mesa? | c: Lucía Ferrán.", {}, "Lucía Ferrán"),
    ("a: Has he been here before? | c: It'd be under Oakes. Tom Oakes.", {}, "Tom Oakes"),
    ("a: Has he been here before? | c: It's under my wife's name, Ruth Oakes.", {}, ""),
    # what a business calls those who ring it
    ("a: How can I help? | c: I'm locked out. | a: Your name, please? | c: Amara.",
     {"tenant_name": "Amara Nwosu"}, "Amara Nwosu"),
    # kin with a name
    ("a: Hello! | c: I'm the nephew, Gil. She's asleep.", {}, "Gil"),
    ("a: Hello Roberto! | c: I saw Roberto Clemente play.", {}, ""),
    ("a: Hello Carla! | c: Put it down for me. Carla Ruiz Mora. Thank you.", {}, "Carla Ruiz Mora"),
]  # fmt: skip


@pytest.mark.parametrize(("talk", "collected", "name"), GIVEN)
def test_a_name_as_it_is_given_to_a_business(talk, collected, name):
    """A name counts when the caller gives it for themself, and not when they ask for somebody."""
    assert heard(talk, **collected) == name


FORMS = [
    ("a: Am I speaking with Edna? | c: You are speaking with Mrs. Calloway. I'm ninety.",
     {"client_name": "Edna Calloway"}, "Edna Calloway", "Mrs. Calloway"),
    (("a: Your name, please? | c: Ingrid Solberg. Doctor Solberg, if you would. | a: Thank you, "
      "Doctor Solberg."), {}, "Ingrid Solberg", "Dr. Solberg"),
    ("a: Your name, please? | c: Nathaniel Cho. Everybody goes with Nat.", {}, "Nathaniel Cho",
     "Nat"),
    ("a: Hi! | c: This is Rosalind Cho, I'm Ros to most people. | a: Thanks, Ros.", {},
     "Rosalind Cho", "Ros"),
    ("a: Your name? | c: Nathaniel Cho. | a: Thank you, Mr. Cho.", {}, "Nathaniel Cho",
     "Nathaniel"),
    ("a: ¡Hola, Asunción! | c: Dígame Asun. | a: ¿Sus dos apellidos? | c: Vega Prieto.", {},
     "Asunción Vega Prieto", "Asun"),
]  # fmt: skip


@pytest.mark.parametrize(("talk", "collected", "full", "spoken"), FORMS)
def test_the_form_of_a_name_that_somebody_uses(talk, collected, full, spoken):
    """Title and surname, or a short form, is how they are called when they use it themselves."""
    assert (heard(talk, **collected), called(talk, **collected)) == (full, spoken)


def test_a_misheard_name_that_is_put_right_at_the_greeting_is_a_correction():
    """Who is greeted by a name like theirs and says what it actually is corrects it."""
    right = "a: Hi Marla! | c: It's Carla, actually. With a C."
    assert name_in(right).source == "corrected"


def test_a_spelled_name_is_not_undone_by_what_was_wrong_about_it():
    """A name that is spelled stands as it is spelled, whatever letter it is said to have lacked."""
    talk = (
        "a: Hello Dr. Penrose! | c: The letter says Penros, without an E. It's P, E, N, R, O, S, E."
    )
    assert heard(talk) == "Dr. Penrose"


def test_a_radiator_that_can_t_be_turned_down_is_no_television():
    """What can't be turned down is not a television in the background, so names around it count."""
    talk = "a: Your name? | c: I'm Carla Ruiz. It's hot, you can't turn it down."
    assert heard(talk) == "Carla Ruiz"


@pytest.mark.parametrize(
    ("talk", "says"),
    [
        ("a: Hello Edna! | c: Oh, no, this is her son, Ray Calloway.", True),
        ("a: Hello Edna! | c: I'm calling about the pie.", False),
    ],
)
def test_who_says_that_they_are_another(talk, says):
    """Only who says so is not the one who was greeted."""
    assert names.says_not(turns(talk), "Edna") is says
