"""How people say who they are: when asked, of their own accord, in English and in Spanish."""

import pytest

from tests.chalicelib.names.dialogues import heard

ANSWERS = [
    ("Harriet Bloom.", "Harriet Bloom"),
    ("Harriet.", "Harriet"),
    ("Yes, it's Harriet Bloom.", "Harriet Bloom"),
    ("Oh, sure. Harriet. Harriet Bloom.", "Harriet Bloom"),
    (
        "Well, my name is Otis Redmond Pruitt, and I'm calling about the stories.",
        "Otis Redmond Pruitt",
    ),
    ("my name is otis pruitt and i'm calling about the stories", "Otis Pruitt"),
    ("a: Your name? | c: otis pruitt | a: Thank you, Otis.", "Otis Pruitt"),
    ("a: Your name? | c: OTIS PRUITT | a: Thank you, Otis.", "Otis Pruitt"),
    ("Why, I'm Bernard. Bernard Achterberg. How do you do.", "Bernard Achterberg"),
    ("This is Mrs. Delacroix.", "Mrs. Delacroix"),
    ("Mrs. Odile Delacroix", "Mrs. Odile Delacroix"),
    ("You can call me Gus.", "Gus"),
    ("Just Gus is fine.", "Gus"),
    ("Good morning to you. The name's Fergus O'Hanlon.", "Fergus O'Hanlon"),
    ("Fergus O’Hanlon, with an apostrophe.", "Fergus O’Hanlon"),
    ("It's Siobhán Ní Bhriain.", "Siobhán Ní Bhriain"),
    ("Anneliese van der Berg is my name.", "Anneliese van der Berg"),
    ("That would be Clementine Hargreaves.", "Clementine Hargreaves"),
    ("You're speaking with Clementine Hargreaves.", "Clementine Hargreaves"),
    ("Speaking to you is Milton Okonkwo.", "Milton Okonkwo"),
    ("Milton Okonkwo speaking.", "Milton Okonkwo"),
    ("Milton here.", "Milton"),
    ("Mine is Milton.", "Milton"),
    ("My name? Milton Okonkwo. I thought I told you.", "Milton Okonkwo"),
    ("Name's Milton.", "Milton"),
    ("First name Milton, last name Okonkwo.", "Milton Okonkwo"),
    ("My first name is Milton and my last name is Okonkwo.", "Milton Okonkwo"),
    ("Okonkwo. Milton Okonkwo.", "Milton Okonkwo"),
    ("Ruth Ann Petrosky.", "Ruth Ann Petrosky"),
    ("I am Sister Mary Bernadette.", "Sister Mary Bernadette"),
    ("Father Tom Halloran, from St. Brigid's.", "Father Tom Halloran"),
    ("Dr. Amara Nwosu.", "Dr. Amara Nwosu"),
    ("I'm Amara, I'm seventy-nine and I'm tired.", "Amara"),
    ("June.", "June"),
    ("It's April May Chambers.", "April May Chambers"),
    ("Hope. Hope Kowalczyk.", "Hope Kowalczyk"),
    ("My name is Faith, dear.", "Faith"),
    ("a: Your name? | c: i'm jean-luc d'angelo | a: Thank you, Jean-Luc.", "Jean-Luc D'Angelo"),
    ("Ngozi, N-G-O-Z-I.", "Ngozi"),
    ("Ahmed bin Rashid al-Farsi.", "Ahmed bin Rashid al-Farsi"),
    ("Þorsteinn Jónsson", "Þorsteinn Jónsson"),
    ("My name is Çağla Öztürk.", "Çağla Öztürk"),
    ("It is Dvořák, Antonín Dvořák.", "Antonín Dvořák"),
    ("J. R. Smithers.", "J. R. Smithers"),
    ("Robert E. Tolliver, Junior.", "Robert E. Tolliver"),
    ("They call me Red, but my name is Willard Boone.", "Willard Boone"),
    ("Um, uh, Willard. Willard Boone.", "Willard Boone"),
    ("Willard Boone. And yours?", "Willard Boone"),
    ("Willard Boone, ma'am.", "Willard Boone"),
    ("Willard Boone, I was born in Tulsa in 1938.", "Willard Boone"),
    ("Sure thing, Willard Boone. Who am I talking to?", "Willard Boone"),
    ("I go by Willard.", "Willard"),
    ("I'm called Willard.", "Willard"),
    ("Everyone knows me as Willard Boone.", "Willard Boone"),
    ("I was christened Willard Eustace Boone.", "Willard Eustace Boone"),
    ("Hello, yes, good afternoon, this is Prudence Oyelaran calling.", "Prudence Oyelaran"),
    ("I'm Prudence, Hattie's daughter.", "Prudence"),
    ("Name is Prudence, I'm a widow.", "Prudence"),
    ("Ha! Prudence. Can you believe it?", "Prudence"),
    (
        "a: Whom do I have the pleasure of speaking with? | c: Prudence Oyelaran.",
        "Prudence Oyelaran",
    ),
    ("a: And you are? | c: Prudence.", "Prudence"),
    ("a: Who is calling, please? | c: Prudence Oyelaran.", "Prudence Oyelaran"),
    ("a: What should I call you? | c: Pru.", "Pru"),
    ("a: How may I address you? | c: Mrs. Oyelaran will do.", "Mrs. Oyelaran"),
    (
        "a: May I have your name? | c: Of course you may. | a: And it is? | c: Edgar Lund.",
        "Edgar Lund",
    ),
    ("a: May I have your name? | c: Sorry, what? | a: Your name, please. | c: Edgar.", "Edgar"),
    (
        "a: May I have your first name? | c: Edgar. | a: And your last name? | c: Lund.",
        "Edgar Lund",
    ),
    ("a: What's your name? | c: Edgar. | a: And your surname? | c: It's Lund.", "Edgar Lund"),
    ("a: What's your name? | c: Hang on, the dog. | c: Edgar Lund.", "Edgar Lund"),
]

