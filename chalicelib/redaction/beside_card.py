"""What is said beside a card's number and pays with it: its expiry date and its code. No I/O."""

import re
from collections.abc import Iterator

from chalicelib.patterns import any_case
from chalicelib.redaction.secret_words import UNIT
from chalicelib.spoken_numbers import number_words, runs
from chalicelib.time_to_come import MES, MONTH

_CODE_DIGITS = (3, 4)
_MOST_DATE = 8  # digits
_NEAR = 80  # characters before and after a number
_CARD = r"\b(?:card|visa|mastercard|amex|tarjeta)\b"
_BEHIND = (
    r"(?:\b(?:behind|back|reverse|other side|atrás|detrás|reverso|dorso|numerito"
    r"|(?:little|small|short|tiny|security) (?:number|one|code))\b(?:['\u2019]s)?(?: (?:of|on"
    r"|de)? ?(?:it|the card"
    r"|there|la tarjeta|ella))?)(?:\W+(?!(?:in|at|on|en|of|de|a|by|for|around|about|before|after"
    r"|tomorrow|today|\w+day)\b)"
    r"[a-zñáéíóú']+){0,3}\W*$"
)
_ON_THE_BACK = (
    r"^\W*(?:(?:is|are|it's|on|at|from|in|es|está|al|del|en|por)\W+)*(?:(?:the|el|lo de)\W+)?"
    r"(?:back|behind|reverse|other side|atrás|detrás|reverso|dorso)\b"
)
_EXPIRES = (
    r"\b(?:exp(?:ir\w+|iry)?|(?:the |its |expiry |expiration )?date|valid|good (?:until|till"
    r"|through|thru|to)|runs (?:out|to|till?|until|through)"
    r"|venc\w+|caduc\w+|válida|expira\w*|(?:la )?fecha)\b(?:[^,;.!?\[]"
    r"|,\s(?:uh|um|er|eh|este|a ver|let me see|say|like|it's|is|es)\b){0,40},?\s{0,2}$"
)


_COUNTED = rf"{UNIT}|\sof (?:them|us|those)\b"
_MONTH = rf"(?:{MONTH}|{MES})"
_DATE_NEXT = (  # "[•••]. March of twenty-nine", "[•••], agosto del veintiocho"
    rf"•••\]\W{{1,4}}(?:(?:and|y|it's|es|exp\w*)\W{{1,4}}){{0,2}}(?P<date>{_MONTH},? (?:(?:of"
    rf"|del?) )?"
    rf"(?:(?:\d{{2,4}}|{number_words()})[\s-]?){{1,3}})(?=\W*$|[.,;!?]|\s(?:and|y)\b)"
)


def beside_card(words: str, mark: str) -> Iterator[tuple[int, int]]:
    """Yield where ``words`` hold a card's expiry date or code.

    ``mark`` stands where a card's number was; else a card must be spoken of.
    """
    if not (mark in words or _found(_CARD, words)):
        return
    for found in any_case(_DATE_NEXT).finditer(words):
        yield found.start("date"), found.start("date") + len(found["date"].rstrip())
    for run in runs(words):
        before, after = words[max(0, run.start - _NEAR) : run.start], words[run.end :][:_NEAR]
        is_behind = _found(_BEHIND, before) or _found(_ON_THE_BACK, after)
        is_code = is_behind and len(run.digits) in _CODE_DIGITS
        is_code = is_code and not any_case(_COUNTED).match(words, run.end)
        is_date = mark in before and _is_date(run.digits) and _found(_EXPIRES, before)
        if is_code or is_date:
            yield run.start, run.end


def _is_date(digits: str) -> bool:
    """Say whether a card may expire then: no year of a life that is long past."""
    return len(digits) <= _MOST_DATE and not re.fullmatch(r"1[89]\d\d", digits)


def _found(pattern: str, words: str) -> bool:
    return bool(any_case(pattern).search(words))
