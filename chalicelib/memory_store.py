"""The memory store: the one module that asks Mem0 to remember, search and recall.

API: https://docs.mem0.ai/api-reference (v3). Identity goes into ``user_id`` alone; agent and
conversation are metadata, because a fact stored under an agent's or a run's scope would be
somebody else's memory too.
"""

import re
import threading
from collections.abc import Callable, Iterator, Sequence
from http import HTTPStatus
from typing import TYPE_CHECKING, Any, Literal
from urllib.parse import quote

from chalicelib.distinct import chosen
from chalicelib.mem0_connection import Mem0Connection
from chalicelib.mem0_errors import NOT_FOUND, MemoryStoreError
from chalicelib.memory_types import EXTRACTED, SEMANTIC
from chalicelib.payload import dig, text
from chalicelib.remembered import Remembered, newest_first, read_memories

if TYPE_CHECKING:
    from chalicelib.exchanges import Exchange

FACTS_READ = 30  # of a caller's, newest first: what the caller context can carry
HIGHLIGHTS_READ = 6
READS_AT_ONCE = 2  # facts and highlights
ASKED_FOR_EACH = 6  # memories for each that is told: some say the same
ABOUT_THE_NAME = "the caller's name"
LONGEST_QUERY = 1_000  # characters
LARGEST_PAGE = 200
ONLY_THE_CALLER = (
    "Only remember facts that the user states about themself, their life and their wishes, or "
    "confirms. The assistant's messages are questions: never take a fact from them."
)

_EVENT_PATH = "/v1/event/{}/"
_OUTCOMES: dict[str, Literal["done", "failed"]] = {"SUCCEEDED": "done", "FAILED": "failed"}
_CALLER = re.compile(r"\+[0-9]{7,15}", re.ASCII)


