"""Everything of one caller in one ZIP file: what is in it, under which names. No I/O."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from chalicelib.layout import RECORDS, conversation_of
from ops.versions import Version

MEMORIES, CARD, CONTENTS = "memories.json", "caller_card.json", "contents.json"


@dataclass(frozen=True)
class Contents:
    """What a bundle holds besides ``contents.json``, which tells of it."""

    stage: str
    caller_id: str
    exported_at: float  # unix seconds
    memories: int
    has_card: bool
    entries: tuple[tuple[str, Version], ...]

    @property
    def conversations(self) -> int:
        """How many conversations there are."""
        return len({conversation_of(version.key) for _, version in self.entries})

    def summary(self) -> dict[str, Any]:
        """Return how much there is, without the caller's number."""
        return {
            "conversations": self.conversations,
            "objects": len(self.entries),
            "bytes": sum(version.size for _, version in self.entries),
            "memories": self.memories,
            "has_card": self.has_card,
        }

    def to_json(self) -> bytes:
        """Return ``contents.json``."""
        told = {
            "caller": self.caller_id,
            "stage": self.stage,
            "exported_at": _iso(self.exported_at),
            **self.summary(),
            "files": {
                MEMORIES: "what Mem0 remembers, as Mem0 shows it",
                **({CARD: "what the next greeting needs"} if self.has_card else {}),
                **{name: f"written {_iso(version.at)}" for name, version in self.entries},
            },
        }
        return json.dumps(told, indent=1).encode()


def entries(versions: Iterable[Version]) -> tuple[tuple[str, Version], ...]:
    """Return what belongs into a bundle of ``versions``, each under its name there.

    What lies in the archive now has its key's name, what was overwritten or deleted and is still
    there lies under ``earlier/``. Of records and marks only the present ones tell anything.
    """
    return tuple(
        (one.key if one.is_latest else f"earlier/{one.id}/{one.key}", one)
        for one in versions
        if not one.is_mark and one.size and (one.is_latest or not one.key.startswith(RECORDS))
    )


def _iso(at: float) -> str:
    return datetime.fromtimestamp(round(at), UTC).isoformat()
