"""The sweep: what is archived and not remembered yet is remembered, oldest first, in bounded time.

Two lists tell what to look at: the marks under ``unsettled/``, which are few, and the payloads
without a record in the next slice of the archive (``lost.py``). A run that has no time left, or
dies, is gone on with by the next one (docs/decisions.md, "The sweep").
"""

import json
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import asdict, dataclass, field
from typing import TYPE_CHECKING

from chalicelib import correlation
from chalicelib.archive import Archive, Listed
from chalicelib.layout import SWEEP_POSITION, UNSETTLED, conversation_of, marked_payload, record_key
from chalicelib.lost import MOST_COMPARED, find_lost
from chalicelib.mem0_errors import MemoryStoreError
from chalicelib.parking import is_refused
from chalicelib.patience import RememberLaterError
from chalicelib.record import Record, read_record
from chalicelib.remember import Rememberer

if TYPE_CHECKING:
    from aws_lambda_powertools import Logger

GRACE_SECS = 300  # what is younger is in the hands of S3's notification and Lambda's retries
MOST_FAILURES = 3  # in a row: then Mem0 is not there, and asking on would only count as attempts
UNREMEMBERED = frozenset({"failed", "refused", "held", "left"})


@dataclass(frozen=True)
class Position:
    """Where a run has ended: what it compared last, and what it began to work on last."""

    compared: str = ""
    at: float = 0.0
    key: str = ""


@dataclass
class Swept:
    """What one run has found and done: how often each outcome came."""

    lost: int = 0  # payloads of which the handler was never told
    outcomes: Counter[str] = field(default_factory=Counter)
    oldest: float | None = None  # when the oldest was archived that is still to be remembered
    failures: int = 0  # in a row

    def note(self, waiting: Listed, outcome: str) -> None:
        """Count ``outcome`` of the payload that ``waiting`` names."""
        self.outcomes[outcome] += 1
        if outcome in UNREMEMBERED:
            self.oldest = min(self.oldest or waiting.at, waiting.at)
        self.failures = self.failures + 1 if outcome in {"failed", "left"} else 0


@dataclass(frozen=True)
class Sweep:
    """One run. ``until`` (unix seconds) is when it begins nothing new any more."""

    rememberer: Rememberer
    archive: Archive
    log: "Logger"
    clock: Callable[[], float]
    until: float
    most_compared: int = MOST_COMPARED

    def run(self) -> Swept:
        """Deal with all that waits, or as much as there is time for; raise ArchiveError.

        However it ends, the next run begins behind what this one was at: a payload that breaks
        the run can't keep the others waiting. The comparison only goes on when all was dealt with,
        or what it has found would be out of sight until it comes round again.
        """
        begun = self._position()
        lost, compared = find_lost(self.archive, begun.compared, self.most_compared)
        waiting = self._old_enough([*lost, *self._unsettled()])
        swept, position = Swept(lost=len(self._old_enough(lost))), begun
        try:
            for each in _from(begun, waiting):
                if self.clock() >= self.until or swept.failures >= MOST_FAILURES:
                    swept.note(each, "left")
                    continue
                position = Position(begun.compared, each.at, each.key)
                swept.note(each, self._deal_with(each.key))
            if not swept.outcomes["left"]:
                position = Position(compared)
        finally:
            correlation.begin()
            self._go_on_from(position)
        return swept

    def _unsettled(self) -> list[Listed]:
        marks = self.archive.listed(UNSETTLED)
        return [Listed(marked_payload(mark.key), mark.at) for mark in marks]

    def _old_enough(self, found: Iterable[Listed]) -> list[Listed]:
        """Return what ``found`` lists, each payload once, the oldest first."""
        latest = self.clock() - GRACE_SECS
        by_key = {one.key: one for one in found if one.at <= latest}
        return sorted(by_key.values(), key=lambda one: (one.at, one.key))

    def _deal_with(self, key: str) -> str:
        """Do what is to be done about the payload under ``key``, and say what came of it."""
        correlation.begin(conversation_of(key))
        stored = self.archive.read(record_key(key))
        before = read_record(stored.body) if stored else None
        if before and before.is_held(self.clock()):
            return "held"
        is_extracting = before is not None and before.is_extracting
        act = self.rememberer.follow if is_extracting else self.rememberer.remember
        try:
            after = act(key)
        except (MemoryStoreError, RememberLaterError) as error:
            self.log.error("not remembered yet", extra={"key": key, "reason": str(error)})
            return "refused" if is_refused(error) else "failed"
        return _outcome(before, after)

    def _position(self) -> Position:
        stored = self.archive.read(SWEEP_POSITION)
        try:
            return Position(**json.loads(stored.body)) if stored else Position()
        except (TypeError, ValueError):  # damaged: then this run is like the first
            return Position()

    def _go_on_from(self, position: Position) -> None:
        written = json.dumps(asdict(position)).encode()
        self.archive.change(SWEEP_POSITION, lambda _: written)


def _from(begun: Position, waiting: list[Listed]) -> list[Listed]:
    """Return ``waiting`` from behind ``begun``, and then what lies before it."""
    place = sum((one.at, one.key) <= (begun.at, begun.key) for one in waiting)
    return waiting[place:] + waiting[:place]


def _outcome(before: Record | None, after: Record | None) -> str:
    """Return what happened, in a word; ``after`` is None when the payload is gone."""
    if after is None:
        return "gone"
    if before is None or not before.is_settled:
        return after.status
    if not before.is_extracting:
        return "settled before"
    return "extracting" if after.is_extracting else f"extraction {after.extraction}"
