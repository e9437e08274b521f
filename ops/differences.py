"""Where two JSON values differ. No I/O."""

from collections.abc import Iterator, Mapping
from typing import Any


def differences(one: Any, other: Any, path: str = "") -> Iterator[str]:
    """Yield the paths (``a.b.c``) at which two values differ.

    A part that is missing, ``None`` and one that is empty are the same: some say nothing so, some
    so.
    """
    if isinstance(one, Mapping) or isinstance(other, Mapping):
        here, there = (part if isinstance(part, Mapping) else {} for part in (one, other))
        for name in sorted({*here, *there}):
            below = f"{path}.{name}" if path else name
            yield from differences(here.get(name), there.get(name), below)
    elif one != other and (one or other):
        yield path
