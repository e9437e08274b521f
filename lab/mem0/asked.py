"""What a client asks for, read from its JSON. Pure.

Shapes: Mem0's OpenAPI description, ``/v3/memories/`` and its neighbours.
"""

import json
from dataclasses import dataclass
from typing import Any

from lab.mem0.condition import Condition
from lab.mem0.filter_fields import ENTITIES, categories, keywords, moment
from lab.mem0.filters import Where, where
from lab.mem0.instants import instant, read_date
from lab.mem0.memory import Addition, Entities
from lab.mem0.metadata_filter import metadata

ROLES = ("user", "assistant", "system")
LARGEST_PAGE = 200
LARGEST_TOP_K = 1_000

Body = dict[str, Any]


class RefusedError(ValueError):
    """A request that Mem0 answers with 400."""


@dataclass(frozen=True)
class Adding:
    """A request to add: ``messages`` have a ``role`` and a ``content``."""

    messages: list[dict[str, str]]
    addition: Addition
    infer: bool


@dataclass(frozen=True)
class Listing:
    """A request to list; ``page`` counts from 1."""

    where: Where
    page: int
    page_size: int
    fields: list[str]


@dataclass(frozen=True)
class Searching:
    """A request to search. What the lab has no use for (``rerank``) is accepted and left out."""

    query: str
    where: Where
    top_k: int
    threshold: float
    fields: list[str]


def read_body(raw: bytes) -> Body:
    """Return the JSON object sent. Raises RefusedError for anything else."""
    try:
        body = json.loads(raw.decode())
        json.dumps(body, ensure_ascii=False, allow_nan=False).encode()  # lone surrogates, NaN
    except (ValueError, RecursionError) as error:
        raise RefusedError("the body is not valid JSON") from error
    if not isinstance(body, dict):
        raise RefusedError("the body must be a JSON object")
    return body


def read_adding(body: Body) -> Adding:
    """Raise RefusedError for what is no addition."""
    messages = body.get("messages")
    if not isinstance(messages, list) or not messages or not all(map(_is_message, messages)):
        raise RefusedError(
            "messages must be a list of {role, content}, role one of user, assistant, system"
        )
    addition = Addition(
        entities=_entities(body),
        metadata=_typed(body, "metadata", dict, None),
        created_at=_instant(body.get("timestamp")),
        expires=_date(body.get("expiration_date")),
    )
    return Adding(messages, addition, _typed(body, "infer", bool, True))


def read_listing(body: Body, query: dict[str, str], today: str) -> Listing:
    """``query`` takes precedence over ``body``. Raises RefusedError or FilterError."""
    further = [*_shown(body, today)]
    if "start_date" in body:
        further += moment("created_at", {"gte": body["start_date"]})
    if "end_date" in body:
        further += moment("created_at", {"lte": body["end_date"]})
    if body.get("keywords"):
        further += keywords("keywords", {"icontains": body["keywords"]})
    paging = {**body, **query}
    return Listing(
        _where(body, further),
        _number(paging, "page", 1, 1, 2**31),
        _number(paging, "page_size", 100, 1, LARGEST_PAGE),
        _typed(body, "fields", list, []),
    )


def read_searching(body: Body, today: str) -> Searching:
    """Raise RefusedError or FilterError for what is no search."""
    query = body.get("query")
    if not isinstance(query, str) or not query.strip():
        raise RefusedError("query must be a non-empty text")
    threshold = body.get("threshold", 0.1)
    if not isinstance(threshold, int | float) or not 0 <= threshold <= 1:
        raise RefusedError("threshold must be a number from 0 to 1")
    further = [*_shown(body, today)]
    if body.get("metadata"):
        further += metadata("metadata", body["metadata"])
    top_k = _number(body, "top_k", 10, 1, LARGEST_TOP_K)
    fields = _typed(body, "fields", list, [])
    return Searching(query, _where(body, further), top_k, threshold, fields)


def read_deletion(query: dict[str, str]) -> Where:
    """Return whose memories to delete; a parameter that would be ignored is refused."""
    known = {*ENTITIES, "org_id", "project_id"}
    if not query.keys() <= known:
        raise RefusedError(f"delete takes only {', '.join(sorted(known))}")
    return where({key: value for key, value in query.items() if key in ENTITIES})


def _where(body: Body, further: list[Condition]) -> Where:
    if any(key in body for key in ENTITIES):
        raise RefusedError("entity ids belong inside filters")
    return where(body.get("filters"), *further)


def _shown(body: Body, today: str) -> list[Condition]:
    """Return what holds for every read: not expired, and of the categories asked for."""
    shown = (
        [*categories("categories", {"in": body["categories"]})] if body.get("categories") else []
    )
    if not _typed(body, "show_expired", bool, False):
        shown.append(Condition("(expires IS NULL OR expires >= ?)", (today,)))
    return shown


def _is_message(message: object) -> bool:
    return (
        isinstance(message, dict)
        and message.get("role") in ROLES
        and isinstance(message.get("content"), str)
    )


def _entities(body: Body) -> Entities:
    given = {key: body[key] for key in ENTITIES if body.get(key) is not None}
    if not given:
        raise RefusedError("at least one of user_id, agent_id, app_id, run_id is required")
    for key, value in given.items():
        if not isinstance(value, str) or not value.strip() or value == "*":
            raise RefusedError(f"{key} must be a non-empty text other than *")
    return Entities(**given)


def _instant(timestamp: object) -> str | None:
    if timestamp is None:
        return None
    if not isinstance(timestamp, int) or isinstance(timestamp, bool):
        raise RefusedError("timestamp must be unix seconds")
    try:
        return instant(timestamp)
    except ValueError as error:
        raise RefusedError("timestamp is out of range") from error


def _date(value: object) -> str | None:
    if value is None:
        return None
    try:
        return read_date(str(value)).isoformat()
    except ValueError as error:
        raise RefusedError("expiration_date must be YYYY-MM-DD") from error


def _number(source: Body, key: str, default: int, least: int, most: int) -> int:
    value = source.get(key, default)
    if isinstance(value, str) and value.isdecimal() and len(value) < len(str(2**31)):
        value = int(value)
    if not isinstance(value, int) or isinstance(value, bool) or not least <= value <= most:
        raise RefusedError(f"{key} must be a whole number from {least} to {most}")
    return value


def _typed(body: Body, key: str, kind: type, default: Any) -> Any:
    value = body.get(key, default)
    if value is not None and not isinstance(value, kind):
        raise RefusedError(f"{key} has the wrong type")
    return default if value is None else value
