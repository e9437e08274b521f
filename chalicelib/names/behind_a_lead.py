"""Where the name stands behind "my name is": over a pause, or over a relation. No I/O."""

from collections.abc import Sequence

from chalicelib.names.first_words import is_short_name
from chalicelib.names.leads import OF_ANOTHER, PAUSES
from chalicelib.names.pattern import Pattern
from chalicelib.names.pieces import Piece
from chalicelib.names.run import whole_name

_ROLE = Pattern(r"(?:the|el|la) [^\W\d_]{3,20}(?: [^\W\d_]{3,20})?$")  # "the manager, Dana Lee"
_SHORT = 2  # words; "hang on" is two


def over_pauses(pieces: Sequence[Piece], at: int, word: int) -> tuple[int, int]:
    """Return where the name stands in "my name is, um, Dot", from word ``word`` of piece ``at``."""
    while word >= len(pieces[at].words) and at + 1 < len(pieces) and pieces[at].end not in ".!":
        at, word = at + 1, 0
        if pieces[at].text in PAUSES or _is_aside(pieces[at]):
            word = len(pieces[at].words)
    return at, word


def _is_aside(piece: Piece) -> bool:
    return len(piece.words) <= _SHORT and not any(word[0].isupper() for word in piece.words)


def over_relation(pieces: Sequence[Piece], at: int, word: int) -> tuple[int, int]:
    """Return where the name stands in "this is her daughter, Paula"."""
    words = pieces[at].words
    if relation := OF_ANOTHER.match(" ".join(words[word:]).lower()):
        word += relation.group().count(" ") + 1
        word += words[word : word + 1] in (("la",), ("el",))  # "la abuela, la Norma"
        is_at_end = word >= len(words) and at + 1 < len(pieces)
        if is_at_end and (pieces[at].end == "," or is_short_name(pieces[at + 1])):
            return at + 1, 0
    is_role = bool(_ROLE.match(" ".join(words[word:]).lower())) and pieces[at].end == ","
    if is_role and at + 1 < len(pieces) and whole_name(pieces[at + 1]):
        return at + 1, 0
    return at, word
