"""How near memories are to a question in meaning. Pure, but for the encoder it is handed.

A memory is compared as a whole and sentence by sentence: what was asked may be one sentence of a
long turn. What was told just before and after counts a little, too.
"""

import re
from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from lab.mem0.encoder import SIZE, Vectors

NEXT = 0.2  # of the nearness of what was told just before, and just after
SHORTEST = 3  # words of a sentence that is compared by itself
MOST_PARTS = 40  # of one memory

_BETWEEN = re.compile(r"(?<=[.!?…])\s+|\n+")

Places = NDArray[np.int64]
Nearness = NDArray[np.float32]


class Learned(NamedTuple):
    """A memory and its parts' vectors as they are kept. ``place`` counts within ``scope``."""

    number: int
    scope: int
    conversation_id: str | None
    place: int
    parts: bytes


@dataclass(frozen=True)
class Pool:
    """Memories side by side: their ``numbers``, and all their parts' vectors in one matrix.

    ``starts`` says where the parts of each begin; ``before`` and ``after`` which memory of the pool
    is its neighbour, or that of the pool's size for none.
    """

    numbers: list[int]
    vectors: Vectors
    starts: Places
    before: Places
    after: Places


def parts(memory: str) -> list[str]:
    """Return ``memory`` and, if it has several, its sentences."""
    sentences = [one for one in _BETWEEN.split(memory) if len(one.split()) >= SHORTEST]
    return [memory, *sentences[: MOST_PARTS - 1]] if len(sentences) > 1 else [memory]


def pool(memories: Sequence[Learned]) -> Pool:
    """Put ``memories`` side by side."""
    each = [np.frombuffer(one.parts, np.float16).reshape(-1, SIZE) for one in memories]
    vectors = np.concatenate(each or [np.empty((0, SIZE), np.float16)]).astype(np.float32)
    starts = np.cumsum([0, *map(len, each)])[:-1]
    at: dict[Hashable, int] = {
        one[1:4]: index for index, one in enumerate(memories) if one.conversation_id is not None
    }
    before, after = (
        np.array([at.get((*one[1:3], one.place + step), len(each)) for one in memories], np.int64)
        for step in (-1, 1)
    )
    return Pool([one.number for one in memories], vectors, starts, before, after)


def nearness(among: Pool, question: Vectors, allowed: set[int] | None = None) -> dict[int, float]:
    """Return how near each memory is to ``question``, by number: from about -2 to 3.

    Of the pool only the ``allowed`` count, as neighbours too; all if it is None.
    """
    if not among.numbers:
        return {}
    of_parts = among.vectors @ question
    near = of_parts[among.starts] + np.maximum.reduceat(of_parts, among.starts)
    if allowed is not None:
        near[[number not in allowed for number in among.numbers]] = 0
    padded = np.append(near, np.float32(0))
    near = near + NEXT * (padded[among.before] + padded[among.after])
    return {
        number: one
        for number, one in zip(among.numbers, near.tolist(), strict=True)
        if allowed is None or number in allowed
    }
