"""Regular expressions that are compiled when they are first needed: a cold start has no time."""

import re
from functools import cache


@cache
def compiled(pattern: str) -> re.Pattern[str]:
    """Return ``pattern`` compiled."""
    return re.compile(pattern)


@cache
def any_case(pattern: str) -> re.Pattern[str]:
    """Return ``pattern`` compiled to match letters of either case."""
    return re.compile(pattern, re.IGNORECASE)


def says(pattern: str, words: str) -> bool:
    """Tell if ``pattern`` is in ``words``, in letters of either case and with any apostrophes."""
    return bool(any_case(pattern).search(words.replace("\u2019", "'")))
