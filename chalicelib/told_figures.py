"""Figures told where a secret is asked for or spoken of, and that are plainly nothing else. No I/O.

When in doubt they are a secret: a door's code or a paper's number that is kept can be misused, and
a count that is lost hardly matters. Years, prices, times, measures, dates, house numbers and
telephone numbers stay. English and Spanish.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from chalicelib.asked_secret import Secrecy, asks_for_paper, secrecy, tells_another, wants
from chalicelib.patterns import compiled
from chalicelib.secret_words import UNIT
from chalicelib.sentences import is_question, placed, sentences
from chalicelib.spoken_codes import Code, codes
from chalicelib.spoken_numbers import YEAR

Span = tuple[int, int]

_FEW = 3  # figures that are a code
_MOST_OF_A_CODE = 8
_FEW_WORDS = 8  # beside figures in a sentence that says little else
_ALMOST_NONE = 3  # of them
_MOST_ASKED = 2_000  # characters of a question, the last ones
_TELEPHONE = (7, 10, 11)  # figures
_EMERGENCY = ("911", "411", "311", "211", "112", "988")
_OF_A_TIME = 4  # at most
_AMOUNT = r"\b(?:hundred|thousand|million|mil|ciento|cien|\w+cient[oa]s|quinient[oa]s)\b"
_NEAR = 60  # characters before figures, and after them
_YEAR_BEFORE = (
    r"\b(?:in|since|of|from|until|till|before|after|by|back in|around|en|desde|de|del|hasta"
    r"|antes de|año|year|summer|spring|fall|winter)\s+(?:the year\s+|el año\s+)?$"
)
_OTHER_BEFORE = (
    r"(?:[$€£]\s?|\b(?:house|apartment|apt|unit|room|suite|floor|lot|route|highway"
    r"|interstate|exit|page|channel|size|door|aisle|bus|flight|model|order|invoice|confirmation"
    r"|tracking|ticket|reference|plate|tag|zip|zip code|area code|extension|ext|chapter|psalm"
    r"|verse|paid|pay|pays|costs?|charge[ds]?|about|around|almost|nearly|over|born|aged?"
    r"|street|avenue|road|calle|casa|apartamento|departamento|piso|cuarto|ruta|carretera|salida"
    r"|p[aá]gina|canal|talla|puerta|cami[oó]n|vuelo|modelo|pedido|orden|factura|placa|postal"
    r"|extensi[oó]n|pagu?[eé]|pag[oó]|cost[oó]|cuesta|como|unos|unas|casi|naci[oó]|cap[ií]tulo"
    r"|january|february|march|april|may|june|july|august|september|october|november|december"
    r"|mondays?|tuesdays?|wednesdays?|thursdays?|fridays?|saturdays?|sundays?)"
    r"(?: (?:is|was|de|era|es|n[uú]mero|number|the))?[\s,#]{1,3})$"
)
_TIME_BEFORE = (
    r"\b(?:at|by|after|before|until|till|around|from|to|between|opens? at|closes? at|(?:a|de|desde"
    r"|hasta|para|como a|son)? ?las?)\s+$"
)
_OTHER_AFTER = (
    r"\W{0,2}(?:[NSEW]\.? |north |south |east |west )?(?:[A-Za-z]+ ){0,2}(?:street|st|avenue|ave"
    r"|road|rd|lane|drive|boulevard|court|place|way|circle|apartments?|building)\b"
    r"|\W{0,2}(?:a\.?m\b|p\.?m\b|o'clock|in the (?:morning|evening|afternoon)|de la (?:mañana"
    r"|tarde|noche)|inch\w*|wide|tall|high|long|by|of (?:them|us|those)|square|gallons?|btu|volts?"
    r"|watts?|amps?|degrees|calorie\w*|members?|patients?|guests?|chairs?|units?|pieces?"
    r"|d[oó]lares|cent[ií]metros|metros|grados|litros|personas|piezas|cajas|sillas"
    r"|de (?:la )?(?:calle|avenida|carretera)|de (?:enero"
    r"|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre"
    r"|ancho|alto|largo))\b|[.,:]\d|\s?[%°]|(?:st|nd|rd|th)\b"
)
_A_NAME = r"\s(?!I\b|Is\b|And\b|But\b)[A-Z][a-z]+"  # "4409 Linden": a house
_CALLED = (
    r"\b(?:call|reach|text|ring|phone|telephone|cell|mobile|home number|ll[aá]m\w+|tel[eé]fono"
    r"|celular|m[oó]vil|whats ?app)\b"
)
_TYPED = (
    r"\b(?:press|punch|dial|enter|type|key|buzz|push|put|hit|use|try|tap|marc\w+|pong\w+|p[oó]ng\w+"
    r"|tecle\w+|presion\w+|apriet\w+|digit\w+|us[ae]|opens? (?:with|on)|set (?:it )?to|still|goes"
    r"|off with|se (?:apaga|abre) con|abre con|apaga con|ponle|it's|it is|es)"
    r"(?: in| it| the| los| las| el| la)?\W{1,3}$"
)
_MILLION = r"\b(?:un\s+)?mill(?:[oó]n|ones),?\s+$"
_TAKEN_OUT = "•••"
_FOR_IT = (
    r"\W{1,2}(?:for|on|at|to|in|en|para|de|del) (?:(?:the|our|my|that|el|la|los|mi)\W)?(?:\w+ )?"
    r"(?:gate|door|alarm|elevator|garage|lock|building|entrance|port[oó]n|puerta|reja|alarma"
    r"|elevador|edificio|entrada|cochera|chapa)\b"
)


def told_figures(words: str, asked: str, awaited: str) -> Iterator[Span]:
    """Yield where ``words`` tell figures that could be misused.

    ``asked`` is what they answer, and ``awaited`` an earlier sentence that has not been answered.
    """
    wanted = max(map(wants, sentences(asked[-_MOST_ASKED:])), default=Secrecy.NONE)
    heard = max(wanted, secrecy(awaited))
    is_old = heard is Secrecy.MAYBE and wanted is Secrecy.NONE
    is_other = heard is Secrecy.NONE and _asks_for_another(asked)
    is_paper = any(map(asks_for_paper, sentences(asked[-_MOST_ASKED:])))
    for at, sentence in placed(words):
        own = secrecy(sentence)
        for told in _figures(sentence):
            if is_old and not own and told.code.digits <= _FEW:
                continue
            if is_paper and told.is_amount and _is_numbered(told):
                before = compiled(_MILLION).search(sentence[: told.code.start].lower())
                yield at + (before.start() if before else told.code.start), at + told.code.end
            elif _is_told(told, heard, own) or (not is_other and _is_unnamed(told)):
                yield at + told.code.start, at + told.code.end
        heard = max(heard, own)


def _asks_for_another(asked: str) -> bool:
    """Say whether what ``asked`` asks, or else tells, is of a figure that nobody can misuse."""
    told = sentences(asked[-_MOST_ASKED:])
    return any(map(tells_another, [each for each in told if is_question(each)] or told))


def _is_numbered(told: "_Told") -> bool:
    """Say whether an amount is a paper's number: so large that little else is said beside it."""
    is_large = bool(compiled(r"\b(?:mil|mill[oó]n|millones)\b").search(told.piece))
    return is_large and told.others <= _FEW and not _is_counted_as_other(told)


