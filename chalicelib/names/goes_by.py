"""Whether a caller says that a name is theirs and yet not what they are called. No I/O.

"Nobody says Wilfredo", "Emeric on paper": who says so is no second person, but has another name.
"""

import re
from collections.abc import Sequence

from chalicelib.names.pattern import Pattern
from chalicelib.names.pieces import Piece, plain_words
from chalicelib.names.written import is_title, plain

_IT = "\u00a4"  # stands where the name stood
_ALL = r"(?=$| (?:but|except|any ?more|ever|please|mas|nunca|pero|sino|salvo|excepto)\b)"
_DISOWNED = Pattern(
    r"\b(?:nobody|no one|noone|nadie|never|only|solo|just|don't|do not|quit|stop|no|nunca|hates?"
    r"|can't stand|odio)(?: \S+){0,4} (?:(?:calls?|called|calling) me|me (?:dicen?|digan?|digas"
    rf"|decian?|llaman?|llames?|llamaban?))(?: \S+)? ¤{_ALL}",
    r"|\b(?:nobody|no one|noone|nadie)(?: \S+){0,3} (?:(?:calls?|called|calling) me"
    r"|me (?:dicen?|llaman?))(?: \S+)? ¤(?! (?:but|except|salvo|excepto|sino)\b)",
    rf"|\b(?:nobody|no one|noone) (?:ever )?(?:says|uses) ¤{_ALL}|\bnadie (?:dice|usa) ¤{_ALL}"
    rf"|\b(?:i hate|i can't stand|odio) ¤{_ALL}|\b(?:short for|nickname for|apodo de"
    r"|diminutivo de|(?:christened|baptized|baptised|bautizaron)(?: me)?(?: como)?) ¤",
    r"|¤(?:'s| is| was| es| era)?(?: just| only| solo)? (?:for (?:the|church|strangers)\b"
    r"|on (?:the |my )?(?:paper|papers|license|passport|card|forms?|bills?)\b|(?:too|so) (?:long"
    r"|formal|stiff|fancy|grand|serious|old-fashioned)\b|what (?:my|the|only) \S+(?: \S+)? "
    r"(?:calls?|called)\b|my (?:full|real|legal|given|formal|government) name\b|para (?:las?|los?)"
    r" (?:misas?|papeles|documentos|extra\S+)|en (?:el|los|la) (?:papel|papeles|acta|carnet"
    r"|cedula|pasaporte)\b|(?:es )?(?:muy|demasiado|tan) (?:larg|formal|seri|elegante)\w*)",
)
_DISOWNED_THAT = Pattern(
    r"\b(?:nobody|no one|noone) (?:ever )?(?:calls? me|says|uses) (?:that|it)\b"
    r"|\bnadie me (?:dice|llama) as[ií]\b"
)
_FIRST_PIECES = 4
_ANOTHER = Pattern(r"(?:(?:no|oh|well|hi|hello|sorry|pues) )*(?:she|he|ella|él)(?:'s|'ll)?(?: |$)")
_WISHES = Pattern(
    r"\b(?:(?:just |please |can |may |could |you |do )call me|i (?:actually |mostly |usually "
    r"|always )?go by|i'd (?:rather|prefer)"
    r"|i prefer|prefiero|ll[aá]m[ae]n?me|d[ií]g[aá]n?me|(?<!a )(?<!the )dime|decime|me (?:dicen?"
    r"|conocen"
    r"|digan?|llaman?|llamen?))\b|^call me\b"
    r"|\bp[oó]n(?:ga)?me (?:como )?(?:don|do[nñ]a)\b"
)


def wishes(found: Sequence[Piece]) -> bool:
    """Return whether a turn tells how the caller wants to be called."""
    return any(_WISHES.search(piece.text) for piece in found)


def speaks_of_another(found: Sequence[Piece]) -> bool:
    """Return whether a turn is about somebody else first: "She can't hear. Call me Paul"."""
    return any(_ANOTHER.match(piece.text) for piece in found[:_FIRST_PIECES])


def will_do(words: str, first: str) -> bool:
    """Return whether ``words`` say "Dot's good", "con Hernán basta", and not that Monday is."""
    one = re.escape(plain(first))
    enough = (
        rf"\b{one}(?: (?:basta|a secas(?! (?:era|es|fue))|nomas)"
        r"|(?:'s| is| will) (?:good|enough|plenty|do))\b"
    )
    return bool(re.search(enough, " ".join(plain_words(words))))


def disowns(found: Sequence[Piece], name: str) -> bool:
    """Return whether a turn says that ``name`` is the caller's and that they are not called so."""
    first = next((plain(word) for word in name.split() if not is_title(word)), "")
    if not first:
        return False
    return any(_DISOWNED.search(_without(piece, first)) for piece in found)


def disowns_that(found: Sequence[Piece]) -> bool:
    """Return whether a turn says that the caller is not called by the name just said."""
    return any(_DISOWNED_THAT.search(piece.text) for piece in found)


def _without(piece: Piece, first: str) -> str:
    words = [plain(word) for word in piece.words]
    put = {first: _IT, f"{first}'s": f"{_IT}'s"}
    return " ".join(put.get(word, word) for word in words)
