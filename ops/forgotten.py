"""How far the forgetting of one caller has come, and the receipt when it is done. No I/O.

Kept in the archive under ``forgetting/`` while it lasts, so that whoever runs the command again
goes on. It holds ids, counts and times; no number, name or word.
"""

import json
from dataclasses import asdict, dataclass, field, replace
from datetime import UTC, datetime
from typing import Any

from chalicelib.layout import FORGETTING
from ops.belonging import Looked

CARD = "card"  # what the counts call the caller's card; no conversation has so short an id


@dataclass(frozen=True)
class Progress:
    """What was found of the caller. ``versions`` are object versions by conversation."""

    started_at: float
    looked: Looked = field(default_factory=Looked)
    named: frozenset[str] = frozenset()
    has_looked: bool = False
    versions: dict[str, int] = field(default_factory=dict)
    memories: int = 0
    at_elevenlabs: frozenset[str] = frozenset()

    @property
    def conversations(self) -> list[str]:
        """The caller's conversations, as folders of the archive."""
        return self.looked.belonging(self.named)

    @property
    def is_anything(self) -> bool:
        """Tell if anything of the caller is or was there."""
        return bool(self.conversations or any(self.versions.values()) or self.memories)

    def counted(self, versions: dict[str, int], memories: int) -> "Progress":
        """Return this with what is there now; what a run that was cut off has counted stays."""
        more = {name: max(count, self.versions.get(name, 0)) for name, count in versions.items()}
        return replace(
            self, versions={**self.versions, **more}, memories=max(self.memories, memories)
        )

    def to_json(self) -> bytes:
        """Return this as it is kept."""
        return json.dumps(asdict(self), default=sorted).encode()


@dataclass(frozen=True)
class Receipt:
    """What was forgotten. ``caller`` is a keyed digest: it tells the number to nobody."""

    stage: str
    caller: str
    conversations: int
    object_versions: int
    memories: int
    at_elevenlabs: int | None  # None when ElevenLabs was not asked to delete anything
    payloads_looked_at: int
    started_at: str
    forgotten_at: str

    def lines(self) -> list[tuple[str, str]]:
        """Return the receipt for a person."""
        asked = self.at_elevenlabs is not None
        return [
            ("caller", f"{self.caller} (a digest)"),
            ("stage", self.stage),
            ("conversations", str(self.conversations)),
            ("object versions deleted", str(self.object_versions)),
            ("memories deleted in Mem0", str(self.memories)),
            ("deleted at ElevenLabs", str(self.at_elevenlabs) if asked else "not asked for"),
            ("payloads looked at", str(self.payloads_looked_at)),
            ("begun", self.started_at),
            ("forgotten", self.forgotten_at),
        ]


def progress_key(digest: str) -> str:
    """Return where the progress of forgetting the caller of ``digest`` is kept."""
    return f"{FORGETTING}{digest}.json"


def read_progress(body: bytes | None, now: float) -> Progress:
    """Return what a run that was cut off has kept; a new beginning when that can't be read."""
    try:
        told: dict[str, Any] = json.loads(body or b"{}")
        looked = Looked(
            after=str(told["looked"]["after"]),
            payloads=int(told["looked"]["payloads"]),
            mine=frozenset(told["looked"]["mine"]),
            others=frozenset(told["looked"]["others"]),
        )
        return Progress(
            started_at=float(told["started_at"]),
            looked=looked,
            named=frozenset(told["named"]),
            has_looked=bool(told["has_looked"]),
            versions={str(name): int(count) for name, count in told["versions"].items()},
            memories=int(told["memories"]),
            at_elevenlabs=frozenset(told["at_elevenlabs"]),
        )
    except (AttributeError, KeyError, TypeError, ValueError):
        return Progress(started_at=now)


def receipt(progress: Progress, stage: str, digest: str, now: float, *, asked: bool) -> Receipt:
    """Return the receipt; ``asked`` tells if ElevenLabs was to delete conversations too."""
    return Receipt(
        stage=stage,
        caller=digest,
        conversations=len(progress.conversations),
        object_versions=sum(progress.versions.values()),
        memories=progress.memories,
        at_elevenlabs=len(progress.at_elevenlabs) if asked else None,
        payloads_looked_at=progress.looked.payloads,
        started_at=_iso(progress.started_at),
        forgotten_at=_iso(now),
    )


def _iso(at: float) -> str:
    return datetime.fromtimestamp(round(at), UTC).isoformat()
