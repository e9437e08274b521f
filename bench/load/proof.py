"""The proof: every acknowledged call is remembered exactly once, and nothing else is. Pure.

What must be there follows from the payloads alone, by ``what_to_remember.plan``; the lab's rules
tell which facts its Mem0 extracts.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from bench.load.held import Held, Kept
from chalicelib.conversation import read_conversation
from chalicelib.layout import payload_key
from chalicelib.memory_types import EXTRACTED, FACTUAL
from chalicelib.payload import read_payload
from chalicelib.record import REMEMBERED
from chalicelib.what_to_remember import Plan, plan
from lab.mem0.facts import facts


@dataclass(frozen=True)
class Sent:
    """A payload that was sent, its key in the archive, and what it is to leave behind.

    An acknowledged one must leave all of it; another may, but not more.
    """

    raw: bytes
    is_acknowledged: bool
    key: str
    plan: Plan


class Wrong(NamedTuple):
    """Something that is not as it must be: what, and where (ids and kinds, no words)."""

    what: str
    where: str


@dataclass(frozen=True)
class Proof:
    """How much was looked at, and what of it is wrong."""

    calls: int
    callers: int
    memories: int
    extractions: int
    wrongs: tuple[Wrong, ...]

    @property
    def is_whole(self) -> bool:
        """Tell if something was acknowledged, and all of it is remembered exactly once."""
        return self.calls > 0 and not self.wrongs


def sent(raw: bytes, *, is_acknowledged: bool) -> Sent:
    """Return what the payload ``raw`` is to leave behind."""
    payload = read_payload(raw)
    planned = plan(read_conversation(payload, ()))
    return Sent(raw, is_acknowledged, payload_key(payload), planned)


def prove(everything: Sequence[Sent], kept: Kept, held: Held) -> Proof:
    """Compare what was sent with what the archive keeps and Mem0 holds."""
    owed = [one for one in everything if one.is_acknowledged]
    wrongs = (
        *_not_archived(owed, kept),
        *_not_recorded(owed, kept),
        *_on_cards(everything, kept),
        *_memories(everything, held),
        *_extractions(everything, held),
    )
    return Proof(
        calls=len(owed),
        callers=len({one.plan.conversation.caller_id for one in owed}),
        memories=len(_due(owed)),
        extractions=sum(bool(one.plan.exchanges) for one in owed),
        wrongs=wrongs,
    )


def _not_archived(owed: Iterable[Sent], kept: Kept) -> Iterator[Wrong]:
    for one in owed:
        if one.key not in kept.payloads:
            yield Wrong("payload not archived", _id(one))
        elif kept.payloads[one.key] != one.raw:
            yield Wrong("other bytes archived than were sent", _id(one))


def _not_recorded(owed: Iterable[Sent], kept: Kept) -> Iterator[Wrong]:
    for one in owed:
        record = kept.records.get(one.key)
        if record is None or record.status != REMEMBERED:
            yield Wrong("not recorded as remembered", _id(one))
        elif record.memories != len(one.plan.memories):
            yield Wrong("recorded with another number of memories", _id(one))


def _on_cards(everything: Iterable[Sent], kept: Kept) -> Iterator[Wrong]:
    """Compare the calls on each card: those that are owed are noted, none twice, no other."""
    may: dict[str, dict[str, bool]] = {}
    for one in everything:
        calls = may.setdefault(one.plan.conversation.caller_id, {})
        calls[one.plan.conversation.id] = one.is_acknowledged
    for caller_id, calls in may.items():
        card = kept.cards.get(caller_id)
        noted = Counter(conversation_id for conversation_id, _ in card.calls) if card else Counter()
        for conversation_id, is_owed in calls.items():
            if noted[conversation_id] > 1 or (is_owed and not noted[conversation_id]):
                yield Wrong(
                    f"noted {noted[conversation_id]} times on the caller card", conversation_id
                )
        for conversation_id in noted.keys() - calls.keys():
            yield Wrong("on another caller's card", conversation_id)


class _Due(NamedTuple):
    kind: str
    type: str
    conversations: set[str]  # which told it: the same words of one caller are one memory


def _memories(everything: Sequence[Sent], held: Held) -> Iterator[Wrong]:
    owed = _due(one for one in everything if one.is_acknowledged)
    may, there = _due(everything), Counter((one.user_id, one.text) for one in held.memories)
    for key, due in owed.items():
        if key not in there:
            yield Wrong("memory missing", f"{min(due.conversations)}, {due.kind}")
    for key, times in there.items():
        if times > 1 and key in may:
            yield Wrong(
                f"memory held {times} times", f"{min(may[key].conversations)}, {may[key].kind}"
            )
    for one in held.memories:
        told = may.get((one.user_id, one.text))
        where = f"{one.conversation_id}, {one.kind}"
        if told is None:
            yield Wrong("memory of nobody who told it", where)
        elif (one.kind, one.type) != told[:2] or one.conversation_id not in told.conversations:
            yield Wrong("memory filed as another kind, or under another call", where)


def _due(everything: Iterable[Sent]) -> dict[tuple[str, str], _Due]:
    """Return what Mem0 is to hold, by caller and words; what is stored verbatim comes first."""
    due: dict[tuple[str, str], _Due] = {}
    plans = [one.plan for one in everything]
    verbatim = [(one, each.kind, each.type, each.text) for one in plans for each in one.memories]
    extracted = [(one, EXTRACTED, FACTUAL, fact) for one in plans for fact in _facts(one)]
    for one, kind, type_, words in (*verbatim, *extracted):
        talk = one.conversation
        found = due.setdefault((talk.caller_id, words), _Due(kind, type_, set()))
        found.conversations.add(talk.id)
    return due


def _facts(planned: Plan) -> list[str]:
    return facts({"role": "user", "content": each.said} for each in planned.exchanges)


def _extractions(everything: Iterable[Sent], held: Held) -> Iterator[Wrong]:
    left = dict(held.extractions)
    for one in everything:
        times = left.pop(one.plan.conversation.id, 0)
        due = bool(one.plan.exchanges)
        if times > due or (one.is_acknowledged and times < due):
            yield Wrong(f"extraction accepted {times} times", _id(one))
    for conversation_id in left:
        yield Wrong("extraction of a call that was not made", conversation_id)
    if held.unfinished:
        yield Wrong("extractions that did not succeed", f"{held.unfinished} of them")


def _id(one: Sent) -> str:
    return one.plan.conversation.id
