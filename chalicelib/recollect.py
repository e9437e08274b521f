"""Recollecting a caller by a deadline: Mem0 and the caller card are asked at once.

Whatever goes wrong with either, the phone is answered with what the other has told.
"""

import time
from concurrent.futures import Future
from typing import Any

from chalicelib import metrics
from chalicelib.archive import ArchiveError
from chalicelib.caller_card import Card, card_key, read_card
from chalicelib.container import Container
from chalicelib.mem0_errors import MemoryStoreError
from chalicelib.recollection import Recollection
from chalicelib.remembered import Remembered

LATELY_SECS = 86_400.0  # by then Mem0 has a call, or an operator knows why not
HEAD_START_SECS = 0.02  # Mem0's: when it has told enough by then, S3 need not be asked
CARD_SECS = 0.3  # after Mem0 has told a name; S3 answers in a tenth of that


def recollect(box: Container, caller_id: str, until: float) -> Recollection:
    """Return what is known of ``caller_id`` (E.164) at ``until``, a moment of ``time.monotonic``.

    Facts and highlights are two requests to Mem0, under way at the same time. Who is known to Mem0
    by name is not kept waiting for the card; for who is not, the card tells what Mem0 does not. In
    a cold container Mem0's client is loaded first: loading S3's beside it would delay both.
    """
    asked: list[Future[Any]] = [
        box.start(box.memory_store.recall_facts, caller_id),
        box.start(box.memory_store.recall_highlights, caller_id),
    ]
    box.memory_store.built.wait(_left(until) / 2)
    box.wait_for(asked, min(HEAD_START_SECS, _left(until)))
    told = _told_by_mem0(box, *asked) if all(one.done() for one in asked) else None
    if told and told.people and told.is_whole:
        return told
    card = box.start(_read_card, box, caller_id)
    if told is None:
        box.wait_for(asked, _left(until))
        told = _told_by_mem0(box, *asked)
    box.wait_for([card], _patience_with_card(told, until))
    noted: Card | None = outcome(box, "caller card not read", card, None)
    known = _completed(box, told, noted or Card(), is_told=_has_come(asked[0]))
    if known.people and (known.is_whole or noted):
        return known
    return known.joined(_by_name(box, caller_id, known, until))


def _completed(box: Container, told: Recollection, noted: Card, *, is_told: bool) -> Recollection:
    """Return what Mem0 told with what the card adds; the whole card where Mem0 told no facts."""
    if not is_told:
        return told.joined(noted.recollection)
    lately = noted.noted_since(box.clock() - LATELY_SECS)
    return told.completed(lately, noted.recollection)


def _patience_with_card(told: Recollection, until: float) -> float:
    """Return how long to wait for the card.

    Who is known by name is not kept waiting, unless there are facts that were not read: among them
    may be the name of somebody else who calls from this number.
    """
    if not told.people:
        return _left(until)
    return 0.0 if told.is_whole else min(CARD_SECS, _left(until))


def _has_come(facts: "Future[Any]") -> bool:
    return facts.done() and facts.exception() is None


def outcome(box: Container, event: str, work: "Future[Any]", otherwise: Any) -> Any:
    """Return what ``work`` found, or ``otherwise`` when it failed or is not done yet.

    This is the one deliberate swallow: whatever goes wrong with Mem0 or S3, the phone is answered.
    """
    if not work.done():
        box.log.warning(event, extra={"reason": "too slow"})
        metrics.emit({"event": event}, BudgetExceeded=1)
    elif isinstance(error := work.exception(), MemoryStoreError | ArchiveError):
        box.log.warning(event, extra={"reason": str(error)})
        metrics.emit({"event": event}, Failed=1)
    elif error is not None:
        box.log.error(event, exc_info=error)
    else:
        return work.result()
    return otherwise


def _told_by_mem0(box: Container, facts: "Future[Any]", highlights: "Future[Any]") -> Recollection:
    nothing: tuple[list[Remembered], int] = ([], 0)
    known, count = outcome(box, "facts not recalled", facts, nothing)
    said = outcome(box, "highlights not recalled", highlights, [])
    return Recollection(tuple(known), count, tuple(said))


def _read_card(box: Container, caller_id: str) -> Card:
    stored = box.archive.read(card_key(caller_id, box.settings.caller_salt))
    return read_card(stored.body if stored else None)


def _by_name(box: Container, caller_id: str, known: Recollection, until: float) -> Recollection:
    """Return the fact that names the caller, when there are more facts than were read at once."""
    if known.is_whole:
        return Recollection()
    search = box.start(box.memory_store.recall_name, caller_id)
    box.wait_for([search], _left(until))
    return Recollection(tuple(outcome(box, "name not recalled", search, [])))


def _left(until: float) -> float:
    return until - time.monotonic()
