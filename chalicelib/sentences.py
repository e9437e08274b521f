"""Sentences, as a transcript writes them. No I/O."""

import re
from collections.abc import Iterator

_ABBREVIATED = "".join(rf"(?<!\b{word}\.)" for word in ("Dr", "Mr", "Mrs", "Ms", "St", "Sr", "Sra"))
# "J. Smith" is no end; the last letter of what is spelled is one: "B-R-E-E-T.", "O, S, T."
_INITIAL = r"(?<!\A[A-Z]\.)(?:(?<!\s[A-Z]\.)|(?<=[A-Z], [A-Z]\.))"
_BETWEEN = re.compile(rf"{_ABBREVIATED}{_INITIAL}(?:(?<=[.!?…])|(?<=[.!?…][\"'»”)]))\s+(?![,;])")
_CLAUSE = re.compile(r"[,;:…]+(?=\s|$)|\.{2,}|\s[-–—]+\s|\s*—\s*")
_QUOTES = "\"'»”)"


def sentences(words: str) -> list[str]:
    """Return ``words`` in sentences, each with its marks; joined by spaces they are the words."""
    return [each for each in _BETWEEN.split(words) if each]


def placed(words: str) -> Iterator[tuple[int, str]]:
    """Yield the sentences of ``words``, each with where it begins."""
    at = 0
    for end in _BETWEEN.finditer(words):
        yield at, words[at : end.start()]
        at = end.end()
    yield at, words[at:]


def clauses(sentence: str) -> list[str]:
    """Return what stands between the sentence's commas, in lower case without the outer marks."""
    bare = (each.strip(" \t\n.,;:!?¡¿…\"'«»“”()-–—") for each in _CLAUSE.split(sentence.lower()))
    return [" ".join(each.replace("\u2019", "'").split()) for each in bare if each]


def is_question(sentence: str) -> bool:
    """Say whether ``sentence`` ends with a question mark."""
    return sentence.rstrip(_QUOTES).endswith("?")
