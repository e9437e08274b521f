"""Echoes: words that were remembered or said before and now only come back. No I/O."""

import re
from collections.abc import Iterable

Words = frozenset[str]

_WORD = re.compile(r"[^\W_]+")
_RECITAL_SHARE = 0.45  # of a question's words; from there on it repeats one note
_SHORT_QUESTION = 3  # words; "What is it?" shares its few words with anything
_ECHO_SHARE = 0.99  # of an answer's words: the caller's own word more, and it is news
_SHORT_ANSWER = 2  # words; "Detroit" may well be the answer
_LONGEST_ECHO = 8  # words; a longer sentence says more than it repeats
_OWN = frozenset(
    "i i'm i've i'd me my mine we us our too also yo mi mis me nos nuestra también".split()
)
_LONG_WORD = 4  # characters of a word that counts
_ENOUGH_OWN = 2  # words of a question that say something of their own
_SAYS_NOTHING = frozenset(
    "want with have been doing does that this what your from para como quiero tiene".split()
)
_MOST = 4_000  # characters that are looked at


def content_words(words: str) -> Words:
    """Return the words that say something: the longer ones, in lower case."""
    found = _WORD.findall(words[:_MOST].lower())
    return frozenset(word for word in found if len(word) >= _LONG_WORD)


def recites(question: str, notes: Iterable[Words]) -> bool:
    """Say whether ``question`` only puts one of ``notes`` in other order."""
    words = content_words(question)
    if len(words) < _SHORT_QUESTION:
        return False
    return any(
        len(words & note) / len(words) >= _RECITAL_SHARE
        and (len(words - _SAYS_NOTHING) < _ENOUGH_OWN or words & note - _SAYS_NOTHING)
        for note in notes
    )


def repeats(sentence: str, stated: Words) -> bool:
    """Say whether the caller only says again what the agent has just stated."""
    every = sentence.lower().replace("\u2019", "'").split()
    words = content_words(sentence)
    if len(words) < _SHORT_ANSWER or len(every) > _LONGEST_ECHO or not _OWN.isdisjoint(every):
        return False
    return len(words & stated) / len(words) >= _ECHO_SHARE
