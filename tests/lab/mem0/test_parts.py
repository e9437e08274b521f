"""What of memories and questions is compared."""

import pytest

from lab.mem0.parts import parts
from lab.mem0.stems import telling

FAR = "In the old town by the water, you know, " + "far " * 20 + "out."
AS_ONE = "Yes. " + "I was born in a very small place, " * 5


@pytest.mark.parametrize(
    ("memory", "compared"),
    [
        ("", []),
        ("Name is Sarah. She likes her tea strong.", []),
        (AS_ONE, []),
        (
            f"{FAR} By the river. No. The ferry stopped there.",
            [FAR, "By the river.", "The ferry stopped there."],
        ),
        (
            f"Where did you live?\n{FAR}\nAnd then?",
            ["Where did you live?", FAR, f"Where did you live? {FAR}", f"{FAR} And then?"],
        ),
    ],
)
def test_parts(memory, compared):
    """A long memory is compared by its sentences of three words, and by lines with the next."""
    assert parts(memory) == [memory, *compared]


def test_who_speaks_is_not_compared():
    """Who asked and who said it is the same everywhere, and is left out."""
    told = f"Agent asked: Where did you live?\nCaller said: {FAR}"
    assert parts(told)[0] == f"Where did you live?\n{FAR}"
    assert parts("Agent asked: Where?") == ["Where?"]


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("Where did she put her brother's T-shirt?", "put brother's T-shirt"),
        ("¿Dónde vive su hermana?", "vive hermana"),
        ("Who are they?", "Who are they?"),
        ("", ""),
    ],
)
def test_empty_words(question, told):
    """The empty words of a question are left out, unless it has no others."""
    assert telling(question) == told


def test_a_memory_of_many_sentences():
    """However long a memory is, a bounded number of its parts is compared."""
    assert len(parts("I was born here. " * 1_000)) == 40
