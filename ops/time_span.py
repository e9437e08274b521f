"""``--since`` and ``--until``: from when on, and before when, a call has begun. In UTC."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, Protocol, TypeVar

import click

_Command = TypeVar("_Command", bound=Callable[..., Any])
_FORMATS = ["%Y-%m-%d", "%Y-%m-%dT%H:%M", "%Y-%m-%dT%H:%M:%S"]


@dataclass(frozen=True)
class TimeSpan:
    """Unix seconds; ``None`` where it is open."""

    since: int | None = None
    until: int | None = None

    @property
    def is_open(self) -> bool:
        """Tell if every moment is in it."""
        return self.since is None and self.until is None

    def __contains__(self, at: int) -> bool:
        is_early = self.since is not None and at < self.since
        return not is_early and not (self.until is not None and at >= self.until)


def _seconds(_: click.Context, __: click.Parameter, moment: datetime | None) -> int | None:
    return int(moment.replace(tzinfo=UTC).timestamp()) if moment else None


class _Option(Protocol):
    """A decorator that leaves a command's type as it is."""

    def __call__(self, command: _Command, /) -> _Command: ...


def _option(name: str, told: str) -> _Option:
    return click.option(name, type=click.DateTime(_FORMATS), callback=_seconds, help=told)


since_option = _option("--since", "Calls that began then or later, in UTC.")
until_option = _option("--until", "Calls that began before, in UTC.")


def shown(at: float) -> str:
    """Return ``at`` (unix seconds) as people and machines read it; ``""`` for 0."""
    return datetime.fromtimestamp(at, UTC).strftime("%Y-%m-%dT%H:%M:%SZ") if at else ""
