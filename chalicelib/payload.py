"""A post-call payload as it came: which event it is, and of which conversation. No I/O.

Nothing here raises on odd input: a payload that can't be understood is archived all the same.
"""

import hashlib
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

TRANSCRIPTION = "post_call_transcription"
AUDIO = "post_call_audio"
UNKNOWN = "unknown"
LATEST_SECS = 4_102_444_800  # 2100-01-01; anything later is no time of a call

_PLAIN_ID = re.compile(r"(?=.*[A-Za-z])[A-Za-z0-9_-]{1,128}", re.ASCII)
_PLAIN_TYPE = re.compile(r"[A-Za-z][A-Za-z0-9_-]{0,63}", re.ASCII)


@dataclass(frozen=True)
class Payload:
    """One event. ``data`` is ``{}`` when the bytes hold no conversation we can read."""

    type: str
    conversation_id: str
    agent_id: str
    sent_at: int  # unix seconds; 0 when the payload does not say
    data: Mapping[str, Any]

    @property
    def folder(self) -> str:
        """The conversation's id as it may stand in an S3 key or a log line."""
        return safe_id(self.conversation_id)


def read_payload(raw: bytes) -> Payload:
    """Return the event in ``raw``: an envelope, bare conversation data, or a list of one of them.

    Without a conversation id the digest of the bytes stands in for it, so that the same delivery
    always has the same name.
    """
    event = _only_event(_parse(raw))
    data: dict[str, Any] = event["data"] if isinstance(event.get("data"), dict) else event
    conversation_id = text(data, "conversation_id") or text(event, "conversation_id")
    return Payload(
        type=_type_of(event, data),
        conversation_id=conversation_id or hashlib.sha256(raw).hexdigest(),
        agent_id=text(data, "agent_id"),
        sent_at=seconds(event, "event_timestamp"),
        data=data,
    )


def read_object(raw: bytes) -> Mapping[str, Any] | None:
    """Return the JSON object in ``raw``, or None when it holds anything else."""
    parsed = _parse(raw)
    return parsed if isinstance(parsed, dict) else None


def safe_id(raw: str) -> str:
    """Return ``raw`` if it looks like an id of ElevenLabs' (``conv_...``), else a digest of it.

    What has no letter might be a phone number, what has a space somebody's words, and what has a
    slash a way out of its folder: of those nothing is kept.
    """
    return raw if _PLAIN_ID.fullmatch(raw) else hashlib.sha256(raw.encode()).hexdigest()[:32]


def dig(value: Any, *path: str) -> Any:
    """Return what lies at ``path`` in nested objects, or None where the path ends early."""
    for name in path:
        value = value.get(name) if isinstance(value, dict) else None
    return value


def text(value: Any, *path: str) -> str:
    """Return the string at ``path``, stripped and free of lone surrogates; else ``""``."""
    found = dig(value, *path)
    return clean(found).strip() if isinstance(found, str) else ""


def seconds(value: Any, *path: str) -> int:
    """Return the whole seconds at ``path``; 0 for anything that is no sensible number of them."""
    found = dig(value, *path)
    is_number = isinstance(found, int | float) and not isinstance(found, bool)
    return int(found) if is_number and 0 < found < LATEST_SECS else 0


def clean(words: str) -> str:
    """Return ``words`` without lone surrogates, which JSON may hold and UTF-8 can't carry."""
    return words if words.isascii() else words.encode("utf-8", "replace").decode("utf-8")


def _parse(raw: bytes) -> Any:
    try:
        return json.loads(raw)
    except (ValueError, RecursionError):  # not JSON, not UTF-8, or nested past any sense
        return None


def _only_event(parsed: Any) -> dict[str, Any]:
    if isinstance(parsed, list) and len(parsed) == 1:
        parsed = parsed[0]
    return parsed if isinstance(parsed, dict) else {}


def _type_of(event: Mapping[str, Any], data: Mapping[str, Any]) -> str:
    named = text(event, "type")
    if _PLAIN_TYPE.fullmatch(named):
        return named
    is_bare_conversation = not named and isinstance(data.get("transcript"), list)
    return TRANSCRIPTION if is_bare_conversation else UNKNOWN
