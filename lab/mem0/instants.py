"""Points in time as Mem0 writes them: ISO 8601 in UTC, here always of one width.

One width makes the texts compare like the times, in Python and in SQLite alike.
"""

from datetime import UTC, date, datetime, time


def instant(unix_secs: float) -> str:
    """Return e.g. ``2026-01-15T10:30:00.000000Z``; ValueError outside the years 1 to 9999."""
    try:
        return _text(datetime.fromtimestamp(unix_secs, UTC))
    except (OverflowError, OSError) as error:
        raise ValueError(f"not a time: {unix_secs}") from error


def read_instant(value: object, *, end_of_day: bool = False) -> str:
    """Return the instant that unix seconds, a date or an ISO 8601 text (UTC if unsaid) stand for.

    A bare date is the first instant of its day, or the last with ``end_of_day``. ValueError if
    ``value`` is none of these.
    """
    if isinstance(value, int | float) and not isinstance(value, bool):
        return instant(value)
    if not isinstance(value, str):
        raise ValueError(f"not a time: {value!r}")
    if len(value) == len("2026-01-15"):
        return _text(datetime.combine(read_date(value), time.max if end_of_day else time.min, UTC))
    moment = datetime.fromisoformat(value)
    try:
        return _text(moment if moment.tzinfo else moment.replace(tzinfo=UTC))
    except OverflowError as error:  # a time zone can push the year over the edge
        raise ValueError(f"not a time: {value!r}") from error


def read_date(value: str) -> date:
    """Return the day that ``YYYY-MM-DD`` names; else ValueError."""
    return datetime.strptime(value, "%Y-%m-%d").replace(tzinfo=UTC).date()


def _text(moment: datetime) -> str:
    naive = moment.astimezone(UTC).replace(tzinfo=None)
    return naive.isoformat(timespec="microseconds") + "Z"
