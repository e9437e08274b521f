"""Codes beside what takes them: a key box and where it hangs, a bank's machine, a lock of letters.

"The key box by the boiler room, seven seven three one", "I put in nineteen thirty-eight and it ate
my card", "it's four letters, K E L P". English and Spanish. No I/O.
"""

from collections.abc import Iterator

from chalicelib.patterns import any_case, compiled
from chalicelib.redaction.secret_words import UNIT
from chalicelib.redaction.spoken_codes import codes
from chalicelib.sentences import placed

_BOX = r"\b(?:(?:key|lock)[ -]?(?:box|safe)|keypad|caja (?:de|con) (?:las )?llaves|teclado)\b"
_SIGNS = 4  # of a code at least, said one by one
_MACHINE = (
    r"\b(?:atm|cash ?point|cajero|(?:bank|cash) machine)\b|\bmachine\b[^.!?]{0,40}\bcard\b"
    r"|\bcard\b[^.!?]{0,40}\bmachine\b"
)
_PUT_IN = (
    r"\b(?:(?:put|punched|keyed) in|typed(?: in)?|entered|met[ií]|puse|marqu[eé]|tecle[eé])"
    r"(?: (?:my|the|mi|el|la))?\s+$"
)
_LETTERS = (
    r"\b(?:three|four|five|six|seven|tres|cuatro|cinco|seis|siete|[3-7]) (?:letters|letras)\b"
)
_OPENS = r"\b(?:lock(?:ed|s)?|padlock|combination|code|candado|combinaci[oó]n|c[oó]digo|clave)\b"
_SPELLED = r"(?<![\w'])(?:[A-ZÑ][\s,.-]{1,3}){2,7}[A-ZÑ](?![\w'])"


def at_a_lock(words: str, asked: str) -> Iterator[tuple[int, int]]:
    """Yield where ``words`` tell such a code; ``asked`` is what they answer."""
    is_at_machine = any_case(_MACHINE).search(words)
    for at, sentence in placed(words):
        box = any_case(_BOX).search(sentence)
        for code in codes(sentence) if box or is_at_machine else ():
            is_told = box and code.start > box.end() and _SIGNS <= code.digits == code.parts
            is_put_in = is_at_machine and any_case(_PUT_IN).search(sentence[: code.start])
            is_code = is_told or (is_put_in and code.digits >= _SIGNS)
            if is_code and not compiled(UNIT).match(sentence[code.end :].lower()):
                yield at + code.start, at + code.end
    if any_case(_LETTERS).search(words) and any_case(_OPENS).search(f"{asked} {words}"):
        yield from (found.span() for found in compiled(_SPELLED).finditer(words))
