"""Secrets that a caller says out loud, taken out before anything leaves for Mem0. No I/O.

Card and account numbers, passwords, one-time codes and government ids, said as figures or as words,
in one turn or over several, in English and Spanish. A number goes when it is so long that it can be
little else, when its shape is a secret's, or when the words around it call it one. Years, prices,
counts, house numbers and telephone numbers stay (docs/decisions.md, "What is redacted").
"""

import re
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import pairwise

from chalicelib.patterns import compiled
from chalicelib.redaction.at_a_lock import at_a_lock
from chalicelib.redaction.beside_card import beside_card
from chalicelib.redaction.check_digit import with_check_digit
from chalicelib.redaction.dials import dials
from chalicelib.redaction.labelled import labelled
from chalicelib.redaction.passwords import passwords
from chalicelib.redaction.scattered import scattered
from chalicelib.redaction.secret_words import (
    UNIT,
    announced,
    asks_for_secret,
    called_secret,
    follows_a_year_word,
)
from chalicelib.redaction.told_clue import told_clues
from chalicelib.redaction.told_figures import told_figures
from chalicelib.redaction.told_in_parts import told_in_parts
from chalicelib.redaction.told_keys import told_keys
from chalicelib.redaction.told_password import told_passwords
from chalicelib.redaction.told_word import told_words
from chalicelib.spoken_numbers import YEAR, Run, runs

MARK = "[•••]"  # the same in every language; a quotation shows it in round brackets

_TOO_LONG = 13  # digits; telephone numbers are shorter
_SHORTEST = 3  # digits of a secret
_FEW_WORDS = 6  # beside a number in an answer that is little else
_LONGEST_ANSWER = 400  # characters; a longer one is more than a number
_FEW_CAPITALS = 3  # words, which may be a code's letters
_MOST_TIMES = 4  # that the rules are applied until nothing changes
_BEFORE = 160  # characters before a number in which it may be announced
_SOCIAL = (3, 2, 4)

Span = tuple[int, int]


def redact(words: str, asked: str = "", awaited: str = "", refused: str = "") -> str:
    """Return ``words`` with MARK in place of each secret.

    ``asked`` is the question they answer, or the name of the item that was collected; ``awaited``
    what was asked or spoken of before, and may be told only now; ``refused`` the sentence by which
    the agent then says that it wants none.
    """
    for _ in range(_MOST_TIMES):
        told = marked(words, _secrets(_lowered(words), asked, awaited, refused))
        if told == words:
            break
        words = told
    return words


def _lowered(words: str) -> str:
    """Return ``words`` in small letters if all are capitals, which tell no letter from a word."""
    lowered = words.lower()
    is_shouted = words.isupper() and len(compiled(r"[^\W\d_]{2,}").findall(words)) > _FEW_CAPITALS
    return lowered if is_shouted and len(lowered) == len(words) else words


def _secrets(words: str, asked: str, awaited: str, refused: str) -> Iterator[Span]:
    yield from (found.span() for found in _shapes().finditer(words))
    yield from passwords(words, asked, MARK)
    secrets = [run for run in runs(words) if _is_secret(run, words, asked)]
    gone = {run.digits for run in secrets if len(run.digits) > _SHORTEST}
    yield from (_with_letters(run, words) for run in secrets)
    yield from (span for run in runs(words) for span in run.among(gone))
    yield from (found.span() for found in _unbroken().finditer(words))
    yield from with_check_digit(words)
    yield from beside_card(words, MARK)
    yield from labelled(words, asked)
    yield from dials(words, asked)
    yield from at_a_lock(words, asked)
    yield from told_figures(words, asked, f"{refused} {awaited}".strip())
    yield from told_passwords(words, f"{refused} {awaited} {asked}")
    yield from told_words(words, asked, awaited)
    yield from told_keys(words, f"{awaited} {asked}", is_refused=bool(refused))
    yield from scattered(words, asked)
    yield from told_clues(words, asked, f"{refused} {awaited}")
    yield from told_in_parts(words, f"{refused} {awaited} {asked}")


