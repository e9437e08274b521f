"""Numbers as they are said and transcribed: figures in groups, and words. No I/O."""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import cache

from chalicelib.words_of_numbers import HUNDREDS, TEENS, TENS, UNITS

YEAR = re.compile(r"(?:1[5-9]|20)\d\d")

_LONGEST_REPEATED = 40  # digits of a number that is looked for again
_MAGNITUDES = frozenset("hundred thousand mil".split())
_TIMES = {"double": 2, "doble": 2, "triple": 3, "treble": 3}

_BETWEEN = (
    r"[\s,.;:/()_\-\u2010-\u2015]{0,4}(?:(?:and|y|then|luego|después|dash|hyphen|guion|guión"
    r"|space|espacio"
    r"|uh|um|este|left|right|izquierda|derecha)\b[\s,.\-]{0,4}){0,3}"
)


@dataclass(frozen=True)
class Run:
    """Numbers said in a row: where they stand, and their digits in the groups they were said in."""

    start: int
    end: int
    groups: tuple[str, ...]
    ends: tuple[tuple[int, int], ...] = ()  # where each group stands

    @property
    def digits(self) -> str:
        """All digits; of "one hundred" only those that are said, "1"."""
        return "".join(self.groups)

    def among(self, numbers: Collection[str]) -> Iterator[tuple[int, int]]:
        """Yield where groups that follow each other make one of ``numbers``."""
        longest = min(_LONGEST_REPEATED, max(map(len, numbers), default=0))
        for first in range(len(self.groups)):
            digits = ""
            for last in range(first, min(first + longest, len(self.groups))):
                digits += self.groups[last]
                if digits in numbers:
                    yield self.ends[first][0], self.ends[last][1]
                if len(digits) >= longest:
                    break


def runs(words: str) -> Iterator[Run]:
    """Yield the runs of numbers in ``words``, longest first at each place."""
    tokens: list[re.Match[str]] = []
    for token in _token().finditer(words):
        if tokens and not _between().fullmatch(words, tokens[-1].end(), token.start()):
            yield _run(words, tokens)
            tokens = []
        tokens.append(token)
    if tokens:
        yield _run(words, tokens)


def pieces_of(numbers: Collection[str], words: str) -> Iterator[tuple[int, int]]:
    """Yield where three figures and more are said one by one that are part of one of ``numbers``.

    "Two, nine... oh": whoever types them says them so.
    """
    for found in _one_by_one().finditer(words):
        figures = [*_figure().finditer(words, *found.span())]
        digits = "".join(run.digits for each in figures for run in runs(each[0]))
        for at in range(len(figures) - 2):
            if any(digits[at : at + 3] in number for number in numbers):
                yield figures[at].start(), figures[at + 2].end()


def number_words() -> str:
    """Return the pattern of the words that numbers are said with."""
    every = (*UNITS, *TEENS, *TENS, *HUNDREDS, *_MAGNITUDES)
    return "|".join([*sorted(every, key=len, reverse=True), r"un(?= mil\b)"])


def _run(words: str, tokens: list[re.Match[str]]) -> Run:
    groups: list[str] = []
    ends: list[tuple[int, int]] = []
    before = ""
    for at, token in enumerate(tokens):
        apart = at and _apart().search(words, tokens[at - 1].end(), token.start())
        digits, joined = _digits(token, "" if apart else before)
        if joined or (groups and not apart and token["word"]):
            groups[-1] = (groups[-1][:-1] if joined else groups[-1]) + digits
            ends[-1] = (ends[-1][0], token.end())
        else:
            groups.append(digits)
            ends.append(token.span())
        before = (token["word"] or "").lower()
    return Run(tokens[0].start(), tokens[-1].end(), tuple(groups), tuple(ends))


def _digits(token: re.Match[str], before: str) -> tuple[str, bool]:
    """Return the digits of ``token``, and whether they end those of the ten ``before`` it."""
    times = _TIMES.get((token["times"] or "").lower(), 1)
    if token["word"] is None:
        return token["figures"] * times, False
    word = token["word"].lower()
    if word == "un":
        return "1", before in TENS
    if word in UNITS:
        joined = before in TENS and UNITS[word] > 0 and times == 1
        return str(UNITS[word]) * times, joined
    number = TEENS.get(word) or TENS.get(word) or HUNDREDS.get(word)
    return str(number or "") * times, False


@cache
def _token() -> re.Pattern[str]:
    words = number_words()
    times = "|".join(_TIMES)
    return re.compile(
        rf"(?:\b(?P<times>{times})[\s-]{{1,2}})?(?:(?P<figures>\d+)"
        rf"|\b(?P<word>{words})\b)",
        re.IGNORECASE,
    )


@cache
def _figure() -> re.Pattern[str]:
    return re.compile(rf"\b(?:\d|{'|'.join(UNITS)})\b", re.IGNORECASE)


@cache
def _one_by_one() -> re.Pattern[str]:
    figure = _figure().pattern
    return re.compile(rf"{figure}(?:[\s,.…-]{{1,5}}{figure}){{2,11}}", re.IGNORECASE)


@cache
def _apart() -> re.Pattern[str]:
    return re.compile(r"[,.;:/()]|[\-\u2010-\u2015]\s")


@cache
def _between() -> re.Pattern[str]:
    return re.compile(_BETWEEN, re.IGNORECASE)
