"""The parts of a memory that are compared with a question: the whole, and its sentences. Pure.

What was asked may be one sentence of a long turn.
"""

import re

SHORT = 120  # characters; a shorter memory says one thing, and is compared as a whole
SHORTEST = 3  # words of a sentence that is compared by itself
MOST_PARTS = 40

_BETWEEN = re.compile(r"(?<=[.!?…])\s+|\n+")


def parts(memory: str) -> list[str]:
    """Return ``memory`` and, if it is long and has several, its sentences."""
    if len(memory) < SHORT:
        return [memory]
    sentences = [one for one in _BETWEEN.split(memory) if len(one.split()) >= SHORTEST]
    return [memory, *sentences[: MOST_PARTS - 1]] if len(sentences) > 1 else [memory]