class MemoryStore:
    """Mem0 and its verbs. ``build`` returns a ``mem0.MemoryClient``; it is called at first use.

    ``org_id`` and ``project_id``, when given, must be what Mem0 says of the key.
    """

    def __init__(self, build: Callable[[], Any], org_id: str = "", project_id: str = "") -> None:
        self._mem0 = Mem0Connection(build, org_id, project_id)

    @property
    def built(self) -> threading.Event:
        """Set as soon as Mem0's client is there, or can't be built."""
        return self._mem0.built

    def recall_facts(self, caller_id: str) -> tuple[list[Remembered], int]:
        """Return the caller's newest facts, newest first, and how many there are in all.

        A memory without a type counts as a fact: others than this app may have written it.
        """
        semantic = {"metadata": {"type": SEMANTIC}}
        filters = {"AND": [_scope(caller_id), {"NOT": [semantic]}]}
        memories, count = self._page(caller_id, filters, FACTS_READ)
        return [memory for memory in memories if memory.type != SEMANTIC], count

    def recall_highlights(self, caller_id: str) -> list[Remembered]:
        """Return what the caller last said, newest first."""
        filters = {"AND": [_scope(caller_id), {"metadata": {"type": SEMANTIC}}]}
        return self._page(caller_id, filters, HIGHLIGHTS_READ)[0]

    def recall_name(self, caller_id: str) -> list[Remembered]:
        """Return the caller's facts that state their name, newest first, however old they are."""
        with self._mem0.asking("search") as client:
            answer = client.search(ABOUT_THE_NAME, filters=_scope(caller_id), top_k=LARGEST_PAGE)
        found = newest_first(_memories(answer, caller_id))
        return [memory for memory in found if memory.states_name and memory.type != SEMANTIC]

    def search(self, caller_id: str, query: str, limit: int) -> list[Remembered]:
        """Return the ``limit`` memories of the caller that fit ``query`` best, best first."""
        filters, top_k = _scope(caller_id), min(limit * ASKED_FOR_EACH, 100)
        with self._mem0.asking("search") as client:
            answer = client.search(query[:LONGEST_QUERY], filters=filters, top_k=top_k)
        return chosen(_memories(answer, caller_id), limit)

    def known(self, caller_id: str, conversation_id: str) -> list[Remembered]:
        """Return all that is stored of one conversation."""
        filters = {"AND": [_scope(caller_id), {"metadata": {"conversation_id": conversation_id}}]}
        found = self._all_pages(caller_id, filters)
        return newest_first(one for one in found if one.conversation_id == conversation_id)

    def all_of(self, caller_id: str) -> list[Remembered]:
        """Return all that is stored of one caller, whoever has written it, newest first."""
        return newest_first(self._all_pages(caller_id, _scope(caller_id)))

    def delete(self, memory_id: str) -> None:
        """Delete one memory, by the id under which it was read; no error when it is gone."""
        if not memory_id:
            raise ValueError("without its id no memory can be deleted")
        try:
            with self._mem0.asking("delete") as client:
                client.delete(memory_id)
        except MemoryStoreError as error:
            if error.kind != NOT_FOUND:
                raise

    def remember(
        self, caller_id: str, texts: Sequence[str], metadata: dict[str, Any], at: int
    ) -> None:
        """Store each of ``texts`` verbatim, dated ``at`` (unix seconds; 0 for now)."""
        messages = [{"role": "user", "content": one} for one in texts]
        self._add(caller_id, messages, metadata, at, infer=False)

    def extract(
        self, caller_id: str, exchanges: "Sequence[Exchange]", metadata: dict[str, Any], at: int
    ) -> str:
        """Have Mem0 extract facts from what the caller said; return the id of its event.

        Mem0 only queues it: the facts are there 30 to 60 seconds later.
        """
        answer = self._add(
            caller_id,
            list(_messages(exchanges)),
            {**metadata, "kind": EXTRACTED},
            at,
            custom_instructions=ONLY_THE_CALLER,
        )
        return text(answer, "event_id")

    def outcome(self, event_id: str) -> Literal["pending", "done", "failed"]:
        """Return what came of the extraction that ``event_id`` names.

        An event that Mem0 does not know counts as failed. mem0ai has no method for it.
        """
        with self._mem0.asking("event") as client:
            answer = client.client.get(_EVENT_PATH.format(quote(event_id, safe="")))
            if answer.status_code == HTTPStatus.NOT_FOUND:
                return "failed"
            answer.raise_for_status()
            status = text(answer.json(), "status")
        return _OUTCOMES.get(status, "pending")

    def open_connections(self) -> None:
        """Open as many connections as a caller's reads will need; MemoryStoreError if it can't."""
        self._mem0.open(READS_AT_ONCE)

    def _all_pages(self, caller_id: str, filters: dict[str, Any]) -> Iterator[Remembered]:
        for page in range(1, 1_000):
            memories, count = self._page(caller_id, filters, LARGEST_PAGE, page)
            yield from memories
            if not memories or page * LARGEST_PAGE >= count:
                return

    def _page(
        self, caller_id: str, filters: dict[str, Any], page_size: int, page: int = 1
    ) -> tuple[list[Remembered], int]:
        with self._mem0.asking("list") as client:
            answer = client.get_all(filters=filters, page=page, page_size=page_size)
        memories, count = _memories(answer, caller_id), dig(answer, "count")
        return memories, count if isinstance(count, int) else len(memories)

    def _add(
        self, caller_id: str, messages: list[Any], metadata: dict[str, Any], at: int, **how: Any
    ) -> Any:
        scope = _scope(caller_id)
        with self._mem0.asking("add") as client:
            return client.add(messages, metadata=metadata, timestamp=at or None, **scope, **how)


def _scope(caller_id: str) -> dict[str, Any]:
    """Return the filter for one caller; ``"*"`` would mean everyone (docs: memory filters)."""
    if not _CALLER.fullmatch(caller_id):
        raise ValueError("only a caller's E.164 number may scope a request to Mem0")
    return {"user_id": caller_id}


def _messages(exchanges: "Sequence[Exchange]") -> Iterator[dict[str, str]]:
    for exchange in exchanges:
        if exchange.asked:
            yield {"role": "assistant", "content": exchange.asked}
        yield {"role": "user", "content": exchange.said}


def _memories(answer: Any, caller_id: str) -> list[Remembered]:
    if not isinstance(dig(answer, "results"), list):
        raise MemoryStoreError("nonsense")
    return read_memories(answer["results"], caller_id)
