"""The beginnings of invented calls, as memoir callers might speak: who is it?"""

import pytest

from tests.chalicelib.names.dialogues import heard

OPENINGS = {
    "NEW": "a: Hello! Welcome to our interview service. Could you please tell me your name?",
    "BACK": "a: Hello, and welcome back! I don't think I have your name yet. "
    "May I ask what I should call you?",
    "NUEVA": "a: Hola, bienvenida a nuestro servicio. ¿Me dice su nombre, por favor?",
}
ENGLISH = [
    (
        (
            "NEW | c: Oh my, is it recording already? Well. I'm Winifred Achebe, and I was "
            "born in Accra."
        ),
        "Winifred Achebe",
    ),
    (
        (
            "NEW | c: Winifred, but Winnie will do. | a: Thank you, Winnie. Where shall we "
            "begin? | c: With my father, Kofi."
        ),
        "Winifred",
    ),
    (
        (
            "NEW | c: Sure, it's Hollis. H-O-L-L-I-S. Last name Brandt with a D-T. | a: "
            "Thank you, Hollis."
        ),
        "Hollis Brandt",
    ),
    ("NEW | c: You first. | a: I'm June. And you? | c: Hollis Brandt.", "Hollis Brandt"),
    (
        ("NEW | c: Does it matter? | a: Not at all. | c: Then let's begin with Rosie, my sister."),
        "",
    ),
    (
        (
            "NEW | c: My name, my name. You know, when you're ninety you've had a few. Born "
            "Hollis, died Hollis, I expect."
        ),
        "",
    ),
    (
        ("NEW | c: I'm sitting here with my daughter Karen and she dialed for me. I'm Hollis."),
        "Hollis",
    ),
    (
        "NEW | c: Karen, what do I say? | a: Just your name. | c: Hollis Brandt, miss.",
        "Hollis Brandt",
    ),
    ("NEW | c: Captain Hollis Brandt, United States Navy, retired.", "Captain Hollis Brandt"),
    ("NEW | c: hollis brandt from sioux falls", "Hollis Brandt"),
    ("NEW | c: hi june its hollis brandt", "Hollis Brandt"),
    ("NEW | c: im hollis", "Hollis"),
    ("NEW | c: Hi. My name's Hollis, and my wife Greta's on the other line.", "Hollis"),
    ("NEW | c: This is Greta and Hollis Brandt.", ""),
    ("NEW | c: It's the Brandts.", ""),
    (
        "NEW | c: Good evening. I am called Birgitta Söderström-Åkerblom.",
        "Birgitta Söderström-Åkerblom",
    ),
    ("NEW | c: Nope. | a: All right. What shall we talk about? | c: Cows.", ""),
    ("NEW | c: Just call me Grandma.", ""),
    ("NEW | c: They all call me Pop.", ""),
    ("BACK | c: Ma'am will be fine.", ""),
    ("BACK | c: Call me Ishmael. Ha! No, it's Hollis.", "Hollis"),
    ("BACK | c: Whatever you like. | a: Then I'll say dear. | c: Fine.", ""),
    ("BACK | c: Red. Everybody says Red.", "Red"),
    ("BACK | c: I go by my middle name, Everett. Hollis Everett Brandt.", "Hollis Everett Brandt"),
    (
        (
            "a: Hello Hollis! How can I assist you today? | c: Hi. It's Greta today, Hollis "
            "is in the tub."
        ),
        "Greta",
    ),
    (
        (
            "a: Hello Hollis! How can I assist you today? | c: Hollis passed away in March. "
            "This is Greta, his widow."
        ),
        "Greta",
    ),
    ("a: Hello Hollis! How can I assist you today? | c: Wrong Brandt! Greta here.", "Greta"),
    (
        ("a: Hello Hollis! How can I assist you today? | c: Hi, yes, so, I'm worried about Greta."),
        "",
    ),
    (
        (
            "a: Hello Hollis! How can I assist you today? | c: It's Hollis Junior, actually, "
            "his son."
        ),
        "Hollis Junior",
    ),
    ("a: Hello Hollis! | c: You keep saying Hollis. It's Horace.", "Horace"),
    ("a: Hello! Am I speaking with Hollis or with Greta? | c: With Greta.", "Greta"),
    ("a: Hello! Am I speaking with Hollis or with Greta? | c: The better half.", ""),
    ("a: Hello! Am I speaking with Hollis or with Greta? | c: Neither, this is Karen.", "Karen"),
    (
        (
            "a: Hello! | c: So this fellow comes up and says, Are you Hollis? And I said, "
            "I'm Hollis, who's asking?"
        ),
        "",
    ),
    ("a: Hello! | c: And Mother would call, Hollis Brandt, you get in here! So I did.", ""),
    ("a: What did the sign say? | c: Brandt and Sons. That's me, I'm the Sons.", ""),
    ("a: What was it like? | c: I'm telling you, I'm Ohio born and Ohio bred.", ""),
    ("a: How did you feel? | c: Like I'm Caruso.", ""),
    (
        ("a: Who taught you? | c: My aunt. Miss Greta Holm. | a: Lovely, Miss Holm. | c: She was."),
        "",
    ),
    ("a: And who's speaking there? | c: That's the parrot. He says, I'm Captain Flint.", ""),
    ("a: And your name is Hollis, is that right? | c: That's right.", "Hollis"),
    ("a: And your name is Hollis, is that right? | c: No, Horace.", "Horace"),
    ("a: And your name is Hollis, is that right? | c: It is not. I never gave one.", ""),
    ("a: Before we go, may I have your name? | c: Not today.", ""),
    (
        "a: Before we go, may I have your name for the book? | c: Put Hollis E. Brandt.",
        "Hollis E. Brandt",
    ),
    ("a: Sorry, was that Brant? | c: Brandt. B, R, A, N, D, T. Hollis Brandt.", "Hollis Brandt"),
    (
        (
            "NEW | c: Delphine. Delphine Arceneaux, like the bakery. I'm eighty-four and "
            "three quarters."
        ),
        "Delphine Arceneaux",
    ),
    (
        ("NEW | c: Well hello there, sugar. This here is Delphine Arceneaux out of Opelousas."),
        "Delphine Arceneaux",
    ),
    (
        "NEW | c: Delphine Arceneaux, spelled the French way, A-R-C-E-N-E-A-U-X.",
        "Delphine Arceneaux",
    ),
    (
        (
            "NEW | c: I would rather you didn't write it down. | a: Of course. What would "
            "you like to tell? | c: About Delphine, my mother."
        ),
        "",
    ),
    ("NEW | c: They baptized me Delphine but I've been Dee since the cradle.", "Delphine"),
    ("NEW | c: Dee. D, double E. | a: Thank you, Dee. | c: Short for Delphine.", "Dee"),
    ("NEW | c: Yes. | a: What is it? | c: Delphine.", "Delphine"),
    (
        (
            "NEW | c: Arceneaux. | a: Thank you, Mr. Arceneaux. | c: It's Mrs. Arceneaux, "
            "young lady."
        ),
        "Mrs. Arceneaux",
    ),
    ("NEW | c: My name? Oh, Lord, honey, Delphine Arceneaux.", "Delphine Arceneaux"),
    ("NEW | c: Delphine's my name and talking's my game.", "Delphine"),
    ("NEW | c: Professor Emeritus Linus Okafor.", "Professor Emeritus Linus Okafor"),
    ("NEW | c: Linus Okafor, that's O-K-A-F-O-R, and before you ask, Nigerian.", "Linus Okafor"),
    ("NEW | c: I'm Linus. Not the one with the blanket.", "Linus"),
    ("NEW | c: You may call me Doctor Okafor.", "Dr. Okafor"),
    ("NEW | c: Sorry, I'm driving. Call me back. ", ""),
    ("NEW | c: Is this Clara? | a: No, I'm June. | c: I wanted Clara Benning.", ""),
    ("NEW | c: It is I. | a: And who is that? | c: The ghost of Christmas past, ha ha.", ""),
    ("NEW | c: Let me hand you over to Mother. Mother! It's the story people.", ""),
    ("NEW | c: My mother is Delphine Arceneaux and she wants to talk, hold on.", ""),
    ("NEW | c: For whom? For Delphine Arceneaux, my grandmother.", ""),
    ("NEW | c: Registered as Delphine, known as nothing but trouble.", ""),
    ("a: Hello again Linus! | c: It's snowing in Buffalo, June.", ""),
    (
        ("a: Hello again Linus! | c: Yes, this is Linus, who else would it be at this hour?"),
        "Linus",
    ),
    ("a: Hello again Linus! | c: Afternoon. I'm back.", ""),
    ("a: Hello again Linus! | c: Ah no, you want my brother. I'm Titus.", "Titus"),
    ("a: Hello again Linus! | c: Lionel. Not Linus. Lionel.", "Lionel"),
    ("a: Hello again Linus! | c: That's my dad, I'm his daughter Adaeze.", "Adaeze"),
    ("a: What did people call you at sea? | c: Sparks. I was the radio man.", ""),
    (("a: Who was your captain? | c: I am. No, ha, it was Captain Ruud. I'm the mate, Linus."), ""),
    ("a: What did the telegram say? | c: Dear Linus Okafor, we regret.", ""),
    (("a: What happened at customs? | c: He looks and says, Linus Okafor? I says, yes sir."), ""),
    ("a: Do you have a favourite saint? | c: Saint Jude. I'm Saint Jude's girl.", ""),
    ("a: How was school? | c: The nuns called me Delphine the Terrible.", ""),
    ("a: Whose letter is it? | c: It's from Linus Okafor.", ""),
    ("a: Whose letter is it? | c: This is Linus's, and this is mine.", ""),
    ("a: Did you sign it? | c: Signed it Linus Okafor, big as life.", ""),
    ("a: Where were we? | c: I'm Team Four, at the relay.", ""),
    ("a: Shall I put your name in the book? | c: No.", ""),
    ("a: What would you like to be called in the book? | c: Dee Arceneaux.", "Dee Arceneaux"),
    ("a: I'm sorry, I didn't catch your name. | c: Delphine.", "Delphine"),
    ("a: I have you down as Delphine Arsenault. | c: Arceneaux.", "Delphine Arceneaux"),
    (
        ("a: I have you down as Delphine Arsenault. | c: No, it's Arceneaux, A-R-C-E-N-E-A-U-X."),
        "Delphine Arceneaux",
    ),
    ("a: Thank you, Delphine Arsenault. | c: It's pronounced Arceneaux.", "Delphine Arceneaux"),
]
SPANISH = [
    (
        (
            "a: Hola, bienvenida. ¿Me dice su nombre? | c: Ay, sí, soy Herminia Cortés, "
            "viuda de Lara, de aquí de Pilsen."
        ),
        "Herminia Cortés",
    ),
    ("a: Hola. ¿Cómo se llama usted? | c: Herminia, mija, con hache.", "Herminia"),
    ("a: Hola. ¿Cómo se llama usted? | c: Erminia. Con hache. | a: Gracias, Herminia.", "Herminia"),
    ("a: Hola. ¿Con quién tengo el gusto? | c: Con una vieja chismosa.", ""),
    (
        "a: Hola. ¿Con quién tengo el gusto? | c: Con su servidora, Herminia Cortés.",
        "Herminia Cortés",
    ),
    ("a: Hola. ¿Con quién hablo? | c: Con el esposo de Herminia.", ""),
    ("a: ¡Hola, Herminia! | c: No, mi reina, habla Fermín, su marido.", "Fermín"),
    ("a: ¡Hola, Herminia! | c: Herminia falleció. Yo soy Fermín.", "Fermín"),
    ("a: ¡Hola, Herminia! | c: Buenos días. Oiga, ¿habla la señorita Clara?", ""),
    ("a: Hola. ¿Quién habla? | c: Habla Nacho. Bueno, Ignacio Robledo.", "Ignacio Robledo"),
    (
        ("a: Hola. ¿Su nombre completo? | c: José Ignacio Robledo Paz, pero me dicen Nacho."),
        "José Ignacio Robledo Paz",
    ),
    ("a: Hola. ¿Me da su nombre? | c: Mi nombre es como el de mi abuela, Herminia.", ""),
    ("a: Hola. | c: Mi papá siempre decía, yo soy Robledo, y los Robledo no lloran.", ""),
    ("a: Hola. ¿Su nombre? | c: Nacho para los amigos, Ignacio para usted.", ""),
    ("a: Hola. ¿Su nombre? | c: ¿Para qué quiere mi nombre? Soy la Güera y ya.", ""),
    ("a: Hola. ¿Su nombre? | c: Luz. | a: Gracias, Luz. | c: Luz María, todo junto.", "Luz María"),
    ("a: Hola. ¿Su nombre? | c: Me llamo Guadalupe pero no me gusta, dígame Lupe.", "Guadalupe"),
    (
        ("NUEVA | c: Ay, sí, mire, Concepción Ybarra, pero Concha, todo el mundo me dice Concha."),
        "Concepción Ybarra",
    ),
    ("NUEVA | c: Concepción Ybarra con i griega y con be grande.", "Concepción Ybarra"),
    ("NUEVA | c: Me llamaban la Prieta.", ""),
    ("NUEVA | c: Fíjese que no oigo bien. | a: ¿Cómo se llama? | c: Ah. Concepción.", "Concepción"),
    ("NUEVA | c: Aquí Concepción Ybarra, desde San Antonio.", "Concepción Ybarra"),
    (("NUEVA | c: Soy la hija. Mi mamá es la que va a hablar. Se llama Concepción Ybarra."), ""),
    ("NUEVA | c: No le voy a dar mi nombre, ¿verdad que no hace falta?", ""),
    ("NUEVA | c: Dionisio, para lo que guste mandar.", "Dionisio"),
    ("NUEVA | c: Con mucho gusto: Dionisio Ybarra Luna, de Múzquiz.", "Dionisio Ybarra Luna"),
    ("a: ¡Hola, Concepción! | c: No soy Concepción, es mi señora. Yo soy Dionisio.", "Dionisio"),
    ("a: ¡Hola, Concepción! | c: Conchita salió. ¿Le dejo recado?", ""),
    ("a: ¿Y luego? | c: Y entonces el cura dijo: yo te bautizo, Dionisio.", ""),
    ("a: ¿Y luego? | c: Soy Ybarra de los de Múzquiz, no de los otros.", ""),
    ("a: ¿Quién le enseñó? | c: Mi tía, Concepción Ybarra.", ""),
    ("a: ¿Es usted Dionisio? | c: Servidor.", "Dionisio"),
]
# Somebody who listened would know who it is.
UNHEARD = [
    "a: Hello Hollis! | c: Morning. The name's spelled with one L, by the way, Holis.",
    "a: Hello! Am I speaking with Hollis or with Greta? | c: Hollis, who else?",
    (
        "a: Tell me about your brother. | c: Everett. I'm Hollis, he's Everett, and "
        "nobody could tell us apart."
    ),
    "a: What is your wife's name? | c: Greta. I'm Hollis.",
    "NEW | c: What, again? I told the other one already. Delphine.",
    "a: Shall I put your name in the book? | c: Yes. Delphine Arceneaux, with an X.",
    "NUEVA | c: Yo me llamo igual que mi mamá, Concepción.",
]


def whole(talk):
    """Return ``talk`` with the agent's opening in place of its name."""
    first, mark, rest = talk.partition(" | ")
    return OPENINGS.get(first, first) + mark + rest


@pytest.mark.parametrize(("talk", "name"), ENGLISH)
def test_a_call_in_english(talk, name):
    """The caller's name is heard, and no other."""
    assert heard(whole(talk)) == name


@pytest.mark.parametrize(("talk", "name"), SPANISH)
def test_a_call_in_spanish(talk, name):
    """The same in Spanish."""
    assert heard(whole(talk), "es") == name


@pytest.mark.parametrize("talk", UNHEARD)
def test_a_name_that_is_not_heard(talk):
    """What the rules are not sure of is not spoken."""
    assert heard(whole(talk)) == ""
