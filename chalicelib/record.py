"""What became of one archived payload: the record under ``remembered/``. No I/O.

It is the memory of the rememberer itself: who is at work on the payload, how far they came, how
it ended. It holds ids, times and counts; no number, name or word of a caller.
"""

import json
from dataclasses import asdict, dataclass, fields, replace
from typing import Any, Literal

Status = Literal["remembering", "remembered", "not_remembered", "failed"]

LEASE_SECS = 120  # twice as long as Mem0 may take to be sent an addition and to answer it
REMEMBERING: Status = "remembering"
REMEMBERED: Status = "remembered"
NOT_REMEMBERED: Status = "not_remembered"
FAILED: Status = "failed"


@dataclass(frozen=True)
class Record:
    """The state of one payload. Times are unix seconds."""

    status: Status
    owner: str  # the invocation that wrote this version
    lease_until: float = 0.0  # until then nobody else may work on it
    attempts: int = 1
    conversation_id: str = ""
    agent_id: str = ""
    reason: str = ""  # why it is not remembered, or how it failed last
    memories: int = 0  # how many were planned and are stored
    extraction: Literal["", "sending", "queued"] = ""
    extraction_sent_at: float = 0.0
    event_id: str = ""  # Mem0's, of the extraction
    updated_at: float = 0.0

    @property
    def is_settled(self) -> bool:
        """Tell if there is nothing left to do."""
        return self.status in (REMEMBERED, NOT_REMEMBERED)

    def is_held(self, now: float) -> bool:
        """Tell if another invocation may still be at work on it."""
        return self.status == REMEMBERING and now < self.lease_until

    def held_by(self, owner: str, now: float, **progress: Any) -> "Record":
        """Return this record as ``owner`` holds it for another LEASE_SECS, with ``progress``."""
        held = replace(self, status=REMEMBERING, owner=owner, lease_until=now + LEASE_SECS)
        return replace(held, updated_at=now, **progress)

    def let_go(self, status: Status, now: float, **outcome: Any) -> "Record":
        """Return this record as nobody holds it any more, with ``status`` and ``outcome``."""
        return replace(self, status=status, lease_until=0.0, updated_at=now, **outcome)

    def to_json(self) -> bytes:
        """Return the record as it is stored."""
        return json.dumps(asdict(self), indent=1).encode()


def read_record(body: bytes) -> Record:
    """Return the stored record; fields that a later version added are passed over."""
    known = {field.name for field in fields(Record)}
    return Record(**{name: value for name, value in json.loads(body).items() if name in known})