RESPUESTAS = [
    ("Rosaura Beltrán.", "Rosaura Beltrán"),
    ("Rosaura Beltrán, para servirle.", "Rosaura Beltrán"),
    ("Me llamo Rosaura Beltrán de la Garza.", "Rosaura Beltrán de la Garza"),
    ("mi nombre es rosaura beltrán", "Rosaura Beltrán"),
    ("Soy Rosaura, mucho gusto.", "Rosaura"),
    ("Sí, cómo no. Soy Rosaura Beltrán.", "Rosaura Beltrán"),
    ("Habla Rosaura Beltrán, a sus órdenes.", "Rosaura Beltrán"),
    ("Le habla Gonzalo Yáñez.", "Gonzalo Yáñez"),
    ("De parte de Gonzalo Yáñez.", "Gonzalo Yáñez"),
    ("Gonzalo, a la orden.", "Gonzalo"),
    ("Claro, Gonzalo Yáñez Prieto.", "Gonzalo Yáñez Prieto"),
    ("Pues me llamo Gonzalo pero me dicen Chalo.", "Gonzalo"),
    ("Doña Tomasa, así me dicen todos.", "Doña Tomasa"),
    ("Mi nombre completo es Tomasa Ramírez viuda de Soto.", "Tomasa Ramírez viuda de Soto"),
    ("María de los Ángeles Quintero, servidora.", "María de los Ángeles Quintero"),
    ("Ay sí, perdón, soy Tomasa.", "Tomasa"),
    ("Tomasa, señorita.", "Tomasa"),
    ("Yo soy Tomasa y tengo ochenta años.", "Tomasa"),
    ("Llámeme Tomasa.", "Tomasa"),
    ("Me puede decir Lupe.", "Lupe"),
    ("Todos me conocen como Lupe Arriaga.", "Lupe Arriaga"),
    ("Mi nombre: Guadalupe Arriaga.", "Guadalupe Arriaga"),
    ("Es Guadalupe Arriaga.", "Guadalupe Arriaga"),
    ("Guadalupe es mi nombre.", "Guadalupe"),
    ("Don Eusebio Zárate.", "Don Eusebio Zárate"),
    ("Ingeniero Eusebio Zárate.", "Eusebio Zárate"),
    ("El nombre es Eusebio.", "Eusebio"),
    ("a: ¿Con quién tengo el gusto? | c: Con Eusebio Zárate.", "Eusebio Zárate"),
    ("a: ¿Con quién hablo? | c: Con Eusebio, señorita.", "Eusebio"),
    ("a: ¿Quién habla? | c: Eusebio Zárate.", "Eusebio Zárate"),
    ("a: ¿Cómo se llama usted? | c: Pues Eusebio.", "Eusebio"),
    ("a: ¿Cómo le gusta que le llamen? | c: Chebo.", "Chebo"),
    ("a: ¿Y su apellido? | c: Soy Eusebio Zárate, ya le dije.", "Eusebio Zárate"),
    (
        "a: ¿Me da su nombre? | c: Eusebio. | a: ¿Y sus apellidos? | c: Zárate Luna.",
        "Eusebio Zárate Luna",
    ),
]

