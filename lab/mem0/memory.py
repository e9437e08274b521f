"""A memory: as it is given to the store, and as the store holds it."""

import hashlib
import json
from dataclasses import dataclass
from typing import Any, NamedTuple


class Entities(NamedTuple):
    """Whose memory it is: at least one of Mem0's four kinds of id."""

    user_id: str | None = None
    agent_id: str | None = None
    app_id: str | None = None
    run_id: str | None = None


@dataclass(frozen=True)
class Addition:
    """What all memories of one addition share. ``expires`` is ``YYYY-MM-DD``."""

    entities: Entities
    metadata: dict[str, Any] | None = None
    categories: tuple[str, ...] = ()
    created_at: str | None = None  # an instant; None for the time of storing
    expires: str | None = None

    @property
    def type(self) -> str | None:
        """``metadata.type``, which the lab counts and lists by."""
        return self._textual("type")

    @property
    def conversation_id(self) -> str | None:
        """``metadata.conversation_id``; memories told in one conversation are neighbours."""
        return self._textual("conversation_id")

    @property
    def scope_identity(self) -> str:
        """A text that is the same for all memories of one scope."""
        return json.dumps([*self.entities, self.type, self.expires])

    def digest(self, memory: str) -> bytes:
        """Return what two memories share that Mem0 takes for the same: the ids and the text."""
        return hashlib.sha256(json.dumps([*self.entities, memory]).encode()).digest()

    def _textual(self, key: str) -> str | None:
        value = (self.metadata or {}).get(key)
        return value if isinstance(value, str) else None


@dataclass(frozen=True)
class Memory:
    """A stored memory. ``created_at`` and ``updated_at`` are instants, ``expires`` a date."""

    id: str
    memory: str
    entities: Entities
    metadata: dict[str, Any] | None
    categories: list[str]
    expires: str | None
    created_at: str
    updated_at: str
    score: float | None = None
