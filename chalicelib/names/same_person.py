"""Whether two names are one person's, and which of two words is meant. No I/O."""

from functools import cache

from chalicelib.names.nicknames import ROWS
from chalicelib.names.pattern import Pattern
from chalicelib.names.written import is_particle, is_title, plain, without_title

LIKE = 0.5  # share of letters that may differ in what was misheard and put right
_LIKE_SURNAME = 0.6  # the same of a surname behind a title: "Mrs. Quist", for "Mrs. Twist"
_TWO = 2
_SHORTEST = 3  # letters of a first name that is cut off
_MEN = frozenset("mr mister sr senor don father padre sir lord".split())
_WOMEN = frozenset("mrs ms miss missus sra srta dona sister hermana madre lady dame".split())
_SOUNDS = (
    (Pattern(r"(.)\1+"), r"\1"),
    (Pattern(r"ph"), "f"),
    (Pattern(r"th"), "t"),
    (Pattern(r"c(?=[ei])|z"), "s"),
    (Pattern(r"ck|c(?!h)|q"), "k"),
    (Pattern(r"y"), "i"),
    (Pattern(r"(?<=[aeiou])h(?![aeiou])"), ""),
    (Pattern(r"[^a-z]"), ""),
)


def same_person(one: str, other: str, *, corrected: bool = False) -> bool:
    """Return whether ``one`` and ``other`` are forms of one person's name.

    A part of the name, a title, a nickname, another surname, and what sounds the same are. With
    ``corrected``, for a name that was said to put another right, what looks alike is as well.
    """
    ones, others = _parts(one), _parts(other)
    if not ones or not others or _is_man_and_woman(one, other):
        return False
    if set(ones) == set(others) or _is_alike(ones[0], others[0]):
        return True
    if _is_initials(ones[0], others) or _is_initials(others[0], ones):
        return True
    if min(len(ones), len(others)) >= _TWO and (set(ones) < set(others) or set(others) < set(ones)):
        return True
    if _is_surname(one, ones, others) or _is_surname(other, others, ones):
        return True
    return corrected and (
        unlike(ones[0], others[0]) <= LIKE
        or (len(ones) > 1 and ones[1:] == others[1:])
        or (
            (_is_titled(one) or _is_titled(other)) and unlike(ones[-1], others[-1]) <= _LIKE_SURNAME
        )
    )


def is_form(short: str, first: str) -> bool:
    """Return whether somebody who is called ``short`` may have ``first`` as first name.

    That is what sounds the same, a nickname, and a beginning of it: Bego.
    """
    one, other = plain(short), plain(first)
    is_part = len(one) >= _SHORTEST and other.startswith(one)
    return _is_alike(one, other) or (is_part and len(one) < len(other))


def is_given(word: str) -> bool:
    """Return whether ``word`` is known as a first name, for its nicknames."""
    return plain(word) in _rows()


def unlike(one: str, other: str) -> float:
    """Return the share of letters (0 to 1) that must change to make ``one`` of ``other``."""
    one, other = plain(one)[:40], plain(other)[:40]
    row = list(range(len(other) + 1))
    for at, sign in enumerate(one, 1):
        before, row[0] = row[0], at
        for place, letter in enumerate(other, 1):
            change = before + (sign != letter)
            before, row[place] = row[place], min(change, row[place] + 1, row[place - 1] + 1)
    return row[-1] / max(len(one), len(other), 1)


def replaced(name: str, right: str) -> str:
    """Return ``name`` with the words of ``right`` in place of those that they are like."""
    words, new = name.split(), right.split()
    if len(new) >= len(words):
        return right
    at = min(range(len(words) - len(new) + 1), key=lambda place: unlike(words[place], new[0]))
    return " ".join([*words[:at], *new, *words[at + len(new) :]])


def _parts(name: str) -> list[str]:
    words = [part for word in without_title(name) for part in plain(word).split("-")]
    return [word for word in words if word and not is_particle(word)]


def _is_alike(one: str, other: str) -> bool:
    if one == other or _sound(one) == _sound(other):
        return True
    rows = _rows()
    return bool(rows.get(one, frozenset()) & rows.get(other, frozenset()))


def _is_initials(short: str, parts: list[str]) -> bool:
    """Return whether "JB" is short for Jean-Baptiste."""
    return len(short) == len(parts[:_TWO]) == _TWO and short == "".join(
        part[0] for part in parts[:_TWO]
    )


def _is_surname(name: str, parts: list[str], others: list[str]) -> bool:
    """Return whether ``name`` is nothing but a surname that ``others`` have, or its beginning."""
    is_bare = len(parts) == 1 or _is_titled(name)
    return is_bare and len(others) > 1 and parts[0] in others[1:]


def _is_titled(name: str) -> bool:
    return is_title(name.split(maxsplit=1)[0])


def _is_man_and_woman(one: str, other: str) -> bool:
    titles = [plain(name.split()[0]) for name in (one, other)]
    return any(a in _MEN and b in _WOMEN for a, b in (titles, reversed(titles)))


@cache
def _rows() -> dict[str, frozenset[int]]:
    """Return in which rows of the nicknames each of them stands."""
    rows: dict[str, frozenset[int]] = {}
    for at, row in enumerate(ROWS.split("\n")):
        for word in row.split():
            rows[word] = rows.get(word, frozenset()) | {at}
    return rows


def _sound(word: str) -> str:
    for pattern, sound in _SOUNDS:
        word = pattern.sub(sound, word)
    return word
