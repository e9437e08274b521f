"""Invented people's calls, for tests: what ElevenLabs would send, and what would be remembered.

Everything is made from the lab's first call, so that tests and lab speak of the same shapes.
"""

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from hypothesis import strategies as st

from chalicelib.conversation import Conversation, read_conversation
from chalicelib.payload import read_payload
from chalicelib.recollection import Recollection
from chalicelib.remembered import Remembered

CALLER, AGENT = "+12185550143", "+16515550100"
STARTED_AT = 1_793_523_600
LATER = 1_795_774_000.0  # unix seconds, on the 27th of November 2026
FIRST_CALL = Path(__file__).parent.parent / "lab" / "payloads" / "first_call.json"


def payload(**data: Any) -> dict[str, Any]:
    """Return the first call's payload, with other values in these fields of its ``data``."""
    event: dict[str, Any] = json.loads(FIRST_CALL.read_bytes())
    event["data"].update(data)
    return event


def transcript(*turns: tuple[str, str]) -> list[dict[str, Any]]:
    """Return ElevenLabs' transcript of ``turns`` (role and message), ten seconds apart."""
    return [
        {"role": role, "message": message, "time_in_call_secs": 10 * place}
        for place, (role, message) in enumerate(turns)
    ]


def talk(*turns: tuple[str, str], **data: Any) -> dict[str, Any]:
    """Return the payload of a call of which nothing is known but ``turns`` and ``data``."""
    nothing = {"analysis": None, "conversation_initiation_client_data": None}
    return payload(**{"transcript": transcript(*turns), **nothing, **data})


def collected(**values: Any) -> dict[str, Any]:
    """Return an analysis that holds these data collection results."""
    results = {item: {"data_collection_id": item, "value": values[item]} for item in values}
    return {"data_collection_results": results}


def told(**variables: str) -> dict[str, Any]:
    """Return the initiation data of a call that began with these dynamic variables."""
    return {"dynamic_variables": variables}


def conversation(*turns: tuple[str, str], **data: Any) -> Conversation:
    """Return the conversation in ``talk(...)``; in the whole first call when no turn is given."""
    return understood(talk(*turns, **data) if turns else payload(**data))


def understood(event: Any) -> Conversation:
    """Return the conversation in the payload ``event``, read from its bytes as the app does."""
    return read_conversation(read_payload(json.dumps(event).encode()), ())


def memory(text: str, day: int = 1, **fields: Any) -> Remembered:
    """Return a fact of the caller's, dated to a day of November 2026."""
    fact = {"type": "factual", "kind": "extracted", "name": "", "language": "en", "score": 0.0}
    at = datetime(2026, 11, day, 9, tzinfo=UTC)
    return Remembered(text, **{**fact, "conversation_id": "conv_1", "created_at": at, **fields})


def recollection(*facts: Remembered | str, highlights: tuple[Remembered, ...] = ()) -> Recollection:
    """Return what is known of a caller by ``facts``, newest first."""
    known = tuple(memory(fact) if isinstance(fact, str) else fact for fact in facts)
    return Recollection(known, len(known), highlights)


ANY_TEXT = st.text(st.characters(exclude_categories=()))  # with lone surrogates, as JSON allows
ANY_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | ANY_TEXT,
    lambda inside: st.lists(inside, max_size=3) | st.dictionaries(ANY_TEXT, inside, max_size=3),
    max_leaves=6,
)
