"""Memories as Mem0's answers show them. Pure. Field names: Mem0's OpenAPI description."""

from collections.abc import Sequence
from typing import Any

from lab.mem0.memory import Memory

Json = dict[str, Any]


def listed(memory: Memory) -> Json:
    """Return a memory as listed, or asked for alone; its run is called ``session_id`` there."""
    return {
        **_common(memory),
        "session_id": memory.entities.run_id,
        "structured_attributes": None,
        "replaced_by": None,
        "synthesized": False,
    }


def found(memory: Memory) -> Json:
    """Return a memory as a search's result; its run is called ``run_id`` there."""
    return {**_common(memory), "run_id": memory.entities.run_id, "score": memory.score}


def only(fields: Sequence[str], shown: Json) -> Json:
    """Return the fields asked for, or all if none are."""
    return {key: value for key, value in shown.items() if key in fields} if fields else shown


def _common(memory: Memory) -> Json:
    return {
        "id": memory.id,
        "memory": memory.memory,
        "user_id": memory.entities.user_id,
        "agent_id": memory.entities.agent_id,
        "app_id": memory.entities.app_id,
        "metadata": memory.metadata,
        "categories": memory.categories,
        "expiration_date": memory.expires,
        "created_at": memory.created_at,
        "updated_at": memory.updated_at,
    }
