"""Mem0's events: what was asked for, what came of it, and the extractions still to be done."""

import json
import sqlite3
import time
import uuid
from collections.abc import Callable
from typing import Any

from lab.mem0.asked import read_adding
from lab.mem0.database import Database
from lab.mem0.facts import facts
from lab.mem0.instants import instant
from lab.mem0.keeping import keep

COLUMNS = "id, event_type, status, payload, results, error, accepted, due, finished"

Json = dict[str, Any]


class Events:
    """The table of events. A pending one survives a restart, since its payload holds all of it."""

    def __init__(self, database: Database, clock: Callable[[], float] = time.time) -> None:
        self._database = database
        self._clock = clock

    def record(self, event_type: str, payload: Json, results: list[Json]) -> str:
        """Write down what is done; return the event's id."""
        now = self._clock()
        return self._write((event_type, "SUCCEEDED", payload, results, None, now, now, now))

    def extract_later(self, body: Json, delay_secs: float, error: str = "") -> str:
        """Queue the extraction of an addition's facts; return the event's id.

        With ``error`` it will fail, and say so.
        """
        now = self._clock()
        due = now + delay_secs
        return self._write(("ADD", "PENDING", body, [], error or None, now, due, None))

    def settle(self) -> None:
        """Do every extraction that is due. Whoever reads calls it first, so it needs no thread."""
        now = self._clock()
        due = "status = 'PENDING' AND due <= ?"
        with self._database.reading() as connection:
            if not connection.execute(f"SELECT 1 FROM events WHERE {due}", (now,)).fetchone():
                return
        with self._database.writing() as connection:
            sql = f"SELECT {COLUMNS} FROM events WHERE {due} ORDER BY due, rowid"
            for row in connection.execute(sql, (now,)).fetchall():
                _finish(connection, row)

    def get(self, event_id: str) -> Json | None:
        """Return an event as ``GET /v1/event/{id}/`` shows it."""
        self.settle()
        with self._database.reading() as connection:
            sql = f"SELECT {COLUMNS} FROM events WHERE id = ?"
            row = connection.execute(sql, (event_id,)).fetchone()
        return _shown(row) if row else None

    def extractions(self) -> list[Json]:
        """Return every extraction that was accepted, oldest first, as ``get`` shows it."""
        self.settle()
        with self._database.reading() as connection:
            sql = f"SELECT {COLUMNS} FROM events WHERE event_type = 'ADD' ORDER BY rowid"
            additions = [_shown(row) for row in connection.execute(sql)]
        return [event for event in additions if read_adding(event["payload"]).infer]

    def _write(self, values: tuple[Any, ...]) -> str:
        event_id = str(uuid.uuid4())
        event_type, status, payload, results, *rest = values
        row = (event_id, event_type, status, json.dumps(payload), json.dumps(results), *rest)
        with self._database.writing() as connection:
            places = ", ".join("?" * len(row))
            connection.execute(f"INSERT INTO events ({COLUMNS}) VALUES ({places})", row)
        return event_id


def _finish(connection: sqlite3.Connection, row: tuple[Any, ...]) -> None:
    event_id, _, _, payload, _, error, _, due, _ = row
    adding = read_adding(json.loads(payload))
    results = [] if error else keep(connection, facts(adding.messages), adding.addition, due)
    connection.execute(
        "UPDATE events SET status = ?, results = ?, finished = ? WHERE id = ?",
        ("FAILED" if error else "SUCCEEDED", json.dumps(results), due, event_id),
    )


def _shown(row: tuple[Any, ...]) -> Json:
    event_id, event_type, status, payload, results, error, accepted, due, finished = row
    return {
        "id": event_id,
        "event_type": event_type,
        "status": status,
        "payload": json.loads(payload),
        "metadata": None,
        "results": json.loads(results),
        "created_at": instant(accepted),
        "updated_at": instant(finished or accepted),
        "started_at": instant(accepted) if finished else None,
        "completed_at": instant(due) if finished else None,
        "latency": (finished - accepted) * 1000 if finished else None,
        "graph_status": None,
        "error": error if status == "FAILED" else None,
    }
