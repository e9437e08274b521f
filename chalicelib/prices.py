"""Amounts of money in an agent's sentence: what it quotes is nobody's memory. No I/O.

"The plan at nineteen dollars a month", "three eighty-five", "por ochenta pesos".
"""

from collections.abc import Callable
from functools import cache

from chalicelib.patterns import any_case
from chalicelib.spoken_numbers import number_words

_MOST = 2_000  # characters that are looked at
_LEAD = r"(?:\s+(?:at|for|of|costing|cost(?:s|ing)|por|de|a|en|cuesta))?"
_MONEY = (
    r"(?:dollars?|bucks?|cents?|euros?|pesos?|soles|colones|quetzales|usd|eur|mxn"
    r"|d[oó]lar(?:es)?|centavos)"
)
_EVERY = (
    r"(?:\s+(?:(?:a|an|per|each|every|al|la|por|cada)\s+(?:piece|month|hour|night|week|day|year"
    r"|visit|person|head|dozen|mes|hora|noche|semana|día|año|visita|persona|docena)"
    r"|apiece|each|cada un[oa]))?"
)


def without_prices(words: str, is_quoted: Callable[[str], bool] = bool) -> str:
    """Return ``words`` without the amounts of money that are quoted, and what leads to each."""
    if len(words) > _MOST or not any_case(_sign()).search(words):
        return words
    told = any_case(_price()).sub(lambda one: "" if is_quoted(one[0]) else one[0], words)
    return " ".join(any_case(r"\s+(?=[,.;:!?])|,(?=\s*[,.!?])").sub("", told).split())


def is_amount(part: str) -> bool:
    """Tell if ``part`` is nothing but two numbers or more: "three eighty-five"."""
    return bool(
        any_case(rf"^\W*(?:{_number()}[\s-]+)+(?:and\s+|y\s+)?{_number()}\W*$").search(part)
    )


@cache
def _number() -> str:
    return rf"(?:\b(?:{number_words()}|hundred|thousand|mil)\b|\d[\d.,]*)"


@cache
def _price() -> str:
    amount = rf"(?:an?\s+)?{_number()}(?:(?:[\s-]+|\s+(?:and|y)\s+){_number()}){{0,8}}"
    high = (
        rf"\s+(?:at|for|por|en)\s+(?=[^,.;?!]*\b(?:hundred|thousand|mil|\w+cient[oa]s)\b){amount}"
    )
    return (
        rf"{_LEAD}\s+{amount}\s+{_MONEY}\b{_EVERY}|{_LEAD}\s*[$€]\s?\d[\d.,]*\d{_EVERY}"
        rf"|{high}(?=\s*(?:[,.;?!]|$))"
    )


def _sign() -> str:
    return rf"\b{_MONEY}\b|[$€]|\b(?:hundred|thousand|mil|\w+cient[oa]s)\b"
