"""What a search found, as the agent's tool is told it: all of it reaches the model. No I/O."""

from collections.abc import Iterable
from typing import Any

from chalicelib.memory_types import FACTUAL, SEMANTIC
from chalicelib.quotation import quote
from chalicelib.remembered import Remembered

LONGEST_FINDING = 2_400  # characters: the longest memory that is written, with its question
LONGEST_IN_ALL = 4_000  # as much as the caller context
SHORTEST_FINDING = 80  # where less room is left, the rest is left out


def findings(memories: Iterable[Remembered]) -> list[dict[str, Any]]:
    """Return ``memories``, best first, as they are told, while there is room for them."""
    told: list[dict[str, Any]] = []
    room = LONGEST_IN_ALL
    for memory in memories:
        if words := quote(memory.text, min(room, LONGEST_FINDING)):
            told.append(_finding(memory, words))
            room -= len(words)
        if room < SHORTEST_FINDING:
            break
    return told


def _finding(memory: Remembered, words: str) -> dict[str, Any]:
    return {
        "memory": words,
        "score": round(memory.score, 3),
        "type": SEMANTIC if memory.type == SEMANTIC else FACTUAL,
        "date": memory.date,
    }
