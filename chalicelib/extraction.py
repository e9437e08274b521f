"""Mem0's own extraction of facts from what a caller said: asked for once, its outcome followed.

Mem0 only queues it and works on it for 30 to 60 seconds; whether it came off is asked for later,
by the id of its event (docs/decisions.md, "Exactly once" and "An extraction is followed").
"""

from dataclasses import dataclass
from typing import Any, Literal

from chalicelib.claim import Claim
from chalicelib.mem0_errors import MemoryStoreError
from chalicelib.memory_store import MemoryStore
from chalicelib.memory_types import EXTRACTED
from chalicelib.patience import Patience, waits
from chalicelib.record import Record
from chalicelib.remembered import Remembered
from chalicelib.what_to_remember import Plan

SETTLING_SECS = 90  # Mem0 says an extraction takes 30 to 60 s; by then it has arrived or never will
LOST_AFTER_SECS = 86_400  # Mem0 will not finish an extraction that it has not finished in a day
MOST_EXTRACTIONS = 3  # of one conversation, of which Mem0 said that they failed


@dataclass(frozen=True)
class Extraction:
    """How one conversation's extraction is asked for and followed."""

    memory_store: MemoryStore
    patience: Patience

    def ask(self, claim: Claim, planned: Plan) -> dict[str, Any]:
        """Have Mem0 extract facts, unless it has been asked before; return what to record.

        That it is asked is written down first. Who finds "sending" and no more can't know whether
        Mem0 has heard it, and looks for the outcome before asking again. Raises MemoryStoreError,
        or RememberLaterError when there is no time left to look.
        """
        state = claim.record.extraction
        if not planned.exchanges or state in {"queued", "done"}:
            return {}
        if state == "replacing":
            self._clear(claim, planned)
        if state == "sending" and self._has_arrived(claim, planned):
            return {"extraction": "done"}
        if state == "failed":
            if self._has_left_facts(planned):  # whatever Mem0 says of its event
                return {"extraction": "done"}
            if claim.record.extractions >= MOST_EXTRACTIONS:
                return {"reason": f"Mem0 could not extract facts, {MOST_EXTRACTIONS} times"}
        return self._send(claim, planned)

    def outcome(self, record: Record) -> Literal["pending", "done", "failed"]:
        """Return what came of the extraction that ``record`` names; MemoryStoreError if unknown."""
        told = self.memory_store.outcome(record.event_id)
        is_lost = self.patience.clock() > record.extraction_sent_at + LOST_AFTER_SECS
        return "failed" if told == "pending" and is_lost else told

    def _clear(self, claim: Claim, planned: Plan) -> None:
        """Delete what an earlier extraction has left, so that the next one takes its place.

        A fact that is planned in the same words stays: it stands for both, as Mem0 keeps a text
        once.
        """
        for memory in self._facts_left(planned):
            self.patience.ask(claim.hold, self.memory_store.delete, memory.id)

    def _send(self, claim: Claim, planned: Plan) -> dict[str, Any]:
        talk, asked_before = planned.conversation, claim.record.extractions
        asked = talk.caller_id, planned.exchanges, planned.metadata(None), talk.started_at

        def hold() -> None:
            sent_at = self.patience.clock()
            claim.hold(extraction="sending", extraction_sent_at=sent_at, event_id="")

        try:
            event_id = self.patience.ask(hold, self.memory_store.extract, *asked)
        except MemoryStoreError as error:
            if not error.may_be_done:
                claim.hold(extraction="")
            raise
        return {"extraction": "queued", "event_id": event_id, "extractions": asked_before + 1}

    def _has_arrived(self, claim: Claim, planned: Plan) -> bool:
        settled_at = claim.record.extraction_sent_at + SETTLING_SECS
        pauses = waits()
        while not self._has_left_facts(planned):
            if self.patience.clock() >= settled_at:
                return False
            claim.hold()
            self.patience.wait(next(pauses))
        return True

    def _has_left_facts(self, planned: Plan) -> bool:
        return bool(self._facts_left(planned))

    def _facts_left(self, planned: Plan) -> list[Remembered]:
        """Return what extractions have left; what is planned in the same words proves none."""
        talk, texts = planned.conversation, {memory.text for memory in planned.memories}
        known = self.memory_store.known(talk.caller_id, talk.id)
        return [one for one in known if one.kind == EXTRACTED and one.text not in texts]
