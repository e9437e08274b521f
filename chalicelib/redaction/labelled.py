"""Secrets that are told by the name before them: of a lock, a card, a contract. No I/O.

"The key box is three five eight two", "member id W 2 2 9 8", "left thirty-one, right eight, ...":
figures and letters in any mixture, in English and Spanish. Beside them what has a shape that no
other thing has, and long mixtures that nothing calls an order's, a part's or a car's.
"""

import re
from collections.abc import Iterator

from chalicelib.patterns import any_case
from chalicelib.redaction.figures import AND_AN_AMOUNT, counts_up
from chalicelib.redaction.secret_words import UNIT
from chalicelib.redaction.spoken_codes import Code, codes

_LOCK = (
    r"(?:security (?:digits|numbers?)|(?:three|four|tres|cuatro) (?:digits|numbers|figures"
    r"|n[uú]meros|d[ií]gitos)|combo|pin|lock ?box"
    r"|key ?box|key ?safe|keypads?|key pad|padlock|(?:combination|bike|door) lock|gate"
    r"|garage(?: door)?|alarm|(?:the|a|my|our|floor|wall|gun|fire|office) safe|vault|strong ?box"
    r"|locker|caja fuerte|caja de (?:las )?llaves|cajita|candado|port[oó]n|reja|cochera|alarma"
    r"|entry ?phone|call box|intercom)"
)
# Of these much is said that is no secret, so that only what they are, or take, is one.
_DOOR = r"(?:door|elevator|lock|puerta|elevador|chapa|cerradura)"
_TAKES = (
    r",?(?: (?:of|de) \w+(?: \w+)?)? ?(?:is|it's|that's|takes?|es|lleva)(?: (?:el|the))?\W{1,2}"
)
_PAPER = (
    r"(?:policy|member(?:ship)?(?:'s)?(?: id| card)?|subscriber|insured|insurance|medicare"
    r"|medicaid|group|account|accounts?|passport|alien|green card"
    r"|(?:driver'?s )?licen[sc]e(?! plate| tag)|registration|beneficiary|claimant|patient|tax|ein"
    r"|itin|uscis|dni|nie|nif|curp|rfc|c[eé]dula|p[oó]liza|pasaporte|licencia|permit|permiso"
    r"|soci[oa]"
    r"|afiliaci[oó]n|afiliad[oa]|beneficiari[oa]|asegurad[oa]|seguro|expediente|cuenta|tarjeta"
    r"|carnet|routing|blue cross|aetna|cigna|humana|health ?card|va|kaiser|anthem"
    r"|united ?health\w*|imss|issste|elector|wi-?fi|internet|pass ?code|pass ?word|pin|otp|token"
    r"|verification)"
)
_IDS = r"(?:id(?: number)?|identification|n[uú]mero|number|no\.?|num|#|code|key|c[oó]digo)"
_LAST = (
    r"(?:(?:ends? (?:in|with)|ending(?: in| with)?)|(?:termina(?:da)?|acaba(?:da)?) en|last four"
    r"|[uú]ltimos cuatro)"
)
_LINK = (
    r"(?:(?:[^.!?;\d]{0,60}\b(?:is|are|it's|its|that's|says?|reads?|es|son|dice|era|was|number"
    r"|n[uú]mero|id|with|con|takes?|puse|pongo|put|typed|tried|enter|press"
    r"|punch(?: in)?|dial|marqu?e|use|code|c[oó]digo)"
    r"|(?:[^.!?;\d]{0,40}(?:'s|\u2019s|[,:=])))?[\s,:#]{0,3}(?:(?:el|la|the|it's|es|un|number"
    r"|n[uú]mero|code)[\s,:]{1,3}){0,2})"
)
_NEXT = r"[^.!?;\d]{0,40}[.!?;]\s+(?:(?:it's|it is|the number is|the code is|es|es el|son)\s+)?"
_OTHER_THINGS = (
    r"\b(?:plates?|tags?|placas?|matr[ií]cula|order|pedido|orden|invoice|factura|tracking|flight"
    r"|vuelo|serial|serie|model|modelo|part|pieza|vin|confirmation|confirmaci[oó]n|reservation"
    r"|reservaci[oó]n|booking|reference|referencia|ticket|boleto|prescription|receta|rx|case|phone"
    r"|tel[eé]fono|celular|cell|call|call me|due|expires?|renews?|vence|cuesta|costs?|since|desde"
    r"|zip|street|calle|ave(?:nue)?|road|apartment|apt|room|cuarto|floor|for)\b[^.!?]{0,40}$"
)
_WHICH_LOCKER = r"\b(?:locker|casillero)\b(?:'s)?[^.!?]{0,25}\b(?:number|n[uú]mero|no\.?)\W*$"
_STREET = (
    r"\W{0,2}(?:[NSEW]\.? |north |south |east |west )?(?:[A-Za-z]+ ){0,2}(?:street|st|avenue|ave"
    r"|road|rd|lane|drive|boulevard|court|place|way)\b|\W{0,2}(?:a\.?m|p\.?m|o'clock|a year"
    r"|a month|al año|al mes|members?|patients?|people|accounts?|miles)\b"
)
_SHAPES = (
    r"[1-9][A-Z][A-Z0-9]\d[A-Z][A-Z0-9]\d[A-Z]{2}\d{2}|\d{8}[A-HJ-NP-TV-Z]|[XYZ]\d{7}[A-Z]"
    r"|[A-Z]{4}\d{6}[HMX][A-Z]{5}[A-Z0-9]\d|[A-ZÑ]{3,4}\d{6}[A-Z0-9]{3}"
)
# "Wifi is Bluebird77": a word with figures is a key even where nothing calls it a password.
_KEY = (
    r"\b(?:wi-?fi|pass ?word|passcode|contraseña|clave|log ?in|my (?:thing|handle)|(?:the|its) key)"
    r"(?: (?:is|es|it's|key|code)"
    r"|'s)?[\s:,]{1,3}(?:capital"
    r" )?(?P<key>(?=[^\d\s]{0,30}\d)(?=[^\s]{0,30}[^\W\d])[\w!@#$%&*+-]{4,40}"
    r"(?:,? (?:with an? )?capital \w)?(?:,? and then \w{2,20}(?: \w{2,20})?)?)"
)
_LONGEST_QUESTION = 300  # characters of it that are looked at
_FEW_WORDS = 6  # beside a code in an answer that is little else
_BEFORE = 120  # characters before a code in which it may be named
_OF_A_LOCK = 3  # figures
_LAST_FOUR = 4
_OF_A_TEXT = 6  # figures of a code that was sent
_OF_A_PAPER = 5  # letters and figures
_LONG = 10  # letters and figures that are a secret though nothing names them
_EIGHT = 8  # figures said by ones and twos, too many for anything else
_MIXED = 3  # of each, in such a one
_TELEPHONE = (10, 11)  # figures
_LOCAL = 7  # figures of a telephone number without its area
_SOMEBODYS = (
    r"\b(?:numbers? (?:for|to reach) (?:you|him|her|them)|(?:his|her|their|phone) numbers?)\b"
)
_REACHED = (
    r"\b(?:call|reach|text|ring|(?:my|his|her|phone|cell) number|phone|cell|ll[aá]m\w+|tel[eé]fono"
    r"|celular|m[oó]vil)\b"
)


