"""Memories side by side, as arrays, so that a question is compared with all of them at once. Pure.

Each array holds one element a memory, in the order of ``numbers``.
"""

from collections import Counter
from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from lab.mem0.encoder import SIZE, Vectors

Indices = NDArray[np.int64]
Amounts = NDArray[np.float32]

FARTHEST = 2  # places away, of a memory that is a neighbour


class Told(NamedTuple):
    """A memory as it is kept: its stems in order, the vectors of its parts.

    ``place`` counts within ``scope``.
    """

    number: int
    scope: int
    conversation_id: str | None
    place: int
    stems: str
    parts: bytes


@dataclass(frozen=True)
class Pool:
    """Memories: their vectors by part, their words, and their neighbours.

    Attributes:
        vectors: those of all parts of all memories.
        starts: where in ``vectors`` the parts of a memory begin.
        lengths: how many stems a memory has.
        holders: of a stem, the indices of the memories that have it, and how often.
        beside: of a step (-2 to 2), the index of the memory told so many places later in the same
            conversation, or the pool's size for none.

    """

    numbers: Indices
    vectors: Vectors
    starts: Indices
    lengths: Amounts
    holders: Mapping[str, tuple[Indices, Amounts]]
    beside: Mapping[int, Indices]

    def __len__(self) -> int:
        return len(self.numbers)


def pool(memories: Sequence[Told]) -> Pool:
    """Put ``memories`` side by side."""
    each = [np.frombuffer(one.parts, np.float16).reshape(-1, SIZE) for one in memories]
    words = [Counter(one.stems.split()) for one in memories]
    return Pool(
        numbers=np.array([one.number for one in memories], np.int64),
        vectors=np.concatenate(each or [np.empty((0, SIZE), np.float16)]).astype(np.float32),
        starts=np.cumsum([0, *map(len, each)])[:-1],
        lengths=np.array([one.total() for one in words], np.float32),
        holders=_holders(words),
        beside=_beside(memories),
    )


def _holders(words: Sequence[Counter[str]]) -> dict[str, tuple[Indices, Amounts]]:
    found: dict[str, tuple[list[int], list[int]]] = {}
    for index, of_one in enumerate(words):
        for word, times in of_one.items():
            indices, counts = found.setdefault(word, ([], []))
            indices.append(index)
            counts.append(times)
    return {
        word: (np.array(indices, np.int64), np.array(counts, np.float32))
        for word, (indices, counts) in found.items()
    }


def _beside(memories: Sequence[Told]) -> dict[int, Indices]:
    at: dict[Hashable, int] = {
        one[1:4]: index for index, one in enumerate(memories) if one.conversation_id is not None
    }
    nobody = len(memories)
    return {
        step: np.array(
            [at.get((*one[1:3], one.place + step), nobody) for one in memories], np.int64
        )
        for step in range(-FARTHEST, FARTHEST + 1)
        if step
    }
