"""Whatever is said: a name or none, never an error. Properties of all the rules together."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from chalicelib import names
from chalicelib.conversation import Turn
from chalicelib.names.pieces import LONGEST_PIECE, LONGEST_TURN, pieces
from tests.chalicelib.names.dialogues import call

WORDS = (
    "my name is|I'm|it's|this is|call me|soy|me llamo|habla|con zeta|with a K|Sarah|Tom|WHITFIELD|"
    "dr.|van|de la|a|B-R-E-E-T|T|double T|not|no|I said|her husband|d'Angelo|z\u0308|{{x}}|<b>|7|"
    '\n|.|,|?|!|"|(|you|sorry|your name|Is this|Hello|thank you|spell|last name|an|ha|él'
).split("|")
TALK = st.lists(
    st.tuples(
        st.sampled_from(["agent", "caller"]),
        st.lists(st.sampled_from(WORDS), max_size=12).map(" ".join) | st.text(max_size=60),
    ),
    max_size=8,
)


@settings(deadline=None)  # the first example compiles the patterns
@given(TALK, st.sampled_from(["", *WORDS]) | st.text(max_size=80))
def test_no_words_break_it(talk, collected):
    """Whatever is said and collected, each name that comes of it is plausible, or there is none."""
    turns = [Turn(side, words, 0) for side, words in talk]
    name = names.name_of(call(turns, collected=[("caller_name", collected)]))
    assert 0 <= name.confidence <= 1
    assert bool(name) == bool(name.source)
    for each in (name.full, name.called, names.remembered_name(collected)):
        assert names.plausible_name(each) == each
        assert not any(sign.isdigit() or sign in "<>{}" for sign in each)


@given(
    TALK, st.sampled_from(["It was a long winter.", "Fue un invierno largo.", "We had nine cows."])
)
def test_a_story_behind_it_changes_nothing(talk, story):
    """A turn that says nothing of names, at the end of a call, leaves the name as it was."""
    turns = [Turn(side, words, 0) for side, words in talk]
    after = [*turns, Turn("agent", "And how did it go on?", 0), Turn("caller", story, 0)]
    assert names.name_of(call(after)) == names.name_of(call(turns))


@pytest.mark.parametrize(
    "unit", ["I'm ", "Anna ", "a ", "B-", "no, ", '"', "A.", "de la ", "it's her "]
)
@pytest.mark.parametrize("side", ["agent", "caller"])
def test_a_turn_without_end_is_read(side, unit):
    """Of 100,000 characters only the first 20,000 are looked at, and no more words at once."""
    talk = unit * (100_000 // len(unit))
    turns = [Turn("agent", "May I have your name?", 0), Turn(side, talk, 0)]
    name = names.name_of(call(turns))
    assert names.name_of(call([turns[0], Turn(side, talk[:LONGEST_TURN], 0)])) == name
    assert all(len(piece.words) <= LONGEST_PIECE for piece in pieces(talk))