def labelled(words: str, asked: str = "") -> Iterator[tuple[int, int]]:
    """Yield where ``words`` hold a code that the words around it make a secret.

    ``asked`` is the question they answer.
    """
    is_asked = _is_asked(asked)
    for code in codes(words):
        if code.digits == _LOCAL and not code.letters and any_case(_SOMEBODYS).search(asked):
            continue
        if _is_secret(code, words) or (is_asked and _is_an_answer(code, words)):
            yield code.start, code.end
    yield from (found.span("key") for found in any_case(_KEY).finditer(words))


def _is_asked(asked: str) -> bool:
    """Say whether ``asked`` wants the number of a contract, a lock or a paper."""
    named = rf"\b(?:{_PAPER}|{_LOCK})\b"
    wanted = (
        rf"{named}\W{{1,2}}(?:\w+\W){{0,2}}{_IDS}\b|\b{_IDS} (?:del?|of|on|for)\b.{{0,30}}{named}"
    )
    other = r"\b(?:phone|call|tel[eé]fono|llamar|order|plate|placa)\b"
    asked = asked.lower()[-_LONGEST_QUESTION:]
    return bool(any_case(wanted).search(asked)) and not any_case(other).search(asked)


def _is_an_answer(code: Code, words: str) -> bool:
    beside = len(words[: code.start].split()) + len(words[code.end :].split())
    return beside <= _FEW_WORDS and len(code.signs) > _OF_A_LOCK and code.digits >= _OF_A_LOCK


