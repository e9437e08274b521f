"""Forgetting one caller: in an order in which nothing comes back, whenever it is cut off.

Found, tombstones, nobody at work any more, ElevenLabs, Mem0, archive, and a last look. Each step
can be done again; docs/decisions.md, "Forgetting a caller", says why in this order.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from chalicelib.extraction import LOST_AFTER_SECS, SETTLING_SECS
from chalicelib.layout import PAYLOADS, RECORDS, folders, record_key
from chalicelib.payload import AUDIO, TRANSCRIPTION
from chalicelib.record import REMEMBERING, Record, read_record
from ops import forgotten
from ops.at_elevenlabs import AtElevenLabs
from ops.belonging import NO_ANSWER, Looked
from ops.caller import digest
from ops.forgotten import CARD, Progress, Receipt, progress_key, read_progress
from ops.looking import CLOCKS_APART_SECS, Look, named_of
from ops.operator_error import OperatorError
from ops.stores import Stores
from ops.versions import Version

TYPES = (TRANSCRIPTION, AUDIO, NO_ANSWER)  # that may still come, of those ElevenLabs documents
LOOKING_SECS = 5.0  # from one question whether it is done to the next
LONGEST_WAIT_SECS = 900.0
MOST_ROUNDS = 5  # more calls than that do not end while one is forgotten


@dataclass
class Forgetting:
    """The forgetting of ``caller_id`` (E.164). ``say`` tells a person what is under way."""

    stores: Stores
    caller_id: str
    elevenlabs: AtElevenLabs | None
    say: Callable[[str], None]

    def find(self, *, keeping: bool) -> Progress:
        """Return all that there is of the caller; ``keeping`` notes on the way how far it is."""
        kept = self.stores.archive.read(self._progress_key)
        self.progress = read_progress(kept.body if kept else None, self.stores.clock())
        named = self.progress.named | named_of(self.stores, self.caller_id)
        if self.elevenlabs:
            named |= self.elevenlabs.conversations_of(self.caller_id)
        self.progress = replace(self.progress, named=named)
        if self.progress.has_looked:
            self._look_at_later()
        else:
            save = self._save_look if keeping else lambda _: None
            looked = self._look.through(self.progress.looked, save)
            self.progress = replace(self.progress, looked=looked, has_looked=True)
        self._count()
        if keeping:
            self._save()
        return self.progress

    def do(self) -> Receipt:
        """Forget what was found, and what comes meanwhile; raise OperatorError if that can't be."""
        for _ in range(MOST_ROUNDS):
            for folder in self.progress.conversations:
                self._tombstone(folder)
            self._wait("Waiting for whoever is at work on a call", self._is_at_rest)
            if self.elevenlabs:
                self._delete_at_elevenlabs(self.elevenlabs)
            self.say("Deleting the memories")
            self.stores.memories.delete(self.caller_id)
            self._wait("Waiting until Mem0 has none", self._has_no_memory)
            self.say("Deleting the archived objects")
            self.stores.versions.delete(self._objects())
            if not self._is_more():
                return self._finish()
        raise OperatorError("More of this caller's calls keep arriving. Run it again later.")

    @property
    def _progress_key(self) -> str:
        return progress_key(digest(self.caller_id, self.stores.settings.caller_salt))

    @property
    def _look(self) -> Look:
        return Look(self.stores, self.caller_id, self.progress.named)

    def _save_look(self, looked: Looked) -> None:
        self.progress = replace(self.progress, looked=looked)
        self._save()

    def _save(self) -> None:
        written = self.progress.to_json()
        self.stores.archive.change(self._progress_key, lambda _: written)

    def _count(self) -> None:
        """Count what there is before anything is deleted, so that the receipt can tell."""
        counts = {folder: _counted(self._of(folder)) for folder in self.progress.conversations}
        counts[CARD] = _counted(self._card())
        memories = self.stores.memories.count(self.caller_id)
        self.progress = self.progress.counted(counts, memories)

    def _tombstone(self, folder: str) -> None:
        """Write down of each payload that came or may come that it is not to be remembered."""
        keys = {f"{PAYLOADS}{folder}/{one}.json" for one in TYPES}
        listed = self.stores.versions.listed(f"{PAYLOADS}{folder}/")
        keys |= {one.key for one in listed if one.key.endswith(".json")}
        records = {one.key for one in self.stores.versions.listed(f"{RECORDS}{folder}/")}
        for key in sorted(records | {record_key(one) for one in keys}):
            self.stores.archive.change(key, lambda body: self._forgotten(body, folder))

    def _forgotten(self, body: bytes | None, folder: str) -> bytes:
        first = Record(REMEMBERING, owner="", attempts=0, conversation_id=folder)
        record = read_record(body) if body else first
        return record.forgotten(self.stores.clock()).to_json()

    def _is_at_rest(self) -> bool:
        """Tell if no handler is at work on a call, and Mem0 is extracting from none."""
        return not any(self._is_busy(record) for record in self._records())

    def _is_busy(self, record: Record) -> bool:
        now, sent_at = self.stores.clock(), record.extraction_sent_at
        if now < record.lease_until:
            return True
        if record.extraction == "sending":
            return now < sent_at + SETTLING_SECS
        is_followed = record.extraction == "queued" and now < sent_at + LOST_AFTER_SECS
        return is_followed and self.stores.memory_store.outcome(record.event_id) == "pending"

    def _records(self) -> Iterator[Record]:
        for folder in self.progress.conversations:
            for listed in self.stores.archive.listed(f"{RECORDS}{folder}/"):
                if stored := self.stores.archive.read(listed.key):
                    yield read_record(stored.body)

    def _wait(self, what: str, is_done: Callable[[], bool]) -> None:
        until = self.stores.clock() + LONGEST_WAIT_SECS
        while not is_done():
            if self.stores.clock() >= until:
                raise OperatorError(f"{what} took too long. Run it again: it goes on from there.")
            self.say(what)
            self.stores.sleep(LOOKING_SECS)

    def _delete_at_elevenlabs(self, elevenlabs: AtElevenLabs) -> None:
        self.say("Deleting the conversations at ElevenLabs")
        for folder in self.progress.conversations:
            if elevenlabs.has(folder):
                there = self.progress.at_elevenlabs | {folder}
                self.progress = replace(self.progress, at_elevenlabs=there)
                self._save()
                elevenlabs.delete(folder)

    def _has_no_memory(self) -> bool:
        return self.stores.memories.count(self.caller_id) == 0

    def _of(self, folder: str) -> Iterator[Version]:
        for prefix in folders(folder):
            yield from self.stores.versions.listed(prefix)

    def _card(self) -> Iterator[Version]:
        return self.stores.versions.listed(self.stores.card_key(self.caller_id))

    def _objects(self) -> Iterator[Version]:
        for folder in self.progress.conversations:
            yield from self._of(folder)
        yield from self._card()

    def _look_at_later(self) -> None:
        """Look at the payloads that have come since this began."""
        before, since = self.progress.looked, self.progress.started_at - CLOCKS_APART_SECS
        looked = self._look.through(replace(before, after=""), lambda _: None, since)
        self.progress = replace(self.progress, looked=replace(looked, payloads=before.payloads))

    def _is_more(self) -> bool:
        """Tell if something of the caller has come since, and note what there is."""
        before = self.progress.conversations
        self._look_at_later()
        is_more = self.progress.conversations != before
        if is_more or any(self._objects()) or not self._has_no_memory():
            self._count()
            self._save()
            return True
        return False

    def _finish(self) -> Receipt:
        stores = self.stores
        name = digest(self.caller_id, stores.settings.caller_salt)
        asked, now = self.elevenlabs is not None, stores.clock()
        stores.versions.delete(stores.versions.listed(self._progress_key))
        return forgotten.receipt(self.progress, stores.stage, name, now, asked=asked)


def _counted(versions: Iterator[Version]) -> int:
    return sum(not one.is_mark for one in versions)
