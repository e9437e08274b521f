"""Questions that only lead over to what follows: "Do you know what a smudge pot is?" No I/O."""

import re
from functools import cache

_LEADS_OVER = (
    r"\b(?:(?:do|did) (?:you|any of you) (?:even )?know|you know|have you (?:ever )?(?:seen|heard"
    r"|tasted|tried)"
    r"|ever (?:see|seen|hear|heard|taste|tasted)|(?:tú |usted )?sabe(?:s|n)?(?: usted)?"
    r"|ha (?:visto|oído|probado)|conoce(?: usted)?)"
    r" (?:what|who|of|how|why|where|an?|the|about|qué|quién|cómo|dónde|lo que|una?|el|la)\b"
    r"(?! (?:time|day|you|your|i'm|i am|i mean|hora|día|le|usted)\b)"
)


def leads_over(question: str) -> bool:
    """Say whether ``question`` names the thing that the caller goes on to tell of."""
    return bool(_pattern().search(question.lower()))


@cache
def _pattern() -> re.Pattern[str]:
    return re.compile(_LEADS_OVER)
