"""Callers who have told much: filled into the lab's Mem0 directly, spread over two years."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime

from bench.caller import NAME
from bench.in_process import App
from chalicelib.caller_card import Card, card_key
from chalicelib.memory_types import FACTUAL, SEMANTIC
from chalicelib.remembered import Remembered
from lab.mem0.instants import instant
from lab.mem0.memory import Addition, Entities
from lab.mem0.store import Store

UNTIL = 1_793_523_700  # unix seconds; when the lab's own call began
TWO_YEARS_SECS = 2 * 365 * 86_400
NAMED = f"The caller's name is {NAME}."


@dataclass(frozen=True)
class Told:
    """One memory to be: of which type, when (unix seconds), and its text."""

    type: str
    at: int
    text: str


def telling(count: int) -> Iterator[Told]:
    """Yield ``count`` memories, facts and exchanges in turn, oldest first; the first is the name.

    The same for every run, so that two runs can be compared.
    """
    apart_secs = TWO_YEARS_SECS / count
    for number in range(count):
        at = int(UNTIL - TWO_YEARS_SECS + number * apart_secs)
        if number == 0:
            yield Told(FACTUAL, at, NAMED)
        elif number % 2 == 0:
            yield Told(FACTUAL, at, f"The caller's garden had {number} roses in it that summer.")
        else:
            yield Told(SEMANTIC, at, f"What grew there? We picked {number} baskets of cherries.")


def tell(store: Store, caller_id: str, told: Told) -> None:
    """Store one memory of the caller, as this app would have."""
    metadata = {"type": told.type, "kind": "collected", "conversation_id": f"conv_{told.at}"}
    if told.text == NAMED:
        metadata |= {"kind": "name", "name": NAME}
    addition = Addition(Entities(user_id=caller_id), metadata, created_at=instant(told.at))
    store.add([told.text], addition)


def write_card(app: App, caller_id: str) -> None:
    """Put a caller card into the archive that knows the name, as after a first call."""
    moment = datetime.fromtimestamp(UNTIL - TWO_YEARS_SECS, UTC)
    name = Remembered(NAMED, FACTUAL, "name", NAME, "en", "conv_first", moment, 0.0)
    card = Card(facts=(name,), fact_count=1)
    key = card_key(caller_id, app.box.settings.caller_salt)
    app.box.archive.create(key, card.to_json())
