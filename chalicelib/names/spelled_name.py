"""What a turn that spells something tells of the caller's name. No I/O."""

from collections.abc import Sequence
from itertools import pairwise

from chalicelib.names import confidence as sure
from chalicelib.names.known import Known, take_surname
from chalicelib.names.name import Name
from chalicelib.names.pieces import pieces
from chalicelib.names.read_back import names_a_relative
from chalicelib.names.run import mentions
from chalicelib.names.same_person import LIKE, unlike
from chalicelib.names.spelling import respelled, spelled, with_letters, without_spelling
from chalicelib.names.words import NOT_OF_PEOPLE
from chalicelib.names.written import plain

_TWO, _THREE = 2, 3  # words
_SHORT = 3  # letters
_FEW_WORDS = 8
_NEAR = 0.4  # share of letters in which what was spelled differs from what was said


def take_spelling(known: Known, words: str, before: Name) -> None:
    """Put right what the caller spells in ``words``; ``before`` is the name before this turn."""
    if names_a_relative(pieces(words)):
        return
    whole = _in_whole(spelled(words), _known_parts(known, words))
    for word in whole:
        if _is_of_a_place(words, word):
            continue
        _take_spelled(known, words, word, before)
    name = known.name
    is_asked = known.question.asked.startswith("spelling")
    is_new = name.full != before.full
    if name and not whole and (is_new or is_asked or _is_about_letters(known, words)):
        known.name = Name(with_letters(name.full, words), name.confidence, name.source)


def _known_parts(known: Known, words: str) -> list[str]:
    said = [word for piece in pieces(without_spelling(words)) for word in piece.words]
    return [*known.name.full.split(), *known.surname.split(), *known.greeted.split(), *said]


def _in_whole(spelled: Sequence[str], parts: Sequence[str]) -> list[str]:
    """Return what is ``spelled``, one behind the other joined where one of ``parts`` is spelled so.

    "V-A-N-D-E-R, P-L-O-E-G" is all of Vanderploeg; "L-S-E" is a piece of Ilse that tells nothing.
    """
    found: list[str] = []
    for word in spelled:
        joined = f"{found[-1]}{word.lower()}" if found else ""
        if joined and _is_nearer(joined, found[-1], parts):
            found[-1] = joined
        else:
            found.append(word)
    found = [word for word in found if not _is_all(word, parts)]
    wholes = {plain(part) for part in parts}
    found = [_begun_later(_with_double_r(word, parts), parts) for word in found]
    return [
        word
        for word in found
        if plain(word) in wholes or not any(plain(word) in one for one in wholes)
    ]


def _with_double_r(word: str, parts: Sequence[str]) -> str:
    """Return ``word`` as it was said, where "erre" may be one R or two."""
    with_two = (part for part in parts if "rr" in plain(part))
    same = (part for part in with_two if plain(part).replace("rr", "r") == plain(word))
    return next(same, word)


def _is_all(word: str, parts: Sequence[str]) -> bool:
    """Return whether ``word`` is two of ``parts`` and more, spelled in one go: it tells nothing."""
    each = [plain(part) for part in parts]
    runs = (each[at : at + size] for size in (_TWO, _THREE) for at in range(len(each)))
    return any(len(run) > 1 and "".join(run) == plain(word) for run in runs)


def _begun_later(word: str, parts: Sequence[str]) -> str:
    """Return ``word`` without letters told before it: "with a K and a J, K, J, E, R, S, T, I"."""
    told = (
        part
        for part in parts
        if len(part) > _SHORT and part[0].isupper() and plain(word).endswith(plain(part))
    )
    return next((part for part in told if 0 < len(word) - len(part) <= _SHORT), word)


def _is_nearer(joined: str, word: str, parts: Sequence[str]) -> bool:
    is_begun = any(plain(part).startswith(plain(joined)) for part in parts)
    return is_begun or _nearest(joined, parts) < min(_nearest(word, parts), _NEAR)


def _nearest(word: str, parts: Sequence[str]) -> float:
    return min((unlike(word, part) for part in parts), default=1.0)


def _is_of_a_place(words: str, word: str) -> bool:
    """Return whether what was spelled stands in ``words`` as a place's or a firm's name."""
    each = [plain(one) for piece in pieces(words) for one in piece.words]
    return any(a == plain(word) and b in NOT_OF_PEOPLE for a, b in pairwise(each))


def _is_about_letters(known: Known, words: str) -> bool:
    """Return whether a turn, as short as "With a K, please", puts right what the agent said."""
    return bool(known.repeated) and len(words.split()) <= _FEW_WORDS


def _is_just_told(known: Known, before: Name) -> bool:
    """Return whether a first name stands in the same turn: "Dot. Hale, it's H, A, L, E"."""
    return bool(known.name) and " " not in known.name.full and not before


def _take_spelled(known: Known, words: str, word: str, before: Name) -> None:
    name, question = known.name, known.question
    if known.surname and not name:
        known.surname = respelled(known.surname, word) or known.surname
    elif right := respelled(name.full, word):
        is_about_it = name.full != before.full or question.asked or question.addressed
        if is_about_it or right != name.full or name.confidence < sure.SPOKEN_FROM:
            known.put(Name(right, sure.SPELLED, "spelled"))
    elif not name and question.asked in {"name", "first", "called", "spelling"}:
        known.put(Name(_longest_with(words, word), sure.ANSWERED, "spelled"))
    elif question.asked == "last" or (_is_just_told(known, before) and word in words):
        take_surname(known, word)
    elif not name and question.asked != "another's":
        _take_spelled_anew(known, word)


def _take_spelled_anew(known: Known, word: str) -> None:
    """Take ``word`` where it is the name by which the agent has greeted, or is like it."""
    addressed = known.question.addressed or known.greeted
    right = respelled(addressed, word)
    if right and (known.question.addressed or unlike(right, addressed) <= LIKE):
        is_right = plain(right) == plain(addressed)
        known.put(Name(right, sure.SPELLED, "spelled" if is_right else "corrected"))


def _longest_with(words: str, word: str) -> str:
    """Return the longest name in ``words`` that holds ``word``, at least that itself."""
    found = mentions(pieces(without_spelling(words)))
    return max([word, *(name for name in found if word in name.split())], key=len)
