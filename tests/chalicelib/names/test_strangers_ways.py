"""What strangers' calls told of names in ways that no rule had heard, each of its own kind."""

import pytest

from chalicelib import names
from tests.chalicelib.names.dialogues import call, called, heard, name_in, turns

ASK = "a: May I have your name?"
WHO = "a: ¿A nombre de quién?"
TOLD = [
    ("a: I have that under Ann Hale? | c: That's me.", "Ann Hale"),
    ("a: A note by an Ann Hale. | c: That's me.", "Ann Hale"),
    ("a: ¿Es de Leopoldo Ruiz? | c: Ese soy.", "Leopoldo Ruiz"),
    ("a: On hold for Hale, first name Ann? | c: Yep, that's me.", "Ann Hale"),
    ("a: Yes? | c: It fits. | a: Ann Hale at 3 Quarry Row, is that you? | c: Yes.", "Ann Hale"),
    ("a: One under Ann Hale, seats A and B. Is that you? | c: That's me.", "Ann Hale"),
    ("a: Who will be in on Friday? | c: Me, Ann Hale.", "Ann Hale"),
    ("a: ¿quién le abre al técnico? | c: yo leire montalbán segundo izquierda", "Leire Montalbán"),
    (f"{WHO} | c: Al mío, Yorman Gil. | a: Gracias, señor Gil.", "Yorman Gil"),
    (f"{ASK} | c: Bergeron. Claudia. | a: Thank you, Claudia.", "Claudia Bergeron"),
    ("a: ¿Y usted quién es? | c: Rosa Gil Nava.", "Rosa Gil Nava"),
    ("a: ¿El nombre que pone en el carné? | c: Aitana Ferrandis.", "Aitana Ferrandis"),
    (f"{ASK} | c: Ann Hale. | a: Friday, Ann? | c: Smashing. Thanks.", "Ann Hale"),
    (f"{ASK} | c: Ann Hale. | a: Soon. | c: It's under the rug. I'm not joking.", "Ann Hale"),
    ("a: Hello. | c: Dr. Hale's here. I'm Ann Hale. | a: Hello Ann.", "Ann Hale"),
    ("a: Who pays? | c: Ann Hale will. | a: Thank you, Ann.", "Ann Hale"),
    (f"{ASK} | c: nubia esperanza gil nubia no mas", "Nubia Esperanza Gil"),
    (f"{ASK} | c: Krawczyk, with a W. But call me later.", "Krawczyk"),
]
CALLED = [
    (f"{ASK} | c: Roy Dale Hale. Go by Roy Dale. | a: Thanks, Roy Dale.", "Roy Dale"),
    (f"{ASK} | c: Rosalind Quaye, but Ros, please. | a: Thank you.", "Ros"),
    (f"{ASK} | c: Tran Thi Hoa. You can say Mrs. Hoa. | a: Thank you.", "Mrs. Hoa"),
    (f"{ASK} | c: This is Wendell Hale. Folks call me Dutch. | a: All right, Dutch.", "Dutch"),
    (f"{ASK} | c: guadalupe gil but lupita is okay | a: lupita nice to meet you", "Lupita"),
    (f"{ASK} | c: Ada Bell. Everybody calls me Aunty Bisi. | a: Thanks, Aunty Bisi.", "Aunty Bisi"),
    (f"{WHO} | c: Rosa Gil. Dígame doña Tata. | a: Mucho gusto, doña Tata.", "doña Tata"),
    (f"{WHO} | c: Rosa Gil, doña Rosa para servirle. | a: Gracias, doña Rosa.", "doña Rosa"),
    ("a: Who has the key? | c: I will. Reverend Hale. | a: Thank you, Reverend Hale.",
     "Reverend Hale"),
    (f"{ASK} | c: Ann Hale. Professor Hale, to the post. | a: Professor Hale, fine.",
     "Professor Hale"),
    ("a: Hello. | c: its hobday i want a load | a: hello mr hobday | c: a ton", "Mr. Hobday"),
    (f"{WHO} | c: Rosa Elena Gil. Me dicen mal. | a: Gracias, señora Gil.", "Rosa"),
    ((f"{ASK} | c: Juan Pablo Ruiz. | a: ¿Don Juan? | c: Juan a secas era mi abuelo. "
     "| a: Listo, Juan Pablo."), "Juan Pablo"),
    ("a: Hello. | c: It's Ann Hale, I just say it's Wo-jick. | a: Thanks.", "Ann"),
]  # fmt: skip
NEVER = [
    "a: Hello. | c: One of mine is vegan, and one has an allergy.",
    "a: Hello. | c: This is the Lucy Belle, forty foot. | a: Good evening, Lucy Belle.",
    "a: ¿De qué finca es? | c: La Querencia, tras el puente. | a: La Querencia, mañana.",
    "a: What kind of work do you | c: Courier. Legal stuff, mostly.",
    f"{ASK} | c: Brightwell Lettings. We've a flat to do.",
    "a: Is it her first? | c: no she's only four months, name's june, after my mother",
    "a: El pasaporte de su papá. | c: El nombre completo es Aurelio Gil Ponce.",
    "a: Hola. | c: Es el traje de mi esposo, está a nombre de Rodolfo Gil.",
    "a: Who's collecting? | c: My husband, Neil, tall. | a: I'll put Neil on the bag.",
    "a: ¿A nombre de quién? | c: a nombre de ella minerva gil | a: listo minerva gil asiento dos",
]
ANOTHER = [
    ("Anna", "Anna's on nights. I'm across the hall."),
    ("Anna", "Hiya, she's next to me. I'm her grandson."),
    ("Anna", "No, yo soy la mamá."),
    ("Anna", "no mijita habla la abuelita la norma"),
    ("Anna", "uh no this is marcus her husband she's at work"),
    ("Anna", "Anna was my wife. She died on Sunday."),
    ("Anna", "Wrong sister, this is Judith."),
    ("Anna", "nah she's not in it's the guy from the counter"),
    ("Anna", "I'm her landlord's lad, she's out."),
    ("Roger", "Oh no. Roger's the beagle."),
]
ALONE = [
    ("Harold", "I'm his wife, Vivian. Harold passed in February."),
    ("Consuelo", "Consuelo era mi mujer. Murió el domingo. Soy Octavio Gil."),
    ("Evaristo", "No, hijo. Evaristo falleció. Soy su viuda, Pilar Gil."),
    ("Gwen", "Gwen's moved to Portugal. The phone was handed on to me. I'm Ann Hale."),
    ("Gordon", "I'm not Gordon. I've had this number since Monday. I'm Ann Hale."),
    ("Gaby", "No, Gaby ya no trabaja aquí. Ahora el teléfono lo tengo yo. Soy Luis Gil."),
]
NOT_LEFT = [
    ("Harold", "This is his wife, Ann Hale. | a: Hello. | c: My father died in May."),
    ("Harold", "It's his son, Ted Hale. | a: Hi. | c: The dog. | a: Oh. | c: He died, the dog."),
    ("Harold", "I'm his wife, Ann Hale. He's out, he passed by the shop."),
]
STILL = [
    ("Yadira", "Hi. And my boy, call him Teo. | a: Teo, perfect.", "Yadira"),
    ("Ottilie", "Hi! It's Soren! Sorry, he's got my phone. | a: Yellow it is, Ottilie.", "Ottilie"),
    ("Mr. Hale", "Quit the mister. | a: What should I call you? | c: Dub.", "Dub"),
    ("Mrs. Hale", "Hi. | a: Say me llamo, your name. | c: Me llamo Señora Hale.", "Mrs. Hale"),
    ("Ted", "Mrs. Swan calls me this morning, Mr. Ted, she says, the ants.", "Ted"),
]  # fmt: skip
SECOND = [
    ("Anna", ("I've borrowed her phone. I'm site manager, Funmi Adeleke. | a: Hello. "
     "| c: Yes. | a: Pleased to meet you, Funmi."), "Funmi Adeleke"),
    ("Anna", ("Celeste's out. This is Wes. | a: Your last name? "
     "| c: Till. T, I, L, L. | a: Thank you, Wes Till."), "Wes Till"),
    ("Winnie", "I'm the other. Hilda Askey. | a: What can I do for you, Hilda?", "Hilda Askey"),
]  # fmt: skip


