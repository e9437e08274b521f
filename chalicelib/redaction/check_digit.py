"""A number in millions with a check digit behind a dash, as Chile's RUT is said aloud. No I/O.

"Quince millones cuatrocientos ochenta y dos mil trescientos seis, guión ka": nothing else is told
so, whatever names it.
"""

from collections.abc import Iterator
from functools import cache

from chalicelib.patterns import any_case
from chalicelib.spoken_numbers import number_words


def with_check_digit(words: str) -> Iterator[tuple[int, int]]:
    """Yield where ``words`` tell such a number."""
    yield from (found.span() for found in any_case(_said()).finditer(words))


@cache
def _said() -> str:
    number = rf"(?:\d{{1,3}}|{number_words()}|un)"
    numbers = rf"{number}(?:(?:[\s,]{{1,2}}| y ){number}){{0,9}}"
    return (
        rf"\b{numbers} mill(?:ones|[oó]n),? {numbers},?\s(?:con )?(?:gui[oó]n|raya)\s(?:la )?"
        rf"(?:ka|k|{number})\b"
    )
