"""A card's expiry date, told where the agent asks for it: "Nine of twenty-eight". No I/O.

Or in one breath with the number. Only behind one that was taken out a moment ago.
"""

from collections.abc import Iterator, Sequence
from functools import cache

from chalicelib.conversation import Turn
from chalicelib.patterns import any_case
from chalicelib.spoken_numbers import number_words
from chalicelib.time_to_come import MES, MONTH

_MOST_TURNS = 4  # of both sides, since the number was told
_FEW_WORDS = 12  # of a question that asks for nothing else
_ASKED = (
    r"\b(?:expir\w*|exp|good (?:until|through|till|thru)|valid|vence\w*|vencimiento|caduc\w*"
    r"|(?:date|month|fecha|mes)(?: (?:and|y) (?:the )?(?:year|a[ñn]o))? (?:on|of|de|en) (?:it"
    r"|the card|that"
    r"|la tarjeta|ella))\b|^\W*(?:(?:and|then|y|luego) )*(?:the |la )?(?:date|fecha)\W*$"
)


def card_date(words: str, before: Sequence[Turn]) -> Iterator[tuple[int, int]]:
    """Yield where ``words`` tell a card's month and year: asked for last, or behind its number."""
    asked = before[-1].words if before and before[-1].speaker == "agent" else ""
    is_asked = any_case(_ASKED).search(asked) and len(asked.split()) <= _FEW_WORDS
    if is_asked and any("•••" in turn.words for turn in before[-_MOST_TURNS:]):
        yield from (found.span() for found in any_case(_date()).finditer(words))
    for found in any_case(_behind_number()).finditer(words):
        yield found.span("date")


@cache
def _behind_number() -> str:
    """Return the pattern of a date told in one breath with the number: "[•••], and it's 09 29"."""
    return rf"•••\]\W+(?:(?:and|y)\s)?(?:it's|it is|es|exp\w*|vence|hasta)\s(?P<date>{_date()})"


@cache
def _date() -> str:
    number = rf"(?:\d{{1,4}}|{number_words()})"
    month = rf"(?:{MONTH}|{MES}|{number}(?:[\s-]{number})?)"
    joined = r"(?:,? (?:of|slash|and|barra|diagonal|del?) |\s?/\s?|,? )"
    return rf"\b{month}{joined}(?:{number}(?:[\s-]| y )?){{0,3}}{number}\b"
