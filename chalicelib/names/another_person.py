"""Whether somebody else answers than the one who is greeted. No I/O."""

import re
from collections.abc import Sequence
from itertools import pairwise

from chalicelib.conversation import Turn
from chalicelib.names.goes_by import speaks_of_another, wishes
from chalicelib.names.pattern import Pattern
from chalicelib.names.pieces import Piece, pieces
from chalicelib.names.words import RELATIVES
from chalicelib.names.written import plain

_FIRST_PIECES = 2
_FIRST_ANSWERS = 3  # of the caller: later it is a story
_RELATIVE = "|".join(RELATIVES)
_AWAY = (
    r"(?:not (?:here|home|in|available|well enough)|at\b|out\b|asleep|sleeping|in (?:the|bed"
    r"|hospital)|gone|away|napping|busy|resting"
    r"|lying down|no est[aá]|est[aá] (?:dormid|fuera|en)|sali[oó]|anda|no puede)"
)
_IS_AWAY = (
    rf"(?:(?:'s| is|is) {_AWAY}|isn't (?:here|home|in|available)|can't (?:come|talk|speak)|{_AWAY})"
)
_OF_MINE = rf"(?:my|our|mi|nuestr[oa]) (?:\w{{1,20}} )?(?:{_RELATIVE})\b"
_WRONG = Pattern(
    r"\b(?:wrong (?:person|man|woman|one|lady|fellow|name|guy)|not (?:her|him|she|he)"
    r"|equivocad[oa]|no soy (?:ella|[eé]l)"
    r"|(?:it's|this is|i'm) (?:someone|somebody) else(?!')|not the (?:one|same))\b"
)
_RELATION = Pattern(
    rf"(?:(?:no|sorry|oh|hello|hi|yes) )*(?:this is|it's|it is|i'm|i am|soy|habla|le habla"
    rf"|es)(?: just| only)? "
    rf"(?:her|his|their|su|la|el) (?:\w{{1,20}} )?(?:{_RELATIVE})\b"
    r"(?! of\b| de\b(?! ella\b| [eé]l\b))"
)
_SAYS_WHO = Pattern(r"\b(?:this is|it's|its|i'm|i am|soy|habla)\b")
_HER_RELATIVE = Pattern(
    rf"(?:his|her|their|su|la|el) (?:\w{{1,20}} )?(?:{_RELATIVE})$(?! of\b| de\b)"
)
_HERS = Pattern(
    r"(?:but|pero) (?:this is|it's|i'm|i am|soy|habla) (?:her|his|their|su) ",
    rf"(?:{_RELATIVE})\b",
)
_SHE_IS_AWAY = Pattern(rf"(?:(?:no|sorry|oh|hello|hi) )*(?:she|he|ella|[eé]l) ?{_IS_AWAY}")
_ON_THE_PHONE = Pattern(
    r"\b(?:can't|cannot|couldn't|no puede) (?:come|get|talk|venir|hablar|contestar|pasar)\b"
)


def is_denied(turns: Sequence[Turn], name: str) -> bool:
    """Return whether the caller says at the beginning that they are not ``name``.

    That is: they deny it, say that she is elsewhere, or call themself her husband.
    """
    said = [turn.words for turn in turns if turn.speaker == "caller"][:_FIRST_ANSWERS]
    return any(_denies(pieces(words), name, is_first=not at) for at, words in enumerate(said))


def is_somebody_s(found: Sequence[Piece]) -> bool:
    """Return whether a turn says "but this is her daughter": its name is another's."""
    return any(_HERS.match(piece.text) for piece in found)


def _denies(found: Sequence[Piece], name: str, *, is_first: bool) -> bool:
    is_wish = wishes(found)
    if is_wish and speaks_of_another(found):
        return True
    for at, piece in enumerate(found[:8]):
        text = piece.text
        if is_not(text, name) and not (is_wish and text.startswith("not ")):
            return True
        if is_first and _WRONG.search(text):
            return True
        if is_first and (_RELATION.match(text) or _ON_THE_PHONE.search(text)):
            return True
        if is_first and at < _FIRST_PIECES and _SHE_IS_AWAY.match(text):
            return True
    return is_first and _says_whose(found)


def _says_whose(found: Sequence[Piece]) -> bool:
    """Return whether a turn says whose relative speaks: "This is Dot Hale, his wife."."""
    return any(
        _HER_RELATIVE.match(after.text) and _SAYS_WHO.search(before.text)
        for before, after in pairwise(found[:8])
    )


def is_taken_for_another(found: Sequence[Piece], addressed: str) -> bool:
    """Return whether a turn says that the caller is not whom the agent has just spoken to."""
    return bool(addressed) and any(is_not(piece.text, addressed) for piece in found)


def is_not(text: str, name: str) -> bool:
    """Return whether ``text`` says that the speaker is not ``name``, or that ``name`` is away."""
    first = re.escape(plain(name.split(maxsplit=1)[0])) if name.split() else "(?!)"
    folded = " ".join(plain(word) for word in text.split())
    return bool(
        re.search(rf"\b(?:not|isn't|ain't|no soy|no es|no habla) (?:\w+ )?{first}\b(?!')", folded)
        or re.search(rf"\b{first}(?:'s)? ?{_IS_AWAY}", folded)
        or re.search(rf"\b{first}(?:'s| is| es) {_OF_MINE}", folded)
    )
