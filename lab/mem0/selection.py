"""Which memories a filter asks for: their scopes, and their numbers, newest first."""

import heapq
import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from itertools import islice
from typing import NamedTuple

from lab.mem0.condition import Condition
from lab.mem0.filters import Where

MERGED_SCOPES = 50  # above it, sorting is cheaper than merging

TABLES = "memories JOIN scopes USING (scope)"


class Held(NamedTuple):
    """How many memories a scope has, and how many it ever had.

    No two states of a scope share both: whatever is added counts in ``ever``, and until the next
    addition ``now`` can only fall.
    """

    now: int
    ever: int


Scopes = Mapping[int, Held]


def scopes(connection: sqlite3.Connection, where: Where) -> Scopes:
    """Return the scopes where something may fit ``where``."""
    sql = f"SELECT scope, held, places FROM scopes WHERE held > 0 AND {where.scopes.sql}"
    rows = connection.execute(sql, where.scopes.parameters)
    return {scope: Held(now, ever) for scope, now, ever in rows}


def size(among: Scopes) -> int:
    """Return how many memories there are in the scopes ``among``."""
    return sum(held.now for held in among.values())


def newest(
    connection: sqlite3.Connection, where: Where, among: Scopes, offset: int, limit: int
) -> list[int]:
    """Return the numbers of the memories that fit ``where``, newest first, from ``offset`` on."""
    if where.memories is None and len(among) <= MERGED_SCOPES:
        return _merged(connection, among, offset, limit)
    sql = (
        f"SELECT number FROM {TABLES} WHERE {where.both.sql} "
        "ORDER BY created_at DESC, number DESC LIMIT ? OFFSET ?"
    )
    rows = connection.execute(sql, (*where.both.parameters, limit, offset))
    return [number for (number,) in rows]


def total(connection: sqlite3.Connection, where: Where, among: Scopes) -> int:
    """Return how many memories fit ``where``."""
    return size(among) if where.memories is None else _count(connection, where.both)


def _count(connection: sqlite3.Connection, condition: Condition) -> int:
    sql = f"SELECT count(*) FROM {TABLES} WHERE {condition.sql}"
    return int(connection.execute(sql, condition.parameters).fetchone()[0])


def _merged(
    connection: sqlite3.Connection, among: Iterable[int], offset: int, limit: int
) -> list[int]:
    """Merge the scopes, each of which an index holds in order; read no further than needed."""
    sql = (
        "SELECT created_at, number FROM memories WHERE scope = ? "
        "ORDER BY created_at DESC, number DESC LIMIT ?"
    )
    each = [connection.execute(sql, (scope, offset + limit)) for scope in among]
    merged: Iterator[tuple[str, int]] = heapq.merge(*each, reverse=True)
    return [number for _, number in islice(merged, offset, offset + limit)]
