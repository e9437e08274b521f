"""Conversations told to the lab's Mem0 and asked about, by Mem0's own client over HTTP.

One turn is one memory, of one user for each conversation. Mem0 keeps a text of one user once: turns
of the same words are one memory. A search asks for ten memories and leaves the threshold to Mem0.
"""

import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import count
from typing import Any

from bench.progress import Advance
from bench.recall.locomo import Conversation, Question
from lab.mem0 import Mem0Lab
from lab.mem0.filters import where

ASKED = 10  # memories


@dataclass(frozen=True)
class Answer:
    """What came of a question: which of the places 1 to 10 hold evidence, and how long it took.

    ``http_ms`` is what the client waited, ``store_ms`` what the same search took inside the lab,
    and ``processor_ms`` how much of that was work, however busy the machine.
    """

    question: Question
    places: tuple[int, ...]
    http_ms: float
    store_ms: float
    processor_ms: float


@dataclass(frozen=True)
class Asked:
    """All answers, and what each conversation's first search took, which makes the vectors."""

    memories: int
    answers: tuple[Answer, ...]
    first_ms: tuple[float, ...]


def ask(
    mem0: Mem0Lab, client: Any, conversations: Sequence[Conversation], advance: Advance
) -> Asked:
    """Tell ``mem0`` each conversation, and ask its questions; ``advance`` after each of both."""
    answers: list[Answer] = []
    first_ms: list[float] = []
    memories = 0
    for conversation, number in zip(conversations, count(100)):
        user_id = f"+1612555{number:04}"
        memories += _tell(client, user_id, conversation)
        first_ms.append(_first_search(client, user_id))
        advance()
        for question in conversation.questions:
            answers.append(_answer(mem0, client, user_id, question))
            advance()
    return Asked(memories, tuple(answers), tuple(first_ms))


def _tell(client: Any, user_id: str, conversation: Conversation) -> int:
    for number, session in enumerate(conversation.sessions):
        messages = [{"role": "user", "content": memory} for memory in session]
        metadata = {"type": "semantic", "conversation_id": f"session_{number}"}
        if messages:
            client.add(messages, user_id=user_id, metadata=metadata, infer=False)
    told = client.get_all(filters={"user_id": user_id}, page=1, page_size=1)
    return int(told["count"])


def _first_search(client: Any, user_id: str) -> float:
    return _timed(lambda: _search(client, user_id, "And then?"))[1]


def _answer(mem0: Mem0Lab, client: Any, user_id: str, question: Question) -> Answer:
    found, http_ms = _timed(lambda: _search(client, user_id, question.words))
    caller, worked = where({"user_id": user_id}), time.thread_time()
    _, store_ms = _timed(lambda: mem0.store.search(question.words, caller, ASKED))
    processor_ms = (time.thread_time() - worked) * 1_000
    return Answer(question, tuple(_places(found, question)), http_ms, store_ms, processor_ms)


def _search(client: Any, user_id: str, query: str) -> list[str]:
    answer = client.search(query, filters={"user_id": user_id}, top_k=ASKED)
    return [memory["memory"] for memory in answer["results"]]


def _places(found: Sequence[str], question: Question) -> Iterator[int]:
    return (place for place, memory in enumerate(found, 1) if memory in question.evidence)


def _timed(action: Callable[[], Any]) -> tuple[Any, float]:
    started = time.perf_counter()
    result = action()
    return result, (time.perf_counter() - started) * 1_000
