"""The vectors of memories, kept beside them in the lab's SQLite file."""

import sqlite3
from collections.abc import Iterable, Sequence
from typing import NamedTuple

import numpy as np

from lab.mem0.condition import Condition
from lab.mem0.encoder import Vectors
from lab.mem0.pool import Told
from lab.mem0.selection import TABLES


class Unlearned(NamedTuple):
    """A memory that has no vectors yet."""

    number: int
    id: str
    memory: str


def unlearned(connection: sqlite3.Connection, condition: Condition) -> list[Unlearned]:
    """Return the memories that fit ``condition`` and have no vectors."""
    sql = (
        f"SELECT number, id, memory FROM {TABLES} "
        f"WHERE number NOT IN (SELECT number FROM vectors) AND {condition.sql}"
    )
    return [Unlearned(*row) for row in connection.execute(sql, condition.parameters)]


def learned(connection: sqlite3.Connection, condition: Condition) -> list[Told]:
    """Return the memories that fit ``condition`` and have vectors."""
    sql = (
        "SELECT number, scope, conversation_id, place, stems, parts "
        f"FROM {TABLES} JOIN vectors USING (number) JOIN words ON words.rowid = number "
        f"WHERE {condition.sql}"
    )
    return [Told(*row) for row in connection.execute(sql, condition.parameters)]


def learn(
    connection: sqlite3.Connection, memories: Sequence[Unlearned], parts: Iterable[Vectors]
) -> None:
    """Keep the vectors of ``memories``; of one that was deleted meanwhile nothing is kept.

    Half precision: it halves the file, and changes no cosine by more than a thousandth.
    """
    connection.executemany(
        "INSERT OR IGNORE INTO vectors (number, parts) "
        "SELECT number, ? FROM memories WHERE number = ? AND id = ?",
        (
            (part.astype(np.float16).tobytes(), one.number, one.id)
            for one, part in zip(memories, parts, strict=True)
        ),
    )
