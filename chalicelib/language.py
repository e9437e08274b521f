"""Which language a caller speaks, from what they said and what ElevenLabs noted. No I/O.

ElevenLabs' ``main_language`` is missing at times and keeps the language in which a call began
(docs/decisions.md, "The caller's language"). What a caller says outweighs it.
"""

import re
from collections.abc import Iterable, Mapping

# The commonest words of a language that are no words of the others here.
_COMMON: Mapping[str, frozenset[str]] = {
    "en": frozenset(
        "the and was were that it's i'm my with they she had have of from this but not you what "
        "there would when don't didn't his her him because about is are for at we he it in to on "
        "so if or by all one out up had an as".split()
    ),
    "es": frozenset(
        "el la los las que y en un una por con para mi su era fue estaba pero muy cuando como "
        "porque yo lo le se del al es está ya qué nos mis usted señora señorita había".split()
    ),
}
_NAMED = {"english": "en", "inglés": "en", "spanish": "es", "español": "es", "castellano": "es"}
_NAME = f"(?P<language>{'|'.join(_NAMED)})"
_FROM_NOW = r"please|from now on|with me|por favor|de ahora en adelante|conmigo"
_NEXT = r"next time|from now on|always|again|la próxima|de ahora en adelante|siempre|mejor"
_WISHES = tuple(
    re.compile(wish, re.IGNORECASE)
    for wish in (
        rf"\b{_NAME},? (?:{_FROM_NOW})\b",
        rf"\b(?:{_NEXT})\b[^.!?]{{0,20}}\b(?:in|en) {_NAME}\b",
    )
)
ENOUGH_WORDS = 8  # common ones; fewer tell a greeting from nobody's language
_LEAD = 2.0  # times as many as of the next language
_WORD = re.compile(r"[^\W\d_]+(?:['\u2019][^\W\d_]+)?")


def of_call(said: Iterable[str], noted: str) -> str:
    """Return the language of a call, as ISO 639-1 (``"es"``); ``noted`` where words don't tell.

    ``said`` are the caller's turns in their order. What they ask for counts ("in Spanish, from now
    on"). Who changes language goes on in the new one, so else the later half counts; the whole if
    that is too short.
    """
    said = list(said)
    wishes = (wish.search(turn) for turn in reversed(said) for wish in _WISHES)
    if wished := next(filter(None, wishes), None):
        return _NAMED[wished["language"].lower()]
    words = [word.replace("\u2019", "'") for turn in said for word in _WORD.findall(turn.lower())]
    return _of(words[len(words) // 2 :]) or _of(words) or noted


def _of(words: list[str]) -> str:
    """Return the language that ``words`` are clearly in, or ``""``."""
    counts = {code: sum(word in common for word in words) for code, common in _COMMON.items()}
    first, second = sorted(counts, key=lambda code: counts[code], reverse=True)[:2]
    is_clear = counts[first] >= ENOUGH_WORDS and counts[first] >= _LEAD * counts[second]
    return first if is_clear else ""
