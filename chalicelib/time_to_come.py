"""What is still to come: an appointment, a visit, a day that is named. No I/O.

"I'm having the eye done on the twentieth", "they come in May", "el jueves me operan". What is past,
what happens every week, and how old somebody will be is none of it. English and Spanish.
"""

import re

from chalicelib.patterns import any_case

DAY = "monday|tuesday|wednesday|thursday|friday|saturday|sunday"
DIA = "lunes|martes|miércoles|jueves|viernes|sábado|domingo"
MONTH = (
    "january|february|march|april|may|june|july|august|september|october|november|december"
    "|christmas|easter|thanksgiving|new year's?"
)
MES = (
    "enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre"
    "|navidad|semana santa|reyes"
)
CALENDAR = frozenset("|".join((DAY, DIA, MONTH, MES, "santa")).replace(" ", "|").split("|"))

_NTH = (
    r"(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth"
    r"|\w+teenth"
    r"|twentieth|thirtieth|(?:twenty|thirty)[- ]\w+(?:st|nd|rd|th)|\d{1,2}(?:st|nd|rd|th))"
)
_TIME = (
    rf"(?:next|this|on|by|until|till|before|after) (?:the |this )?(?:\w+ )?(?:{DAY}|weekend"
    rf"|month)\b"
    rf"|(?:next|before|until|till|after) (?:the )?(?:week|year|summer|winter|spring|fall"
    rf"|holidays)\b"
    rf"|\b(?:{DAY})\b"
    rf"|\b(?:in|next|before|until|till|of|by|for|at|after) (?:early |late |the end of"
    rf" )?(?:{MONTH})\b"
    rf"|\b(?:{MONTH}) (?:the )?(?:{_NTH}|\d)"
    rf"|\b(?:on|by|until|till|before|after) the {_NTH}(?!\w| (?:time|one|day|of the|floor|street))"
    rf"|\bthe {_NTH} of (?:{MONTH})\b|\btomorrow\b|\b(?:a|one) week from\b"
    r"|\bin (?:a|an|two|three|four|six|ten|\d+|a couple(?: of)?|a few) (?:hour|day|week|month)s?\b"
)
_WILL = (
    r"(?:'ll|\bwill|\bgoing|\b(?:i|we) (?:go|want)|\bi go"
    r"|\b(?:come|get|start|leave|arrive|move|open|graduate|marrie|visit|goe|want)s"
    r"|\b(?:is|are|'s) (?:on|this|next|tomorrow|due)\b|'s due"
    r"|\b(?:i|we|they|you|folks|kids|people) (?:bury|come|leave|fly|move|meet|see|start|get)"
    r"|\b(?:i|we|they)(?: have|'ve got| got|'ve) (?:an?|my|the|our)|\b(?:he|she)(?: has|'s got|"
    r" gets)"
    r"|(?:'m|'re|'s|\bam|\bare|\bis) (?:\w+ing|due|booked|scheduled|supposed|to (?:be|have|come))"
    r"|\bi see (?:the|my|dr)|\bappointment|\bgetting|\bfinds? out)\b"
)
_CUANDO = (
    rf"(?:el|este|próximo|hasta el|para el) (?:{DIA})|(?:en|para|hasta) (?:la )?(?:{MES})\b"
    r"|(?<!la )(?<!esta )\bmañana\b"
    r"|la (?:otra )?semana que (?:viene|entra)|la próxima semana"
    r"|(?:el|la) (?:mes|año|semana) que (?:viene|entra)"
    rf"|\bel (?:día )?[\w ]{{1,20}} de (?:{MES})\b|dentro de (?:un|una|dos|tres|\w+) (?:día"
    rf"|semana|mes)"
    r"|\ben (?:dos|tres|quince|ocho|unos|unas|\d+) (?:días|semanas|meses)\b"
)
_HARA = (
    r"vienen?|nacen?|es|son|voy|vas|vamos|va|van|vuelv[eo]n?"
    r"|me (?:operan|llevan|hacen|quitan|dan|sacan"
    r"|toca|ponen)"
    r"|nos (?:llevan|toca|vamos)|tengo|tenemos|tiene|llegan?|será|se (?:casa|va|muda|gradúa)n?"
    r"|viaj(?:a|o|an)|regres(?:a|o|an)|empiez(?:a|o|an)|hay|\w+(?:aré|eré|iré|ará|erá|irá|arán"
    r"|erán)"
)
_PAST = (
    r"\b(?:was|were|had|did|went|came|said|told|used to|would|back then|got married"
    r"|(?!(?:married|booked|scheduled|supposed|planned|hundred|worried|tired|retired|excited|invited"
    r"|speed|usted|need)\b)"
    r"\w{3,}ed|era|eran|fue|fueron|iba|iban|fuimos|estaba|había|dijo|vino|vinieron|nació|murió"
    r"|died|ate|met|knew|saw|took|gave|lost|bought|brought|wrote|drove|flew|slept|fui|hubo|tuvo"
    r"|(?!(?:sí|así|aquí|ahí|allí|mí|qué|porqué|café|sé|esté|dé|té|josé)\b)\w+(?<!r)[éí]"
    r"|\w{2,}(?:aron|ieron|aba|aban))\b"
    rf"|\b(?:last|that) (?:{DAY}|week|year|month|summer|winter)\b"
)
_REASON = (
    r"^\W*(?:y |and )?(?:es que|it's because)\b.*|(?<!\w)(?:because|'cause|cause|porque|ya que)\s.*"
)
_STATE = r"\b(?:till|until|hasta)(?: (?:the|after|el|la|los))? \w+"
_HABIT = (
    rf"\b(?:every|each|always|usually|normally|whenever|most (?:days|weeks)|(?:{DAY})s|siempre|cada"
    r"|todos los|todas las|sábados|domingos|suelo|suele)\b"
    rf"|\b(?:{DAY})(?:,| and|, and) (?:and )?(?:{DAY})\b|\b(?:{DIA})(?:,| y) (?:el )?(?:{DIA})\b"
)
_NUMBER = (
    r"(?:ten|eleven|twelve|\w+teen|\w+ty(?:[- ](?:one|two|three|four|five|six|seven|eight|nine))?"
    r"|\d{2,3})"
)
_AGE = (
    rf"\b(?:be|turn(?:s|ing)?|i'm|i am|he's|she's) {_NUMBER}\b|^\W*{_NUMBER} (?:in|on|next)\b"
    r"|\b(?:cumpl|voy a cumpl)\w+|\bbirthday\b"
)
_CLAUSE_END = re.compile(r"[,;:]\s|\s(?:but|because|pero|porque|que ya)\s")
_FRAGMENT = 4  # words


