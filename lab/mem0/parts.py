"""The parts of a memory that are compared with a question. Pure.

They are the whole, its sentences, and, where several speak in it, each line with the next: what was
asked may be one sentence of a long turn, or a question with its answer.
"""

import re
from itertools import pairwise

SHORT = 120  # characters; a shorter memory says one thing, and is compared as a whole
SHORTEST = 3  # words of a sentence that is compared by itself
MOST_PARTS = 40

_BETWEEN = re.compile(r"(?<=[.!?…])\s+|\n+")
_WHO = re.compile(r"(?m)^\w{1,20} (?:said|asked): ")  # the same words in every memory


def parts(memory: str) -> list[str]:
    """Return ``memory``, without who speaks, and if it is long and has several, its parts."""
    told = _WHO.sub("", memory)
    if len(told) < SHORT:
        return [told]
    sentences = [one for one in _BETWEEN.split(told) if len(one.split()) >= SHORTEST]
    exchanges = [" ".join(two) for two in pairwise(told.split("\n"))]
    further = exchanges if len(exchanges) > 1 else []
    return [told, *sentences, *further][:MOST_PARTS] if len(sentences) > 1 else [told]
