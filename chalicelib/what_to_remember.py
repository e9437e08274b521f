"""What a conversation leaves behind: the memories to write, decided before anything is written.

Pure and deterministic: the same conversation always gives the same plan, which is what makes
remembering it again harmless (docs/decisions.md).
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import Any, Literal

from chalicelib import names
from chalicelib.conversation import Conversation
from chalicelib.exchanges import LONGEST_SAID, Exchange, exchanges, nobody_was_there
from chalicelib.redacted_conversation import redact_conversation

MemoryType = Literal["factual", "semantic"]

FACTUAL: MemoryType = "factual"
SEMANTIC: MemoryType = "semantic"
EXTRACTED = "extracted"

LONGEST_MEMORY = LONGEST_SAID  # characters; a longer answer becomes several memories
MOST_IN_BATCH = 50  # memories in one request to Mem0


@dataclass(frozen=True)
class Memory:
    """One thing to remember, in the words in which it will be stored."""

    text: str
    type: MemoryType
    kind: Literal["name", "collected", "summary", "exchange"]
    name: str = ""  # of kind "name": the bare name


@dataclass(frozen=True)
class Plan:
    """All that one conversation leaves behind, in the order in which it is written."""

    conversation: Conversation
    memories: tuple[Memory, ...]
    exchanges: tuple[Exchange, ...]  # what Mem0 extracts further facts from

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
        return metadata | ({"name": memory.name} if memory and memory.name else {})


def plan(conversation: Conversation) -> Plan:
    """Return what to remember of ``conversation``.

    Nothing at all if the caller said nothing worth it and nothing was collected, or if a voicemail
    box answered: then its summary only says that nobody was there. Of what is left, secrets are
    taken out first, so none can leave for Mem0 or for the caller card.
    """
    conversation = redact_conversation(conversation)
    said = exchanges(conversation)
    if nobody_was_there(conversation.turns) or not (said or conversation.collected):
        return Plan(conversation, (), ())
    written = [*_facts(conversation), *(_exchange(each) for each in said)]
    return Plan(conversation, tuple(dict.fromkeys(written)), said)


def _facts(conversation: Conversation) -> Iterator[Memory]:
    who = names.name_of(conversation)
    name = who.full if who.spoken or who.source == "collected" else ""
    if name:
        yield Memory(f"Name is {name}", FACTUAL, "name", name)
    for result in conversation.collected:
        if names.plausible_name(result.value) != name or not name:
            label = re.sub(r"[\W_]+", " ", result.item).strip().capitalize() or "Collected"
            yield Memory(_cut(f"{label}: {result.value}"), FACTUAL, "collected")
    if conversation.summary:
        yield Memory(_cut(conversation.summary), FACTUAL, "summary")


def _cut(words: str) -> str:
    return words[:LONGEST_MEMORY].rstrip()


def _exchange(exchange: Exchange) -> Memory:
    asked = f"Agent asked: {exchange.asked}\n" if exchange.asked else ""
    return Memory(f"{asked}Caller said: {exchange.said}", SEMANTIC, "exchange")
