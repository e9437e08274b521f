"""A broadcast: what a television or a radio says behind the caller. No I/O."""

import re
from functools import cache

_MOST = 600  # characters that are looked at
_BROADCAST = (
    r"\b(?:stay (?:with us|tuned)|you(?:'re| are) (?:listening to|watching)|we(?:'ll"
    r"| will) be right back|"
    r"coming up (?:next|after)|breaking news|after these messages|don't touch that dial"
    r"|quédese con nosotros"
    r"|está(?:n)? (?:escuchando|viendo) |no se vayan|en breve regresamos|volvemos (?:en"
    r"|después de)|that's the "
    r"(?:news|radio|television|tv))\b"
)


def is_broadcast(sentence: str) -> bool:
    """Say whether ``sentence`` is a presenter's, by what only presenters say."""
    return bool(_broadcast().search(sentence[:_MOST].lower().replace("\u2019", "'")))


@cache
def _broadcast() -> re.Pattern[str]:
    return re.compile(_BROADCAST)
