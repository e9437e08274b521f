"""One memory of a caller, as it came back from the memory store. No I/O."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any, get_args

from chalicelib import names
from chalicelib.names import Name, Source
from chalicelib.payload import dig, text

NEVER = datetime.fromtimestamp(0, UTC)
# Of facts of the same moment, which one says most about the call: the last of these kinds.
_KINDS_BY_WEIGHT = ("extracted", "", "name", "thread", "collected", "summary")
_OTHERS_SAY = 0.75  # how sure a name is that something else than this app has remembered


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
    confidence: float = 1.0  # 0 to 1; how sure the name is
    name_source: Source = ""  # how the name became known
    called: str = ""  # what they asked to be called
    speaker: str = ""  # the full name of who said it, where several share the number
    other_than: str = ""  # whose telephone it is, when another said that they are not that one
    is_borrowed: bool = False  # the call was made from another's telephone
    is_alone: bool = False  # who said that nobody else calls from the number any more
    instead_of: str = ""  # by which name they were greeted, and said that it is not theirs
    settles: tuple[str, ...] = ()  # keys of the threads that its call has settled
    id: str = field(default="", compare=False)  # Mem0's, by which it can be deleted

    @property
    def states_name(self) -> Name:
        """The caller's name, if this memory is about that, or no name.

        What Mem0 extracted from one of our calls is no source: whose name was said in it, our own
        rules have decided, and those tell who is quoted.
        """
        if self.kind == "name":
            return Name(
                self.name,
                self.confidence,
                self.name_source,
                self.called,
                self.other_than,
                self.is_alone,
                self.instead_of,
            )
        told = "" if self.conversation_id else names.remembered_name(self.text)
        return Name(told, _OTHERS_SAY, "said") if told else Name()

    @property
    def is_sure(self) -> bool:
        """True unless it is a name that is too unsure to be spoken."""
        return self.confidence >= names.SPOKEN_FROM

    @property
    def date(self) -> str:
        """The day it was said, ``YYYY-MM-DD`` in UTC, or ``""`` when unknown."""
        return "" if self.created_at == NEVER else self.created_at.date().isoformat()


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
    metadata = dig(one, "metadata")
    return Remembered(
        text=text(one, "memory"),
        type=text(metadata, "type"),
        kind=text(metadata, "kind"),
        name=_name(metadata, "name"),
        confidence=_score(dig(metadata, "name_confidence") or 1),
        name_source=_source(text(metadata, "name_source")),
        called=names.plausible_nickname(text(metadata, "name_called")),
        speaker=_name(metadata, "speaker"),
        other_than=_name(metadata, "other_than"),
        is_borrowed=dig(metadata, "borrowed") is True,
        is_alone=dig(metadata, "alone") is True,
        instead_of=_name(metadata, "instead_of"),
        settles=_texts(dig(metadata, "settles")),
        language=text(metadata, "language"),
        conversation_id=text(metadata, "conversation_id"),
        created_at=_moment(text(one, "created_at")),
        score=_score(dig(one, "score")),
        id=text(one, "id"),
    )


def _name(metadata: Any, field: str) -> str:
    written = text(metadata, field)
    return names.plausible_name(written) if written else ""


def _source(written: str) -> Source:
    return next((source for source in get_args(Source) if source == written), "")


def _texts(given: Any) -> tuple[str, ...]:
    listed = given if isinstance(given, list) else []
    return tuple(one for one in listed if isinstance(one, str))


def _score(given: Any) -> float:
    is_score = isinstance(given, int | float) and given > 0  # refuses nan
    return float(min(given, 1)) if is_score else 0.0


def _moment(written: str) -> datetime:
    try:
        moment = datetime.fromisoformat(written)
        return moment.astimezone(UTC) if moment.tzinfo else moment.replace(tzinfo=UTC)
    except (ValueError, OverflowError):  # the latter for a zone that leads out of the calendar
        return NEVER


def _weight(memory: Remembered) -> int:
    return _KINDS_BY_WEIGHT.index(memory.kind) if memory.kind in _KINDS_BY_WEIGHT else 0
