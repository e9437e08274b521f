"""How well memories fit a question, by words and by meaning together. Pure.

By words: BM25 over stems; names and numbers are rare words, which weigh most. By meaning: the
cosine of the question and the memory's nearest part, which may be the whole of it. What stands
near a good answer in the same conversation is often the answer, so both take in a part of what
fits around it.
"""

import math
from collections.abc import Iterable, Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from lab.mem0.encoder import Vectors
from lab.mem0.pool import Amounts, Pool
from lab.mem0.stems import stems

# Robertson and Zaragoza, "The Probabilistic Relevance Framework" (2009). Spoken turns differ in
# length by habit more than by topic, hence a lower ``B`` than the usual 0.75.
K1 = 0.9
B = 0.4
NEAR_IN_WORDS = {-2: 0.2, -1: 0.4, 1: 0.4, 2: 0.2}  # places away, and the share of its fit
NEAR_IN_MEANING = {-1: 0.2, 1: 0.2}
ONE_TURN = 20.0  # stems; a longer memory holds more of what belongs to it, and takes in less
WORDS = 0.05  # what a fit by words counts beside one by meaning; one fitting word weighs 1 to 7
EVEN = 0.9  # the fit that is scored 0.5; a cosine of 0.1 has Mem0's default threshold, 0.1
MOST_WORDS = 64  # of a question

Allowed = NDArray[np.bool_]  # one element a memory of a pool


def question(text: str) -> list[str]:
    """Return the stems that ``text`` asks for, without repeats; none if it says nothing."""
    return list(dict.fromkeys(stems(text)))[:MOST_WORDS]


def match_expression(words: Iterable[str], owners: Iterable[int]) -> str:
    """Return the FTS5 query for any of the stems ``words``, within ``owners`` if there are any.

    Stems are letters and digits only, and quoted, so none is taken for an operator.
    https://www.sqlite.org/fts5.html#full_text_query_syntax
    """
    any_word = "stems : (" + " OR ".join(f'"{word}"' for word in words) + ")"
    any_owner = " OR ".join(f'"{owner}"' for owner in owners)
    return f"owner : ({any_owner}) AND {any_word}" if any_owner else any_word


def scores(
    among: Sequence[tuple[Pool, Allowed]], words: Sequence[str], vector: Vectors
) -> dict[int, float]:
    """Return the score (0 to 1) of each allowed memory in the pools, by number.

    ``words`` and ``vector`` are the question's. What is not allowed counts nowhere: neither as a
    neighbour nor for how rare a word is.
    """
    weights = _weights(among, words)
    count = sum(int(allowed.sum()) for _, allowed in among)
    length = sum(float(pool.lengths[allowed].sum()) for pool, allowed in among) / max(1, count)
    found: dict[int, float] = {}
    for pool, allowed in among:
        by_words = np.where(allowed, _by_words(pool, weights, length), 0)
        by_meaning = np.where(allowed, _by_meaning(pool, vector), 0)
        fit = WORDS * _with_neighbours(by_words, pool, NEAR_IN_WORDS)
        fit += _with_neighbours(by_meaning, pool, NEAR_IN_MEANING)
        fit = np.maximum(fit[allowed], 0).astype(np.float64)
        scored = np.round(fit / (fit + EVEN), 4)
        found |= zip(pool.numbers[allowed].tolist(), scored.tolist(), strict=True)
    return found


def _weights(among: Sequence[tuple[Pool, Allowed]], words: Iterable[str]) -> dict[str, float]:
    """Return what each word weighs: the more, the fewer memories have it."""
    count = sum(int(allowed.sum()) for _, allowed in among)
    held = {
        word: sum(
            int(allowed[pool.holders[word][0]].sum())
            for pool, allowed in among
            if word in pool.holders
        )
        for word in words
    }
    # positive even for a word that is in every memory
    return {word: math.log(1 + count / number) for word, number in held.items() if number}


def _by_words(pool: Pool, weights: Mapping[str, float], mean_length: float) -> Amounts:
    fit = np.zeros(len(pool), np.float32)
    damping = K1 * (1 - B + B * pool.lengths / max(1.0, mean_length))
    for word, weight in weights.items():
        if word in pool.holders:
            indices, times = pool.holders[word]
            fit[indices] += weight * times * (K1 + 1) / (times + damping[indices])
    return fit


def _by_meaning(pool: Pool, vector: Vectors) -> Amounts:
    nearest: Amounts = np.maximum.reduceat(pool.vectors @ vector, pool.starts)
    return nearest


def _with_neighbours(fit: Amounts, pool: Pool, shares: Mapping[int, float]) -> Amounts:
    or_nobody = np.append(fit, np.float32(0))
    open_to = np.minimum(1, ONE_TURN / np.maximum(pool.lengths, 1)).astype(np.float32)
    around = (or_nobody[pool.beside[step]] * np.float32(share) for step, share in shares.items())
    return sum((one * open_to for one in around), start=fit)
