"""What is remembered of a caller, as a person reads it. No I/O."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from chalicelib.caller_card import Card
from chalicelib.remembered import Remembered, newest_first, read_memories


@dataclass(frozen=True)
class Shown:
    """One memory: what, since when, from which conversation, and where it is kept."""

    date: str
    type: str
    kind: str
    text: str
    conversation_id: str
    kept_in: str  # "Mem0", "card" or "Mem0, card"


def shown(raw: list[dict[str, Any]], card: Card, caller_id: str) -> list[Shown]:
    """Return the memories of Mem0 (``raw``) and of the card, newest first, each once."""
    stored = read_memories(raw, caller_id)
    in_mem0, on_card = {_one(each) for each in stored}, {_one(each) for each in card.facts}
    places = (("Mem0", in_mem0), ("card", on_card))
    every = {_one(each): each for each in newest_first([*card.facts, *stored])}
    return [
        Shown(
            date=each.date,
            type=each.type,
            kind=each.kind,
            text=each.text,
            conversation_id=each.conversation_id,
            kept_in=", ".join(name for name, place in places if _one(each) in place),
        )
        for each in every.values()
    ]


def plain(words: str) -> str:
    """Return ``words`` as a terminal may show them: no sign of theirs can command it."""
    return "".join(sign if sign.isprintable() else " " for sign in words)


def counted(count: int, what: str) -> str:
    """Return ``count`` with ``what``, in the plural unless it is one."""
    plural = f"{what[:-1]}ies" if what.endswith("y") else f"{what}s"
    return f"{count} {what if count == 1 else plural}"


def conversations(memories: Iterable[Shown]) -> int:
    """Return from how many conversations ``memories`` are."""
    return len({one.conversation_id for one in memories if one.conversation_id})


def _one(memory: Remembered) -> tuple[str, str]:
    return memory.conversation_id, memory.text
