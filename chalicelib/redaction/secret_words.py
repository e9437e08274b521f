"""Words that announce a secret: a number or a password that somebody could misuse. No I/O."""

import re

from chalicelib.patterns import any_case

# "code" is a secret's name only when none of these makes it another thing.
_OTHER_CODES = (
    r"(?:zip|area|error|fault|product|item|paint|colou?r|promo\w*|discount|coupon|offer|dress"
    r"|morse|postal|bar|source|building|country|tax|dialing|fire|penal|honor"
    r"|cobol|secret|dna|computer|moral|tax|telegraph|my first|c[oó]digo (?:postal|morse"
    r"|de (?:honor|barras|vestir|área|la (?:ley|carretera))|civil|penal|genético|secreto))"
)
CODE = (
    r"(?:pin(?: number| code)?|n[ií]p|cvv2?|cvc2?|cid|(?:one[- ]time |security |access "
    r"|verification |gate |door |alarm |safe |locker |garage |entry |login |six[- ]digit "
    r"|four[- ]digit |confirmation )*(?:pass|key)?code|passcode|password|passphrase"
    r"|security number|on the back(?! of (?:the|my|his|her|our|a|an) (?!card))|otp|token"
    r"|combination|n[uú]mero secreto|contraseña|clave"
    r"|c[oó]digo|de atrás|(?:al|del) reverso|combinación)"
)
NUMBER = (
    r"(?:(?:credit|debit|bank|visa|master|gift|insurance|health|medicare|green"
    r"|id)? ?card(?: number)?|visa|mastercard|amex|american express|account(?: number)?"
    r"|routing(?: number)?|sort code|iban|clabe|swift|medicare(?: number)?|medicaid(?: number)?"
    r"|tarjeta(?: de crédito| de débito)?|cuenta(?: bancaria)?|passport(?: number| no)?"
    r"|pasaporte|(?:driver'?s |driving )?licen[sc]e(?! plate)(?: number)?"
    r"|licencia(?: de (?:conducir|manejo))?|tax id|itin|ein|dni|nie|nif|curp|rfc|cédula"
    r"|matrícula consular|n[uú]mero de (?:tarjeta|cuenta|pasaporte|afiliación)"
    r"|railroad retirement(?: people)?|retirement number|nss)"
)
SOCIAL = (
    r"(?:social(?: security)?(?: number)?|ssn|(?:n[uú]mero de(?:l)? )?seguro social"
    r"|seguridad social|last four)"
)
_ITS_NAME = (
    r"(?:pass ?word|passcode|pass ?phrase|contraseña|(?:wi-?fi|internet|network|router)"
    r" (?:word|key|phrase|code)|(?:alarm|safe|safety|code|security|secret|magic|verbal) ?(?:word"
    r"|phrase)|palabra (?:clave|secreta|de (?:la )?(?:alarma|seguridad|paso))"
    r"|clave de(?:l| la)? (?:wi-?fi|internet|portal|correo|red)"
    r"|(?:answer|respuesta) (?:to|a|for) (?:my|the|your|la|mi) (?:security|secret) question"
    r"|maiden name (?:for|at|with) (?:the|my) (?:bank|account|card|credit union))"
)
_PERSONAL_CLAVE = (
    r"(?:(?:mi|su|tu|la|nuestra) clave (?:secreta )?(?:de(?:l| la| mi)? (?:cajero|banco|wifi"
    r"|internet|correo|casa|teléfono|cuenta|tarjeta)\w*)|mi clave|la clave)"
)
_IS = (
    r"(?:is|was|are|to|'s|es|era|:|=|used to be|(?:will|should|would|must|might) be"
    r"|será|sería|debe ser|tiene que ser|(?:,|) it's|(?:,|) it is)"
)
_SAYS_NOTHING = (
    r"(?:none|not|no|a|an|in|on|at|too|so|very|something|somewhere|written|gone|wrong|expired"
    r"|the same|my|her|his|their|our|your|mine|for|to|long|short|hard|easy|changed|from|of|what"
    r"|always|never|la|el|una?|muy|mi|su|demasiado|lo|algo|secret[ao]?|difícil|fácil|larga"
    r"|corta|incorrecta|vieja|nueva|the|that|this|there|here)\b"
)
_REFUSES = (
    r"^\W*(?:it's called|se llama|no|nope|i|why|what|none|never|sorry|that's|you|don't|we|oh|well"
    r"|eso|por qué|yo|para qué|jamás|es que|se me|yes|sí|ask|let me)\b"
)
_LINKED = (
    r"(?:[^.!?\d]{0,60}?\b(?:is|was|are|says|said|es|era|son|dice|decía|used to be|be|number|no"
    r"|número|ends? in|ending in|termina en|had|got|sent|read|reads)\b|[^.!?\d]{0,40}?(?:'s"
    r"|[,:=]|-)|)(?:[^.!?\d]{0,25}?[,:]|\s*(?:it's|es|el|la|los|las|the|in|en|number|número"
    r"|last four|like|(?!at|by|on|to)[a-z]{1,2}))?[\s\W]*"
)
_YEAR_BEFORE = (
    r"\b(?:in|since|of|from|until|en|desde|de|del|hasta|back in|by|summer|spring|fall"
    r"|winter)\s+$"
)
UNIT = (
    r"[\s-]*(?:dollars?|bucks|cents?|years?|months?|days?|hours?|minutes?|pounds?|miles?|feet"
    r"|foot|inches|acres?|kids|children|people|men|times|percent|%|pesos?|pesetas?|euros?|años?"
    r"|meses|días|horas|minutos|kilos?|veces|metros|por ciento|hijos|a month|al mes|o'clock"
    r"|st\b|nd\b|rd\b|th\b)"
)


