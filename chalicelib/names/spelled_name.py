"""What a turn that spells something tells of the caller's name. No I/O."""

from itertools import pairwise

from chalicelib.names import confidence as sure
from chalicelib.names.known import Known, take_surname
from chalicelib.names.name import Name
from chalicelib.names.pieces import pieces
from chalicelib.names.read_back import names_a_relative
from chalicelib.names.run import mentions
from chalicelib.names.spelling import respelled, spelled, with_letters, without_spelling
from chalicelib.names.words import NOT_OF_PEOPLE
from chalicelib.names.written import plain

_FEW_WORDS = 8


def take_spelling(known: Known, words: str, before: Name) -> None:
    """Put right what the caller spells in ``words``; ``before`` is the name before this turn."""
    if names_a_relative(pieces(words)):
        return
    whole = spelled(words)
    for word in whole:
        if _is_of_a_place(words, word):
            continue
        _take_spelled(known, words, word, before)
    name = known.name
    is_asked = known.question.asked.startswith("spelling")
    is_new = name.full != before.full
    if name and not whole and (is_new or is_asked or _is_about_letters(known, words)):
        known.name = Name(with_letters(name.full, words), name.confidence, name.source)


def _is_of_a_place(words: str, word: str) -> bool:
    """Return whether what was spelled stands in ``words`` as a place's or a firm's name."""
    each = [plain(one) for piece in pieces(words) for one in piece.words]
    return any(a == plain(word) and b in NOT_OF_PEOPLE for a, b in pairwise(each))


def _is_about_letters(known: Known, words: str) -> bool:
    """Return whether a turn, as short as "With a K, please", puts right what the agent said."""
    return bool(known.repeated) and len(words.split()) <= _FEW_WORDS


def _take_spelled(known: Known, words: str, word: str, before: Name) -> None:
    name, question = known.name, known.question
    if known.surname and not name:
        known.surname = respelled(known.surname, word) or known.surname
    elif right := respelled(name.full, word):
        is_about_it = name.full != before.full or question.asked or question.addressed
        if is_about_it or right != name.full:
            known.put(Name(right, sure.SPELLED, "spelled"))
    elif not name and question.asked in {"name", "first", "called", "spelling"}:
        known.put(Name(_longest_with(words, word), sure.ANSWERED, "spelled"))
    elif question.asked == "last":
        take_surname(known, word)
    elif not name and question.asked != "another's":
        _take_spelled_anew(known, word)


def _take_spelled_anew(known: Known, word: str) -> None:
    """Take ``word`` where it is the name by which the agent has just greeted, or is like it."""
    if right := respelled(known.question.addressed, word):
        known.put(Name(right, sure.SPELLED, "spelled"))


def _longest_with(words: str, word: str) -> str:
    """Return the longest name in ``words`` that holds ``word``, at least that itself."""
    found = mentions(pieces(without_spelling(words)))
    return max([word, *(name for name in found if word in name.split())], key=len)
