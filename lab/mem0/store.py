"""The memories of the lab's Mem0: kept, listed, searched, deleted."""

import heapq
import json
import sqlite3
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import Any, NamedTuple

from lab.mem0 import ranking
from lab.mem0.condition import Condition
from lab.mem0.database import Database
from lab.mem0.events import Events
from lab.mem0.filter_fields import ENTITIES
from lab.mem0.filters import Where
from lab.mem0.keeping import keep
from lab.mem0.memory import Addition, Entities, Memory

MERGED_SCOPES = 50  # above it, sorting is cheaper than merging
NAMED_SCOPES = 64  # of more, all of the index is searched
RANKED = 1_000  # memories that share a word with the question are ranked, of more the best by FTS5

TABLES = "memories JOIN scopes USING (scope)"
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

    def add(self, texts: Iterable[str], addition: Addition) -> list[dict[str, Any]]:
        """Keep each text that its scope does not hold yet; return those, as Mem0 reports them."""
        with self._database.writing() as connection:
            return keep(connection, texts, addition, self.clock())

    def page(self, where: Where, offset: int = 0, limit: int = 100) -> Page:
        """Return the memories from ``offset`` on that fit ``where``, newest first."""
        self.events.settle()
        with self._database.reading() as connection:
            scopes = _scopes(connection, where)
            if where.memories is None and len(scopes) <= MERGED_SCOPES:
                total = sum(scopes.values())
                numbers = _newest(connection, scopes, offset, limit)
            else:
                total, numbers = _sorted(connection, where.both, offset, limit)
            return Page(_read(connection, numbers), total)

    def search(
        self, query: str, where: Where, top_k: int = 10, threshold: float = 0.1
    ) -> list[Memory]:
        """Return at most ``top_k`` memories that share words with ``query``, best first."""
        self.events.settle()
        words = ranking.question(query)
        with self._database.reading() as connection:
            scopes = _scopes(connection, where)
            candidates = _candidates(connection, words, scopes, where) if words and scopes else []
            ranked = ranking.rank(candidates, words, sum(scopes.values()))
            scores = {number: score for number, score in ranked[:top_k] if score >= threshold}
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


def _scopes(connection: sqlite3.Connection, where: Where) -> dict[int, int]:
    """Return the scopes where something may fit, with the number of their memories."""
    sql = f"SELECT scope, held FROM scopes WHERE held > 0 AND {where.scopes.sql}"
    return dict(connection.execute(sql, where.scopes.parameters))


def _newest(
    connection: sqlite3.Connection, scopes: Iterable[int], offset: int, limit: int
) -> list[int]:
    """Merge the scopes, each of which an index holds in order; read no further than needed."""
    sql = (
        "SELECT created_at, number FROM memories WHERE scope = ? "
        "ORDER BY created_at DESC, number DESC LIMIT ?"
    )
    each = [connection.execute(sql, (scope, offset + limit)) for scope in scopes]
    merged: Iterator[tuple[str, int]] = heapq.merge(*each, reverse=True)
    return [number for _, number in islice(merged, offset, offset + limit)]


def _sorted(
    connection: sqlite3.Connection, condition: Condition, offset: int, limit: int
) -> tuple[int, list[int]]:
    matching = f"FROM {TABLES} WHERE {condition.sql}"
    (count,) = connection.execute(f"SELECT count(*) {matching}", condition.parameters).fetchone()
    sql = f"SELECT number {matching} ORDER BY created_at DESC, number DESC LIMIT ? OFFSET ?"
    rows = connection.execute(sql, (*condition.parameters, limit, offset))
    return count, [number for (number,) in rows]


def _candidates(
    connection: sqlite3.Connection, words: list[str], scopes: Iterable[int], where: Where
) -> list[ranking.Candidate]:
    owners = list(islice(scopes, NAMED_SCOPES + 1))
    match = ranking.match_expression(words, owners if len(owners) <= NAMED_SCOPES else [])
    parameters = (match, *where.both.parameters)
    sql = (
        "SELECT number, scope, conversation_id, place, stems "
        "FROM words JOIN memories ON number = words.rowid JOIN scopes USING (scope) "
        f"WHERE words MATCH ? AND {where.both.sql}"
    )
    rows = connection.execute(f"{sql} LIMIT ?", (*parameters, RANKED + 1)).fetchall()
    if len(rows) > RANKED:  # only now, because bm25() reads about the words in all scopes
        best = f"{sql} ORDER BY bm25(words, 1.0, 0.0) LIMIT ?"
        rows = connection.execute(best, (*parameters, RANKED)).fetchall()
    return [ranking.Candidate(*row) for row in rows]


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
