"""Figures in a sentence, and what stands beside them: a year, a price, a time, a house. No I/O."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from chalicelib.patterns import any_case, compiled
from chalicelib.redaction.secret_words import UNIT
from chalicelib.redaction.spoken_codes import Code, codes
from chalicelib.spoken_numbers import YEAR, runs

Span = tuple[int, int]
FEW = 3  # figures that are a code
TELEPHONE = (7, 10, 11)  # figures
_OF_A_TIME = 4  # at most
_AMOUNT = r"\b(?:hundred|thousand|million|mil|ciento|cien|\w+cient[oa]s|quinient[oa]s)\b"
AND_AN_AMOUNT = (
    r"\b(?:y|and|o|or)\s+(?:\w*cient[oa]s?|quinient\w+|cien|mil|\w+ (?:hundred|thousand))\b"
)
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
    r"|tarde|noche)|inch\w*|wide|tall|high|long|by|of (?:them|us|those)|and a half|y medi[oa]"
    r"|in all|in total"
    r"|altogether|en total|square|gallons?|btu|volts?"
    r"|watts?|amps?|degrees|calorie\w*|members?|patients?|guests?|chairs?|units?|pieces?"
    r"|d[oó]lares|cent[ií]metros|metros|grados|litros|personas|piezas|cajas|sillas"
    r"|de (?:la )?(?:calle|avenida|carretera)|de (?:enero"
    r"|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre"
    r"|ancho|alto|largo))\b|[.,:]\d|\s?[%°]|(?:st|nd|rd|th)\b"
)
_A_NAME = r"\s(?!I\b|Is\b|And\b|But\b)[A-Z][a-z]+"  # "4409 Linden": a house
_LIVES = (
    r"\b(?:mov(?:ed?|ing) (?:in)?to|liv(?:e|es|ed|ing) (?:at|on|in)|address is|(?:here|i'm|we're"
    r"|it's) (?:at|on)"
    r"|vivo en|vive en"
    r"|mud[eé] al?|direcci[oó]n es)\s+$"
)
_OF_A_HOUSE = 5  # figures at most
_CALLED = (
    r"\b(?:call|reach|text|ring|phone|telephone|cell|mobile|home number|ll[aá]m\w+|tel[eé]fono"
    r"|celular|m[oó]vil|whats ?app)\b"
)
_TYPED = (
    r"\b(?:press|punch|dial|enter|type|key|buzz|push|put|hit|use|try|tap|marc\w+|pong\w+|p[oó]ng\w+"
    r"|tecle\w+|presion\w+|apriet\w+|digit\w+|us[ae]|opens? (?:with|on)|set (?:it )?to|still|goes"
    r"|off with|se (?:apaga|abre) con|abre con|apaga con|ponle|it's|it is|es)"
    r"(?: in| it| the| los| las| el| la)?\W{1,3}$"
    r"|\b(?:button|key ?pad|botón|teclado)\b[^.!?]{0,20}\b(?:do|then|haga|luego|despu[eé]s)\W{1,3}$"
)
_PLURAL = (
    r"\s(?!(?:is|this|was|thus|zero(?:e)?s|ceros|nines|eights|sevens|sixes|fives|fours|threes"
    r"|twos|ones"
    r"|times|veces|dashes|minus|menos|entonces|despu[eé]s|digits|d[ií]gitos|letters|letras)\b)"
    r"[^\W\d_]{2,}s\b"
)
_TAKEN_OUT = "•••"


def is_plainly_other(words: str, span: Span) -> bool:
    """Say whether the figures in ``span`` of ``words`` are a year, a price, a time or a measure."""
    said = "".join(run.digits for run in runs(words[slice(*span)]))
    return is_other(Told.read(Code(*span, said or words[slice(*span)]), words))


@dataclass(frozen=True)
class Told:
    """Figures, and what stands beside them in their sentence, in lower case."""

    code: Code
    before: str
    after: str
    is_dictated: bool  # figure by figure, as nobody says how many or when
    is_amount: bool  # "two thousand nineteen"
    is_doubled: bool  # "double four"
    piece: str  # as it was said
    is_grouped: bool  # an amount in pieces: "ochocientos cuarenta y tres, ciento setenta"
    is_named: bool  # a name follows: "4409 Linden"

    @staticmethod
    def read(code: Code, sentence: str) -> "Told":
        """Return the figures of ``code``, which stand in ``sentence``."""
        before = sentence[max(0, code.start - _NEAR) : code.start].lower().replace("\u2019", "'")
        after = sentence[code.end : code.end + _NEAR]
        piece = sentence[code.start : code.end].lower()
        is_doubled = bool(compiled(r"\b(?:double|triple|treble|doble)\b").search(piece))
        country = 1 if re.match(r"[A-Z]{2}\d", code.signs) else 0  # "GB" is one part
        is_dictated = code.parts >= FEW and len(code.signs) <= code.parts + 1 + country
        is_house = bool(compiled(_LIVES).search(before)) and code.digits <= _OF_A_HOUSE
        is_named = (code.parts == 1 or is_house) and bool(compiled(_A_NAME).match(after))
        is_amount = not code.letters and bool(compiled(_AMOUNT).search(piece))
        groups = compiled(r",|\b(?:gui[oó]n|dash|hyphen)\b|\s-\s").split(piece)
        is_grouped = sum(bool(each.strip()) for each in groups) > 1 and code.digits > _OF_A_TIME
        is_dictated = (is_dictated and (is_grouped or not is_amount)) or is_doubled
        return Told(
            code,
            before,
            after.lower(),
            is_dictated,
            is_amount,
            is_doubled,
            piece,
            is_grouped,
            is_named,
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


def figures(sentence: str) -> Iterator[Told]:
    """Return the figures that ``sentence`` tells."""
    return (Told.read(code, sentence) for code in codes(sentence))


def counts_up(signs: str) -> bool:
    """Say whether the figures only count: "one, two, three, four"."""
    return signs in "123456789" or signs in "987654321"


def counts_things(told: Told) -> bool:
    """Say whether a plural follows: "tres rosas, luego dos lirios"."""
    return bool(any_case(_PLURAL).match(told.after))


def is_counted(told: Told) -> bool:
    """Say whether what stands beside figures makes them a count, a place or a day."""
    if compiled(UNIT).match(told.after) or compiled(_OTHER_AFTER).match(told.after):
        return True
    return told.is_named or bool(compiled(_OTHER_BEFORE).search(told.before))


def is_other(told: Told) -> bool:
    """Say whether figures are a year, a price, a time, a measure or a telephone number."""
    code, before = told.code, told.before
    if is_counted(told):
        return True
    if YEAR.fullmatch(code.signs) and compiled(_YEAR_BEFORE).search(before):
        return True
    if told.is_amount and not told.is_dictated and not told.is_grouped:
        return True
    is_time = len(code.signs) <= _OF_A_TIME and not told.is_dictated
    if is_time and compiled(_TIME_BEFORE).search(before):
        return True
    return code.digits in TELEPHONE and bool(compiled(_CALLED).search(before + told.after))
