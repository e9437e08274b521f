"""Parked payloads: what each waits for, and having them tried again.

The order of writes is what makes it safe to stop anywhere: see ``Parking.retry``.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from chalicelib.archive import Archive, ChangedError, Stored
from chalicelib.layout import (
    PARKED,
    conversation_of,
    marked_payload,
    parked_key,
    record_key,
    unsettled_key,
)
from chalicelib.record import FAILED, REMEMBERING, Record, read_record

TRY_AGAIN = "to be tried again"  # the reason on a record, until the next attempt


@dataclass(frozen=True)
class Parked:
    """A payload with a mark under ``parked/``. ``since`` is when it was parked (unix seconds)."""

    key: str
    since: float
    record: Record | None  # None: it was never written, or is gone

    @property
    def conversation_id(self) -> str:
        """The conversation, as its folder in the archive names it."""
        return conversation_of(self.key)

    @property
    def waits_for(self) -> str:
        """What an operator can have tried again: ``"memories"``, ``"extraction"``, or ``""``."""
        if self.record is None or not self.record.needs_operator:
            return ""
        return "memories" if self.record.status == "parked" else "extraction"

    @property
    def is_unfinished(self) -> bool:
        """Tell if it is tried again already, and only the mark is left."""
        return self.record is not None and self.record.status in {FAILED, REMEMBERING}


@dataclass(frozen=True)
class Parking:
    """All that is parked in ``archive``. Each of its verbs raises ArchiveError."""

    archive: Archive

    def listed(self) -> Iterator[Parked]:
        """Yield what has a mark, in the order of keys."""
        for mark in self.archive.listed(PARKED):
            key = marked_payload(mark.key)
            stored = self.archive.read(record_key(key))
            yield Parked(key, mark.at, read_record(stored.body) if stored else None)

    def retry(self, key: str) -> str:
        """Have the payload under ``key`` tried again; return what was done, in a word or two.

        First the mark that the sweep looks for, then the record, that mark again, since a sweep in
        between takes it from what is parked, and last the mark of the parked. Wherever this stops,
        the payload is either parked as before or waits for the sweep, and can be retried again.
        """
        if self.archive.read(key) is None:
            self.archive.remove(parked_key(key))
            return "gone"
        outcome = self._reopened(key)
        if outcome == "changed":
            return outcome
        self.archive.remove(parked_key(key))
        stored = self.archive.read(record_key(key))
        if stored and read_record(stored.body).needs_operator:  # parked anew this very moment
            self.archive.mark(parked_key(key))
        return outcome

    def _reopened(self, key: str) -> str:
        stored = self.archive.read(record_key(key))
        parked = Parked(key, 0.0, read_record(stored.body) if stored else None)
        if stored and parked.waits_for:
            self.archive.mark(unsettled_key(key))
            try:
                self._reset(key, stored)
            except ChangedError:
                return "changed"
        elif not parked.is_unfinished:
            return "settled before"
        self.archive.mark(unsettled_key(key))
        return "to be tried again"

    def _reset(self, key: str, stored: Stored) -> None:
        record = read_record(stored.body)
        again = replace(record, status=FAILED, attempts=0, refusals=0, reason=TRY_AGAIN)
        if record.extraction == "failed":
            again = replace(again, extraction="", extractions=0, event_id="")
        self.archive.replace(record_key(key), again.to_json(), stored.etag)
