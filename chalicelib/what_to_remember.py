"""What a conversation leaves behind: the memories to write, decided before anything is written.

Pure and deterministic: the same conversation always gives the same plan, which is what makes
remembering it again harmless (docs/decisions.md).
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import groupby
from typing import Any, Literal

from chalicelib import names, whose_call
from chalicelib.conversation import Conversation
from chalicelib.exchanges import LONGEST_SAID, Exchange, exchanges, nobody_was_there
from chalicelib.machine_text import without_machine_text
from chalicelib.memory_types import EXTRACTED, FACTUAL, SEMANTIC, MemoryType
from chalicelib.names import Name
from chalicelib.only_agent import only_agent
from chalicelib.redaction.redacted_conversation import redact_conversation
from chalicelib.summary import without_agents_part
from chalicelib.threads import open_threads
from chalicelib.threads.settled_by_call import settled_by
from chalicelib.threads.thread_key import thread_key

LONGEST_MEMORY = LONGEST_SAID  # characters; a longer answer becomes several memories
LONGEST_PASSAGE = 1_200  # characters, up to which neighbouring exchanges are one memory
_TOLD = frozenset({"said", "spelled", "corrected"})  # by the caller, of their own name
MOST_IN_BATCH = 50  # memories in one request to Mem0


@dataclass(frozen=True)
class Memory:
    """One thing to remember, in the words in which it will be stored."""

    text: str
    type: MemoryType
    kind: Literal["name", "collected", "thread", "summary", "exchange"]


@dataclass(frozen=True)
class Plan:
    """All that one conversation leaves behind, in the order in which it is written."""

    conversation: Conversation
    memories: tuple[Memory, ...]
    exchanges: tuple[Exchange, ...]  # what Mem0 extracts further facts from
    speaker: Name = field(default_factory=Name)
    settles: tuple[str, ...] = ()  # keys of the open threads that the call has settled
    is_other: bool = False  # they said that they are not who was greeted
    is_borrowed: bool = False  # they said that the telephone is another's

    def batches(self, known: Iterable[tuple[str, str]] = ()) -> Iterator[list[Memory]]:
        """Yield what is still to be written, grouped by what one request to Mem0 can carry.

        ``known`` are the (kind, text) pairs that an earlier attempt has written already.
        """
        done = set(known)
        missing = [memory for memory in self.memories if (memory.kind, memory.text) not in done]
        for _, group in groupby(missing, key=lambda memory: memory.kind):
            alike = list(group)
            for start in range(0, len(alike), MOST_IN_BATCH):
                yield alike[start : start + MOST_IN_BATCH]

    def metadata(self, memory: Memory | None) -> dict[str, Any]:
        """Return Mem0's metadata of ``memory``; of what Mem0 extracts itself for None."""
        conversation = self.conversation
        metadata = {
            "type": memory.type if memory else FACTUAL,
            "kind": memory.kind if memory else EXTRACTED,
            "conversation_id": conversation.id,
            "agent_id": conversation.agent_id,
            "call_started_at": conversation.started,
            "call_ended_at": conversation.ended,
            "call_duration_secs": conversation.duration_secs,
            "language": conversation.language,
        }
        if self.speaker.confidence >= names.SPOKEN_FROM:
            metadata["speaker"] = self.speaker.full
        if self.is_other:
            metadata["other_than"] = conversation.greeted
        if self.is_borrowed:
            metadata["borrowed"] = True
        if self.settles:
            metadata["settles"] = list(self.settles)
        return metadata | (_name_of(self.speaker) if memory and memory.kind == "name" else {})