def is_plainly_other(words: str, span: Span) -> bool:
    """Say whether the figures in ``span`` of ``words`` are a year, a price, a time or a measure."""
    return _is_plainly_other(_Told.read(Code(*span, words[slice(*span)]), words))


@dataclass(frozen=True)
class _Told:
    """Figures, and what stands beside them in their sentence, in lower case."""

    code: Code
    before: str
    after: str
    is_dictated: bool  # figure by figure, as nobody says how many or when
    is_amount: bool  # "two thousand nineteen"
    is_doubled: bool  # "double four"
    piece: str  # as it was said
    is_named: bool  # a name follows: "4409 Linden"

    @staticmethod
    def read(code: Code, sentence: str) -> "_Told":
        before = sentence[max(0, code.start - _NEAR) : code.start].lower().replace("\u2019", "'")
        after = sentence[code.end : code.end + _NEAR]
        piece = sentence[code.start : code.end].lower()
        is_doubled = bool(compiled(r"\b(?:double|triple|treble|doble)\b").search(piece))
        country = 1 if re.match(r"[A-Z]{2}\d", code.signs) else 0  # "GB" is one part
        is_dictated = code.parts >= _FEW and len(code.signs) <= code.parts + 1 + country
        is_named = code.parts == 1 and bool(compiled(_A_NAME).match(after))
        is_amount = not code.letters and bool(compiled(_AMOUNT).search(piece))
        is_dictated = is_dictated or is_doubled
        return _Told(
            code, before, after.lower(), is_dictated, is_amount, is_doubled, piece, is_named
        )

    @property
    def others(self) -> int:
        """How many words are near them, in their sentence."""
        return len(self.before.split()) + len(self.after.split())

    @property
    def is_beside_a_mark(self) -> bool:
        """Whether a secret was taken out close by, of which they may be a part."""
        return _TAKEN_OUT in self.before + self.after

    @property
    def is_typed(self) -> bool:
        """Whether they are what somebody types, or what something is."""
        return bool(compiled(_TYPED).search(self.before))


