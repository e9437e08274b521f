"""The calls of a history: few, small, and of each sort that the app tells apart."""

import json
from typing import Any

CALLERS = ("+12185550143", "+16125550123")
AGENT = "+16515550100"
STARTED_AT = 1_793_523_600

_TALKS = (
    ("May I ask your name?", "My name is Anna.", "Where do you live?", "I live in a blue boat."),
    (
        "What did you do for work?",
        "I worked as a lamplighter. I love the harbour at night.",
        "",
        "",
    ),
)


def payload(number: int, version: int = 0) -> bytes:
    """Return what ElevenLabs would send of call ``number``; other bytes for another ``version``.

    Of four calls one comes from a withheld number, and one never came about.
    """
    if number % 4 == 3:
        data: dict[str, Any] = {"failure_reason": "busy", **_ids(number, version)}
        event = {"type": "call_initiation_failure", "data": data}
    else:
        event = {"type": "post_call_transcription", "data": _conversation(number, version)}
    return json.dumps({"event_timestamp": STARTED_AT + 100, **event}).encode()


def conversation_id(number: int) -> str:
    """Return the id of call ``number``."""
    return f"conv_torture{number:04}"


def _ids(number: int, version: int) -> dict[str, Any]:
    return {
        "conversation_id": conversation_id(number),
        "agent_id": "agent_torture1",
        "version_id": f"version{version}",
    }


def _conversation(number: int, version: int) -> dict[str, Any]:
    asked, said, asked_next, said_next = _TALKS[number % 2]
    turns = (("agent", asked), ("user", said), ("agent", asked_next), ("user", said_next))
    phone = {
        "type": "twilio",
        "direction": "inbound",
        "agent_number": AGENT,
        "external_number": "anonymous" if number % 4 == 2 else CALLERS[number // 4 % 2],
    }
    start = STARTED_AT + 1_000 * number
    return {
        **_ids(number, version),
        "status": "done",
        "transcript": [
            {"role": role, "message": f"{words}", "time_in_call_secs": place}
            for place, (role, words) in enumerate(turns)
            if words
        ],
        "metadata": {
            "start_time_unix_secs": start,
            "call_duration_secs": 60,
            "main_language": "en",
            "phone_call": phone,
        },
        "analysis": {"transcript_summary": f"They talked about call {number}."},
    }
