"""What the agent calls the caller by, in words that the caller has uttered."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chalicelib.names.taken_up import taken_up
from tests.chalicelib.names.dialogues import called, heard, turns

TAKEN = [
    (("a: What name goes on the ticket? | c: put it under lena fischbach or fischbach farms | "
     "a: Lena Fischbach. Sorry about that, Lena."), "Lena Fischbach"),
    ("a: Hi! | c: the ticket says Bo, it should be Beau, Beau Thibodeaux | a: Thanks, Beau.",
     "Beau Thibodeaux"),
    (("a: ¿Y usted es la señora Lara? | c: No, no, yo me quedé con lo mío. Zenaida Poma, la de los "
     "quesos. | a: Doña Zenaida. ¡Claro!"), "Zenaida Poma"),
    (("a: May I have your name? | c: Gerrit van der Meer. Three words. It's under M. | a: Under M, "
     "Mr. van der Meer. | c: Good."), "Gerrit van der Meer"),
    ("a: Your name? | c: It's Rhys Probert, spelled the Welsh way. | a: Rhys Probert, got it.",
     "Rhys Probert"),
    # whom the agent speaks to, and is not the caller
    ("a: Hello! | c: My grandson Ole is here. | a: Hello, Ole! | c: He waves.", ""),
    ("a: How can I help? | c: It's about Gladys, she limps. | a: Poor Gladys. | c: Yes.", ""),
    ("a: How can I help? | c: Ed said to call. | a: Thanks, Ed. | c: I'm not Ed.", ""),
    ("a: How can I help? | c: It's the boiler. | a: Thanks, Marian. | c: Sure.", ""),
]  # fmt: skip


@pytest.mark.parametrize(("talk", "name"), TAKEN)
def test_the_agent_s_word_for_whom_it_speaks_to(talk, name):
    """A name that the caller uttered, and by which the agent then calls them, is theirs."""
    assert heard(talk) == name


NICKNAMES = [
    ("a: Hi Josefina! | c: decime fina que josefina es del banco | a: ¡Fina, entonces!", "Fina"),
    ("a: Hi Agata! | c: You can say Aga, it's easier. | a: I'm so sorry, Aga.", "Aga"),
    ("a: Your name? | c: Well. Wilhelmina Faye Hurst, but they call me Willa. | a: Willa. Good.",
     "Willa"),
]  # fmt: skip


@pytest.mark.parametrize(("talk", "name"), NICKNAMES)
def test_a_nickname_that_the_agent_takes_up(talk, name):
    """A name that the caller says they are called by is what they are called, once it is used."""
    assert called(talk) == name


PHRASES = st.sampled_from(
    ["Thanks, Ana.", "It's Ana Ruiz.", "Hello, Eva!", "Your name?", "Eva.", ""]
)


@given(st.lists(st.tuples(st.sampled_from("ac"), PHRASES), min_size=1, max_size=8))
def test_nothing_is_taken_up_that_was_not_uttered(talk):
    """Whatever is said in whatever order, a name that is taken up was uttered by the caller."""
    found = taken_up(turns(" | ".join(f"{side}: {words}" for side, words in talk)))
    uttered = " ".join(words for side, words in talk if side == "c")
    assert all(word in uttered for word in found.full.split())
