"""Writing memories down: each text once per scope, counted, and indexed by its words."""

import json
import sqlite3
import uuid
from collections.abc import Iterable
from typing import Any

from lab.mem0.instants import instant
from lab.mem0.memory import Addition
from lab.mem0.stems import stems


def keep(
    connection: sqlite3.Connection, texts: Iterable[str], addition: Addition, now: float
) -> list[dict[str, Any]]:
    """Store ``texts`` in the caller's transaction; return the new ones as Mem0 reports them."""
    stored_at = instant(now)
    scope = _scope(connection, addition, stored_at)
    added = ((text, _insert(connection, text, addition, scope, stored_at)) for text in texts)
    return [{"id": id_, "data": {"memory": text}, "event": "ADD"} for text, id_ in added if id_]


def _scope(connection: sqlite3.Connection, addition: Addition, stored_at: str) -> int:
    since = addition.created_at or stored_at
    connection.execute(
        "INSERT OR IGNORE INTO scopes "
        "(identity, user_id, agent_id, app_id, run_id, type, expires, since, latest) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            addition.scope_identity,
            *addition.entities,
            addition.type,
            addition.expires,
            since,
            since,
        ),
    )
    sql = "SELECT scope FROM scopes WHERE identity = ?"
    (scope,) = connection.execute(sql, (addition.scope_identity,)).fetchone()
    return int(scope)


def _insert(
    connection: sqlite3.Connection, text: str, addition: Addition, scope: int, stored_at: str
) -> str | None:
    """Return the id of the new memory, or None if the scope has this text already."""
    memory_id = str(uuid.uuid4())
    metadata = None if addition.metadata is None else json.dumps(addition.metadata)
    created_at = addition.created_at or stored_at
    inserted = connection.execute(
        "INSERT INTO memories (id, scope, place, conversation_id, digest, memory, metadata, "
        "categories, created_at, updated_at) "
        "VALUES (?, ?, (SELECT places FROM scopes WHERE scope = ?), ?, ?, ?, ?, ?, ?, ?) "
        "ON CONFLICT (digest) DO NOTHING",
        (
            memory_id,
            scope,
            scope,
            addition.conversation_id,
            addition.digest(text),
            text,
            metadata,
            json.dumps(addition.categories),
            created_at,
            stored_at,
        ),
    )
    if not inserted.rowcount:
        return None
    row = (inserted.lastrowid, " ".join(stems(text)), str(scope))
    connection.execute("INSERT INTO words (rowid, stems, owner) VALUES (?, ?, ?)", row)
    return memory_id