@pytest.mark.parametrize(("talk", "name"), TOLD)
def test_a_name_that_is_told(talk, name):
    """The name is the caller's, as they told it or said that it is theirs."""
    assert heard(talk) == name


@pytest.mark.parametrize(("talk", "name"), CALLED)
def test_what_somebody_is_called(talk, name):
    """A caller is called as they wish, with the title that both say, or by the first name."""
    assert called(talk) == name


@pytest.mark.parametrize("talk", NEVER)
def test_what_is_nobody_s_name(talk):
    """Ships, farms, firms, trades and other people's names are not the caller's."""
    assert heard(talk) == ""


@pytest.mark.parametrize(("greeted", "words"), ANOTHER)
def test_another_who_answers(greeted, words):
    """It is not the one greeted who speaks, as the answer says."""
    assert names.says_not(turns(f"a: Hello {greeted}! | c: {words}"), greeted)


@pytest.mark.parametrize(("greeted", "words"), ALONE)
def test_who_is_left_with_the_number(greeted, words):
    """Whoever tells that the one greeted has died or left has the number alone from then on."""
    name = names.name_of(call(turns(f"a: Hello {greeted}! | c: {words}"), greeted=greeted))
    assert name.is_alone
    assert name.spoken
    assert name.spoken != greeted


@pytest.mark.parametrize(("greeted", "words"), NOT_LEFT)
def test_others_who_have_died(greeted, words):
    """Who speaks of another's death has not the number alone of the one greeted, who lives."""
    name = names.name_of(call(turns(f"a: Hello {greeted}! | c: {words}"), greeted=greeted))
    assert name.full.endswith("Hale")
    assert not name.is_alone


@pytest.mark.parametrize(("greeted", "words", "spoken"), STILL)
def test_the_one_greeted_who_speaks_on(greeted, words, spoken):
    """Whoever is greeted stays who they are beside a child, a form, and those they speak of."""
    name = names.name_of(call(turns(f"a: Hello {greeted}! | c: {words}"), greeted=greeted))
    known = name.called or names.spoken_name(name.full)
    assert known == spoken
    assert not names.says_not(turns(f"a: Hello {greeted}! | c: {words}"), greeted)


@pytest.mark.parametrize(("greeted", "words", "name"), SECOND)
def test_a_second_person_by_their_own_name(greeted, words, name):
    """A second person is who the agent then speaks to, and takes no name of the first."""
    talk = turns(f"a: Hello {greeted}! | c: {words}")
    found = names.name_of(call(talk, greeted=greeted))
    assert found.full == name
    assert found.spoken


def test_a_letter_told_with_its_mark():
    """An N with the tilde, spelled between letters, is the letter of the name."""
    talk = f"{ASK} | c: Íñigo Larrañaga. L, A, double R, A, then the N with the tilde, A, G, A."
    assert name_in(talk).full == "Íñigo Larrañaga"
