"""A bare answer to the question for a name: "Yes, Harriet Bloom, dear." No I/O."""

from collections.abc import Sequence

from chalicelib.names.common_words import is_common
from chalicelib.names.pattern import Pattern
from chalicelib.names.pieces import Piece
from chalicelib.names.run import name_at

_MOST_FILLERS = 5
_FILLER = (
    r"(?:yes|yeah|yep|sure|sure thing|certainly|of course|oh|ah|aha|ha|well|so|why|um|uh|er|hm"
    r"|hmm|now|see|okay|ok|alright"
    r"|all right|let me see|no problem|absolutely|my name|me|that's me|it's me"
    r"|that would be me|soy yo|my dear|dear|hello|hi|you may|you can|why not|puede"
    r"|good (?:morning|afternoon|evening)"
    r"|sorry|pardon|thank you|thanks|please|right|name"
    r"|s[ií]|claro|claro que s[ií]|pues|bueno|ay|ay s[ií]|este|mire|c[oó]mo no"
    r"|c[oó]mo no se[nñ]orita|por supuesto|hola|buenas"
    r"|buenos d[ií]as|buenas tardes|buenas noches|perd[oó]n|gracias|con gusto|con mucho gusto"
    r"|al m[ií]o|el m[ií]o|a mi nombre|mine|a ver|mi nombre|ah s[ií]|eh|anote|apunte|ponga)"
)
_ONLY_FILLERS = Pattern(rf"{_FILLER}(?: {_FILLER}){{0,4}}$")
_FIRST_FILLERS = Pattern(
    rf"(?:(?:{_FILLER}|(?:you can |just )?(?:write|put)(?: down)?|p[oó]ngale|anote|apunte|just"
    rf"|it's|it is|es|con|with|aqu[ií]|se[nñ]orita) ){{1,4}}"
)
_ME = Pattern(
    r"(?:(?:pues|well|just|only|oh|uh|that'd be|it'll be|that will be|it will be|solo"
    r"|a) )?(?:me|myself|yo|m[ií])"
    r"(?: misma| mismo| myself)?(?= |$)"
)
_GREETS = Pattern(
    r"(?:Hi|Hello|Hey|Hola|Hi there|Buenas|Good \w+|Morning|Afternoon) [A-ZÁÉÍÓÚ]\w+$"
)
_SPEAKS_TO = Pattern(
    r"(?:.* )?(?:hello|hi|okay|ok|alright|all right|sorry|pardon|thank you|thanks|good (?:morning"
    r"|afternoon|evening)"
    r"|hola|gracias|perd[oó]n|buenos d[ií]as|buenas tardes|buenas|right|please|no problem)$"
)
_TAIL = Pattern(
    r"(?:$|tambi[eé]n$|too$|also$|as well$|igual\b|like (?:her|him|my|the)\b|the (?:second|third"
    r"|fourth|elder|younger)\b|junior\b|senior\b|here\b|speaking\b"
    r"|calling\b|is (?:my name|fine|it|the name)\b|will do\b|again\b|with\b"
    r"|from\b|and\b|i\b|or\b"
    r"|para servirle|a sus [oó]rdenes|a la orden|es mi nombre|y\b|pero\b|con\b|de nuevo\b"
    r"|otra vez\b|se[nñ]orita\b|ma'am|please\b|por favor|miss\b|sir\b|dear\b)"
)
_VERBS_TO_OTHERS = Pattern(
    r"(?:turn|stop|get|come|go|sit|be|put|give|leave|hush|quiet|shut|don't|please \w|wait|hold|look"
    r"|listen|stay|not now"
    r"|c[aá]llate|ven|vete|espera|d[eé]jame|mi vida|mi amor|my love)\b"
)


def bare_answer(found: Sequence[Piece], *, lower: bool) -> tuple[int, str] | None:
    """Return the piece that is a bare name, and the name; None when the answer is none.

    A name behind a greeting, or before an order, is of somebody who is spoken to.
    """
    before = ""
    for at, piece in enumerate(found):
        if at > _MOST_FILLERS:
            return None
        if at + 1 < len(found) and not at and _GREETS.match(" ".join(piece.words)):
            continue
        if _ONLY_FILLERS.match(piece.text) or _is_by_the_way(piece):
            before = piece.text if piece.end == "," else ""
            continue
        return _name_in(found, at, before, lower)
    return None


def behind_me(found: Sequence[Piece], *, lower: bool) -> list[Piece]:
    """Return what stands behind the "me" with which a turn begins: "Me, Tunde", "yo, Leire"."""
    first, rest = (found[0], list(found[1:])) if found else (Piece((), ""), [])
    me = _ME.match(first.text)
    if not me:
        return []
    behind = first.words[me.group().count(" ") + 1 :]
    if behind and not lower:
        return []
    return [Piece(behind, first.end), *rest] if behind else rest


def _is_by_the_way(piece: Piece) -> bool:
    """Return whether a piece is one word that is no name: "Haha"."""
    return len(piece.words) == 1 and is_common(piece.words[0])


def _name_in(found: Sequence[Piece], at: int, before: str, lower: bool) -> tuple[int, str] | None:
    piece = found[at]
    fillers = _FIRST_FILLERS.match(piece.text + " ")
    start = fillers.group().count(" ") if fillers else 0
    is_of = piece.words[start : start + 1] in (("De",), ("de",))
    if is_of and piece.words[start + 1 : start + 2] not in (("la",), ("los",), ("las",), ("el",)):
        start += 1
    if fillers and piece.words[start : start + 1] in (("la",), ("el",)):
        start += 1
    led = fillers.group().strip() if fillers else before
    name, end = name_at(piece.words, start, lower=lower)
    rest = " ".join(piece.words[end:]).lower()
    is_full = lower and " " in name  # then a word that is no name has ended it
    if not name or not (is_full or _TAIL.match(rest)) or (not rest and _SPEAKS_TO.match(led)):
        return None
    following = found[at + 1].text if at + 1 < len(found) and piece.end == "," else ""
    is_asked = " " not in name and _mark_of_sentence(found, at) == "?"
    if piece.end in {"?", ":", ";"} or is_asked or _VERBS_TO_OTHERS.match(following):
        return None
    return None if piece.end == "!" and led else (at, name)


def _mark_of_sentence(found: Sequence[Piece], at: int) -> str:
    for piece in found[at : at + 6]:
        if piece.end != ",":
            return piece.end
    return ""
