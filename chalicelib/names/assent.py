"""Whether a caller says yes to the name by which the agent takes them. No I/O."""

from collections.abc import Sequence

from chalicelib.names.leads import SPEAKING, YES
from chalicelib.names.pattern import Pattern
from chalicelib.names.pieces import Piece

_FIRST_PIECES = 2
_AGAINST = Pattern(
    r"\b(?:no|not|nope|never|nunca|maiden|different|kept|soltera|used to|otr[oa])\b|n't\b"
)
_ME = Pattern(
    r"(?:(?:yes|yep|yeah|s[ií]) )?(?:(?:that|it)(?:'s| is|'d be| would be) me"
    r"|(?:[eé]s[eao] )?soy(?: yo)?|(?:s[ií] )?(?:la misma"
    r"|el mismo))$"
)
_FETCHES = Pattern(
    r"\b(?:one|a|just a|un|una) (?:moment|second|sec|minute|momento|momentito|segundo)\b"
    r"|\b(?:hold|hang) on\b|\b(?:get|fetch|call|find|for) (?:her|him)\b|\bpass (?:you|the phone)\b"
    r"|\b(?:se|te) l[oa] (?:paso|comunico|llamo)\b|\b(?:ahora|ahorita|ya) (?:viene|va)\b"
)


def says_yes(pieces: Sequence[Piece]) -> bool:
    """Return whether a turn begins with a yes."""
    return bool(pieces) and bool(YES.match(pieces[0].text))


def is_me(pieces: Sequence[Piece]) -> bool:
    """Return whether a turn begins with "that's me", whoever was named."""
    return any(_ME.match(piece.text) for piece in pieces[: _FIRST_PIECES + 1])


def fetches(pieces: Sequence[Piece]) -> bool:
    """Return whether a turn says that somebody else comes to the telephone."""
    return any(_FETCHES.search(piece.text) for piece in pieces)


def is_negative(pieces: Sequence[Piece]) -> bool:
    """Return whether a turn begins with anything against what was asked, or that was so once."""
    begun = pieces[:_FIRST_PIECES]
    return any(_AGAINST.search(piece.text) or piece.end == "?" for piece in begun)


def is_speaking(pieces: Sequence[Piece]) -> bool:
    """Return whether a turn begins with "this is she", which is as good as the name."""
    return any(SPEAKING.match(piece.text) for piece in pieces[:2])
