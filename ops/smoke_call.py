"""The call that ``smoke`` plays: an invented caller with a number that nobody has. No I/O.

555-0100 to 555-0199 are kept for fiction in every area code (ATIS-0300115), so this number can't be
anybody's. Conversations bear a prefix that ElevenLabs, whose ids begin with ``conv_``, never uses.
"""

import json
from typing import Any

CALLER, AGENT_NUMBER = "+12025550199", "+12025550198"
NAME, FIRST_NAME = "Juniper Halloway", "Juniper"
QUESTION, ANSWER = "grandmother lighthouse", "lighthouse"
CONVERSATIONS = "smoke_"  # how their ids begin
AGENT = "agent_smoke"
LASTED_SECS = 40

_TURNS = (
    (
        "agent",
        "Hello! Welcome to our memoir interview service. Could you please tell me your name?",
    ),
    ("user", f"My name is {NAME}."),
    ("agent", "What would you like to talk about today?"),
    ("user", "My grandmother kept the lighthouse on Split Rock for thirty years."),
)


def payload(conversation_id: str, ended_at: int) -> bytes:
    """Return the post-call payload of the call ``conversation_id`` that ended at ``ended_at``."""
    event = {
        "type": "post_call_transcription",
        "event_timestamp": ended_at,
        "data": _data(conversation_id, ended_at - LASTED_SECS),
    }
    return json.dumps(event).encode()


def _data(conversation_id: str, started_at: int) -> dict[str, Any]:
    transcript = [
        {"role": role, "message": message, "time_in_call_secs": place * 10}
        for place, (role, message) in enumerate(_TURNS)
    ]
    phone_call = {"direction": "inbound", "type": "twilio", "call_sid": ""}
    phone_call |= {"external_number": CALLER, "agent_number": AGENT_NUMBER}
    times = {"start_time_unix_secs": started_at, "call_duration_secs": LASTED_SECS}
    collected = {"caller_name": {"data_collection_id": "caller_name", "value": NAME}}
    return {
        "agent_id": AGENT,
        "conversation_id": conversation_id,
        "status": "done",
        "user_id": CALLER,
        "transcript": transcript,
        "metadata": {**times, "main_language": "en", "phone_call": phone_call},
        "analysis": {
            "transcript_summary": f"{NAME} told of a grandmother who kept a lighthouse.",
            "data_collection_results": collected,
        },
        "conversation_initiation_client_data": {"dynamic_variables": {}},
    }