def is_to_come(sentence: str) -> bool:
    """Tell if ``sentence`` says that something happens at a time that is still to come."""
    said = sentence.replace("\u2019", "'")
    if any_case(_HABIT).search(said) or any_case(_AGE).search(said):
        return False
    said = any_case(f"{_REASON}|{_STATE}").sub("", said)
    whole = has_time(said) and not is_past(said)
    parts = [said] if whole else _CLAUSE_END.split(said)
    return any(_is_coming(part) for part in parts)


def has_time(sentence: str) -> bool:
    """Tell if ``sentence`` names a day or a time that may be still to come."""
    return bool(any_case(f"{_TIME}|{_CUANDO}").search(sentence.replace("\u2019", "'")))


def is_only_time(sentence: str) -> bool:
    """Tell if ``sentence`` is a time and little else: "At Easter.", "En julio."."""
    return len(sentence.split()) <= _FRAGMENT and has_time(sentence)


def is_past(sentence: str) -> bool:
    """Tell if ``sentence`` tells of what has been."""
    return bool(any_case(_PAST).search(sentence))


def _is_coming(part: str) -> bool:
    if is_past(part):
        return False
    english = any_case(_TIME).search(part) and any_case(_WILL).search(part)
    return bool(
        english or (any_case(_CUANDO).search(part) and any_case(rf"\b(?:{_HARA})\b").search(part))
    )
