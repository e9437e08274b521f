"""How well memories fit a question, by words and by meaning together. Pure.

By words: BM25 over stems. What stands near a good answer in the same conversation is often the
answer, so a memory takes in a part of the scores around it. Names and numbers are rare words, which
weigh most.
"""

import heapq
import math
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from lab.mem0.stems import stems

# Robertson and Zaragoza, "The Probabilistic Relevance Framework" (2009). Spoken turns differ in
# length by habit more than by topic, hence a lower ``B`` than the usual 0.75.
K1 = 0.9
B = 0.4
NEAR = ((-2, 0.2), (-1, 0.4), (1, 0.4), (2, 0.2))  # places away, and the share of its score
WORDS = 0.1  # what a fit by words counts beside one by meaning; one fitting word weighs 1 to 7
EVEN = 1.8  # the fit that is scored 0.5; 0.2, two cosines of 0.1, has Mem0's default threshold, 0.1
MOST_WORDS = 64  # of a question


class Candidate(NamedTuple):
    """A memory that has at least one word of the question. ``place`` counts within ``scope``."""

    number: int
    scope: int
    conversation_id: str | None
    place: int
    stems: str


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


def by_words(
    candidates: Sequence[Candidate], words: Sequence[str], memory_count: int
) -> dict[int, float]:
    """Return how well each candidate fits by its words and its neighbours', by number: from 0 on.

    ``memory_count`` is how many memories were asked; ``candidates`` are those with a word in
    common.
    """
    scores = _bm25(candidates, words, memory_count)
    by_place = {
        one[1:4]: score
        for one, score in zip(candidates, scores, strict=True)
        if one.conversation_id is not None
    }
    return {
        one.number: score + _around(one, by_place)
        for one, score in zip(candidates, scores, strict=True)
    }


def best(
    in_words: Mapping[int, float], in_meaning: Mapping[int, float], top_k: int, threshold: float
) -> dict[int, float]:
    """Return the ``top_k`` best numbers with their scores (0 to 1), newer first among equals.

    What scores less than ``threshold`` is left out.
    """
    fits = {
        number: max(0.0, in_meaning.get(number, 0.0) + WORDS * in_words.get(number, 0.0))
        for number in in_meaning.keys() | in_words.keys()
    }
    scored = ((round(fit / (fit + EVEN), 4), number) for number, fit in fits.items())
    first = heapq.nlargest(top_k, scored)
    return {number: score for score, number in first if score >= threshold}


def _bm25(candidates: Sequence[Candidate], words: Sequence[str], memory_count: int) -> list[float]:
    told = [one.stems.split() for one in candidates]
    counts = [[each.count(word) for word in words] for each in told]
    mean_length = sum(map(len, told)) / max(1, len(told))
    holders = [sum(map(bool, column)) for column in zip(*counts, strict=True)]
    # positive even for a word that is in every memory
    weights = [math.log(1 + memory_count / max(1, number)) for number in holders]
    scores = []
    for each, count in zip(told, counts, strict=True):
        damping = K1 * (1 - B + B * len(each) / mean_length)
        fitting = ((w, n) for w, n in zip(weights, count, strict=True) if n)
        scores.append(sum(w * n * (K1 + 1) / (n + damping) for w, n in fitting))
    return scores


def _around(one: Candidate, by_place: dict[tuple[int, str | None, int], float]) -> float:
    """Return the shares of the scores told just before and after, in the same conversation."""
    _, scope, conversation_id, place, _ = one
    return sum(
        share * by_place.get((scope, conversation_id, place + step), 0.0) for step, share in NEAR
    )
