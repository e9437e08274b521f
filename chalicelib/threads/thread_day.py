"""The day on which a thread is over: "Tuesday the ninth", said on the second. No I/O."""

import re
from collections.abc import Iterator, Set
from datetime import date, timedelta

from chalicelib.named_times import names_time, times
from chalicelib.patterns import compiled
from chalicelib.time_to_come import DAY, DIA, MES, MONTH

HOUR_DAYS = 7  # within which an hour without a day is over
MOST_MONTHS = 12
LAST_OF_MONTH = 31
_TENS = (20, 30)
_WEEKDAYS = (*(f"{DAY}".split("|")), *(f"{DIA}".split("|")))
_MONTHS = (*(MONTH.split("|")[:12]), *(MES.split("|")[:12]))
_WORD = r"[^\W_]+(?:-[^\W_]+)?"
_DAY_OF_MONTH = (
    rf"\b(?:{'|'.join(_MONTHS)}) (?:the )?(?P<after>{_WORD})"
    rf"|\bthe (?P<before>{_WORD}) of (?:{'|'.join(_MONTHS)})\b"
    rf"|\b(?P<antes>{_WORD}) de (?:{'|'.join(_MONTHS)})\b"
)
_DAY_ALONE = (
    r"\bthe (?P<nth>(?:twenty|thirty)[- ]\w+|\w+th|first|second|third|\d{1,2}(?:st|nd|rd))\b"
    rf"|\b(?:(?:el )?(?:{DIA})|(?:para )?el(?! (?:{DIA})\b)) (?P<num>{_WORD}(?: y un[oa]?)?)\b"
)
_TODAY = r"\b(?:tonight|today|this (?:afternoon|evening|morning)|hoy|esta (?:tarde|noche))\b"
_TOMORROW = r"\btomorrow\b|(?<!la )(?<!esta )(?<!por la )\bmañana\b"
_WEEKEND = r"\bweekend\b|\bfin de semana\b"
_WEEK = r"\bnext week\b|\bsemana que (?:viene|entra)\b|\bpróxima semana\b"
_WEEKDAY = rf"\b(?:{'|'.join(_WEEKDAYS)})\b"
_WITH_DATE = rf"\b({'|'.join(_WEEKDAYS)}),? (?:the \w+|\w+(?=[,.;?!]|$| (?:a|de|sí|por)\b))"
_NEXT = rf"\bnext (?:{DAY})\b|\b(?:{DIA}) que (?:viene|entra)\b|\bpróximo (?:{DIA})\b"


def last_day(thread: str, said_on: date) -> date | None:
    """Return the last day that ``thread``, said on ``said_on``, names, or None."""
    said = re.sub(r"'s\b", " is", thread.lower().replace("\u2019", "'"))
    try:
        found = [day for day in _days(said, said_on) if day >= said_on]
    except (OverflowError, ValueError):  # the end of the calendar
        return None
    if found:
        return max(found)
    is_hour = names_time(said) and bool(times(said)) and not compiled(_DAY_OF_MONTH).search(said)
    return said_on + timedelta(HOUR_DAYS) if is_hour and said_on.year < date.max.year else None


def _days(said: str, said_on: date) -> Iterator[date]:
    dated = list(compiled(_DAY_OF_MONTH).finditer(said))
    numbers = [date_named for one in dated if (date_named := _number(one))]
    yield from filter(None, (_next_date(said_on, *number) for number in numbers))
    rest = compiled(_DAY_OF_MONTH).sub(" ", said) if numbers else said
    alone = [number for one in compiled(_DAY_ALONE).finditer(rest) if (number := _day_number(one))]
    on = {_WEEKDAYS.index(one) % 7 for one in compiled(_WITH_DATE).findall(rest) if len(alone) == 1}
    yield from filter(None, (_next_date(said_on, day, 0, on) for day in alone))
    if not numbers:
        for month in _months(said):
            yield _end_of(said_on, month)
    if not (numbers or alone):
        yield from _relative(said, said_on)


def _relative(said: str, said_on: date) -> Iterator[date]:
    for words, days in ((_TODAY, 0), (_TOMORROW, 1), (_WEEK, 14)):
        if compiled(words).search(said):
            yield said_on + timedelta(days)
    if compiled(_WEEKEND).search(said):
        yield said_on + timedelta(6 - said_on.weekday())
    further = 7 if compiled(_NEXT).search(said) else 0
    for word in compiled(_WEEKDAY).findall(said):
        ahead = (_WEEKDAYS.index(word) % 7 - said_on.weekday() - 1) % 7 + 1
        yield said_on + timedelta(ahead + further)


def _months(said: str) -> Iterator[int]:
    named = rf"\b(?:in|en|by|until|till|of|this|next|para|hasta) ({'|'.join(_MONTHS)})\b"
    for word in compiled(named).findall(said):
        yield _MONTHS.index(word) % 12 + 1


def _number(found: re.Match[str]) -> tuple[int, int] | None:
    """Return day and month that ``found`` names, or None."""
    month = next(one for one in re.findall(_WORD, found[0]) if one in _MONTHS)
    day = _value(found["after"] or found["before"] or found["antes"])
    return (day, _MONTHS.index(month) % 12 + 1) if day else None


def _day_number(found: re.Match[str]) -> int:
    return _value(found["nth"] or found["num"])


def _value(words: str) -> int:
    """Return the day of a month that ``words`` name, or 0."""
    named = times(words.replace("-", " "))
    numbers = sorted((int(one) for one in named if one.isdecimal()), reverse=True)
    if len(numbers) < len(named):  # a weekday or a month is no number
        return 0
    first, *others = numbers or [0]
    is_one = not others or (first in _TENS and sum(others) < _TENS[0] // 2)
    value = sum(numbers) if is_one else 0
    return value if value <= LAST_OF_MONTH else 0


def _next_date(
    said_on: date, day: int, month: int, weekdays: Set[int] = frozenset()
) -> date | None:
    """Return the next date with ``day``, in ``month`` (0: any) and on one of ``weekdays``, if any.

    A weekday that falls on no such date within a year is a slip, and counts for nothing.
    """
    dates = list(_dates(said_on, day, month))
    fitting = [one for one in dates if one.weekday() in weekdays]
    return next(iter(fitting or dates), None)


def _dates(said_on: date, day: int, month: int) -> Iterator[date]:
    for ahead in range(MOST_MONTHS + 1):
        year, place = divmod(said_on.year * 12 + said_on.month - 1 + ahead, 12)
        if month in (0, place + 1) and year <= date.max.year:
            try:
                found = date(year, place + 1, day)
            except ValueError:
                continue
            if found > said_on:
                yield found


def _end_of(said_on: date, month: int) -> date:
    year = said_on.year + (month < said_on.month)
    return date(year + month // 12, month % 12 + 1, 1) - timedelta(1)
