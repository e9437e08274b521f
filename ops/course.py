"""The course of one conversation: what was received, archived and remembered, and when. No I/O."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime

from chalicelib.layout import LATER_PAYLOADS, PARKED, PAYLOADS, RECORDS, UNSETTLED
from chalicelib.payload import read_payload, seconds
from chalicelib.record import FORGOTTEN, REMEMBERED, Record, read_record
from ops.versions import Version


@dataclass(frozen=True)
class Step:
    """Something that happened. ``at`` is unix seconds; ``payload`` is the payload's type."""

    at: float
    payload: str
    what: str
    how: str = ""

    @property
    def time(self) -> str:
        """When it happened, in UTC."""
        return datetime.fromtimestamp(self.at, UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def steps(found: Iterable[tuple[Version, bytes]]) -> list[Step]:
    """Return what ``found``, the conversation's objects in all their versions, tells; in order.

    The versions of one key come in theirs. Of the same second, what must come first comes first.
    """
    every = [step for version, body in found for step in _steps(version, body)]
    return sorted(_without_repeats(every), key=lambda step: (int(step.at), _order(step)))


def outcome(found: Iterable[tuple[Version, bytes]]) -> dict[str, str]:
    """Return, by the payload's type, what has become of it: the newest record's words."""
    told: dict[str, str] = {}
    for version, body in sorted(found, key=lambda one: one[0].at):
        if version.key.startswith(PAYLOADS) and version.key.endswith(".json"):
            told.setdefault(_type(version.key), "archived, nothing recorded yet")
        if version.key.startswith(RECORDS) and not version.is_mark:
            told[_type(version.key)] = said(read_record(body))
    return told


def said(record: Record) -> str:
    """Return what ``record`` says, in words."""
    parts = [record.status.replace("_", " ")]
    if record.status == REMEMBERED:
        parts.append(f"{record.memories} memories")
    if record.extraction and record.status != FORGOTTEN:
        parts.append(f"Mem0's extraction {record.extraction}")
    if record.attempts > 1:
        parts.append(f"attempt {record.attempts}")
    if record.reason:
        parts.append(record.reason)
    return ", ".join(parts)


def _steps(version: Version, body: bytes) -> Iterator[Step]:
    """Yield what one version of one object tells."""
    kind, folder = _type(version.key), f"{version.key.partition('/')[0]}/"
    if version.is_mark:
        yield Step(version.at, kind, _ENDED.get(folder, "deleted"))
    elif folder in _KEPT and version.key.endswith(".json"):
        yield from _received(version, body, kind, _KEPT[folder])
    elif folder == PAYLOADS:
        yield Step(version.at, kind, "sound kept", f"{version.size} bytes")
    elif folder == RECORDS:
        yield Step(version.at, kind, "recorded", said(read_record(body)))
    elif folder in _MARKED:
        yield Step(version.at, kind, _MARKED[folder])


def _received(version: Version, body: bytes, kind: str, what: str) -> Iterator[Step]:
    payload = read_payload(body)
    started_at = seconds(payload.data.get("metadata"), "start_time_unix_secs")
    if started_at and what == _KEPT[PAYLOADS]:
        yield Step(started_at, kind, "call began")
    if payload.sent_at:
        yield Step(payload.sent_at, kind, "sent by ElevenLabs")
    yield Step(version.at, kind, what, f"{version.size} bytes")


def _without_repeats(every: Iterable[Step]) -> Iterator[Step]:
    """Yield ``every`` without records that say the same again: a lease was extended."""
    latest: dict[str, Step] = {}
    for step in every:
        before = latest.get(step.payload)
        if not (before and (before.what, before.how) == (step.what, step.how)):
            yield step
        latest[step.payload] = step


def _order(step: Step) -> int:
    return _IN_ORDER.index(step.what) if step.what in _IN_ORDER else len(_IN_ORDER)


def _type(key: str) -> str:
    name = key.rpartition("/")[2].rpartition(".")[0]
    return name.rpartition("-")[0] if key.startswith(LATER_PAYLOADS) else name


_KEPT = {PAYLOADS: "archived", LATER_PAYLOADS: "archived beside the first, not remembered"}
_MARKED = {UNSETTLED: "taken on", PARKED: "parked"}
_ENDED = {UNSETTLED: "nothing left to do", PARKED: "no longer parked"}
_IN_ORDER = (
    "call began",
    "sent by ElevenLabs",
    *_KEPT.values(),
    _MARKED[UNSETTLED],
    "sound kept",
    "recorded",
    _MARKED[PARKED],
)
