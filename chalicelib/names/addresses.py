"""By which name the agent speaks to the caller. No I/O.

Where the name is known neither capitals nor marks are needed: "thank you lorraine since you're".
"""

from collections.abc import Sequence, Set

from chalicelib.conversation import Turn
from chalicelib.names.asking import ADDRESSING, read_question
from chalicelib.names.common_words import is_common
from chalicelib.names.pattern import Pattern
from chalicelib.names.pieces import Piece, is_lower_case, pieces, plain_words
from chalicelib.names.run import name_at
from chalicelib.names.same_person import same_person
from chalicelib.names.written import (
    capitalised,
    is_particle,
    is_title,
    plain,
    plausible_name,
    without_title,
)

_ADDRESSED = Pattern(rf"(?:^|.* ){ADDRESSING}(?: (?:mr|mrs|ms|miss|dr|sr|sra|don|do[nñ]a)\.?)?$")
_LED = Pattern(rf"(?:^|.* ){ADDRESSING}$")
_LONGEST = 5  # words
_LISTS = frozenset({"and", "so", "y"})
_NOT_BEFORE = frozenset(
    "take takes have has use accept for to with of about and or is was the a an called named at in "
    "on from my your his her their dr para de con a y o es la el un una tu su mi en doctor "
    "doctora new old other same right left next first last big small black white red blue green "
    "any "
    "some no every each another nuevo nueva otro otra".split()
)


def calls_by(name: str, words: str) -> bool:
    """Return whether ``words`` of the agent speak to somebody by ``name``, or a part of it."""
    question = read_question(words)
    if any(one and same_person(one, name) for one in (question.addressed, begun_with(words, ","))):
        return True
    parts = [plain(part) for part in without_title(name) if not is_particle(part)]
    return any(
        _has_address(piece, parts) or piece.text.startswith(f"{parts[0]} it is")
        for piece in (pieces(words) if parts else ())
    )


def at_last(turns: Sequence[Turn]) -> str:
    """Return by which name the agent speaks to somebody last, behind its greeting, or ``""``."""
    agents = [turn.words for turn in turns if turn.speaker == "agent"]
    called = (read_question(words).spoken_to for words in reversed(agents[1:]))
    return next(filter(None, called), "")


def is_begun_with(full: str, turns: Sequence[Turn]) -> bool:
    """Return whether a turn of the agent's begins with ``full`` and nothing more: "Dana Lee."."""
    return any(
        turn.speaker == "agent" and plain(begun_with(turn.words, ".,!")) == plain(full)
        for turn in turns[1:]
    )


def begun_with(words: str, ends: str) -> str:
    """Return the name with which a turn begins, before one of the marks ``ends``, or ``""``."""
    for piece in pieces(words)[:1]:
        name, end = name_at(piece.words, 0)
        return name if end == len(piece.words) and piece.end and piece.end in ends else ""
    return ""


def begun_in_lower_case(words: str, uttered: Set[str]) -> str:
    """Return the name among the words ``uttered`` with which a turn begins: "ola how many bags"."""
    first = next(iter(plain_words(words)), "")
    is_name = first in uttered and not is_common(first) and not is_particle(first)
    return plausible_name(capitalised(first, 0)) if is_name else ""


def addressed(words: str, uttered: Set[str]) -> str:
    """Return by which of the words ``uttered`` a turn in lower case speaks to somebody, or ``""``.

    That is behind a hello or thanks, or at the end.
    """
    if not is_lower_case(words):
        return ""
    each = plain_words(words)
    for at, word in enumerate(each[1:], 1):
        if word not in uttered or is_common(word) or is_particle(word):
            continue
        before = each[max(0, at - _LONGEST) : at]
        while before and is_title(before[-1]):
            before.pop()  # "addressed to mr hale"
        is_last = at == len(each) - 1 and not set(before[-1:]) & _NOT_BEFORE
        if is_last or (_LED.match(" ".join(before)) and not set(before[-1:]) & _LISTS):
            return plausible_name(capitalised(word, 0))
    return ""


def _has_address(piece: Piece, parts: Sequence[str]) -> bool:
    words = [plain(word) for word in piece.words]
    return any(
        _ADDRESSED.match(" ".join(words[max(0, at - _LONGEST) : at]))
        for at, word in enumerate(words)
        if at and word in parts
    )
