"""The right to remember one payload, held by one invocation at a time.

S3's conditional writes decide who holds it: the record is created with ``If-None-Match`` and
changed with ``If-Match``, so that of several invocations exactly one succeeds, and one that was
thought dead finds out before its next step (docs/decisions.md, "Exactly once").
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from chalicelib.archive import Archive, ChangedError, Stored
from chalicelib.record import REMEMBERING, Record, Status, read_record


@dataclass
class Claim:
    """A record that this invocation holds. ``resumed`` when somebody has begun before."""

    archive: Archive
    key: str
    record: Record
    etag: str
    clock: Callable[[], float]
    resumed: bool

    def hold(self, **progress: Any) -> None:
        """Write ``progress`` and hold on; raise ChangedError when somebody else has taken over."""
        self._write(self.record.held_by(self.record.owner, self.clock(), **progress))

    def settle(self, status: Status, **outcome: Any) -> Record:
        """Write how it ended, let go, and return the record.

        Raises ChangedError when somebody else has taken over.
        """
        self._write(self.record.let_go(status, self.clock(), **outcome))
        return self.record

    def _write(self, record: Record) -> None:
        self.etag = _replace(self.archive, self.key, record, self.etag)
        self.record = record


def take(archive: Archive, key: str, owner: str, clock: Callable[[], float]) -> Claim | Record:
    """Return a Claim on the record ``key``, or the record when it is settled or held by another."""
    first = Record(REMEMBERING, owner).held_by(owner, clock())
    try:
        etag = archive.create(key, first.to_json())
    except ChangedError:
        return _take_over(archive, key, owner, clock)
    return Claim(archive, key, first, etag, clock, resumed=False)


def reopen(
    archive: Archive,
    key: str,
    stored: Stored,
    owner: str,
    clock: Callable[[], float],
    **progress: Any,
) -> Claim:
    """Return a Claim on the record ``stored``, which nobody holds, with ``progress`` written.

    Raises ChangedError if it was changed in the meantime.
    """
    mine = read_record(stored.body).held_by(owner, clock(), **progress)
    etag = _replace(archive, key, mine, stored.etag)
    return Claim(archive, key, mine, etag, clock, resumed=True)


def _take_over(
    archive: Archive, key: str, owner: str, clock: Callable[[], float]
) -> Claim | Record:
    stored = archive.read(key)
    if stored is None:
        return take(archive, key, owner, clock)
    found = read_record(stored.body)
    if found.is_settled or (found.is_held(clock()) and found.owner != owner):
        return found
    mine = found.held_by(owner, clock(), attempts=found.attempts + 1)
    try:
        etag = _replace(archive, key, mine, stored.etag)
    except ChangedError:
        return found
    return Claim(archive, key, mine, etag, clock, resumed=True)


def _replace(archive: Archive, key: str, record: Record, etag: str) -> str:
    """Write ``record`` over ``etag``; a write whose answer was lost counts as done."""
    body = record.to_json()
    try:
        return archive.replace(key, body, etag)
    except ChangedError:
        stored: Stored | None = archive.read(key)
        if stored is None or stored.body != body:
            raise
        return stored.etag