def announced(before: str, digits: int) -> bool:
    """Say whether ``before`` announces that a secret of so many ``digits`` follows it."""
    before = _plain(before)
    if digits >= 3 and _ends(rf"(?<![\w-])(?<!bowling )(?<!rolling )(?:{CODE}|{SOCIAL})\b", before):  # noqa: PLR2004
        return True
    return digits >= 6 and _ends(rf"\b{NUMBER}\b", before)  # noqa: PLR2004


def called_secret(after: str) -> bool:
    """Say whether ``after`` calls what stands before it a secret: "... is my verification code"."""
    return _search(
        rf"^\W*(?:is|was|es|era)\s+(?:my|the|your|mi|el|la"
        rf"|su)\s+(?:\w+\s){{0,2}}?(?:{CODE})(?!\w)",
        _plain(after),
    )


def asks_for_secret(asked: str, digits: int) -> bool:
    """Say whether ``asked``, a question or the name of an item, wants such a secret."""
    asked = _without_other_codes(_plain(asked).replace("_", " "))
    if digits >= 3 and _search(rf"(?<!\w)(?:{CODE}|{SOCIAL})(?!\w)", asked):  # noqa: PLR2004
        return True
    if _search(r"\b(?:phone|tel[eé]fono)\b", asked):
        return False
    return digits >= 6 and _search(rf"(?<!\w)(?:{NUMBER}|payment(?: method)?)(?!\w)", asked)  # noqa: PLR2004


def asks_for_password(asked: str) -> bool:
    """Say whether ``asked``, a question or the name of an item, wants a password."""
    asked = _plain(asked).replace("_", " ")
    return _search(
        rf"(?:^|\b(?:your|the|su|tu|la|what|cuál|which)\b[^.!?]{{0,30}}){_ITS_NAME}(?!\w)"
        rf"|^(?:[\w-]+ ){{1,2}}{_ITS_NAME}$|^(?:guest |home |house )?wi-? ?fi(?: network)?$",
        asked,
    )


def refuses(answer: str) -> bool:
    """Say whether ``answer`` gives no password."""
    return _search(_REFUSES, answer.lower())


def password_said() -> re.Pattern[str]:
    """Return the pattern of a password that is said outright: its group ``secret``."""
    return any_case(
        rf"(?:\b{_ITS_NAME}\b(?:\s+(?!(?:is|was|es|era|to)\b)[\w'-]{{1,20}}){{0,4}}?"
        rf"|\b{_PERSONAL_CLAVE})\s{{0,3}}{_IS}"
        rf"\s{{1,3}}(?!{_SAYS_NOTHING})(?P<secret>[^\s][^\n]{{0,80}})"
    )


def _ends(kind: str, before: str) -> bool:
    before = _without_other_codes(before)
    return bool(any_case(rf"{kind}{_LINKED}$").search(before[-120:]))


def _without_other_codes(words: str) -> str:
    return any_case(rf"\b{_OTHER_CODES}(?:[ -]codes?|, the codes?)?\b").sub(" ", words)


def follows_a_year_word(before: str) -> bool:
    """Say whether ``before`` ends so that a year follows."""
    return _search(_YEAR_BEFORE, before[-20:].lower())


def _plain(words: str) -> str:
    return words.lower().replace("\u2019", "'")


def _search(pattern: str, words: str) -> bool:
    return bool(any_case(pattern).search(words))
