"""How words are compared: whatever their case, punctuation and accents."""

import re
import unicodedata
from collections.abc import Iterable

SHORTEST = 4  # letters of a word that says something


def plain(words: str) -> str:
    """Return ``words`` in lower case, without accents, with one space between them."""
    apart = unicodedata.normalize("NFKD", words.lower())
    letters = "".join(sign for sign in apart if not unicodedata.combining(sign))
    return " ".join(re.findall(r"[^\W_]+", letters))


def holds(text: str, words: str) -> bool:
    """Tell if ``words`` stand in ``text``, whole and in their order."""
    return f" {plain(words)} " in f" {plain(text)} "


def content(words: str) -> set[str]:
    """Return the words that say something."""
    return {word for word in plain(words).split() if len(word) >= SHORTEST}


def part_said(text: str, spoken: str) -> float:
    """Return which part (0 to 1) of the words of ``text`` that say something is in ``spoken``."""
    said = content(text)
    return len(said & content(spoken)) / len(said) if said else 1.0


def part_holding(text: str, pieces: Iterable[str]) -> float:
    """Return which part (0 to 1) of the words stands in sentences that hold one of ``pieces``."""
    sentences = re.split(r"(?<=[.?!])\s+|\n", text)
    with_one = [one for one in sentences if any(holds(one, piece) for piece in pieces)]
    return len(" ".join(with_one).split()) / max(len(text.split()), 1)
