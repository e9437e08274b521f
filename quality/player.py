"""One caller's calls, played in order, and what was seen on the way."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from chalicelib.payload import dig, seconds
from chalicelib.remembered import Remembered
from quality.fixture import Call, Caller, Question
from quality.stage import Stage

RINGING_SECS = 5


@dataclass(frozen=True)
class Played:
    """One call: what the agent was told before it, and what Mem0 holds of it afterwards."""

    call: Call
    told: Mapping[str, Any]  # the answer of /client-data
    stored: tuple[Remembered, ...]
    told_afterwards: Mapping[str, Any]

    @property
    def variables(self) -> Mapping[str, str]:
        """The dynamic variables before the call."""
        variables: Mapping[str, str] = self.told["dynamic_variables"]
        return variables

    @property
    def context_afterwards(self) -> str:
        """The caller context of who would call right after it."""
        return str(self.told_afterwards["dynamic_variables"]["memory_context"])


@dataclass(frozen=True)
class Searched:
    """One question, and what /retrieve found."""

    question: Question
    found: tuple[str, ...]


def play(stage: Stage, caller: Caller) -> tuple[list[Played], list[Searched]]:
    """Play all calls of ``caller`` on an empty stage, with the questions after each."""
    stage.empty()
    played, searched = [], []
    for call in caller.calls:
        played.append(_play(stage, call, caller_id_of(caller)))
        asked = [one for one in caller.questions if one.after == call.number]
        searched += [_search(stage, caller, one) for one in asked]
    return played, searched


def caller_id_of(caller: Caller) -> str:
    """Return the caller's number, as the first of their calls names it that does not hide it."""
    numbers = (
        str(number or "")
        for data in (call.data for call in caller.calls)
        for number in (dig(data, "metadata", "phone_call", "external_number"), data.get("user_id"))
    )
    return next(number for number in numbers if number.startswith("+"))


_VARIABLES = ("conversation_initiation_client_data", "dynamic_variables")


def _play(stage: Stage, call: Call, number: str) -> Played:
    """Play one call as ElevenLabs would: what the app told comes back with the transcript.

    Where the invented agent speaks of something that it was told, that stays as well.
    """
    body, metadata = _initiation(call, number), dig(call.data, "metadata")
    started_at = seconds(metadata, "start_time_unix_secs") or seconds(
        call.payload, "event_timestamp"
    )
    stage.now = float(started_at - RINGING_SECS)
    told = stage.before_call(body)
    stage.now += RINGING_SECS + seconds(metadata, "call_duration_secs") + RINGING_SECS
    stored = stage.after_call(_with_variables(call, told["dynamic_variables"]))
    return Played(call, told, tuple(stored), stage.before_call(body))


def _initiation(call: Call, number: str) -> dict[str, Any]:
    """Return what the initiation webhook was sent; of a call that never began, by ``number``."""
    variables = dig(call.data, *_VARIABLES) or {}
    return {
        "caller_id": variables.get("system__caller_id", "" if call.transcript else number),
        "called_number": variables.get("system__called_number", ""),
        "agent_id": call.data["agent_id"],
        "conversation_id": call.data["conversation_id"],
    }


def _with_variables(call: Call, told: Mapping[str, str]) -> dict[str, Any]:
    invented = dig(call.data, *_VARIABLES) or {}
    contexts = (told["memory_context"], invented.get("memory_context", ""))
    variables = {**invented, **told, "memory_context": "\n".join(filter(None, contexts))}
    data = {**call.data, _VARIABLES[0]: {_VARIABLES[1]: variables}}
    return {**call.payload, "data": data}


def _search(stage: Stage, caller: Caller, question: Question) -> Searched:
    found = stage.search(caller_id_of(caller), question.words)
    return Searched(question, tuple(one["memory"] for one in found))


def agent_numbers(callers: list[Caller]) -> Iterator[str]:
    """Yield the numbers of the agents that are called, each once."""
    calls = [call for caller in callers for call in caller.calls]
    numbers = (dig(call.data, "metadata", "phone_call", "agent_number") for call in calls)
    yield from dict.fromkeys(filter(None, numbers))
