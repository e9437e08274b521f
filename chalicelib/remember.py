"""Remembering one archived payload, once and completely, however often and by whom it is asked.

The order of things is what makes it safe; docs/decisions.md, "Exactly once", says why.
"""

import base64
import binascii
from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import dataclass
from uuid import uuid4

from chalicelib.archive import Archive, ChangedError
from chalicelib.caller_card import card_key, read_card
from chalicelib.claim import Claim, reopen, take
from chalicelib.conversation import NotUnderstoodError, read_conversation
from chalicelib.extraction import Extraction
from chalicelib.layout import audio_key, parked_key, record_key, unsettled_key
from chalicelib.mem0_errors import TOO_LARGE, MemoryStoreError
from chalicelib.memory_store import MemoryStore
from chalicelib.parking import is_refused, why_park
from chalicelib.patience import Patience, RememberLaterError, waits
from chalicelib.payload import AUDIO, Payload, dig, read_payload
from chalicelib.record import (
    FAILED,
    FORGOTTEN,
    NOT_REMEMBERED,
    PARKED,
    REMEMBERED,
    Record,
    read_record,
)
from chalicelib.what_to_remember import Memory, Plan, plan


@dataclass(frozen=True)
class Rememberer:
    """What it takes to remember. ``clock`` and ``deadline`` are unix seconds."""

    archive: Archive
    memory_store: MemoryStore
    caller_salt: str
    agent_numbers: tuple[str, ...]
    clock: Callable[[], float]
    sleep: Callable[[float], None]
    deadline: float

    def remember(self, key: str) -> Record | None:
        """Remember the payload under ``key`` and return its record; None if it is gone.

        A payload of a caller who was forgotten is removed instead.

        Raises MemoryStoreError or ArchiveError when one of them failed on the way, and
        RememberLaterError when the time was up: in each case the payload waits to be asked again.
        """
        if (stored := self.archive.read(key)) is None:
            self.archive.remove(unsettled_key(key))
            return None
        self.archive.mark(unsettled_key(key))
        payload, pauses = read_payload(stored.body), waits()
        while True:
            taken = take(self.archive, record_key(key), uuid4().hex, self.clock)
            if isinstance(taken, Claim):
                with suppress(ChangedError):  # we were too slow, and somebody has taken over
                    return self.let_rest(key, self._work(taken, payload))
            elif taken.status == FORGOTTEN:
                return self._remove(key, taken, payload)
            elif taken.is_settled:
                return self.let_rest(key, taken)
            self.patience.wait(next(pauses))

    def follow(self, key: str) -> Record | None:
        """Ask what came of the extraction of a remembered payload, and return its record.

        A failed extraction is asked for again, a few times. Raises what ``remember`` raises; None
        if the payload is gone.
        """
        stored, at = self.archive.read(key), self.archive.read(record_key(key))
        if stored is None or at is None or not (record := read_record(at.body)).is_extracting:
            return self.remember(key)
        outcome = self.extraction.outcome(record)
        if outcome == "pending":
            return record
        with suppress(ChangedError):
            mine = uuid4().hex, self.clock
            claim = reopen(self.archive, record_key(key), at, *mine, extraction=outcome)
            return self.let_rest(key, self._work(claim, read_payload(stored.body)))
        return record

    @property
    def patience(self) -> Patience:
        """How long this rememberer waits for Mem0."""
        return Patience(self.clock, self.sleep, self.deadline)

    @property
    def extraction(self) -> Extraction:
        """How extractions are asked for, with this rememberer's patience."""
        return Extraction(self.memory_store, self.patience)

    def note(self, planned: Plan) -> None:
        """Note the call on the caller's card."""
        key = card_key(planned.conversation.caller_id, self.caller_salt)
        now = self.clock()
        self.archive.change(key, lambda body: read_card(body).with_call(planned, now).to_json())

    def store(self, claim: Claim, planned: Plan, known: Iterable[tuple[str, str]]) -> None:
        """Store what is planned verbatim, but for ``known``, the (kind, text) pairs stored before.

        Raises MemoryStoreError or RememberLaterError, and ChangedError when the claim is lost.
        """
        for batch in planned.batches(known):
            self._store_batch(claim, planned, batch)

    def let_rest(self, key: str, record: Record) -> Record:
        """Take away the mark that ``key`` is unsettled, if nothing is left to do for us."""
        if record.needs_operator:
            self.archive.mark(parked_key(key))
        if record.is_finished:
            self.archive.remove(unsettled_key(key))
        return record

    def _remove(self, key: str, record: Record, payload: Payload) -> Record:
        """Remove a payload that came after its caller was forgotten, and the sound inside it."""
        if payload.type == AUDIO:
            self.archive.remove(audio_key(payload))
        self.archive.remove(key)
        self.archive.remove(unsettled_key(key))
        return record

    def _work(self, claim: Claim, payload: Payload) -> Record:
        ids = {"conversation_id": payload.folder, "agent_id": payload.agent_id}
        if why := why_park(claim.record):
            return claim.settle(PARKED, reason=why, **ids)
        try:
            planned = self._understand(payload)
        except NotUnderstoodError as error:
            return claim.settle(NOT_REMEMBERED, reason=error.reason, **ids)
        self.note(planned)  # before Mem0 is asked: they may call back now
        try:
            self.store(claim, planned, self._known(claim, planned))
            extraction = self.extraction.ask(claim, planned)
        except (MemoryStoreError, RememberLaterError) as error:
            if not self._give_up(claim, error, ids):
                raise
            return claim.record
        count = len(planned.memories)
        return claim.settle(REMEMBERED, memories=count, **{"reason": "", **extraction}, **ids)

    def _give_up(self, claim: Claim, error: Exception, ids: dict[str, str]) -> bool:
        """Write down that this attempt has failed; return True if it was the last."""
        refusals, why = claim.record.refusals + is_refused(error), why_park(claim.record, error)
        claim.settle(PARKED if why else FAILED, reason=why or str(error), refusals=refusals, **ids)
        return bool(why)

    def _understand(self, payload: Payload) -> Plan:
        if payload.type == AUDIO:
            self._keep_sound(payload)
        planned = plan(read_conversation(payload, self.agent_numbers))
        if not planned.memories:
            raise NotUnderstoodError("nothing was said or collected")
        return planned

    def _keep_sound(self, payload: Payload) -> None:
        try:
            written = "".join((dig(payload.data, "full_audio") or "").split())
            sound = base64.b64decode(written, validate=True)
        except (AttributeError, binascii.Error, ValueError) as error:
            raise NotUnderstoodError("its audio is not base64") from error
        with suppress(ChangedError):  # kept by an earlier attempt
            self.archive.create(audio_key(payload), sound, "audio/mpeg")

    def _known(self, claim: Claim, planned: Plan) -> list[tuple[str, str]]:
        """Return what an earlier attempt has stored already."""
        talk = planned.conversation
        known = self.memory_store.known(talk.caller_id, talk.id) if claim.resumed else []
        return [(memory.kind, memory.text) for memory in known]

    def _store_batch(self, claim: Claim, planned: Plan, batch: list[Memory]) -> None:
        talk, texts = planned.conversation, [memory.text for memory in batch]
        asked = talk.caller_id, texts, planned.metadata(batch[0]), talk.started_at
        try:
            self.patience.ask(claim.hold, self.memory_store.remember, *asked)
        except MemoryStoreError as error:
            half = len(batch) // 2
            if error.kind != TOO_LARGE or not half:
                raise
            self._store_batch(claim, planned, batch[:half])
            self._store_batch(claim, planned, batch[half:])
