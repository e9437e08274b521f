"""Numbers that were told piece by piece, put together: they are said again whole. No I/O."""

from collections.abc import Iterable, Iterator
from itertools import combinations

from chalicelib.conversation import Turn
from chalicelib.redaction.spoken_codes import codes

_MOST_PIECES = 8  # that are put together
_WHOLE, _LONGEST = 5, 40  # signs of a number


def in_pieces(before: Iterable[Turn], after: Iterable[Turn]) -> Iterator[str]:
    """Yield the numbers whose pieces were taken out of the caller's turns, one after the other.

    One piece may have been put right, so each is also told without it.
    """
    pieces = [
        code.signs
        for was, now in zip(before, after, strict=True)
        if was.speaker == "caller" and was.words != now.words
        for code in codes(was.words)
        if was.words[code.start : code.end] not in now.words
    ][:_MOST_PIECES]
    for first, last in combinations(range(len(pieces) + 1), 2):
        part = pieces[first:last]
        numbers = ["".join(part), *("".join(part[:at] + part[at + 1 :]) for at in range(len(part)))]
        yield from (each for each in numbers if _WHOLE <= len(each) <= _LONGEST)
