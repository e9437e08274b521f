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
from chalicelib.conversation import Conversation, Turn

MemoryType = Literal["factual", "semantic"]

FACTUAL: MemoryType = "factual"
SEMANTIC: MemoryType = "semantic"
EXTRACTED = "extracted"

LONGEST_MEMORY = 2_000  # characters; a longer answer becomes several memories
MOST_IN_BATCH = 50  # memories in one request to Mem0

_WORDS = re.compile(r"\w+")
_ABBREVIATED = "".join(rf"(?<!\b{word}\.)" for word in ("Dr", "Mr", "Mrs", "Ms", "St", "Sr", "Sra"))
_BETWEEN_SENTENCES = re.compile(
    rf"{_ABBREVIATED}(?<!\b[A-Z]\.)(?:(?<=[.!?…])|(?<=[.!?…][\"'»”)]))\s+"
)
_RECITAL_SHARE = 0.6  # of a question's words; above it the question only repeats what was recalled
_SHORT_QUESTION = 4  # words; "What is it?" shares its few words with anything


@dataclass(frozen=True)
class Memory:
    """One thing to remember, in the words in which it will be stored."""

    text: str
    type: MemoryType
    kind: Literal["name", "collected", "summary", "exchange"]
    name: str = ""  # of kind "name": the bare name


@dataclass(frozen=True)
class Exchange:
    """What was asked, and what the caller answered."""

    asked: str
    said: str


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

    Nothing at all if the caller never spoke and nothing was collected: then its summary only says
    that nobody was there.
    """
    exchanges = tuple(_exchanges(conversation))
    if not exchanges and not conversation.collected:
        return Plan(conversation, (), ())
    written = [*_facts(conversation), *(_exchange(each) for each in exchanges)]
    return Plan(conversation, tuple(dict.fromkeys(written)), exchanges)


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


def _exchanges(conversation: Conversation) -> Iterator[Exchange]:
    """Yield the conversation in exchanges, without what the agent recited.

    Of the agent's words only questions stay, and of those only what is new: its greeting, its
    praise and what it was told from memory are nobody's news.
    """
    lines = (line for told in conversation.recalled for line in told.splitlines())
    recited = [_content_words(line) for line in lines]
    asked = ""
    for speaker, turns in groupby(conversation.turns, key=lambda turn: turn.speaker):
        if speaker == "agent":
            asked = " ".join(_questions(turns, recited))
            continue
        for said in _pieces(" ".join(turn.words for turn in turns)):
            yield Exchange(asked, said)
        asked = ""


def _questions(turns: Iterable[Turn], recited: list[set[str]]) -> Iterator[str]:
    for turn in turns:
        is_greeting = turn.at_secs == 0
        for sentence in () if is_greeting else _BETWEEN_SENTENCES.split(turn.words):
            if sentence.rstrip("\"'»”)").endswith("?") and not _recites(sentence, recited):
                yield sentence


def _recites(sentence: str, recited: list[set[str]]) -> bool:
    words = _content_words(sentence)
    if len(words) < _SHORT_QUESTION:
        return False
    return any(len(words & told) / len(words) >= _RECITAL_SHARE for told in recited)


def _content_words(words: str) -> set[str]:
    return {word for word in _WORDS.findall(words.lower()) if len(word) > 3}  # noqa: PLR2004


def _pieces(said: str) -> Iterator[str]:
    """Yield ``said`` whole, or cut at spaces where it is too long for one memory."""
    while len(said) > LONGEST_MEMORY:
        cut = said.rfind(" ", 1, LONGEST_MEMORY)
        cut = cut if cut > 0 else LONGEST_MEMORY
        yield said[:cut]
        said = said[cut:].lstrip()
    yield said
