"""One conversation, read once from a payload into something that holds no surprises. No I/O."""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, Literal

from chalicelib import identity, language
from chalicelib.payload import TRANSCRIPTION, UNKNOWN, Payload, clean, dig, seconds, text
from chalicelib.unseen import heard

_VARIABLES = ("conversation_initiation_client_data", "dynamic_variables")
VOICEMAIL = "voicemail"  # of phone_call.call_result: nobody was there
NOTHING_COLLECTED = frozenset(
    {"", "null", "none", "n/a", "na", "unknown", "not provided", "not given", "not mentioned"}
    | {"desconocido", "desconocida", "ninguno", "ninguna", "no aplica", "no proporcionado"}
    | {"no mencionado", "no especificado", "not specified", "not applicable", "unspecified"}
)


class NotUnderstoodError(Exception):
    """The payload can't become memories, now or later; ``reason`` says why in a few words."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


@dataclass(frozen=True)
class Turn:
    """What one side said, as it was heard."""

    speaker: Literal["agent", "caller"]
    words: str
    at_secs: int  # since the start of the call


@dataclass(frozen=True)
class Collected:
    """One of the agent's data collection results: the item's id and the value as text."""

    item: str
    value: str


@dataclass(frozen=True)
class Conversation:
    """A finished call of a caller who has an identity."""

    id: str
    agent_id: str
    caller_id: str  # E.164
    started_at: int  # unix seconds; 0 when no place says
    duration_secs: int
    language: str  # as ElevenLabs names it ("en"); "" when unknown
    turns: tuple[Turn, ...]
    collected: tuple[Collected, ...]
    summary: str
    recalled: tuple[str, ...]  # memories that were given to the agent for this call
    greeted: str = ""  # the name by which the agent was told to greet; "" for none

    @property
    def started(self) -> str:
        """The call's start as ISO 8601 in UTC, or ``""``."""
        return _iso(self.started_at)

    @property
    def ended(self) -> str:
        """The call's end as ISO 8601 in UTC, or ``""``."""
        return _iso(self.started_at and self.started_at + self.duration_secs)


def read_conversation(payload: Payload, agent_numbers: Iterable[str]) -> Conversation:
    """Return the conversation in ``payload``; raise NotUnderstoodError when there is none.

    The shape is that of ``GET /v1/convai/conversations/{id}`` (ElevenLabs API reference).
    """
    data = payload.data
    if payload.type == UNKNOWN:
        raise NotUnderstoodError("no event that ElevenLabs documents")
    if payload.type != TRANSCRIPTION:
        raise NotUnderstoodError(f"{payload.type} is archived and not remembered")
    if not isinstance(data.get("transcript"), list):
        raise NotUnderstoodError("no transcript")
    if text(data, "metadata", "phone_call", "call_result") == VOICEMAIL:
        raise NotUnderstoodError("a voicemail box")
    if (caller_id := identity.caller_after_call(data, agent_numbers)) is None:
        raise NotUnderstoodError("no identity of the caller")
    metadata, turns = dig(data, "metadata"), tuple(_turns(data["transcript"]))
    said = (turn.words for turn in turns if turn.speaker == "caller")
    return Conversation(
        id=payload.conversation_id,
        agent_id=payload.agent_id,
        caller_id=caller_id,
        started_at=seconds(metadata, "start_time_unix_secs") or payload.sent_at,
        duration_secs=seconds(metadata, "call_duration_secs"),
        language=language.of_call(said, text(metadata, "main_language").lower()[:16]),
        turns=turns,
        collected=tuple(_collected(dig(data, "analysis", "data_collection_results"))),
        summary=" ".join(heard(text(data, "analysis", "transcript_summary")).split()),
        recalled=tuple(_recalled(data)),
        greeted=text(data, *_VARIABLES, "caller_name"),
    )


def _turns(transcript: list[Any]) -> Iterator[Turn]:
    for turn in transcript:
        speaker = {"agent": "agent", "user": "caller"}.get(text(turn, "role"))
        words = " ".join(heard(text(turn, "message")).split())
        if speaker and words and dig(turn, "ignored_as_backchannel") is not True:
            yield Turn(speaker, words, seconds(turn, "time_in_call_secs"))  # type: ignore[arg-type]


def _collected(results: Any) -> Iterator[Collected]:
    for item, result in results.items() if isinstance(results, Mapping) else ():
        value = " ".join(heard(_value_as_text(dig(result, "value"))).split())
        if value.lower() not in NOTHING_COLLECTED:
            yield Collected(clean(str(item)), value)


def _value_as_text(value: Any) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if value is None or isinstance(value, str):
        return clean(value or "")
    return clean(json.dumps(value, ensure_ascii=False))


def _recalled(data: Mapping[str, Any]) -> Iterator[str]:
    """Yield what the agent was told: our dynamic variables, and what its tools answered."""
    variables = dig(data, *_VARIABLES)
    for name in ("memory_summary", "memory_context", "memory_greeting"):
        if told := text(variables, name):
            yield told
    for turn in data["transcript"]:
        results = dig(turn, "tool_results")
        for result in results if isinstance(results, list) else ():
            if told := text(result, "result_value"):
                yield told


def _iso(at: int) -> str:
    return datetime.fromtimestamp(at, UTC).isoformat() if at else ""