UNASKED = [
    ("a: Hello! | c: Hi there, this is Ida Fenwick.", "Ida Fenwick"),
    ("a: Hello Ida! | c: Hello again, it's Ida.", "Ida"),
    ("c: hello it's ida fenwick again | a: Hello Ida!", "Ida Fenwick"),
    ("c: My name is Ida Fenwick and I've got a story.", "Ida Fenwick"),
    ("a: Where did you grow up? | c: In Leeds. I'm Ida, by the way. Ida Fenwick.", "Ida Fenwick"),
    (
        (
            "a: Where did you work? | c: At the mill. Ida Fenwick they had on my badge. | "
            "a: Thank you, Ida. | c: You're welcome."
        ),
        "Ida Fenwick",
    ),
    ("a: What happened? | c: My brother Ed was there. | a: Thanks, Ed. | c: Hm.", ""),
    ("a: What happened? | c: The foreman said, Ida Fenwick, you're fired.", ""),
    ("a: Where did you go? | c: Oh, sorry, I never said, my name's Ida Fenwick.", "Ida Fenwick"),
    ("a: Hello! | c: Buenas tardes, habla Ramona Cifuentes.", "Ramona Cifuentes"),
    ("a: ¡Hola! | c: Bueno, soy yo, Ramona. | a: Gracias, Ramona.", "Ramona"),
    ("a: ¡Hola! | c: Hola, soy Ramona otra vez.", "Ramona"),
    ("a: ¿Dónde nació? | c: En Tepic. Me pusieron Ramona por mi abuela.", "Ramona"),
    ("a: Where were you born? | c: In Cork. I was named Ida after my aunt.", "Ida"),
    ("a: Hello! | c: It's me, Ida. | a: Hello, Ida.", "Ida"),
    ("a: Hello! | c: It's me again, June. | a: Good to hear you.", ""),
    ("a: Hello! | c: Hi, Ida Fenwick here, can you hear me?", "Ida Fenwick"),
    ("a: Good morning. | c: Morning. Ida Fenwick calling.", "Ida Fenwick"),
    ("a: Is there anything else? | c: No. For the record, the name is Ida Fenwick.", "Ida Fenwick"),
    ("a: Am I speaking with Ida? | c: Yes, this is she.", "Ida"),
    ("a: Am I speaking with Ida Fenwick? | c: Speaking.", "Ida Fenwick"),
    ("a: Is this Ida? | c: Yes.", "Ida"),
    ("a: Is this Ida? | c: No.", ""),
    ("a: ¿Hablo con Ramona? | c: Sí, soy yo.", "Ramona"),
    ("a: ¿Hablo con Ramona? | c: Ella habla.", "Ramona"),
    ("a: ¿Hablo con Ramona? | c: No, está dormida.", ""),
]


@pytest.mark.parametrize(("talk", "name"), ANSWERS)
def test_an_answer_to_the_question_for_a_name(talk, name):
    """Who is asked for a name and gives one is known by it, without what was said around it."""
    assert heard(talk) == name


@pytest.mark.parametrize(("talk", "name"), RESPUESTAS)
def test_an_answer_in_spanish(talk, name):
    """The same in Spanish, with its courtesies and its two surnames."""
    assert heard(talk, "es") == name


@pytest.mark.parametrize(("talk", "name"), UNASKED)
def test_a_name_that_nobody_asked_for(talk, name):
    """A caller who says of their own accord who they are is known by that."""
    assert heard(talk) == name
