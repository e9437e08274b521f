"""A regular expression that is compiled when it is first needed, since a cold start has no time."""

import re
from collections.abc import Callable, Iterator
from functools import cached_property


class Pattern:
    """What ``re.compile`` of ``parts``, one behind the other, would give, compiled on first use."""

    def __init__(self, *parts: str, flags: int = 0) -> None:
        self._parts, self._flags = parts, flags

    def match(self, text: str) -> re.Match[str] | None:
        """Return the match at the beginning of ``text``."""
        return self._compiled.match(text)

    def search(self, text: str) -> re.Match[str] | None:
        """Return the first match in ``text``."""
        return self._compiled.search(text)

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        """Return all matches in ``text``."""
        return self._compiled.finditer(text)

    def sub(self, put: str | Callable[[re.Match[str]], str], text: str) -> str:
        """Return ``text`` with ``put`` in place of each match."""
        return self._compiled.sub(put, text)

    @cached_property
    def _compiled(self) -> re.Pattern[str]:
        return re.compile("".join(self._parts), self._flags)
