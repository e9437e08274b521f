"""The memories of the lab's Mem0: kept, listed, searched, deleted."""

import json
import sqlite3
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from lab.mem0 import selection
from lab.mem0.condition import Condition
from lab.mem0.database import Database
from lab.mem0.events import Events
from lab.mem0.filter_fields import ENTITIES
from lab.mem0.filters import Where
from lab.mem0.finder import Finder
from lab.mem0.keeping import keep
from lab.mem0.memory import Addition, Entities, Memory
from lab.mem0.selection import TABLES

COLUMNS = (
    "id, memory, user_id, agent_id, app_id, run_id, "
    "metadata, categories, expires, memories.created_at, updated_at"
)


class Page(NamedTuple):
    """Some memories, newest first, and how many there are in all."""

    memories: list[Memory]
    total: int


class Store:
    """Memories and events in one SQLite file, for any number of threads.

    ``clock`` returns unix seconds. Extractions that are due are done before anything is read.
    """

    def __init__(self, path: Path, clock: Callable[[], float] = time.time) -> None:
        self._database = Database(path)
        self.clock = clock
        self.events = Events(self._database, clock)
        self._finder = Finder(self._database)

    def add(self, texts: Iterable[str], addition: Addition) -> list[dict[str, Any]]:
        """Keep each text that its scope does not hold yet; return those, as Mem0 reports them."""
        with self._database.writing() as connection:
            return keep(connection, texts, addition, self.clock())

    def page(self, where: Where, offset: int = 0, limit: int = 100) -> Page:
        """Return the memories from ``offset`` on that fit ``where``, newest first."""
        self.events.settle()
        with self._database.reading() as connection:
            scopes = selection.scopes(connection, where)
            numbers = selection.newest(connection, where, scopes, offset, limit)
            return Page(_read(connection, numbers), selection.total(connection, where, scopes))

    def search(
        self, query: str, where: Where, top_k: int = 10, threshold: float = 0.1
    ) -> list[Memory]:
        """Return at most ``top_k`` memories that fit ``query`` by words or meaning, best first."""
        self.events.settle()
        self._finder.learn(query, where)
        with self._database.reading() as connection:
            scores = self._finder.find(connection, query, where, top_k, threshold)
            return _read(connection, [*scores], scores)

    def get(self, memory_id: str) -> Memory | None:
        """Return one memory, expired or not."""
        self.events.settle()
        with self._database.reading() as connection:
            sql = "SELECT number FROM memories WHERE id = ?"
            numbers = [number for (number,) in connection.execute(sql, (memory_id,))]
            return next(iter(_read(connection, numbers)), None)

    def delete(self, condition: Condition) -> int:
        """Delete the memories that fit ``condition``, and return how many there were."""
        self.events.settle()
        chosen = f"SELECT number FROM {TABLES} WHERE {condition.sql}"
        with self._database.writing() as connection:
            sql = f"DELETE FROM memories WHERE number IN ({chosen})"
            return connection.execute(sql, condition.parameters).rowcount

    def empty(self) -> None:
        """Forget all memories, and all events too."""
        with self._database.writing() as connection:
            connection.execute("DELETE FROM memories")
            connection.execute("DELETE FROM events")

    def entities(self) -> list[dict[str, Any]]:
        """Return everyone and everything that has memories: name, type, number, first and last."""
        self.events.settle()
        with self._database.reading() as connection:
            return [entity for column in ENTITIES for entity in _entities(connection, column)]

    def close(self) -> None:
        """Close the file. What is pending stays so."""
        self._database.close()


def _read(
    connection: sqlite3.Connection, numbers: Sequence[int], scores: dict[int, float] | None = None
) -> list[Memory]:
    """Return the memories ``numbers`` in that order."""
    sql = f"SELECT number, {COLUMNS} FROM {TABLES} WHERE number IN (SELECT value FROM json_each(?))"
    rows = {row[0]: row[1:] for row in connection.execute(sql, (json.dumps([*numbers]),))}
    return [_memory(rows[number], (scores or {}).get(number)) for number in numbers]


def _memory(row: tuple[Any, ...], score: float | None) -> Memory:
    memory_id, text, *entities, metadata, categories, expires, created_at, updated_at = row
    return Memory(
        memory_id,
        text,
        Entities(*entities),
        None if metadata is None else json.loads(metadata),
        json.loads(categories),
        expires,
        created_at,
        updated_at,
        score,
    )


def _entities(connection: sqlite3.Connection, column: str) -> Iterator[dict[str, Any]]:
    rows = connection.execute(
        f"SELECT {column}, sum(held), min(since), max(latest) FROM scopes "
        f"WHERE held > 0 AND {column} IS NOT NULL GROUP BY {column} ORDER BY {column}"
    )
    for name, total, since, latest in rows:
        yield {
            "id": name,
            "name": name,
            "type": column.removesuffix("_id"),
            "total_memories": total,
            "created_at": since,
            "updated_at": latest,
        }
