"""The routes of Mem0's platform API v3, as a Flask application."""

import uuid
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from flask import Flask, Response, g, request
from werkzeug.exceptions import HTTPException

from lab.faults import Faults
from lab.mem0.asked import (
    RefusedError,
    read_adding,
    read_body,
    read_deletion,
    read_listing,
    read_searching,
)
from lab.mem0.condition import Condition, FilterError
from lab.mem0.control import controls
from lab.mem0.faulty import Received, after_work, before_work, extraction_error
from lab.mem0.shown import found, listed, only
from lab.mem0.store import Store

ROUTES = (  # method, path, operation (as Fault and Received name it), method of Api
    ("GET", "/v1/ping/", "ping", "ping"),
    ("POST", "/v3/memories/add/", "add", "add"),
    ("POST", "/v3/memories/", "list", "page"),
    ("POST", "/v3/memories/search/", "search", "search"),
    ("DELETE", "/v1/memories/", "delete", "delete_many"),
    ("DELETE", "/v1/memories/<memory_id>/", "delete", "delete_one"),
    ("GET", "/v1/memories/<memory_id>/", "get", "get"),
    ("GET", "/v1/event/<event_id>/", "event", "event"),
    ("GET", "/v1/entities/", "entities", "entities"),
    ("DELETE", "/v2/entities/<kind>/<path:name>/", "entities", "delete_entity"),
)
OPERATIONS = {view: operation for _, _, operation, view in ROUTES}
KINDS = ("user", "agent", "app", "run")
DELETING = "Delete in progress. This may take some time."

Json = dict[str, Any]
Answer = Json | tuple[Json, int] | Response


@dataclass(frozen=True)
class Api:
    """What the routes answer. ``account`` is the answer to a ping."""

    store: Store
    faults: Faults
    requests: list[Received]
    api_key: str
    account: Json
    extraction_delay_secs: float

    def application(self) -> Flask:
        """Return the routes, behind the key, with the faults around them."""
        app = Flask(__name__)
        app.url_map.merge_slashes = False  # a name may hold two
        app.json.sort_keys = False  # type: ignore[attr-defined]
        app.before_request(self._receive)
        app.after_request(lambda response: after_work(self.faults, response))
        for method, path, _, view in ROUTES:
            app.add_url_rule(path, view, getattr(self, view), methods=[method])
        app.register_blueprint(controls(self.faults, self.requests))
        for error in (FilterError, RefusedError):
            app.register_error_handler(error, lambda error: _refusal(str(error), 400))
        app.register_error_handler(HTTPException, _http_error)
        return app

    def ping(self) -> Answer:
        """Tell whose key it is."""
        return self.account

    def add(self) -> Answer:
        """Store messages verbatim at once, or accept them to have facts extracted from them."""
        adding = read_adding(g.body)
        if adding.infer:
            failing = extraction_error(g.faults)
            delay_secs = self.extraction_delay_secs
            event_id = self.store.events.extract_later(g.body, delay_secs, failing)
            self.store.events.settle()
            return {"event_id": event_id, "status": "PENDING"}
        texts = [message["content"] for message in adding.messages if message["content"].strip()]
        results = self.store.add(texts, adding.addition)
        return {
            "message": "Memories added successfully",
            "status": "SUCCEEDED",
            "event_id": self.store.events.record("ADD", g.body, results),
            "results": results,
        }

    def page(self) -> Answer:
        """Answer one page of memories, newest first, and how many there are."""
        listing = read_listing(g.body, request.args.to_dict(), self._today())
        page, size = listing.page, listing.page_size
        memories, total = self.store.page(listing.where, (page - 1) * size, size)
        return {
            "count": total,
            "next": _page_url(page + 1, size) if page * size < total else None,
            "previous": _page_url(page - 1, size) if page > 1 else None,
            "results": [only(listing.fields, listed(memory)) for memory in memories],
        }

    def search(self) -> Answer:
        """Answer the memories that fit a question, best first."""
        asked = read_searching(g.body, self._today())
        memories = self.store.search(asked.query, asked.where, asked.top_k, asked.threshold)
        return {"results": [only(asked.fields, found(memory)) for memory in memories]}

    def get(self, memory_id: str) -> Answer:
        """Answer one memory."""
        memory = self.store.get(_checked(memory_id))
        return listed(memory) if memory else _refusal("Memory not found!", 404)

    def delete_one(self, memory_id: str) -> Answer:
        """Delete one memory."""
        if not self.store.delete(Condition("id IS ?", (_checked(memory_id),))):
            return _refusal("Memory not found!", 404)
        return {"message": "Memory deleted successfully!"}

    def delete_many(self) -> Answer:
        """Delete all memories of the entities named, and with ``*`` those of everyone."""
        query = request.args.to_dict()
        return self._delete(read_deletion(query).both, query)

    def event(self, event_id: str) -> Answer:
        """Answer what became of a request."""
        event = self.store.events.get(event_id)
        return event or _refusal("Event not found or you don't have permission to access it.", 404)

    def entities(self) -> Answer:
        """Answer everyone who has memories, all on one page."""
        entities = self.store.entities()
        totals = {f"total_{kind}s": sum(e["type"] == kind for e in entities) for kind in KINDS}
        owner = self.account["user_email"]
        results = [{**entity, "owner": owner, "metadata": None} for entity in entities]
        return {"count": len(results), "next": None, "previous": None, "results": results, **totals}

    def delete_entity(self, kind: str, name: str) -> Answer:
        """Delete an entity with its memories; here ``*`` is a name like any other."""
        if kind not in KINDS:
            return {"message": "Invalid entity type"}, 400
        return self._delete(Condition(f"{kind}_id IS ?", (name,)), {"type": kind, "name": name})

    def _delete(self, condition: Condition, payload: Json) -> Answer:
        self.store.delete(condition)
        return {"message": DELETING, "event_id": self.store.events.record("DELETE", payload, [])}

    def _receive(self) -> Answer | None:
        """Read the body, note the request, check the key, and let go wrong what shall."""
        g.faults = []
        operation = OPERATIONS.get(request.endpoint or "", "")
        if not operation:
            return None
        g.body = read_body(request.get_data()) if request.method == "POST" else {}
        if operation == "add":
            operation = "add_verbatim" if g.body.get("infer") is False else "add_inferred"
        self.requests.append(Received.now(operation))
        if request.headers.get("Authorization") != f"Token {self.api_key}":
            return {"detail": "Invalid API key."}, 401
        g.faults = self.faults.take(operation)
        return before_work(self.faults)

    def _today(self) -> str:
        return datetime.fromtimestamp(self.store.clock(), UTC).date().isoformat()


def _checked(memory_id: str) -> str:
    try:
        return str(uuid.UUID(memory_id))
    except ValueError as error:
        raise RefusedError("memory_id should be a valid UUID") from error


def _page_url(page: int, page_size: int) -> str:
    return f"{request.base_url}?page={page}&page_size={page_size}"


def _refusal(sentence: str, status: int) -> tuple[Json, int]:
    return {"error": sentence}, status


def _http_error(error: HTTPException) -> tuple[Mapping[str, Any], int]:
    return {"detail": error.description}, error.code or 500
