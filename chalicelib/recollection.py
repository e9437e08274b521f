"""What is remembered of a caller, as it came back from the memory store. No I/O."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

from chalicelib import names
from chalicelib.payload import dig, text

_NEVER = datetime.fromtimestamp(0, UTC)
# Of facts of the same moment, which one says most about the call: the last of these kinds.
_KINDS_BY_WEIGHT = ("extracted", "", "name", "collected", "summary")


@dataclass(frozen=True)
class Remembered:
    """One memory of one caller."""

    text: str
    type: str  # "factual", "semantic", or "" for a memory that nobody gave a type
    kind: str
    name: str  # the bare name, on a memory of kind "name"
    language: str
    conversation_id: str
    created_at: datetime  # in UTC
    score: float  # 0 to 1; only a search fills it
    id: str = field(default="", compare=False)  # Mem0's, by which it can be deleted

    @property
    def states_name(self) -> str:
        """The caller's name, if this memory is about that, or ``""``."""
        return self.name if self.kind == "name" else names.remembered_name(self.text)

    @property
    def date(self) -> str:
        """The day it was said, ``YYYY-MM-DD`` in UTC, or ``""`` when unknown."""
        return "" if self.created_at == _NEVER else self.created_at.date().isoformat()


@dataclass(frozen=True)
class Recollection:
    """What /client-data knows of a caller; the default is a caller nobody remembers."""

    facts: tuple[Remembered, ...] = ()  # newest first
    fact_count: int = 0
    highlights: tuple[Remembered, ...] = ()  # of earlier conversations, newest first

    @property
    def is_returning(self) -> bool:
        """True when this caller has called before."""
        return self.fact_count > 0 or bool(self.highlights)

    def joined(self, other: "Recollection") -> "Recollection":
        """Return this recollection with the facts of ``other`` that it lacks; the count is ours."""
        return Recollection(
            facts=tuple(without_repeats(newest_first([*self.facts, *other.facts]))),
            fact_count=self.fact_count or other.fact_count,
            highlights=self.highlights or other.highlights,
        )

    def completed(self, lately: "Recollection", card: "Recollection") -> "Recollection":
        """Return this recollection, Mem0's own, with what Mem0 may not have or not have told yet.

        That is what was noted ``lately``, and of the whole ``card`` the name alone: it may be older
        than the facts that were read.
        """
        named = [fact for fact in card.facts if fact.kind == "name"][: bool(self.facts)]
        known = self.joined(lately)
        return known if known.name else known.joined(Recollection(tuple(named)))

    @property
    def name(self) -> str:
        """The caller's name as it was last remembered, or ``""``."""
        kept = (fact.name for fact in self.facts if fact.kind == "name")
        told = (fact.states_name for fact in self.facts)
        return next((name for name in kept if name), "") or next((n for n in told if n), "")

    @property
    def language(self) -> str:
        """The language of the latest call, as ElevenLabs names it, or ``""``."""
        memories = (*self.facts, *self.highlights)
        return next((memory.language for memory in memories if memory.language), "")


def read_memories(results: Any, caller_id: str) -> list[Remembered]:
    """Return the memories among ``results`` of Mem0 that are this caller's, newest first.

    The filter already asked for them alone; a memory that names another caller is dropped all
    the same, because telling it would be the worst thing this system can do.
    """
    found = results if isinstance(results, list) else []
    mine = [one for one in found if dig(one, "user_id") in (None, "", caller_id)]
    return newest_first(_read_memory(one) for one in mine if text(one, "memory"))


def newest_first(memories: Iterable[Remembered]) -> list[Remembered]:
    """Return ``memories`` by date; of one call, what says most about it comes first."""
    return sorted(memories, key=lambda one: (one.created_at, _weight(one)), reverse=True)


def without_repeats(memories: Iterable[Remembered]) -> list[Remembered]:
    """Return ``memories`` in their order, each text once, whatever its case or punctuation."""
    first: dict[str, Remembered] = {}
    for memory in memories:
        first.setdefault(" ".join(re.findall(r"\w+", memory.text.lower())), memory)
    return list(first.values())


def _read_memory(one: Any) -> Remembered:
    return Remembered(
        text=text(one, "memory"),
        type=text(one, "metadata", "type"),
        kind=text(one, "metadata", "kind"),
        name=names.plausible_name(text(one, "metadata", "name")),
        language=text(one, "metadata", "language"),
        conversation_id=text(one, "metadata", "conversation_id"),
        created_at=_moment(text(one, "created_at")),
        score=_score(dig(one, "score")),
        id=text(one, "id"),
    )


def _score(given: Any) -> float:
    is_score = isinstance(given, int | float) and given > 0  # refuses nan
    return float(min(given, 1)) if is_score else 0.0


def _moment(written: str) -> datetime:
    try:
        moment = datetime.fromisoformat(written)
        return moment.astimezone(UTC) if moment.tzinfo else moment.replace(tzinfo=UTC)
    except (ValueError, OverflowError):  # the latter for a zone that leads out of the calendar
        return _NEVER


def _weight(memory: Remembered) -> int:
    return _KINDS_BY_WEIGHT.index(memory.kind) if memory.kind in _KINDS_BY_WEIGHT else 0
