"""What a search found, each thing once, in the caller's own words where they were found too.

A search of Mem0 finds what a caller said and, beside it, the summary and the facts that were drawn
from it. An agent has room for three memories, so they should be three different ones. No I/O.
"""

import re
from collections.abc import Iterable, Sequence

from chalicelib.memory_types import SEMANTIC
from chalicelib.remembered import Remembered

ALIKE_FROM = 0.8  # of the words of one that another holds too
RETOLD_FROM = 0.2  # of the words of a fact that the caller's own, in the same call, hold too
OWN_WORDS_AMONG = 3  # memories that are told, of which one may be in others' words
_SHORTEST_WORD = 4
_WORD = re.compile(r"[^\W_]+")


def distinct(found: Iterable[Remembered]) -> list[Remembered]:
    """Return ``found``, best first, without what only repeats or retells another of them.

    Of two that say the same the caller's own words stay, else the better one. Names that are too
    unsure to be spoken are left out.
    """
    sure = [memory for memory in found if memory.is_sure]
    by_score = sorted(sure, key=lambda one: one.score, reverse=True)
    own = [(one, _words(one.text)) for one in by_score if one.type == SEMANTIC]
    kept: list[set[str]] = []
    told = []
    for memory in by_score:
        words = _words(memory.text)
        if not _is_retold(memory, words, own) and not any(_says(words, each) for each in kept):
            kept.append(words)
            told.append(memory)
    return told


def chosen(found: Iterable[Remembered], limit: int) -> list[Remembered]:
    """Return the ``limit`` memories of ``found`` that an agent is told, best first.

    Of three, one at most is not in the caller's own words, as long as their own words fit at least
    half as well. The name, which the agent knows, gives way to both.
    """
    told: list[Remembered] = []
    waiting: list[Remembered] = []  # in others' words, and there are enough of those
    for memory in distinct(found):
        others = sum(one.type != SEMANTIC for one in told)
        is_full = others >= max(1, limit // OWN_WORDS_AMONG)
        if memory.type != SEMANTIC and (is_full or memory.kind == "name"):
            waiting.append(memory)
            continue
        while waiting and waiting[0].score >= 2 * memory.score:
            told.append(waiting.pop(0))
        told.append(memory)
    best = [*told, *waiting][:limit]
    return sorted(best, key=lambda one: one.score, reverse=True)


def _is_retold(
    memory: Remembered, words: set[str], own: Sequence[tuple[Remembered, set[str]]]
) -> bool:
    """Tell if the caller's own words, found as well, say what ``memory`` makes of them."""
    if memory.type == SEMANTIC or not words:
        return False
    same_call = [each for one, each in own if _is_same_call(memory, one)]
    if same_call and memory.kind == "summary":
        return True
    in_call = set[str]().union(*same_call)
    return len(words & in_call) >= RETOLD_FROM * len(words) or any(
        _says(words, each) for _, each in own
    )


def _is_same_call(one: Remembered, other: Remembered) -> bool:
    return bool(one.conversation_id) and one.conversation_id == other.conversation_id


def _says(words: set[str], others: set[str]) -> bool:
    """Tell if ``others`` say nearly all that ``words`` say, and every number."""
    numbers = {word for word in words if word.isdecimal()}
    return numbers <= others and len(words & others) >= ALIKE_FROM * len(words)


def _words(text: str) -> set[str]:
    words = set(_WORD.findall(text.lower()))
    return {word for word in words if len(word) >= _SHORTEST_WORD or word.isdecimal()} or words
