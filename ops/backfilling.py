"""Conversations at ElevenLabs that are not in the archive, and keeping them there.

What is kept goes the way of every payload: the archive's new object is what the handler hears of.
"""

import json
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, replace
from typing import Any, TypeVar

from chalicelib.archive import Archive
from chalicelib.layout import PAYLOADS, conversation_of, payload_key, record_key
from chalicelib.payload import TRANSCRIPTION, Payload, read_payload, safe_id, seconds, text
from chalicelib.record import read_record
from ops.elevenlabs_api import ElevenLabsApi
from ops.elevenlabs_errors import NotFoundError
from ops.standing import FORGOTTEN
from ops.time_span import TimeSpan

AT_ONCE = 3  # requests: two to four are polite
DONE = "done"  # ElevenLabs' word for a conversation that has ended and was analysed

_One = TypeVar("_One")
_Made = TypeVar("_Made")


@dataclass(frozen=True)
class Row:
    """One conversation as ElevenLabs lists it: without a number, a name or a word."""

    conversation_id: str
    agent_id: str
    started_at: int  # unix seconds
    status: str  # "done", or what it is before, or "failed"
    outcome: str = ""  # "archived", "missing" and so on

    @property
    def folder(self) -> str:
        """The conversation's folder in the archive."""
        return safe_id(self.conversation_id)


def listed(api: ElevenLabsApi, agent_ids: Iterable[str], span: TimeSpan) -> Iterator[Row]:
    """Yield the conversations of ``span``, agent by agent, newest first."""
    for agent_id in agent_ids:
        yield from _listed(api, agent_id, span)


def archived_folders(archive: Archive) -> frozenset[str]:
    """Return the folders of all conversations whose transcript is archived."""
    ending = f"/{TRANSCRIPTION}.json"
    keys = (one.key for one in archive.listed(PAYLOADS))
    return frozenset(conversation_of(key) for key in keys if key.endswith(ending))


def compared(archive: Archive, rows: Iterable[Row]) -> Iterator[Row]:
    """Yield ``rows`` with what the archive knows of each; ``"missing"`` are those to fetch."""
    there = archived_folders(archive)
    for row in rows:
        if row.folder in there:
            yield replace(row, outcome="archived")
        elif row.status != DONE:
            yield replace(row, outcome="not done")
        else:
            is_forgotten = _is_forgotten(archive, row)
            yield replace(row, outcome="forgotten" if is_forgotten else "missing")


def fetched(api: ElevenLabsApi, archive: Archive, rows: Sequence[Row]) -> Iterator[Row]:
    """Fetch and keep ``rows``, some at once; yield each with what came of it.

    Raises ElevenLabsError or ArchiveError; what was kept until then is kept.
    """
    return _some_at_once(lambda row: _fetch(api, archive, row), rows)


def envelope(row: Row, whole: dict[str, Any]) -> bytes:
    """Return ``whole``, a conversation, as the post-call webhook would send it.

    The time of the event is the call's end; when the webhook was or would be sent nobody knows.
    """
    lasted_secs = seconds(whole, "metadata", "call_duration_secs")
    ended_at = (row.started_at or 0) + lasted_secs
    event = {"type": TRANSCRIPTION, "event_timestamp": ended_at, "data": whole}
    return json.dumps(event).encode()


def row_key(row: Row) -> str:
    """Return where the transcript of ``row`` is kept in the archive."""
    return payload_key(Payload(TRANSCRIPTION, row.conversation_id, row.agent_id, 0, {}))


def _listed(api: ElevenLabsApi, agent_id: str, span: TimeSpan) -> Iterator[Row]:
    asked: dict[str, str | int] = {"agent_id": agent_id}
    if span.since is not None:  # whether their bounds belong to it is not said: ours decide
        asked["call_start_after_unix"] = span.since - 1
    if span.until is not None:
        asked["call_start_before_unix"] = span.until
    for one in api.conversations(**asked):
        row = Row(
            conversation_id=text(one, "conversation_id"),
            agent_id=text(one, "agent_id"),
            started_at=seconds(one, "start_time_unix_secs"),
            status=text(one, "status"),
        )
        if row.conversation_id and row.started_at in span:
            yield row


def _is_forgotten(archive: Archive, row: Row) -> bool:
    """Tell if somebody had this conversation forgotten: it must not come back."""
    stored = archive.read(record_key(row_key(row)))
    return stored is not None and str(read_record(stored.body).status) == FORGOTTEN


def _fetch(api: ElevenLabsApi, archive: Archive, row: Row) -> Row:
    try:
        whole = api.conversation(row.conversation_id)
    except NotFoundError:
        return replace(row, outcome="gone")
    raw = envelope(row, whole)
    payload = read_payload(raw)
    if payload.conversation_id != row.conversation_id:
        return replace(row, outcome="another conversation")
    if text(whole, "status") != DONE:
        return replace(row, outcome="not done")
    return replace(row, outcome=archive.keep(payload, raw))


def _some_at_once(act: Callable[[_One], _Made], each: Iterable[_One]) -> Iterator[_Made]:
    """Yield what ``act`` makes of ``each``, in order, with AT_ONCE under way and no more."""
    under_way: deque[Future[_Made]] = deque()
    with ThreadPoolExecutor(AT_ONCE, thread_name_prefix="fetching") as threads:
        for one in each:
            if len(under_way) == AT_ONCE:
                yield under_way.popleft().result()
            under_way.append(threads.submit(act, one))
        while under_way:
            yield under_way.popleft().result()