def plan(conversation: Conversation) -> Plan:
    """Return what to remember of ``conversation``.

    Nothing at all if the caller said nothing worth it, not even who they are, and nothing else was
    collected, or if a voicemail box answered: then its summary only says that nobody was there. Of
    what is left, secrets are taken out first, so none can leave for Mem0 or for the caller card.
    """
    conversation = redact_conversation(conversation)
    said = exchanges(conversation)
    speaker = names.name_of(conversation)
    is_collected = any(one.item not in names.SPEAKER_ITEMS for one in conversation.collected)
    is_told = bool(said) or is_collected or speaker.source in _TOLD
    if nobody_was_there(conversation.turns) or not is_told:
        return Plan(conversation, (), ())
    written = [*_facts(conversation, speaker), *_passages(said)]
    settled = map(thread_key, settled_by(conversation))
    return Plan(
        conversation=conversation,
        memories=tuple(dict.fromkeys(written)),
        exchanges=said,
        speaker=speaker,
        settles=tuple(settled),
        is_other=whose_call.is_another(conversation, speaker),
        is_borrowed=whose_call.is_borrowed(conversation),
    )


def _facts(conversation: Conversation, speaker: Name) -> Iterator[Memory]:
    if speaker:
        is_sure = speaker.confidence >= names.SPOKEN_FROM
        # What is the same text is one memory to Mem0, which keeps the metadata of the first.
        called = f", called {speaker.called}" if speaker.called else ""
        told = f"Name {'is' if is_sure else 'may be'} {speaker.full}{called}"
        yield Memory(told, FACTUAL, "name")
    agents = only_agent(conversation)
    for result in conversation.collected:
        value = without_machine_text(result.value)
        # A name item may hold another's; the rules of names decide.
        is_told = not names.is_name_item(result.item) and not agents.is_value(result.item, value)
        if value and is_told:
            label = re.sub(r"[\W_]+", " ", result.item).strip().capitalize() or "Collected"
            yield Memory(_cut(f"{label}: {value}"), FACTUAL, "collected")
    for thread in open_threads.opened(conversation.turns):
        yield Memory(thread, FACTUAL, "thread")
    summary = without_machine_text(_put_right(conversation, speaker))
    if summary := without_agents_part(summary, agents):
        yield Memory(_cut(summary), FACTUAL, "summary")


def _put_right(conversation: Conversation, speaker: Name) -> str:
    """Return the summary with the speaker's name as they put it right, not as it was misheard."""
    said = " ".join(turn.words for turn in conversation.turns if turn.speaker == "caller").lower()
    summary = conversation.summary
    for result in conversation.collected:
        value = result.value.strip()
        is_name = names.is_name_item(result.item) and " " in value
        is_whole = len(speaker.full.split()) >= len(value.split())
        unsaid = [part for part in value.split() if part.lower() not in said]
        is_misheard = is_name and (value.split()[0] in unsaid or (bool(unsaid) and is_whole))
        if is_misheard and names.same_person(value, speaker.full, corrected=True):
            summary = summary.replace(value, speaker.full)
    return summary


def _passages(said: Iterable[Exchange]) -> Iterator[Memory]:
    """Yield the exchanges, neighbours together: a detail is found by what was said around it."""
    passage = ""
    for added in dict.fromkeys(map(_told, said)):
        if passage and len(passage) + len(added) >= LONGEST_PASSAGE:
            yield Memory(passage, SEMANTIC, "exchange")
            passage = ""
        passage = f"{passage}\n{added}" if passage else added
    if passage:
        yield Memory(passage, SEMANTIC, "exchange")


def _told(exchange: Exchange) -> str:
    asked = f"Agent asked: {exchange.asked}\n" if exchange.asked else ""
    return f"{asked}Caller said: {exchange.said}"


def _name_of(speaker: Name) -> dict[str, Any]:
    said = {"alone": speaker.is_alone, "instead_of": speaker.instead_of}
    return {
        "name": speaker.full,
        "name_confidence": round(speaker.confidence, 2),
        "name_source": speaker.source,
        "name_called": speaker.called,
    } | {about: value for about, value in said.items() if value}


def _cut(words: str) -> str:
    return words[:LONGEST_MEMORY].rstrip()