def _is_secret(code: Code, words: str) -> bool:
    if re.fullmatch(_SHAPES, code.signs):
        return True
    before = words[max(0, code.start - _BEFORE) : code.start].lower().replace("\u2019", "'")
    after = words[code.end : code.end + _BEFORE].lower()
    if any_case(UNIT).match(after) or any_case(_STREET).match(after):
        return False
    if any_case(_OTHER_THINGS).search(before):
        return False
    if code.digits >= _OF_A_LOCK and not code.letters and _is_of_a_lock(before, after):
        return True
    if len(code.signs) >= _OF_A_PAPER and _ends(rf"\b{_PAPER}(?:\W{{1,2}}{_IDS}\b)?", before):
        return code.digits >= _MIXED
    return _is_a_short_one(code, before) or _is_long(code) or _is_dictated(code, before, words)


def _is_a_short_one(code: Code, before: str) -> bool:
    """Say whether ``code`` is a card's last figures, or was sent in a text message."""
    label = {_OF_A_TEXT: r"\b(?:text|sms|mensaje)", _LAST_FOUR: rf"\b{_LAST}"}.get(code.digits)
    return bool(label) and not code.letters and _ends(str(label), before)


def _is_long(code: Code) -> bool:
    """Say whether ``code`` is a long mixture, in one piece or said sign by sign."""
    is_mixed = len(code.signs) >= _LONG and min(code.letters, code.digits) >= _MIXED
    is_spelled = code.parts > _FEW_WORDS and len(code.signs) <= 2 * code.parts
    return is_mixed and (code.parts == 1 or is_spelled)


def _is_dictated(code: Code, before: str, words: str) -> bool:
    """Say whether ``code`` is so many figures, said one by one, that they are of a paper.

    Ten or eleven are a telephone number.
    """
    if counts_up(code.signs) or any_case(AND_AN_AMOUNT).search(words, code.start, code.end):
        return False
    by_twos = code.digits >= _EIGHT and len(code.signs) <= 1.5 * code.parts
    is_one_by_one = code.parts >= _OF_A_TEXT and (len(code.signs) <= code.parts + 1 or by_twos)
    is_telephone = code.digits in _TELEPHONE or bool(any_case(_REACHED).search(before))
    return is_one_by_one and code.digits >= _OF_A_TEXT and not is_telephone


def _is_of_a_lock(before: str, after: str) -> bool:
    if any_case(_WHICH_LOCKER).search(before):
        return False
    if any_case(rf"\b(?:{_LOCK}\b(?:{_LINK}|{_NEXT})|{_DOOR}{_TAKES})$").search(before):
        return True
    opens = r"\b(?:opens?|se abre|abre) (?:with|con|by)\b\W*$"
    types = r"\b(?:punch|key|type|dial|enter|press|marqu?e|teclee?)(?: in)?\W+$"
    at_it = rf"[^.!?]{{0,30}}\b(?:{_LOCK}|door|puerta)\b"
    is_typed = bool(any_case(types).search(before)) and bool(any_case(at_it).match(after))
    return is_typed or bool(any_case(opens).search(before))


def _ends(label: str, before: str) -> bool:
    return bool(any_case(rf"{label}(?:{_LINK}|{_NEXT})$").search(before))
