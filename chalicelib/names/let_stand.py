"""The agent's read-back of a name after a correction, which the caller lets stand. No I/O."""

from collections.abc import Sequence

from chalicelib.names import confidence as sure
from chalicelib.names.known import Known
from chalicelib.names.name import MADE_SURE, Name
from chalicelib.names.pieces import Piece
from chalicelib.names.read_back import objects, read_back
from chalicelib.names.spelling import spelled, tells_letters
from chalicelib.names.written import plain


def hear_read_back(known: Known, words: str) -> None:
    """Note how ``words`` of the agent have the name, and whether that answers a correction."""
    known.repeated = read_back(words, known.name.full or known.greeted)
    if known.is_protest and known.certain <= _words(known.repeated):
        known.read_back = known.repeated


def let_stand(known: Known) -> None:
    """Take the name as the agent repeated it after a correction that was not understood here."""
    name, told = known.name, known.read_back
    if told and name and plain(told) != plain(name.full):
        known.put(Name(told, sure.CORRECTED, "corrected"))


def hear_correction(known: Known, found: Sequence[Piece], words: str, before: Name) -> None:
    """Note what a turn of the caller has put right, or meant to: ``before`` it was another name."""
    _note_certain(known, words, before)
    known.is_protest = bool(known.repeated) and (
        tells_letters(words)
        or known.name.full != before.full
        or (objects(found) and bool(known.question.meant))
    )


def _note_certain(known: Known, words: str, before: Name) -> None:
    """Note which parts of the name the caller has just made sure: no misheard one replaces them."""
    now = _words(known.name.full)
    if known.name.source in MADE_SURE:
        new = now - _words(before.full) | {plain(word) for word in spelled(words)}
        known.certain = (known.certain | new) & now


def _words(name: str) -> set[str]:
    return {plain(word) for word in name.split()}
