"""What is remembered of a caller, all in all. No I/O."""

from dataclasses import dataclass
from datetime import datetime
from functools import cached_property

from chalicelib.household import people
from chalicelib.names import Name, same_person
from chalicelib.remembered import NEVER, Remembered, newest_first, without_repeats
from chalicelib.threads.thread_key import thread_key


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

    @property
    def is_whole(self) -> bool:
        """True when no older fact was left unread."""
        return len(self.facts) >= self.fact_count

    def joined(self, other: "Recollection") -> "Recollection":
        """Return this recollection with the facts of ``other`` that it lacks; the count is ours."""
        return Recollection(
            facts=tuple(without_repeats(newest_first([*self.facts, *other.facts]))),
            fact_count=self.fact_count or other.fact_count,
            highlights=self.highlights or other.highlights,
        )

    def completed(self, lately: "Recollection", card: "Recollection") -> "Recollection":
        """Return this recollection, Mem0's own, with what Mem0 may not have or not have told yet.

        That is what was noted ``lately``, and of the whole ``card`` who calls and what is open: the
        rest may be older than the facts that were read.
        """
        named = [fact for fact in card.facts if fact.kind == "name"] if self.facts else []
        known = self.joined(lately)
        if self.is_whole and known.people:
            return known
        return known.joined(Recollection((*named, *card.open_threads)))

    @cached_property
    def people(self) -> tuple[Name, ...]:
        """Those who are known to call from this number; whoever called first is first."""
        return people(fact.states_name for fact in reversed(self.facts))

    @cached_property
    def is_shared(self) -> bool:
        """True when several people call from this number, known by name or not."""
        others = (fact for fact in self.facts if fact.other_than or fact.is_borrowed)
        return len(self.people) > 1 or any(fact.created_at > self._alone_since for fact in others)

    @property
    def of_who_is_left(self) -> "Recollection":
        """All of it, but for what others said before somebody told that the number is theirs alone.

        Who it was is only known of what names its speaker; the rest goes too, since it would be
        told to the wrong one.
        """
        if self._alone_since == NEVER or not self.people:
            return self
        facts = tuple(filter(self._is_of_who_is_left, self.facts))
        highlights = tuple(filter(self._is_of_who_is_left, self.highlights))
        gone = len(self.facts) - len(facts)
        return Recollection(facts, self.fact_count - gone, highlights)

    @cached_property
    def _alone_since(self) -> datetime:
        return max((fact.created_at for fact in self.facts if fact.is_alone), default=NEVER)

    def _is_of_who_is_left(self, memory: Remembered) -> bool:
        is_theirs = bool(memory.speaker) and same_person(memory.speaker, self.people[0].full)
        return is_theirs or memory.created_at >= self._alone_since

    @property
    def name(self) -> str:
        """The full name of who calls, or ``""`` when it is not known, or not which of several."""
        return "" if self.is_shared or not self.people else self.people[0].full

    @property
    def spoken_name(self) -> str:
        """What the one person who calls is called, or ``""``."""
        return "" if self.is_shared or not self.people else self.people[0].spoken

    @cached_property
    def open_threads(self) -> tuple[Remembered, ...]:
        """What was promised or left unfinished and not settled since, newest first."""
        settled_at: dict[str, datetime] = {}
        for memory in reversed([*self.highlights, *self.facts]):
            settled_at |= dict.fromkeys(memory.settles, memory.created_at)
        threads = (fact for fact in self.facts if fact.kind == "thread")
        return tuple(
            one for one in threads if settled_at.get(thread_key(one.text), NEVER) <= one.created_at
        )

    @property
    def language(self) -> str:
        """The language of the latest call, as ElevenLabs names it, or ``""``."""
        memories = (*self.facts, *self.highlights)
        return next((memory.language for memory in memories if memory.language), "")
