"""A broadcast: what a television, a radio or a waiting line says behind the caller. No I/O."""

import re
from functools import cache

_MOST = 600  # characters that are looked at
_BROADCAST = (
    r"\b(?:stay (?:with us|tuned)|you(?:'re| are) (?:listening to|watching)|we(?:'ll"
    r"| will) be (?:right )?back\b|coming up (?:next|after)|breaking news|after these messages"
    r"|don't touch that dial|that's the (?:news|radio|television|tv)"
    r"|brought to you by|this (?:\w+ )?(?:hour|program|show|segment) is sponsored"
    r"|traffic and weather together"
    r"|that's (?:strike (?:one|two|three)|the \w+ out)\b.{0,12}\bfolks"
    r"|(?:top|bottom) of the (?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth)\b"
    r"|and now for the|come on down(?=\W*$)|schools are closing|(?:lows|highs) (?:tonight"
    r"|tomorrow|today)"
    r"|patrocinad[oa]s? por|bienvenidos (?:de nuevo|otra vez|de vuelta)"
    r"|your call (?:is (?:very )?important|may be|will be)|how may i direct your call|(?:our"
    r"|all) (?:of our )?(?:agents|operators|representatives|lines) are (?:currently )?(?:busy"
    r"|assisting)|please (?:stay on the line|hold)|quédese con nosotros"
    r"|está(?:n)? (?:escuchando|viendo) |no se vayan|en breve regresamos|volvemos (?:en"
    r"|después de)|su llamada (?:es|será|puede)|(?:asesores|agentes|operadores) (?:están"
    r"|se encuentran) ocupados|permanezca en la línea)\b"
)


def is_broadcast(sentence: str) -> bool:
    """Say whether ``sentence`` is a presenter's or a waiting line's, by what only they say."""
    return bool(_broadcast().search(sentence[:_MOST].lower().replace("\u2019", "'")))


@cache
def _broadcast() -> re.Pattern[str]:
    return re.compile(_BROADCAST)
