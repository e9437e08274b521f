"""Whom the agent takes the caller for: "Is this Anna?", "an order for Anna Hale". No I/O."""

from collections.abc import Sequence
from itertools import pairwise

from chalicelib.names.pattern import Pattern
from chalicelib.names.pieces import Piece, is_lower_case
from chalicelib.names.run import mentions, name_at
from chalicelib.names.written import plain

LAST = Pattern(r"\b(?:last|family|sur) ?names?\b|\bapellidos?\b")
_IS_THIS = Pattern(
    r"(?:(?:hello|hi|good morning|hola|and|so|sorry|perd[oó]n|disculpe) )*",
    r"(?:(?:and |so )?your name is|(?:y |entonces )?su nombre es|am i (?:speaking"
    r"|talking) (?:with|to)|is this|is that|are you|you're|you are|you must be|you would be"
    r"|would you be|you'd be|you wouldn't be"
    r"|hablo con|habla con|es usted|eres) (?:with "
    r"|con )?(?:la |el )?"
    r"|is (?:the|your|this|that) (?:\S+ ){1,2}(?:under|in the name of) ",
    r"(?=\S)",
)
_IS_THIS_AT_LAST = Pattern(
    r"\b(?:am i (?:speaking|talking) (?:with|to)|is (?:this|that)|are you|hablo con)(?: la"
    r"| el)? (?=\S)"
)
_UNDER = Pattern(r"(?:under|in the name of) $")
_THAT_IS_IT = Pattern(
    r"(?:$|is (?:that|it) |(?:at|on|from|of|in|de|en|calling|speaking) \S|right|correct|verdad"
    r"|with an? |no$|then$|entonces$|who |que )"
)
_IS_THAT_YOU = Pattern(
    r"(?:and )?(?:is that you|would that be you|that's you|es usted"
    r"|ser[ií]a usted)$"
)
_WANTED = Pattern(
    r"^.*?\b(?:(?:calling|looking|phoning|ringing) for|trying to reach|(?:speak|talk) (?:to|with)"
    r"|hablar con|busco a|buscando a|llamo a|llamando a) "
)
_FOR_WHOM = frozenset({"for", "under", "by", "para", "de", "por"})
_STREETS = frozenset(
    "close court crescent drive gardens green hill lane park place rise row".split()
)
_FILED = frozenset({"for", "under", "by", "of", "para", "de", "a", "an", "un", "una"})
_AS_WELL = Pattern(r"(?:$|too$|also$|as well$|tambi[eé]n$|then$|like \S+$|right$|verdad$)")
_IS_IT = Pattern(
    r"\b(?:(?:speaking|talking) (?:with|to)|is (?:this|that|it)|are you|so|you said|hablo con",
    r"|habla con|es usted|eres|habla|usted es|did you say|was (?:that|it)) ",
)


def is_this(sentence: Piece) -> tuple[str, bool]:
    """Return the name in "Am I speaking with Anna or Paul?", and whether it ends there."""
    lower = not sentence.end and is_lower_case(" ".join(sentence.words))
    find = _IS_THIS_AT_LAST.search if lower else _IS_THIS.match
    found = find(sentence.text) if lower or sentence.end == "?" else None
    if not found:
        return "", False
    name, end = name_at(sentence.words, sentence.text[: found.end()].count(" "), lower=lower)
    is_vague = lower and found.group().startswith("are you")  # "are you traveling"
    if (is_vague or _UNDER.search(found.group())) and " " not in name:
        return "", False  # a surname, which a wife has as well
    return name, bool(_THAT_IS_IT.match(" ".join(sentence.words[end:]).lower()))


def that_is(found: Sequence[Piece]) -> str:
    """Return the full name in "I have an order for Anna Hale here. Is that you?"."""
    at = next((at for at, one in enumerate(found) if _IS_THAT_YOU.match(one.text)), 0)
    ends = [place for place in range(at - 1) if found[place].end in {".", "!", "?"}]
    is_asked = bool(found) and "?" in {one.end for one in found[at : at + 2]}
    before = found[max(ends, default=-1) + 1 : at] if is_asked else []
    whom = [
        name_at(piece.words, place + 1)[0]
        for piece in before
        for place, word in enumerate(piece.words[:-1])
        if word in _FOR_WHOM
    ]
    people = [one for one in mentions(before) if plain(one.split()[-1]) not in _STREETS]
    return next((name for name in whom if name), next(reversed(people), ""))


def wanted(sentence: Piece) -> str:
    """Return the name in "I'm calling for Anna."."""
    found = _WANTED.search(sentence.text)
    name, end = name_at(sentence.words, found.group().count(" ")) if found else ("", 0)
    return name if end == len(sentence.words) else ""


def filed(found: Sequence[Piece]) -> str:
    """Return the full name in "I have that under Anna Hale?", if the turn has no other.

    Also of "on hold for Hale, first name Anna?".
    """
    names = [one for one in mentions(found) if plain(one.split()[-1]) not in _STREETS]
    for before, after in pairwise(found):
        first = name_at(after.words, 2)[0] if after.text.startswith("first name ") else ""
        if first and before.words[-1][0].isupper():
            return f"{first} {name_at(before.words, len(before.words) - 1)[0]}".strip()
    if len(names) != 1:
        return ""
    led = (
        name_at(piece.words, at)[0]
        for place, piece in enumerate(found)
        for at in range(len(piece.words))
        if (piece.words[at - 1] in _FILED if at else place > 0)
    )
    return names[0] if names[0] in led else ""


def meant(sentence: Piece) -> str:
    """Return the name in "Anna, is that right?", or the surname in "Your last name is Hale?"."""
    if sentence.end != "?":
        return ""
    if LAST.search(sentence.text):
        return _surname_meant(sentence.words)
    found = _IS_IT.search(sentence.text)
    name, end = name_at(sentence.words, sentence.text[: found.end()].count(" ") if found else 0)
    return name if _THAT_IS_IT.match(" ".join(sentence.words[end:]).lower()) else ""


def _surname_meant(words: Sequence[str]) -> str:
    """Return the surname in "Is your last name also Hale?", ``""`` where none is named."""
    at = next((at for at, word in enumerate(words) if at and word[0].isupper()), 0)
    name, end = name_at(words, at) if at else ("", 0)
    return name if _AS_WELL.match(" ".join(words[end:]).lower()) else ""
