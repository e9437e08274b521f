"""Remembering one archived payload, once and completely, however often and by whom it is asked.

The order of things is what makes it safe; docs/decisions.md, "Exactly once", says why.
"""

import base64
import binascii
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from typing import Any, TypeVar
from uuid import uuid4

from chalicelib.archive import Archive, ChangedError, audio_key, record_key
from chalicelib.caller_card import card_key, read_card
from chalicelib.claim import Claim, take
from chalicelib.conversation import NotUnderstoodError, read_conversation
from chalicelib.mem0_errors import MemoryStoreError
from chalicelib.memory_store import MemoryStore
from chalicelib.payload import AUDIO, Payload, dig, read_payload
from chalicelib.record import FAILED, NOT_REMEMBERED, REMEMBERED, Record
from chalicelib.what_to_remember import EXTRACTED, Plan, plan

SETTLING_SECS = 90  # Mem0 says an extraction takes 30 to 60 s; by then it has arrived or never will
FIRST_WAIT_SECS, LONGEST_WAIT_SECS = 0.5, 8.0  # each wait is twice the one before

_Answer = TypeVar("_Answer")


class RememberLaterError(Exception):
    """The time is up while another invocation, or Mem0, was still at it: ask again later."""


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

        Raises MemoryStoreError or ArchiveError when one of them failed on the way, and
        RememberLaterError when the time was up: in each case the payload waits to be asked again.
        """
        if (stored := self.archive.read(key)) is None:
            return None
        payload, waits = read_payload(stored.body), _waits()
        while True:
            taken = take(self.archive, record_key(key), uuid4().hex, self.clock)
            if isinstance(taken, Claim):
                with suppress(ChangedError):  # we were too slow, and somebody has taken over
                    return self._work(taken, payload)
            elif taken.is_settled:
                return taken
            self._wait(next(waits))

    def _work(self, claim: Claim, payload: Payload) -> Record:
        ids = {"conversation_id": payload.folder, "agent_id": payload.agent_id}
        try:
            planned = self._understand(payload)
        except NotUnderstoodError as error:
            return claim.settle(NOT_REMEMBERED, reason=error.reason, **ids)
        self._note(planned)
        try:
            self._store(claim, planned)
            extraction = self._extract(claim, planned)
        except (MemoryStoreError, RememberLaterError) as error:
            claim.settle(FAILED, reason=str(error), **ids)
            raise
        count = len(planned.memories)
        return claim.settle(REMEMBERED, reason="", memories=count, **extraction, **ids)

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

    def _note(self, planned: Plan) -> None:
        """Note the call on the caller's card, before Mem0 is asked: they may call back now."""
        key = card_key(planned.conversation.caller_id, self.caller_salt)
        now = self.clock()
        self.archive.change(key, lambda body: read_card(body).with_call(planned, now).to_json())

    def _store(self, claim: Claim, planned: Plan) -> None:
        """Store what is planned verbatim, but for what an earlier attempt has stored already."""
        known = self._known(planned) if claim.resumed else set()
        talk = planned.conversation
        for batch in planned.batches(known):
            texts, metadata = [memory.text for memory in batch], planned.metadata(batch[0])
            asked = talk.caller_id, texts, metadata, talk.started_at
            self._patiently(claim.hold, self.memory_store.remember, *asked)

    def _extract(self, claim: Claim, planned: Plan) -> dict[str, Any]:
        """Have Mem0 extract facts, unless it has been asked before; return what to record.

        That it is asked is written down first. Who finds "sending" and no more can't know whether
        Mem0 has heard it, and looks for the outcome before asking again.
        """
        if not planned.exchanges:
            return {}
        if claim.record.extraction == "sending" and self._has_arrived(claim, planned):
            return {"extraction": "queued"}
        talk = planned.conversation
        asked = talk.caller_id, planned.exchanges, planned.metadata(None), talk.started_at

        def hold() -> None:
            claim.hold(extraction="sending", extraction_sent_at=self.clock())

        try:
            event_id = self._patiently(hold, self.memory_store.extract, *asked)
        except MemoryStoreError as error:
            if not error.may_be_done:
                claim.hold(extraction="")
            raise
        return {"extraction": "queued", "event_id": event_id}

    def _patiently(
        self, hold: Callable[[], None], ask: Callable[..., _Answer], *arguments: Any
    ) -> _Answer:
        """Return what ``ask`` answers; when Mem0 says how long to wait, wait and ask again.

        Raises MemoryStoreError when Mem0 fails otherwise, or there is no time left to wait.
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

    def _has_arrived(self, claim: Claim, planned: Plan) -> bool:
        settled_at = claim.record.extraction_sent_at + SETTLING_SECS
        waits = _waits()
        while not any(kind == EXTRACTED for kind, _ in self._known(planned)):
            if self.clock() >= settled_at:
                return False
            claim.hold()
            self._wait(next(waits))
        return True

    def _known(self, planned: Plan) -> set[tuple[str, str]]:
        talk = planned.conversation
        known = self.memory_store.known(talk.caller_id, talk.id)
        return {(memory.kind, memory.text) for memory in known}

    def _wait(self, secs: float) -> None:
        if self.clock() + secs > self.deadline:
            raise RememberLaterError("the time is up; another attempt will go on")
        self.sleep(secs)


def _waits() -> Iterator[float]:
    """Yield seconds to wait, for ever: short ones first, because most waits are short."""
    secs = FIRST_WAIT_SECS
    while True:
        yield secs
        secs = min(2 * secs, LONGEST_WAIT_SECS)
