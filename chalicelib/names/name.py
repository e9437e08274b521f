"""A caller's name with how sure it is, and which of two to keep. No I/O."""

import unicodedata
from dataclasses import dataclass, replace
from typing import Literal

from chalicelib.names.confidence import MOST, SPOKEN_FROM
from chalicelib.names.same_person import replaced, same_person
from chalicelib.names.written import is_particle, is_title, plain, spoken_name, without_title

Source = Literal["", "said", "spelled", "corrected", "confirmed", "spoken to", "used", "collected"]

MADE_SURE: frozenset[Source] = frozenset({"spelled", "corrected"})


@dataclass(frozen=True)
class Name:
    """Somebody's name, as full as it is known. ``bool(name)`` says whether there is one."""

    full: str = ""
    confidence: float = 0.0  # 0 to 1
    source: Source = ""
    called: str = ""  # what they asked to be called, when that is another than spoken_name gives
    other_than: str = ""  # whom they said they are not, when they were greeted so
    is_alone: bool = False  # they said that nobody else calls from their number any more
    instead_of: str = ""  # by which name they were greeted, and said that it is not theirs

    def __bool__(self) -> bool:
        return bool(self.full)

    @property
    def spoken(self) -> str:
        """What they are called, ``""`` when the name is not sure enough to be spoken."""
        if self.confidence < SPOKEN_FROM:
            return ""
        return self.called or spoken_name(self.full)


def best(one: Name, other: Name) -> Name:
    """Return what to keep of one person's earlier name ``one`` and later name ``other``.

    A full name stays when later only a part of it is heard; a correction, else the later surname,
    wins; of one word written in two ways the one with accents stays; so does what they asked to be
    called. Of a name that is not sure enough to be spoken nothing is taken beside one that is.
    """
    if not one or not other:
        return one or other
    other = _in_full(other, one)
    if other.confidence < SPOKEN_FROM <= one.confidence:
        return one
    if one.confidence < SPOKEN_FROM <= other.confidence or not same_person(
        one.full, other.full, corrected=other.source in MADE_SURE
    ):
        return other if other.confidence >= min(one.confidence, SPOKEN_FROM) else one
    full = _fuller(one, other)
    is_kept = one.source in MADE_SURE or other.source == "collected"
    source = one.source if is_kept and full != other.full else other.source
    confidence = max(one.confidence, other.confidence)
    called = other.called or _formal(other, full) or later_part(other, full)
    called = called or one.called or _formal(one, full)
    called = better_spelled(called, full) if plain(called) != plain(full) else ""
    return Name(full, confidence, source, called)


def _formal(name: Name, full: str) -> str:
    """Return ``name`` if it is a title and one name of ``full``, as "Father Dominic"."""
    words = {plain(word) for word in without_title(full)}
    return name.full if titled(name.full) and plain(name.full.split()[-1]) in words else ""


def later_part(name: Name, full: str) -> str:
    """Return Alan of the Alan Kessler who is Robert Alan Kessler in ``full``, else ``""``."""
    words, parts = without_title(full), without_title(name.full)
    is_part = len(parts) > 1 and {plain(one) for one in parts} <= {plain(one) for one in words[1:]}
    return parts[0] if is_part and not titled(name.full) else ""


def titled(full: str) -> str:
    """Return ``full`` if it is a title and a surname, as "Mrs. Hale", else ``""``."""
    is_titled = full and is_title(full.split(maxsplit=1)[0]) and _is_surname(without_title(full))
    return full if is_titled else ""


def _is_surname(words: list[str]) -> bool:
    return len(words) == 1 or (len(words) > 1 and is_particle(words[0]))


def _in_full(name: Name, known: Name) -> Name:
    """Return ``name`` with the first name of ``known`` where it has what they are called."""
    first, _, rest = name.full.partition(" ")
    is_called = plain(first) == plain(name.called) and _surnames(name) == _surnames(known)
    if not is_called and (not known.called or plain(first) != plain(known.called.split()[-1])):
        return name
    first = next(iter(without_title(known.full)), known.full)
    return replace(name, full=f"{first} {rest}" if rest else known.full)


def _surnames(name: Name) -> list[str]:
    return [plain(word) for word in without_title(name.full)[1:]]


def kept(name: Name, confidence: float) -> Name:
    """Return ``name`` with ``confidence``, at most MOST."""
    return replace(name, confidence=round(min(confidence, MOST), 2))


def _fuller(one: Name, other: Name) -> str:
    ones, others = _words(one.full), _words(other.full)
    if others <= ones:
        return better_spelled(one.full, other.full)
    if ones <= others:
        return better_spelled(other.full, one.full)
    if other.source in MADE_SURE:
        right = " ".join(without_title(other.full)) if titled(other.full) else other.full
        return replaced(one.full, right)
    if one.source in MADE_SURE or other.source == "collected" or len(others) < len(ones):
        return one.full
    return other.full


def better_spelled(full: str, other: str) -> str:
    """Return ``full``, its words as they stand in ``other`` where they have accents there alone."""
    marked = {plain(word): word for word in other.split() if plain(word) != word.lower()}
    words = [marked.get(plain(word), word) if word.isascii() else word for word in full.split()]
    return unicodedata.normalize("NFC", " ".join(words))


def _words(full: str) -> set[str]:
    parts = full.replace("-", " ").split()
    return {plain(word) for word in parts if not is_title(word)}