def _figures(sentence: str) -> Iterator[_Told]:
    return (_Told.read(code, sentence) for code in codes(sentence))


def _is_told(told: _Told, heard: Secrecy, own: Secrecy) -> bool:
    code = told.code
    is_mixed = code.letters > 0 and len(code.signs) > _FEW and heard is Secrecy.SURE
    if not (heard or own) or (code.digits < _FEW and not is_mixed) or _is_plainly_other(told):
        return False
    is_bare = code.parts == 1 and _FEW < len(code.signs) <= _MOST_OF_A_CODE
    if told.is_dictated or told.is_typed:
        return True
    if heard is Secrecy.SURE and told.others <= _FEW_WORDS:
        return True
    if own is Secrecy.SURE and (is_bare or code.parts >= _FEW):
        return True
    is_for_it = is_bare and bool(compiled(_FOR_IT).match(told.after))
    return is_for_it or (heard is Secrecy.MAYBE and told.others <= _ALMOST_NONE)


def _is_unnamed(told: _Told) -> bool:
    """Say whether figures that nothing names are dictated so that they are a code all the same."""
    code = told.code
    if not told.is_dictated or code.digits < _FEW or _is_plainly_other(told):
        return False
    is_telephone = code.digits in _TELEPHONE and not code.letters and not told.is_beside_a_mark
    if is_telephone or code.signs in _EMERGENCY or _is_counted(code.signs):
        return False
    if len(code.signs) == code.parts + 1 and not told.is_doubled:  # "4, then 7, then 12"
        return False
    return not tells_another(told.before) and (told.is_typed or code.digits > _FEW)


def _is_counted(signs: str) -> bool:
    """Say whether the figures only count: "one, two, three, four"."""
    return signs in "123456789" or signs in "987654321"


def _is_counted_as_other(told: _Told) -> bool:
    """Say whether what stands beside figures makes them a count, a place or a day."""
    if compiled(UNIT).match(told.after) or compiled(_OTHER_AFTER).match(told.after):
        return True
    return told.is_named or bool(compiled(_OTHER_BEFORE).search(told.before))


def _is_plainly_other(told: _Told) -> bool:
    code, before = told.code, told.before
    if _is_counted_as_other(told):
        return True
    if YEAR.fullmatch(code.signs) and compiled(_YEAR_BEFORE).search(before):
        return True
    if told.is_amount and not told.is_dictated:
        return True
    is_time = len(code.signs) <= _OF_A_TIME and not told.is_dictated
    if is_time and compiled(_TIME_BEFORE).search(before):
        return True
    return code.digits in _TELEPHONE and bool(compiled(_CALLED).search(before + told.after))
