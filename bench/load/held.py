"""What is there in the end: in the archive, and in Mem0 behind its API."""

from collections import Counter
from collections.abc import Iterable, Mapping
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from bench.progress import Advance
from chalicelib.archive import Archive
from chalicelib.caller_card import Card, card_key, read_card
from chalicelib.layout import record_key
from chalicelib.payload import text
from chalicelib.record import Record, read_record
from lab.mem0.filters import EVERYBODY
from lab.mem0.memory import Memory
from lab.mem0.store import Store

ALL = 2**31  # memories on one page
SUCCEEDED = "SUCCEEDED"


@dataclass(frozen=True)
class Stored:
    """A memory as Mem0 holds it: whose it is, its words, and what its metadata says."""

    user_id: str
    text: str
    kind: str
    type: str
    conversation_id: str


@dataclass(frozen=True)
class Kept:
    """What the archive keeps. What is not there is left out.

    Attributes:
        payloads: the archived bytes, by key.
        records: what became of each payload, by the payload's key.
        cards: the caller cards, by the caller's number.

    """

    payloads: Mapping[str, bytes]
    records: Mapping[str, Record]
    cards: Mapping[str, Card]


@dataclass(frozen=True)
class Held:
    """What Mem0 holds.

    Attributes:
        memories: all of them, whoever's they are.
        extractions: how many Mem0 has accepted, by conversation.
        unfinished: how many of these have not succeeded, or not yet.

    """

    memories: tuple[Stored, ...]
    extractions: Mapping[str, int]
    unfinished: int


def kept(
    archive: Archive, keys: Iterable[str], callers: Iterable[str], salt: str, advance: Advance
) -> Kept:
    """Return what ``archive`` keeps under ``keys`` of payloads, and of ``callers`` (E.164).

    ``salt`` is the app's CALLER_SALT; ``advance`` is called for each payload.
    """
    payloads, records = dict[str, bytes](), dict[str, bytes]()
    for key in keys:
        payloads |= _found(archive, {key: key})
        records |= _found(archive, {key: record_key(key)})
        advance()
    noted = _found(archive, {caller: card_key(caller, salt) for caller in callers})
    return Kept(
        payloads,
        {key: read_record(body) for key, body in records.items()},
        {caller: read_card(body) for caller, body in noted.items()},
    )


def held(database: Path) -> Held:
    """Return what the lab's Mem0 holds in its file ``database``."""
    with closing(Store(database)) as store:
        extractions = store.events.extractions()
        memories = store.page(EVERYBODY, limit=ALL).memories
    of = (text(event["payload"], "metadata", "conversation_id") for event in extractions)
    unfinished = sum(event["status"] != SUCCEEDED for event in extractions)
    return Held(tuple(map(_stored, memories)), Counter(of), unfinished)


def _found(archive: Archive, keys: Mapping[str, str]) -> dict[str, bytes]:
    """Return the objects under the values of ``keys`` by what they are called there."""
    return {name: stored.body for name, key in keys.items() if (stored := archive.read(key))}


def _stored(memory: Memory) -> Stored:
    metadata = memory.metadata or {}
    said = (text(metadata, name) for name in ("kind", "type", "conversation_id"))
    return Stored(memory.entities.user_id or "", memory.memory, *said)
