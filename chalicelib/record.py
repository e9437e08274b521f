"""What became of one archived payload: the record under ``remembered/``. No I/O.

It is the memory of the rememberer itself: who is at work on the payload, how far they came, how
it ended. It holds ids, times and counts; no number, name or word of a caller.
"""

import json
from dataclasses import asdict, dataclass, fields, replace
from typing import Any, Literal

Status = Literal["remembering", "remembered", "not_remembered", "failed", "parked", "forgotten"]

LEASE_SECS = 120  # twice as long as Mem0 may take to be sent an addition and to answer it
REMEMBERING: Status = "remembering"
REMEMBERED: Status = "remembered"
NOT_REMEMBERED: Status = "not_remembered"  # it can't be, and its reason says why
FAILED: Status = "failed"  # the next attempt goes on
PARKED: Status = "parked"  # failed too often: only an operator has it tried again
FORGOTTEN: Status = "forgotten"  # its caller was forgotten; it is never remembered again


@dataclass(frozen=True)
class Record:
    """The state of one payload. Times are unix seconds."""

    status: Status
    owner: str  # the invocation that wrote this version
    lease_until: float = 0.0  # until then nobody else may work on it
    attempts: int = 1
    refusals: int = 0  # attempts of which Mem0 did not want the content
    conversation_id: str = ""
    agent_id: str = ""
    reason: str = ""  # why it is not remembered, or how it failed last
    memories: int = 0  # how many were planned and are stored
    extraction: Literal["", "replacing", "sending", "queued", "done", "failed"] = ""
    extraction_sent_at: float = 0.0
    extractions: int = 0  # how often Mem0 has taken it on
    event_id: str = ""  # Mem0's, of the extraction
    updated_at: float = 0.0

    @property
    def is_settled(self) -> bool:
        """Tell if nobody needs to work on it; Mem0 may still be extracting."""
        return self.status in (REMEMBERED, NOT_REMEMBERED, PARKED, FORGOTTEN)

    @property
    def is_extracting(self) -> bool:
        """Tell if it is remembered, and Mem0 can be asked what came of its extraction."""
        return self.status == REMEMBERED and self.extraction == "queued" and bool(self.event_id)

    @property
    def is_finished(self) -> bool:
        """Tell if nothing is left to do, and nothing to wait for."""
        return self.is_settled and not self.is_extracting

    @property
    def needs_operator(self) -> bool:
        """Tell if it is not wholly remembered, and won't be unless an operator sees to it."""
        return self.status == PARKED or (self.status == REMEMBERED and self.extraction == "failed")

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

    def forgotten(self, now: float) -> "Record":
        """Return the record that its caller is forgotten; the same record if it said so before.

        Until when somebody may still be at work on it, and what Mem0 was asked to extract, stays:
        who forgets has to wait for both.
        """
        if self.status == FORGOTTEN:
            return self
        return replace(self, status=FORGOTTEN, owner="", reason="", updated_at=now)

    def to_json(self) -> bytes:
        """Return the record as it is stored."""
        return json.dumps(asdict(self), indent=1).encode()


def read_record(body: bytes) -> Record:
    """Return the stored record; fields that a later version added are passed over.

    A damaged one counts as an attempt that died while it asked for the extraction: who goes on
    looks at what is there already, and writes only what is missing.
    """
    known = {field.name for field in fields(Record)}
    try:
        stored = json.loads(body).items()
        return Record(**{name: value for name, value in stored if name in known})
    except (AttributeError, TypeError, ValueError):
        return Record(FAILED, owner="", extraction="sending")
