"""Waiting while there is time: what a handler does when another, or Mem0, is still at it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, TypeVar

from chalicelib.mem0_errors import MemoryStoreError

FIRST_WAIT_SECS, LONGEST_WAIT_SECS = 0.5, 8.0  # each wait is twice the one before

_Answer = TypeVar("_Answer")


class RememberLaterError(Exception):
    """The time is up while another invocation, or Mem0, was still at it: ask again later."""


@dataclass(frozen=True)
class Patience:
    """How long one invocation may wait. ``clock`` and ``deadline`` are unix seconds."""

    clock: Callable[[], float]
    sleep: Callable[[float], None]
    deadline: float

    def wait(self, secs: float) -> None:
        """Sleep for ``secs``; raise RememberLaterError when that would take too long."""
        if self.clock() + secs > self.deadline:
            raise RememberLaterError("the time is up; another attempt will go on")
        self.sleep(secs)

    def ask(
        self, hold: Callable[[], None], ask: Callable[..., _Answer], *arguments: Any
    ) -> _Answer:
        """Return what ``ask`` answers; when Mem0 says how long to wait, wait and ask again.

        Calls ``hold`` before each request. Raises MemoryStoreError when Mem0 fails otherwise, or
        there is no time left to wait.
        """
        while True:
            hold()
            try:
                return ask(*arguments)
            except MemoryStoreError as error:
                wait_secs = error.retry_after_secs
                if not wait_secs or self.clock() + wait_secs > self.deadline:
                    raise
            self.sleep(wait_secs)


def waits() -> Iterator[float]:
    """Yield seconds to wait, for ever: short ones first, because most waits are short."""
    secs = FIRST_WAIT_SECS
    while True:
        yield secs
        secs = min(2 * secs, LONGEST_WAIT_SECS)
