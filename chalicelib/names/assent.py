"""Whether a caller says yes to the name by which the agent takes them. No I/O."""

from collections.abc import Sequence

from chalicelib.names.leads import SPEAKING, YES
from chalicelib.names.pieces import Piece


def says_yes(pieces: Sequence[Piece]) -> bool:
    """Return whether a turn begins with a yes."""
    return bool(pieces) and bool(YES.match(pieces[0].text))


def is_speaking(pieces: Sequence[Piece]) -> bool:
    """Return whether a turn begins with "this is she", which is as good as the name."""
    return any(SPEAKING.match(piece.text) for piece in pieces[:2])
