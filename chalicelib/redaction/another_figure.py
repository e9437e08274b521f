"""Figures that nobody can misuse, and what they are called: a price, an order, a date. No I/O."""

from chalicelib.patterns import compiled

_MOST = 400  # characters of a sentence that are looked at

OTHER_CODES = (
    r"\b(?:paint|colou?r),? (?:the |its |el )?(?:codes?|c[oó]digo)\b|\b(?:zip|area|postal"
    r"|postcode|post|dress|morse|bar|error|fault|trouble|promo\w*|discount"
    r"|coupon|offer|referral|building|fire|colou?r|paint|item|product|part|country|dialing|gift"
    r"|tax|penal|civil|source|sort of|honou?r) codes?\b|\bpost ?codes?\b"
    r"|\bc[oó]digos? (?:postal(?:es)?|de (?:barras|error|falla|descuento|promoci[oó]n|producto"
    r"|color|vestir|honor|[aá]rea|pa[ií]s)|civil|penal)\b"
    r"|\b(?:up to|to|by|against|per) (?:the )?code\b|\b(?:key|palabras?) (?:point|thing|claves)\b"
)
# Of these a caller tells figures as well, and nobody can misuse them.
_ANOTHER_FIGURE = (
    r"numbers? (?:for|to reach) (?:her|him|them|you|(?:the|your|a|an) (?:coordinator|manager"
    r"|driver|contact"
    r"|husband|wife|mother|father|mom|dad|son|daughter|sister|brother|doctor|office|school|work"
    r"|house|church"
    r"|venue|neighbor|planner|contractor|plumber|realtor|landlord|lawyer))|address|streets?"
    r"|houses?|zip|postal"
    r"|post ?code|phones?|telephones?|cell|mobile|call|reach"
    r"|text|name|date|born|birth\w*|ages?|old|when|years?|times?|days?|how (?:many|much|long|far"
    r"|big|old|tall|wide)|prices?|costs?|paid|sizes?|orders?|models?|serial|plates?|tags?|rooms?"
    r"|apartment|apt|suite|floor|extension|ext|amount|flights?|bus|train|route|highway|exit|meter"
    r"|reading"
    r"|mileage|odometer|weigh\w*|weight|pressure|temperature|invoice|tracking"
    r"|ticket|(?<!last )(?<!first )(?<!other )(?<!next )part|item|product|error|fault"
    r"|paint|promo\w*|discount|coupon|channel"
    r"|page|chapter|verse|psalm|psalms|jersey|regiment|squadron|division|battalion|company|lot"
    r"|engine|locomotive|truck|tractor|score|steps?|count\w*|vin|direcci[oó]n|calle|casa"
    r"|tel[eé]fono|celular|(?<!se )(?<!te )llam\w+|nombre|fecha|naci\w+|edad|cu[aá]ndo|años?"
    r"|horas?|d[ií]as?"
    r"|cu[aá]nt[oa]s?|precios?|pagu?[eéó]|medidas?|talla|pedido|orden|modelo|serie|placas?"
    r"|matr[ií]cula|cuarto|apartamento|departamento|piso|extensi[oó]n|vuelo|cami[oó]n|autob[uú]s"
    r"|tren|ruta|medidor|lectura|kilometraje|peso|presi[oó]n|factura|rastreo"
    r"|was|were|used to|did|era|eran|fue"
    r"|ten[ií]a|boleto|pieza|producto|error|falla|canal|p[aá]gina|cap[ií]tulo"
    r"|equipo|cont(?!ra)\w+"
)


def tells_another(words: str) -> bool:
    """Say whether ``words`` speak of a figure that nobody can misuse: a price, an order, a date."""
    said = words[:_MOST].lower().replace("\u2019", "'")
    named = rf"(?<![\w-])(?:{_ANOTHER_FIGURE}|{OTHER_CODES})(?!\w)"
    return bool(compiled(named).search(said))