def _is_secret(run: Run, words: str, asked: str) -> bool:
    if _has_social(run) or (len(run.digits) >= _TOO_LONG and not _is_list(run)):
        return True
    if len(run.digits) < _SHORTEST or _counts_something(run, words):
        return False
    start, _ = _with_letters(run, words)
    if announced(words[max(0, start - _BEFORE) : start], len(run.digits)):
        return True
    if called_secret(words[run.end : run.end + _BEFORE]):
        return True
    if len(words) > _LONGEST_ANSWER:
        return False
    others = len(words[: run.start].split()) + len(words[run.end :].split())
    return others <= _FEW_WORDS and asks_for_secret(asked, len(run.digits))


def _with_letters(run: Run, words: str) -> Span:
    """Return where ``run`` stands, with the letters that are written together with it."""
    before = re.search(r"(?:\b[A-Z] ?|\w{0,8})\Z", words[max(0, run.start - 8) : run.start])
    after = re.compile(r"\w{0,8}(?:,? (?:hash|pound sign|star|gato|numeral|asterisco)\b)?").match(
        words, run.end
    )
    return run.start - len(before[0] if before else ""), after.end() if after else run.end


def _is_list(run: Run) -> bool:
    """Say whether ``run`` lists years, or counts up."""
    digits = run.digits
    chunks = [digits[at : at + 4] for at in range(0, len(digits), 4)]
    if all(map(YEAR.fullmatch, chunks)) or all(map(YEAR.fullmatch, run.groups)):
        return True
    if YEAR.fullmatch(run.groups[0]) and all(len(group) <= 2 for group in run.groups[1:]):  # noqa: PLR2004
        return True
    if any(len(group) > 3 or not group for group in run.groups):  # noqa: PLR2004
        return False
    numbers = [int(group) for group in run.groups]
    return all(one < other for one, other in pairwise(numbers))


def _has_social(run: Run) -> bool:
    lengths = [len(group) for group in run.groups]
    return any(tuple(lengths[at : at + 3]) == _SOCIAL for at in range(len(lengths) - 2))


def _counts_something(run: Run, words: str) -> bool:
    if _unit().match(words, run.end):
        return True
    is_year = bool(YEAR.fullmatch(run.digits))
    return is_year and follows_a_year_word(words[max(0, run.start - 20) : run.start])


def marked(words: str, spans: Iterable[Span]) -> str:
    """Return ``words`` with MARK in place of what lies in ``spans``."""
    told: list[str] = []
    end = 0
    for start, stop in sorted(span for span in spans if span[0] < span[1]):
        if start >= end:
            told += [words[end:start], MARK]
        end = max(end, stop)
    return "".join([*told, words[end:]])


@cache
def _shapes() -> re.Pattern[str]:
    """Return what no other thing looks like: IBAN, SSN, DNI, NIE, CURP, RFC, Medicare's number."""
    return re.compile(
        r"\b(?:[A-Z]{2}\d{2}(?:[ -]?[A-Z0-9]{4}){2,7}(?:[ -]?[A-Z0-9]{1,4})?"
        r"|\d{3}[- ]\d{2}[- ]\d{4}"
        r"|\d{8}[- ]?[A-HJ-NP-TV-Z]|\d{1,2}\.\d{3}\.\d{3}(?:[- ]?[A-HJ-NP-TV-Z]|-\d)"
        r"|[XYZ][- ]?\d{7}[- ]?[A-Z]"
        r"|[A-Z]{4}\d{6}[HMX][A-Z]{5}[A-Z0-9]\d|[A-ZÑ&]{3,4}-?\d{6}-?[A-Z0-9]{3}"
        r"|[1-9][A-Z][A-Z0-9]\d-?[A-Z][A-Z0-9]\d-?[A-Z]{2}\d{2})\b"
    )


@cache
def _unbroken() -> re.Pattern[str]:
    return re.compile(r"\d(?:[ -]?\d){12,}")


@cache
def _unit() -> re.Pattern[str]:
    return re.compile(UNIT, re.IGNORECASE)
