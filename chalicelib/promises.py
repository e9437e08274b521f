"""Promises: how people leave something open, in English and Spanish, and how they keep it. No I/O.

"Next time I'll tell you about the move", "call me back on Monday", "I haven't told you how it got
stolen", "se lo cuento la próxima".
"""

import re

_TELLING = (
    "tell|talk|read|bring|show|sing|send|ask|look|find|dig|save|write|type|call|explain|print|mail"
    "|pass|come|help"
)
_CONTANDO = (
    "cuent[oe]|contar|platic[oa]r?|digo|tarareo|canto|le[oa]|traigo|busco|enseñ[oa]|pido|pedir"
    "|mando|muestro"
)
_DAY = "monday|tuesday|wednesday|thursday|friday|saturday|sunday"
_DIA = "lunes|martes|miércoles|jueves|viernes|sábado|domingo"
_MONTH = (
    "january|february|march|april|may|june|july|august|september|october|november|december"
    "|christmas|easter|thanksgiving"
)
_MES = (
    "enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre"
    "|navidad"
)
CALENDAR = frozenset("|".join((_DAY, _DIA, _MONTH, _MES)).split("|"))

_PUT_OFF = (
    r"\b(?:next|another|some other|a better) (?:time|day|call|week)\b",
    r"\b(?:some day|not today|a whole other story|remind me)\b",
    r"\b(?:have not|haven't|didn't|did not|never) (?:even |yet )?(?:told you|get to|got to)\b",
    r"\bto tell you yet\b|\bstill (?:to|have to) tell\b",
    rf"\bi(?:'d like| want) to (?:\w+ ){{0,2}}(?:{_TELLING})\b.*\bbut\b",
    r"\b(?:otro día|la próxima|la otra vez|otra ocasión|otra historia|recuérdeme|hoy no)\b",
    r"\b(?:no le he contado|me falta contar)\b",
)
_PROMISED = (
    (
        rf"\bi(?:'ll| will|'m going to| have to|'ve still to) (?!never|not)(?:\w+ ){{0,3}}"
        rf"(?:{_TELLING})\b(?! (?:you )?(?:the truth|(?:what|this|something)[,.!]))(?!.*\bnow\b)"
    ),
    (
        rf"\b(?:luego|después|otro día|mañana|la próxima|el (?:{_DIA})) (?:\w+ ){{0,4}}"
        rf"(?:{_CONTANDO})\b"
    ),
    rf"\b(?:le|te|se l[oa]) (?:{_CONTANDO}) (?:el (?:{_DIA})|luego|después|mañana)\b",
    rf"\b(?:voy a|quiero|quisiera|falta|debo) (?:\w+ ){{0,2}}(?:{_CONTANDO})\w*\b",
)
_ASKED_FOR = (
    rf"\b(?:can|could|would|will) you (?:all |please )?(?:{_TELLING})\b",
    r"^(?:please )?(?:you )?(?:send|tell|ask|remind|print) (?!me (?:a|your)\b)'?\w+",
    r"\b(?:ask (?:her|him|them) about|don't call before|call back)\b",
    r"\bcall me (?:again|back|after|before|in|later|next|on|tomorrow|when you)\b",
    rf"\bsomebody (?:ought to|should|has to|could) (?:{_TELLING})\b",
    r"\b(?:llámeme|hábleme|márqueme|dígales?|pregúntele)\b",
)
_WHEN = (
    rf"(?:next|this|on|by|until|before|after) (?:the )?(?:\w+ )?(?:{_DAY}|week|month)"
    rf"|(?:{_DAY})\b|(?:in|next|before|until|of) (?:{_MONTH})\b|tomorrow"
)
_WILL = r"'ll|will|going|coming|comes|gets|getting|starts|have an?"
_CUANDO = rf"(?:el|este|próximo) (?:{_DIA})|(?:en|para) (?:{_MES})|mañana|la semana que viene"
_HARA = r"vienen?|voy|vamos|va a|me operan|tengo|llega|será"
_COMING = re.compile(
    rf"(?=.*\b(?:{_WHEN}))(?=.*(?:\b|')(?:{_WILL})\b)|(?=.*\b(?:{_CUANDO}))(?=.*\b(?:{_HARA})\b)",
    re.IGNORECASE,
)
_PAST = re.compile(
    r"\b(?:was|were|had|did|went|came|said|told|used to|would|\w{3,}ed|era|fue|iba|fuimos|estaba"
    r"|había|dijo|vino)\b",
    re.IGNORECASE,
)
_FAVOUR = re.compile(
    r"\b(?:can|could|would) you\b|^will you\b|, (?:ok|okay|eh|sí|verdad)\?$", re.IGNORECASE
)
_KEEPING = re.compile(
    r"\b(?:promised|i said|owe you|here it is|i've got|i got|found it|as i said|le debo|prometí"
    r"|aquí (?:la|lo) tengo|ya (?:la|lo) tengo|dije que)\b",
    re.IGNORECASE,
)
_OPEN = re.compile("|".join((*_PUT_OFF, *_PROMISED, *_ASKED_FOR)), re.IGNORECASE)
_OFF = re.compile("|".join(_PUT_OFF), re.IGNORECASE)


def leaves_open(sentence: str) -> bool:
    """Tell if ``sentence`` promises, asks for or announces something that is still to come."""
    if sentence.endswith("?") and not _FAVOUR.search(sentence):
        return False
    return bool(_OPEN.search(sentence)) or _is_coming(sentence)


def puts_off(words: str) -> bool:
    """Tell if ``words`` leave a thing for another time."""
    return bool(_OFF.search(words))


def keeps_word(words: str) -> bool:
    """Tell if ``words`` go back to what was promised."""
    return bool(_KEEPING.search(words))


def _is_coming(sentence: str) -> bool:
    return bool(_COMING.match(sentence)) and not _PAST.search(sentence)
