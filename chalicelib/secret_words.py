"""Words that announce a secret: a number or a password that somebody could misuse. No I/O."""

import re
from functools import cache

# "code" is a secret's name only when none of these makes it another thing.
_OTHER_CODES = (
    r"(?:zip|area|dress|morse|postal|bar|source|building|country|tax|dialing|fire|penal|honor"
    r"|cobol|secret|dna"
    r"|computer|moral|tax|telegraph|my first|c[oó]digo (?:postal|morse|de (?:honor|barras"
    r"|vestir|área|la "
    r"(?:ley|carretera))|civil|penal|genético|secreto))"
)
CODE = (
    r"(?:pin(?: number| code)?|n[ií]p|cvv2?|cvc2?|cid|(?:one[- ]time |security |access "
    r"|verification |gate "
    r"|door |alarm |safe |locker |garage |entry |login |six[- ]digit |four[- ]digit "
    r"|confirmation )*(?:pass|key)?"
    r"code|passcode|password|passphrase|security number|on the back|otp|token|combination"
    r"|n[uú]mero secreto"
    r"|contraseña|clave|c[oó]digo|de atrás|(?:al|del) reverso|combinación)"
)
NUMBER = (
    r"(?:(?:credit|debit|bank|visa|master|gift|insurance|health|medicare|green"
    r"|id)? ?card(?: number)?|visa|"
    r"mastercard|amex|american express|account(?: number)?|routing(?: number)?|sort code|iban"
    r"|clabe|swift|"
    r"medicare(?: number)?|medicaid(?: number)?|tarjeta(?: de crédito| de débito)?"
    r"|cuenta(?: bancaria)?|"
    r"passport(?: number| no)?|pasaporte|(?:driver'?s "
    r"|driving )?licen[sc]e(?! plate)(?: number)?|licencia(?: de "
    r"(?:conducir|manejo))?|tax id|itin|ein|dni|nie|nif|curp|rfc|cédula|matrícula consular"
    r"|n[uú]mero de "
    r"(?:tarjeta|cuenta|pasaporte|afiliación)|railroad retirement(?: people)?"
    r"|retirement number|nss)"
)
SOCIAL = (
    r"(?:social(?: security)?(?: number)?|ssn|(?:n[uú]mero de(?:l)? )?seguro social"
    r"|seguridad social|last four)"
)
_ITS_NAME = r"(?:password|passcode|pass phrase|passphrase|contraseña)"
_PERSONAL_CLAVE = (
    r"(?:(?:mi|su|tu|la|nuestra) clave (?:secreta )?(?:de(?:l| la| mi)? (?:cajero|banco|wifi"
    r"|internet|correo|casa"
    r"|teléfono|cuenta|tarjeta)\w*)|mi clave|la clave)"
)
_IS = r"(?:is|was|are|'s|es|era|:|=|used to be|will be|será)"
_SAYS_NOTHING = (
    r"(?:none|not|no|a|an|in|on|at|too|so|very|something|somewhere|written|gone|wrong|expired"
    r"|the same|my|her|his|"
    r"their|our|your|mine|for|to|long|short|hard|easy|changed|from|of|what|always|never|la|el"
    r"|una?|muy|mi|su|"
    r"demasiado|lo|algo|secret[ao]?|difícil|fácil|larga|corta|incorrecta|vieja|nueva|the|that"
    r"|this|there|here)\b"
)
_REFUSES = (
    r"^\W*(?:no|nope|i|why|what|none|never|sorry|that's|you|don't|we|oh|well|eso|por qué|yo"
    r"|para qué|jamás|es que"
    r"|se me|yes|sí|ask|let me)\b"
)
_LINKED = (
    r"(?:[^.!?\d]{0,60}?\b(?:is|was|are|says|said|es|era|son|dice|decía|used to be|be|number"
    r"|no|número|ends? in"
    r"|ending in|termina en|had|got|sent|read|reads)\b|[^.!?\d]{0,40}?(?:'s|[,:=]|-)|)"
    r"(?:[^.!?\d]{0,25}?[,:]|\s*(?:it's|es|el|la|los|las|the|in|en|number|número|last four"
    r"|like|[a-z]{1,2}))?"
    r"[\s\W]*"
)
_YEAR_BEFORE = (
    r"\b(?:in|since|of|from|until|en|desde|de|del|hasta|back in|by|summer|spring|fall|winter)\s+$"
)
UNIT = (
    r"[\s-]*(?:dollars?|bucks|cents?|years?|months?|days?|hours?|minutes?|pounds?|miles?|feet"
    r"|foot|inches|acres?|"
    r"kids|children|people|men|times|percent|%|pesos?|pesetas?|euros?|años?|meses|días|horas"
    r"|minutos|kilos?|veces"
    r"|metros|por ciento|hijos|a month|al mes|o'clock|st\b|nd\b|rd\b|th\b)"
)


def announced(before: str, digits: int) -> bool:
    """Say whether ``before`` announces that a secret of so many ``digits`` follows it."""
    before = _plain(before)
    if digits >= 3 and _ends(rf"(?<![\w-])(?<!bowling )(?<!rolling )(?:{CODE}|{SOCIAL})\b", before):  # noqa: PLR2004
        return True
    return digits >= 6 and _ends(rf"\b{NUMBER}\b", before)  # noqa: PLR2004


def asks_for_secret(asked: str, digits: int) -> bool:
    """Say whether ``asked``, a question or the name of an item, wants such a secret."""
    asked = _plain(asked).replace("_", " ")
    if digits >= 3 and _search(rf"(?<!\w)(?:{CODE}|{SOCIAL})(?!\w)", asked):  # noqa: PLR2004
        return True
    return digits >= 6 and _search(rf"(?<!\w)(?:{NUMBER}|payment(?: method)?)(?!\w)", asked)  # noqa: PLR2004


def asks_for_password(asked: str) -> bool:
    """Say whether ``asked``, a question or the name of an item, wants a password."""
    asked = _plain(asked).replace("_", " ")
    return _search(
        rf"(?:^|\b(?:your|the|su|tu|la|what|cuál|which)\b[^.!?]{{0,30}}){_ITS_NAME}(?!\w)", asked
    )


def refuses(answer: str) -> bool:
    """Say whether ``answer`` gives no password."""
    return _search(_REFUSES, answer.lower())


def password_said() -> re.Pattern[str]:
    """Return the pattern of a password that is said outright: its group ``secret``."""
    return _compiled(
        rf"(?:\b{_ITS_NAME}\b(?:\s+(?!(?:is|was|es|era)\b)[\w'-]{{1,20}}){{0,4}}?"
        rf"|\b{_PERSONAL_CLAVE})\s{{0,3}}{_IS}"
        rf"\s{{1,3}}(?!{_SAYS_NOTHING})(?P<secret>[^\s][^\n]{{0,80}})"
    )


def _ends(kind: str, before: str) -> bool:
    without_others = _compiled(rf"\b{_OTHER_CODES}(?:[ -]codes?)?\b").sub(" ", before)
    return bool(_compiled(rf"{kind}{_LINKED}$").search(without_others[-120:]))


def follows_a_year_word(before: str) -> bool:
    """Say whether ``before`` ends so that a year follows."""
    return _search(_YEAR_BEFORE, before[-20:].lower())


def _plain(words: str) -> str:
    return words.lower().replace("\u2019", "'")


def _search(pattern: str, words: str) -> bool:
    return bool(_compiled(pattern).search(words))


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)
