"""Searching by meaning: what is found without a word in common."""

import pytest

from lab.mem0.filters import where
from tests.lab.mem0.stories import BEN, OF_ANA, STORIES


@pytest.mark.parametrize(
    ("question", "story"),
    [
        ("automobile", STORIES[0]),
        ("What cattle did they keep?", STORIES[1]),
        ("¿Tenían vacas lecheras?", STORIES[1]),
        ("Where does the sister live?", STORIES[2]),
        ("When did she become a widow?", STORIES[3]),
    ],
)
def test_without_a_word_in_common(tell, find, question, story):
    """A question finds what it means in other words, and in the other language."""
    tell(*STORIES)
    assert find(question)[0] == story


@pytest.mark.parametrize("question", ["blorp", "the of and", "🙂🙂", "Where is the spaceship?"])
def test_nonsense(tell, find, question):
    """What nobody spoke of is not found at Mem0's default threshold."""
    tell(*STORIES[:3])
    assert find(question) == []


def test_one_sentence_of_a_long_memory(tell, find):
    """A sentence is found inside a memory about other things."""
    long = (
        "Well, the weather was awful and the bus came late. I had my soup at the corner. "
        "My brother kept racing pigeons on the roof. Then the telephone rang twice."
    )
    tell("He bought a bird book once, I believe, or a magazine", long, *STORIES)
    assert find("Who bred doves for competitions?")[0] == long


def test_filters_hold_for_meaning(tell, find):
    """However near in meaning, what a filter excludes is not found."""
    tell("Cows, forty of them", user_id=BEN, type="semantic")
    tell("Cattle, a whole herd", type="factual")
    tell("Our bull was called Ferdinand", type="semantic")
    narrow = {"AND": [OF_ANA, {"metadata": {"type": "semantic"}}]}
    assert find("cattle", narrow, threshold=0.0) == ["Our bull was called Ferdinand"]
    of_conversation = {"AND": [OF_ANA, {"metadata": {"conversation_id": "c9"}}]}
    assert find("cattle", of_conversation, threshold=0.0) == []


def test_filters_hold_for_neighbours(store, tell):
    """A memory that the filter excludes lends nothing to its neighbours."""
    for conversation_id in ("c1", "c2"):
        tell(f"Then it rained, {conversation_id}", conversation_id=conversation_id, kept="yes")
    tell("We milked forty cows", conversation_id="c2")
    kept = where({"AND": [OF_ANA, {"metadata": {"kept": "yes"}}]})
    alone = {one.memory: one.score for one in store.search("cattle", kept, threshold=0.0)}
    together = store.search("cattle", where(OF_ANA), threshold=0.0)
    beside = {one.memory: one.score for one in together}
    assert alone["Then it rained, c2"] < beside["Then it rained, c2"]
    assert alone["Then it rained, c1"] == beside["Then it rained, c1"]
