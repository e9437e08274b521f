"""Names that stand by themselves: at a call's beginning, behind a surname or a relation. No I/O."""

from collections.abc import Sequence

from chalicelib.names.addresses import calls_by
from chalicelib.names.goes_by import disowns, disowns_that
from chalicelib.names.pieces import Piece
from chalicelib.names.run import name_at
from chalicelib.names.written import is_article, is_title

_SHORT_NAME = 2  # words
_HELLO_PIECES, _HELLO_WORDS = 3, 3  # "Hey, good morning, Riley."


def first_words(found: Sequence[Piece], *, lower: bool) -> list[str]:
    """Return the full name that a turn begins with, if it does, behind a hello or a call at most.

    With a question mark or "please" behind it, it is who is wanted; in capitals, anything.
    """
    for at, piece in enumerate(found[:_HELLO_PIECES]):
        name, end = name_at(piece.words, 0, lower=lower)
        following = [later.text for later in found[at + 1 : at + 2]]
        is_name = " " in name and not is_title(name.split()[0]) and not is_article(name)
        if is_name and end == len(piece.words):
            is_loud = " ".join(piece.words).isupper()
            is_wanted = is_loud or piece.end == "?" or following in (["please"], ["por favor"])
            return [] if is_wanted or lower else [name]
        if len(piece.words) > _HELLO_WORDS:
            return []
    return []


def with_first(following: Sequence[Piece], surname: str, *, lower: bool) -> str:
    """Return ``surname`` with the first name that is said behind it: "Under Hale. Dot."."""
    for piece in following:
        first, end = name_at(piece.words, 0, lower=lower)
        return f"{first} {surname}" if first and end == len(piece.words) == 1 else surname
    return surname


def first_behind(found: Sequence[Piece], surname: str, following: str, *, lower: bool) -> str:
    """Return the first name that is said behind ``surname``, ``""`` if none is.

    That is, one that is disowned, or by which the agent then calls them in what is ``following``:
    "It's Hale, H, A, L, E. Dorothy, but nobody calls me that."
    """
    at = next((at for at, one in enumerate(found) if one.words[-1].lower() == surname.lower()), -1)
    for piece in found[at + 1 : at + 2] if at >= 0 and found[at].end != "!" else ():
        first, end = name_at(piece.words[:1], 0, lower=lower or piece.words[0].islower())
        is_told = end == len(piece.words) or piece.words[end].lower() in {"but", "pero"}
        is_alone = end == len(piece.words) and calls_by(first, following)
        if first and is_told and (is_alone or disowns(found, first) or disowns_that(found)):
            return first
    return ""


def is_short_name(piece: Piece) -> bool:
    """Return whether ``piece`` is a name, as behind "This is her husband."."""
    return len(piece.words) <= _SHORT_NAME and name_at(piece.words, 0)[1] == len(piece.words)
