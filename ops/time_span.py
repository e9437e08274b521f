"""``--since`` and ``--until``: from when on, and before when, a call has begun. In UTC."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, Protocol, TypeVar

import click

_Command = TypeVar("_Command", bound=Callable[..., Any])
_FORMATS = ("%Y-%m-%d", "%Y-%m-%dT%H:%M", "%Y-%m-%dT%H:%M:%S")


@dataclass(frozen=True)
class TimeSpan:
    """Unix seconds; ``None`` where it is open."""

    since: int | None = None
    until: int | None = None

    @property
    def is_open(self) -> bool:
        """Tell if every moment is in it."""
        return self.since is None and self.until is None

    def __post_init__(self) -> None:
        """Refuse a span that holds no moment, as a slip of the command line."""
        if self.since is not None and self.until is not None and self.since >= self.until:
            raise click.UsageError("--since must be before --until.")

    def __contains__(self, at: int) -> bool:
        is_early = self.since is not None and at < self.since
        return not is_early and not (self.until is not None and at >= self.until)


class _Moment(click.ParamType):  # type: ignore[type-arg]
    """A day, or a minute or second of it, in UTC; as unix seconds."""

    name = "time"

    def convert(self, value: Any, param: Any, ctx: Any) -> int:
        """Return the moment in unix seconds."""
        if (moment := _moment(value)) is None:
            told = f"{value!r} is no time; write 2026-11-01 or 2026-11-01T08:30 (UTC)."
            self.fail(told, param, ctx)
        return int(moment.timestamp())


def _moment(written: str) -> datetime | None:
    for form in _FORMATS:
        with suppress(ValueError):
            return datetime.strptime(written, form).replace(tzinfo=UTC)
    return None


class _Option(Protocol):
    """A decorator that leaves a command's type as it is."""

    def __call__(self, command: _Command, /) -> _Command: ...


def _option(name: str, told: str) -> _Option:
    return click.option(name, type=_Moment(), metavar="TIME", help=told)


since_option = _option("--since", "Calls that began then or later, in UTC.")
until_option = _option("--until", "Calls that began before, in UTC.")


def shown(at: float) -> str:
    """Return ``at`` (unix seconds) as people and machines read it; ``""`` for 0."""
    return datetime.fromtimestamp(at, UTC).strftime("%Y-%m-%dT%H:%M:%SZ") if at else ""
