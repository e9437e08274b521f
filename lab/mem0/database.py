"""The lab's SQLite file: its tables, its connections, its transactions."""

import queue
import sqlite3
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

SqlValue = str | int | float | bytes | None

BUSY_SECS = 30.0  # for another process that writes; threads of this one wait for a lock

# A scope is all memories with the same entity ids, type and expiry, with their number. Counting and
# listing start there, so that neither depends on how many memories a caller has.
SCHEMA = """
CREATE TABLE IF NOT EXISTS scopes (
    scope INTEGER PRIMARY KEY,
    identity TEXT NOT NULL UNIQUE,
    user_id TEXT, agent_id TEXT, app_id TEXT, run_id TEXT,
    type TEXT,
    expires TEXT,
    held INTEGER NOT NULL DEFAULT 0,
    places INTEGER NOT NULL DEFAULT 0,
    since TEXT NOT NULL,
    latest TEXT NOT NULL
);
CREATE INDEX IF NOT EXISTS of_user ON scopes (user_id);
CREATE INDEX IF NOT EXISTS of_agent ON scopes (agent_id);
CREATE INDEX IF NOT EXISTS of_app ON scopes (app_id);
CREATE INDEX IF NOT EXISTS of_run ON scopes (run_id);

CREATE TABLE IF NOT EXISTS memories (
    number INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    scope INTEGER NOT NULL REFERENCES scopes,
    place INTEGER NOT NULL,
    conversation_id TEXT,
    digest BLOB NOT NULL UNIQUE,
    memory TEXT NOT NULL,
    metadata TEXT,
    categories TEXT NOT NULL,
    created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL
);
CREATE INDEX IF NOT EXISTS newest ON memories (scope, created_at, number);
CREATE INDEX IF NOT EXISTS told ON memories (scope, conversation_id);

CREATE VIRTUAL TABLE IF NOT EXISTS words USING fts5 (stems, owner, tokenize = 'ascii');

-- What a search has learned of a memory: the vectors of its parts, 512 half-precision numbers each.
CREATE TABLE IF NOT EXISTS vectors (number INTEGER PRIMARY KEY, parts BLOB NOT NULL);

CREATE TRIGGER IF NOT EXISTS kept AFTER INSERT ON memories BEGIN
    UPDATE scopes SET held = held + 1, places = places + 1, latest = max(latest, new.created_at)
    WHERE scope = new.scope;
END;
CREATE TRIGGER IF NOT EXISTS forgotten AFTER DELETE ON memories BEGIN
    UPDATE scopes SET held = held - 1 WHERE scope = old.scope;
    DELETE FROM words WHERE rowid = old.number;
END;
CREATE TRIGGER IF NOT EXISTS unlearned AFTER DELETE ON memories BEGIN
    DELETE FROM vectors WHERE number = old.number;
END;

CREATE TABLE IF NOT EXISTS events (
    id TEXT PRIMARY KEY,
    event_type TEXT NOT NULL,
    status TEXT NOT NULL,
    payload TEXT NOT NULL,
    results TEXT NOT NULL DEFAULT '[]',
    error TEXT,
    accepted REAL NOT NULL,
    due REAL NOT NULL,
    finished REAL
);
CREATE INDEX IF NOT EXISTS pending ON events (due) WHERE status = 'PENDING';
"""


class Database:
    """Connections to one SQLite file, lent to a thread at a time; any number read, one writes."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._idle: queue.LifoQueue[sqlite3.Connection] = queue.LifoQueue()
        self._write_lock = threading.Lock()
        with self._lent() as connection:
            connection.execute("PRAGMA journal_mode = WAL")
            connection.executescript(SCHEMA)

    @contextmanager
    def reading(self) -> Iterator[sqlite3.Connection]:
        """Lend a connection whose statements all see the same state of the file."""
        with self._lent() as connection:
            connection.execute("BEGIN")
            with connection:
                yield connection

    @contextmanager
    def writing(self) -> Iterator[sqlite3.Connection]:
        """Lend a connection inside a transaction: all of it is kept, or, on an error, nothing."""
        with self._write_lock, self._lent() as connection:
            connection.execute("BEGIN IMMEDIATE")
            with connection:  # commits, or rolls back
                yield connection

    def close(self) -> None:
        """Close every connection that is not lent out."""
        while not self._idle.empty():
            self._idle.get().close()

    @contextmanager
    def _lent(self) -> Iterator[sqlite3.Connection]:
        try:
            connection = self._idle.get_nowait()
        except queue.Empty:
            connection = self._connect()
        try:
            yield connection
        finally:
            self._idle.put(connection)

    def _connect(self) -> sqlite3.Connection:
        connection = sqlite3.connect(
            self._path, timeout=BUSY_SECS, isolation_level=None, check_same_thread=False
        )
        connection.execute("PRAGMA synchronous = NORMAL")  # enough beside a write-ahead log
        connection.create_function("casefold", 1, _casefold, deterministic=True)
        return connection


def _casefold(value: SqlValue) -> SqlValue:
    """SQLite's own lower() knows the letters of ASCII only."""
    return value.casefold() if isinstance(value, str) else value
