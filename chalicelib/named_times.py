"""Days and hours as people name them: "Tuesday the ninth", "a las cuatro y media". No I/O.

What is a story's ("on Sundays", "at eighty") is for the reader of the sentence to tell.
"""

import re

from chalicelib.patterns import compiled
from chalicelib.time_to_come import CALENDAR, DAY, DIA, MES, MONTH

_ONES = "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen"
_TEENS = "sixteen seventeen eighteen nineteen"
_UNOS = "uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince"
_DIECI = "dieciséis diecisiete dieciocho diecinueve veinte veintiuno veintidós veintitrés"
_VEINTI = "veinticuatro veinticinco veintiséis veintisiete veintiocho veintinueve"
_NTHS = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth"
    " fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth"
)
_TENS = {"twenty": 20, "twentieth": 20, "thirty": 30, "thirtieth": 30, "forty": 40, "fifty": 50}
_OTHERS = {"noon": 12, "una": 1, "primero": 1, "media": 30, "treinta": 30, "half": 30}
_VALUES: dict[str, int] = {
    **{word: place for place, word in enumerate(f"{_ONES} {_TEENS}".split(), 1)},
    **{word: place for place, word in enumerate(_NTHS.split(), 1)},
    **{word: place for place, word in enumerate(f"{_UNOS} {_DIECI} {_VEINTI}".split(), 1)},
    **_TENS,
    **_OTHERS,
}
_NUMBER = (
    r"(?:(?:twenty|thirty)[- ](?:one|two|three|four|five|six|seven|eight|nine)|"
    rf"{'|'.join(f'{_ONES} {_TEENS} twenty thirty'.split())}|\d{{1,2}})"
)
_NUMERO = rf"(?:{'|'.join(f'{_UNOS} {_DIECI} {_VEINTI} treinta'.split())}|\d{{1,2}})"
_NTH = (
    rf"(?:(?:twenty|thirty)[- ])?(?:{'|'.join(_NTHS.split())}|twentieth|thirtieth|\d{{1,2}}"
    r"(?:st|nd|rd|th))"
)
_DAY = (
    rf"\b(?:{DAY})\b|\b(?:tomorrow|tonight|weekend|this (?:afternoon|morning|evening)|next week)\b"
    rf"|\b(?:the )?{_NTH} of (?:{MONTH})\b|\b(?:{MONTH}) (?:the )?(?:{_NTH}|{_NUMBER})\b"
    rf"|\b(?:the|or|and) {_NTH}(?!\w| (?:time|one|floor|street|grade|of the|day|week|thing))"
    rf"|^\W*{_NTH}(?=[,.])"
    rf"|(?<!los )(?<!todos )\b(?:{DIA})\b|(?<!la )(?<!esta )(?<!por )\bmañana\b|\bhoy mismo\b"
    r"|\bfin de semana\b|\b(?:semana|mes) que (?:viene|entra)\b"
    rf"|\b{_NUMERO} de (?:{MES})\b|\b(?:el|este|próximo|para el) (?:día )?{_NUMERO}(?=[,.;?!]|$"
    r"| (?:a|de|si|sí|por|en|te|no|está)\b)|\bel primero\b"
)
_HOUR = (
    rf"\b(?:at|by|till|until|before|after|around|about|like|from) {_NUMBER}(?: (?:{_NUMBER}|forty"
    r"|fifty|o'clock))?(?=[,.;?!]|$| (?:in|on|that|and|or|with|if|for|to|would|o'clock|tomorrow|is"
    r"|yes|then|sharp|please|works?)\b)"
    rf"|\b{_NUMBER}[- ](?:o'clock|oh five|(?:ten|fifteen|twenty|thirty|forty|fifty)"
    r"(?:[- ]five)?)\b(?! (?:dollars|years|bucks|percent|people|cents))"
    r"|\b\d{1,2}:\d\d\b|\b\d{1,2} ?[ap]\.?m\b|\b(?:at|before|after) (?:noon|lunch)\b|\bhalf past\b"
    r"|\bfirst thing\b"
    rf"|\ba las? {_NUMERO}\b|\b(?:las? )?{_NUMERO} y (?:media|cuarto|quince|veinte)\b"
    rf"|\b(?:después|antes) de las? {_NUMERO}\b|\bal mediodía\b"
)


def names_time(words: str) -> bool:
    """Tell if ``words`` name a day or an hour."""
    return bool(compiled(f"{_DAY}|{_HOUR}").search(_plain(words)))


def names_day(words: str) -> bool:
    """Tell if ``words`` name a day."""
    return bool(compiled(_DAY).search(_plain(words)))


def times(words: str) -> frozenset[str]:
    """Return the days, months and numbers in ``words``, the numbers as digits."""
    found = set()
    for word in re.findall(r"[^\W_]+", _plain(words)):
        digits = re.match(r"\d{1,2}(?!\d)", word)
        if word in CALENDAR or word in ("tomorrow", "mañana", "weekend", "tonight"):
            found.add(word)
        elif word in _VALUES:
            found.add(str(_VALUES[word]))
        elif digits:
            found.add(str(int(digits[0])))
    return frozenset(found)


def _plain(words: str) -> str:
    return re.sub(r"'s\b", " is", words.replace("\u2019", "'").lower())
