"""The caller card: what the next greeting needs of one caller, in one small object. No I/O.

It is read beside Mem0, and answers when Mem0 does not. It is written before Mem0 is, so that who
calls back at once is known; and since it is made of calls and not of changes, remembering a call
again leaves it as it was.
"""

import hashlib
import hmac
import json
from dataclasses import asdict, dataclass, fields, replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from chalicelib.memory_types import FACTUAL
from chalicelib.recollection import Recollection
from chalicelib.remembered import Remembered, newest_first, without_repeats

if TYPE_CHECKING:
    from chalicelib.what_to_remember import Memory, Plan

CARDS = "callers/"
MOST_MEMORIES = 40  # more than a greeting and a prompt can use
MOST_LASTING = 15  # of them older names and threads
MOST_CALLS = 200  # by which a repeated call is told from a new one


@dataclass(frozen=True)
class Card:
    """One caller: the newest facts, newest first, and how many there were in how many calls."""

    facts: tuple[Remembered, ...] = ()
    fact_count: int = 0
    call_count: int = 0
    calls: tuple[tuple[str, float], ...] = ()  # conversation and when it was noted, latest first

    def with_call(self, planned: "Plan", now: float) -> "Card":
        """Return the card with what ``planned`` leaves behind; the same card for the same call.

        ``now`` is unix seconds.
        """
        talk, noted = planned.conversation, dict(self.calls)
        is_new = talk.id not in noted
        added = [_fact(memory, planned) for memory in planned.memories if memory.type == FACTUAL]
        kept = [fact for fact in self.facts if fact.conversation_id != talk.id]
        replaced = len(self.facts) - len(kept)
        is_whole = len(self.facts) < MOST_MEMORIES  # else the call's older facts may be cut off
        more = len(added) - replaced if is_new or is_whole else 0
        return Card(
            facts=_shortened(newest_first([*added, *kept])),
            fact_count=self.fact_count + more,
            call_count=self.call_count + is_new,
            calls=((talk.id, now), *self.calls)[:MOST_CALLS] if is_new else self.calls,
        )

    def lacks(self, planned: "Plan") -> bool:
        """Tell if the card has to be changed for it to tell what ``planned`` leaves behind.

        Of calls that are not on a full card nobody knows if they ever were.
        """
        if planned.conversation.id not in self.conversations:
            return bool(planned.memories) and len(self.calls) < MOST_CALLS
        return frozenset(self.with_call(planned, 0.0).facts) != frozenset(self.facts)

    @property
    def conversations(self) -> frozenset[str]:
        """The calls that are noted."""
        return frozenset(conversation_id for conversation_id, _ in self.calls)

    @property
    def recollection(self) -> Recollection:
        """What the card alone tells of the caller."""
        return Recollection(facts=self.facts, fact_count=self.fact_count)

    def noted_since(self, moment: float) -> Recollection:
        """Return what the calls tell that were noted at ``moment`` (unix seconds) or later."""
        lately = {conversation_id for conversation_id, at in self.calls if at >= moment}
        facts = tuple(fact for fact in self.facts if fact.conversation_id in lately)
        return Recollection(facts=facts, fact_count=len(facts))

    def to_json(self) -> bytes:
        """Return the card as it is stored."""
        card = asdict(self)
        for fact in card["facts"]:
            fact["created_at"] = fact["created_at"].isoformat()
            del fact["id"]
        return json.dumps(card, ensure_ascii=False).encode()


def read_card(body: bytes | None) -> Card:
    """Return the stored card, or an empty one for a caller who has none that can be read.

    A damaged card is written anew by the next call; it must not stand in the way of remembering.
    """
    try:
        stored = json.loads(body or b"{}")
        facts = tuple(_read_fact(fact) for fact in stored["facts"])
        calls = tuple((str(conversation_id), float(at)) for conversation_id, at in stored["calls"])
        return Card(facts, int(stored["fact_count"]), int(stored["call_count"]), calls)
    except (KeyError, TypeError, ValueError):
        return Card()


def card_key(caller_id: str, salt: str) -> str:
    """Return where the card of ``caller_id`` (E.164) lies.

    Numbers are few enough to try them all, so the digest is keyed: without ``salt`` nobody can
    tell whose card it is.
    """
    if not salt:
        raise ValueError("without a salt a card's key could be guessed from the number")
    digest = hmac.new(salt.encode(), caller_id.encode(), hashlib.sha256).hexdigest()
    return f"{CARDS}{digest[:40]}.json"


def _fact(memory: "Memory", planned: "Plan") -> Remembered:
    """Return ``memory`` as it will come back from Mem0."""
    talk, noted = planned.conversation, planned.metadata(memory)
    return Remembered(
        text=memory.text,
        type=memory.type,
        kind=memory.kind,
        name=noted.get("name", ""),
        language=talk.language,
        conversation_id=talk.id,
        created_at=datetime.fromtimestamp(talk.started_at, UTC),
        score=0.0,
        confidence=noted.get("name_confidence", 1.0),
        name_source=noted.get("name_source", ""),
        called=noted.get("name_called", ""),
        speaker=noted.get("speaker", ""),
        other_than=noted.get("other_than", ""),
        is_borrowed=noted.get("borrowed", False),
        is_alone=noted.get("alone", False),
        instead_of=noted.get("instead_of", ""),
        settles=planned.settles,
    )


def _shortened(facts: list[Remembered]) -> tuple[Remembered, ...]:
    """Return the newest facts; older names and open threads go before other older facts."""
    newest, older = facts[: MOST_MEMORIES - MOST_LASTING], facts[MOST_MEMORIES - MOST_LASTING :]
    names = without_repeats(fact for fact in older if fact.kind == "name")
    lasting = [*names, *(one for one in Recollection(tuple(facts)).open_threads if one in older)]
    kept = [*lasting, *(fact for fact in older if fact not in lasting)][:MOST_LASTING]
    return tuple(newest_first([*newest, *kept]))


def _read_fact(stored: dict[str, Any]) -> Remembered:
    known = {field.name for field in fields(Remembered)}
    fact = Remembered(**{name: value for name, value in stored.items() if name in known})
    at = datetime.fromisoformat(stored["created_at"])
    return replace(fact, created_at=at, settles=tuple(fact.settles))
