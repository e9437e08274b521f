"""Whom a sentence speaks to: "See you on Friday, Mrs. Rowe." No I/O."""

import re

from chalicelib.time_to_come import CALENDAR

_TITLE = r"(?:(?:Mr|Mrs|Ms|Miss|Dr|Professor|[Ss]eñor|[Ss]eñora|[Ss]eñorita|[Dd]on|[Dd]oña)\.?\s+)?"
_NAME = r"[A-ZÁÉÍÓÚÑ][\w'’-]*"
_ADDRESSED = re.compile(rf",\s+(?P<name>{_TITLE}{_NAME}(?:\s{_NAME}){{0,2}})(?=[.!?…]*\s*$)")


def unaddressed(sentence: str) -> str:
    """Return ``sentence`` without the name at its end by which it speaks to somebody.

    An agent may have misheard it; a day or a month is no name.
    """
    found = _ADDRESSED.search(sentence)
    if not found or found["name"].lower() in CALENDAR:
        return sentence.strip()
    return (sentence[: found.start()] + sentence[found.end() :]).strip()
