"""Remembering archived conversations anew: what differs, and putting it right, one at a time.

Each is changed under the claim on its record, as the handler does it. Whatever stops a replay on
the way, the next one or the sweep goes on: the mark under ``unsettled/`` and the record say where.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from uuid import uuid4

from chalicelib import work
from chalicelib.archive import ChangedError, Stored
from chalicelib.caller_card import Card, card_key, read_card
from chalicelib.claim import Claim, reopen
from chalicelib.container import Container
from chalicelib.conversation import NotUnderstoodError, read_conversation
from chalicelib.layout import conversation_of, record_key, unsettled_key
from chalicelib.mem0_errors import MemoryStoreError
from chalicelib.patience import RememberLaterError
from chalicelib.payload import Payload, read_payload
from chalicelib.record import FAILED, NOT_REMEMBERED, REMEMBERED, Record, read_record
from chalicelib.remember import Rememberer
from chalicelib.what_to_remember import Memory, Plan, plan
from ops.difference import Difference, compare
from ops.other_calls import told_in
from ops.standing import EXTRACTED_LATELY_SECS, OWNER, standing

PATIENCE_SECS = 600.0  # for one conversation, of waiting for Mem0


@dataclass(frozen=True)
class Finding:
    """One archived conversation. ``outcome`` is ``"differs"`` when there is something to do."""

    key: str
    outcome: str
    reason: str = ""
    difference: Difference = field(default_factory=Difference)
    extracts: bool = False  # Mem0 is to extract facts anew

    @property
    def conversation_id(self) -> str:
        """The conversation, as its folder in the archive names it."""
        return conversation_of(self.key)


class _NothingToDoError(Exception):
    """The finding says why."""

    def __init__(self, finding: Finding) -> None:
        super().__init__(finding.outcome)
        self.finding = finding


@dataclass(frozen=True)
class Replay:
    """Replays payloads of the app ``box``; ``extract_again`` replaces Mem0's own facts as well."""

    box: Container
    extract_again: bool = False

    def look(self, key: str) -> Finding:
        """Compare the payload under ``key`` with its memories, and change nothing.

        Raises ArchiveError, MemoryStoreError, RememberLaterError.
        """
        try:
            return self._look(key)[0]
        except _NothingToDoError as nothing:
            return nothing.finding

    def mend(self, key: str) -> Finding:
        """Put right what differs, and say what came of it; raise ArchiveError, or as ``look``."""
        try:
            found, at, planned = self._look(key)
        except _NothingToDoError as nothing:
            return nothing.finding
        rememberer = self._rememberer()
        self.box.archive.mark(unsettled_key(key))
        try:
            claim = self._claim(key, at, found)
            done = self._mend(claim, rememberer, found, planned)
        except ChangedError:
            return replace(found, outcome="taken over", reason="another is at work on it")
        rememberer.let_rest(key, claim.record)
        return done

    def _look(self, key: str) -> tuple[Finding, Stored, Plan]:
        payload, at = self.box.archive.read(key), self.box.archive.read(record_key(key))
        if payload is None or at is None:
            why = "not remembered yet" if payload else "gone"
            raise _NothingToDoError(Finding(key, "unfinished" if payload else "gone", why))
        record = read_record(at.body)
        if left := standing(record):
            raise _NothingToDoError(Finding(key, left, record.reason))
        planned = self._plan(key, read_payload(payload.body))
        found = self._compare(key, planned, record)
        if found.outcome != "differs":
            raise _NothingToDoError(found)
        return found, at, planned

    def _plan(self, key: str, payload: Payload) -> Plan:
        try:
            return plan(read_conversation(payload, self.box.settings.agent_numbers))
        except NotUnderstoodError as error:
            raise _NothingToDoError(Finding(key, "no memories", error.reason)) from error

    def _compare(self, key: str, planned: Plan, record: Record) -> Finding:
        difference = self._difference(planned)
        extracts = self._extracts(planned, record)
        is_behind = self._card(planned).lacks(planned) or _is_behind(record, planned)
        differs = bool(difference) or extracts or is_behind
        outcome = "differs" if differs else "as it should be"
        reason = "record or caller card" if is_behind and not difference else ""
        return Finding(key, outcome, reason, difference, extracts)

    def _difference(self, planned: Plan) -> Difference:
        rememberer, caller_id = self._rememberer(), planned.conversation.caller_id
        held = rememberer.patience.ask(_hold_nothing, self.box.memory_store.all_of, caller_id)
        difference = compare(planned, held)
        if not difference.too_much:
            return difference
        others = {one.conversation_id for one in held} | self._card(planned).conversations
        numbers = self.box.settings.agent_numbers
        return compare(planned, held, told_in(self.box.archive, planned, others, numbers))

    def _extracts(self, planned: Plan, record: Record) -> bool:
        is_old = record.extraction_sent_at < self.box.clock() - EXTRACTED_LATELY_SECS
        is_wanted = self.extract_again and bool(planned.exchanges)
        return is_wanted and is_old and not record.is_extracting

    def _card(self, planned: Plan) -> Card:
        key = card_key(planned.conversation.caller_id, self.box.settings.caller_salt)
        stored = self.box.archive.read(key)
        return read_card(stored.body if stored else None)

    def _claim(self, key: str, at: Stored, found: Finding) -> Claim:
        """Take the record, waiting for the lease of a replay that has died; ChangedError."""
        self.box.sleep(max(0.0, read_record(at.body).lease_until - self.box.clock()))
        progress = {"attempts": 1, "refusals": 0}
        anew = {"extraction": "replacing", "extractions": 0} if found.extracts else {}
        owner, record = f"{OWNER}{uuid4().hex}", record_key(key)
        return reopen(self.box.archive, record, at, owner, self.box.clock, **progress, **anew)

    def _mend(self, claim: Claim, rememberer: Rememberer, found: Finding, planned: Plan) -> Finding:
        try:
            difference = self._difference(planned)  # once more: now nobody else changes it
            if self._card(planned).lacks(planned):
                rememberer.note(planned)
            rememberer.store(claim, planned, _all_but(difference.first, planned))
            for one in difference.too_much:
                rememberer.patience.ask(claim.hold, self.box.memory_store.delete, one.id)
            rememberer.store(claim, planned, _all_but(difference.last, planned))
            extraction = rememberer.extraction.ask(claim, planned)
        except (MemoryStoreError, RememberLaterError) as error:
            claim.settle(FAILED, reason=str(error))
            return replace(found, outcome="failed", reason=str(error))
        reason = "" if planned.memories else "nothing was said or collected"
        count = len(planned.memories)
        status = REMEMBERED if planned.memories else NOT_REMEMBERED
        claim.settle(status, memories=count, **{"reason": reason, **extraction})
        return replace(found, outcome="replayed", reason="", difference=difference)

    def _rememberer(self) -> Rememberer:
        return work.rememberer(self.box, PATIENCE_SECS)


def _is_behind(record: Record, planned: Plan) -> bool:
    """Tell if the record does not say what is so when ``planned`` is remembered."""
    if not planned.memories:
        return record.status != NOT_REMEMBERED
    never_extracted = bool(planned.exchanges) and not record.extraction
    count = len(planned.memories)
    return never_extracted or record.status != REMEMBERED or record.memories != count


def _all_but(memories: Sequence[Memory], planned: Plan) -> list[tuple[str, str]]:
    return [(one.kind, one.text) for one in planned.memories if one not in memories]


def _hold_nothing() -> None:
    """Hold on to no record: nothing is written."""
