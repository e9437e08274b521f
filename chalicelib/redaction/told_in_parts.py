"""Passwords told part by part: "Maple, capital M, then six six", "Nacional, la N grande". No I/O.

Only where a password, a network or signing in is spoken of. English and Spanish.
"""

import re
from collections.abc import Iterator

from chalicelib.patterns import any_case
from chalicelib.redaction.asked_secret import speaks_of_password
from chalicelib.sentences import placed, sentences
from chalicelib.spoken_numbers import number_words

_KEY = (
    r"\b(?:router|m[oó]dem|wi-?fi|wireless|network)\b[^.!?]{0,40}\b(?:keys?|stickers?|label|clave"
    r"|etiqueta)\b|\b(?:keys?|stickers?|label|clave|etiqueta)\b[^.!?]{0,40}\b(?:router|m[oó]dem"
    r"|wi-?fi|network)\b|\b(?:qu[eé]|cu[aá]l|su|tu|mi|la|una) clave\b(?! del? (?:[eé]xito|pa[ií]s))"
    r"|\buser ?names?\b|\busuario\b|\bsign(?:ing)?[- ]in\b|\blog(?:ging)?[- ]?in\b"
)
_BETWEEN = re.compile(r"[,…]+\s+|\s+(?=(?:(?:and|y) )?(?:then|luego|despu[eé]s)\b)")
_JOINS = (
    r"^\W*(?:(?:and|y|con|with)\s)?(?:then|luego|despu[eé]s|followed by|plus|seguido|capital|all"
    r"|(?:an? |the |la |una )?\w (?:grande|may[uú]scula)|may[uú]scula|(?:with )?a capital)\b"
)
_SIGNS = (
    rf"\b(?:{number_words()})\b|\d|•••|\b(?:capital|upper ?case|lower ?case|exclamation|underscore"
    r"|hyphen|dash|dot|line|star|hash|asterisk|grande|may[uú]scula|min[uú]scula|gui[oó]n|punto"
    r"|arroba|asterisco|signo|raya)\b"
)
_FIRST = (
    r"\W*(?:(?:well|so|okay|ok|uh|um|yes|yeah|it says|it's|i put|s[ií]|pues|a ver|este|es|dice"
    r"|(?:le )?pongo|p[oó]ngame(?: usted)?|put|try)[\s,:]+)*"
)
_NO_WORD = (
    r"\W*(?:and|then|there|y|i|you|he|she|we|they|it|that|there|first|yo|usted|primero|me|se)\b"
)
_READ_BACK = (  # "happy hyphen otter six two", which is no address
    rf"\b[^\W\d_]{{3,20}} (?:hyphen|underscore|gui[oó]n bajo) [^\W\d_]{{3,20}}"
    rf"(?: (?:{number_words()}|\d{{1,4}}))+\b(?! (?:at|arroba|dot|punto)\b)"
)
_LONGEST_FIRST, _LONGEST_PART = 3, 6  # words
_MIXED = r"(?<!\w)(?=[^\W\d]{2,30}\d)[^\W\d]+\d+[^\W\d]*(?!\w)"


def told_in_parts(words: str, context: str) -> Iterator[tuple[int, int]]:
    """Yield where ``words`` tell a password in parts; ``context`` is what was asked before."""
    yield from (found.span() for found in any_case(_READ_BACK).finditer(words))
    if not _is_spoken_of(context):
        return
    for at, sentence in placed(words):
        begin = _begin(sentence)
        said = sentence[begin:].rstrip(" .!?")
        if _is_in_parts(said):
            yield at + begin, at + begin + len(said)
    yield from (found.span() for found in any_case(_MIXED).finditer(words))


def _is_spoken_of(context: str) -> bool:
    is_named = any(map(speaks_of_password, sentences(context)))
    return is_named or bool(any_case(_KEY).search(context))


def _begin(sentence: str) -> int:
    """Return where ``sentence`` comes to the password itself."""
    colon = sentence.find(": ") + 2 if ": " in sentence else 0
    lead = any_case(_FIRST).match(sentence, colon)
    return lead.end() if lead else colon


def _is_in_parts(said: str) -> bool:
    """Say whether ``said`` is a word with signs and figures put behind it one by one."""
    parts = [part for part in _BETWEEN.split(said) if part]
    if len(parts) <= 1 or any_case(_NO_WORD).match(said):
        return False
    is_short = len(parts[0].split()) <= _LONGEST_FIRST
    is_short = is_short and all(len(part.split()) <= _LONGEST_PART for part in parts)
    is_joined = any(any_case(_JOINS).search(part) for part in parts[1:])
    return is_short and is_joined and bool(any_case(_SIGNS).search(" ".join(parts[1:])))
