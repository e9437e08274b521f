"""What of memories and questions is compared."""

import pytest

from lab.mem0.parts import parts
from lab.mem0.stems import telling

LONG = "Agent asked: Where?\nCaller said: In the old town by the water, you know, " + "far " * 20
AS_ONE = "Yes. " + "I was born in a very small place, " * 5


@pytest.mark.parametrize(
    ("memory", "compared"),
    [
        ("", []),
        ("Name is Sarah. She likes her tea strong.", []),
        (AS_ONE, []),
        (
            f"{LONG}out. By the river. No. The ferry stopped there.",
            [*f"{LONG}out.".split("\n"), "By the river.", "The ferry stopped there."],
        ),
    ],
)
def test_parts(memory, compared):
    """A long memory of several sentences is compared as a whole and by those of three words."""
    assert parts(memory) == [memory, *compared]


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
