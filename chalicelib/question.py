"""What the agent's tool asks, and of whose memories. No I/O.

Whose: with ``RETRIEVE_AUTH=token`` the token says it and the body may not differ; with ``none`` and
``key`` the body says it.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from chalicelib import identity
from chalicelib.access import require_token, require_workspace
from chalicelib.payload import read_object, text
from chalicelib.refusal import RefusalError
from chalicelib.settings import Settings


@dataclass(frozen=True)
class Question:
    """A query in the words of the agent, about one caller (E.164; ``""`` has no memories)."""

    query: str
    caller_id: str
    agent_id: str
    conversation_id: str


def read_question(
    raw: bytes, headers: Mapping[str, str], settings: Settings, now: float
) -> Question:
    """Return the question in ``raw``, flat or wrapped in ``parameters``; refuse what is none.

    Raises RefusalError: 401 without the key or token that is asked for, 403 for another caller than
    the token's, 400 naming what is missing.
    """
    bearer = require_token(headers, settings, now) if settings.retrieve_auth == "token" else None
    if settings.retrieve_auth == "key":
        require_workspace(headers, settings)
    body = read_object(raw) or {}
    wrapped = body.get("parameters")
    asked = wrapped if wrapped and isinstance(wrapped, dict) else body
    if not (query := text(asked, "query")):
        raise RefusalError(400, "Missing query")
    if bearer is None:
        ids = text(asked, "agent_id"), text(asked, "conversation_id")
        return Question(query, _named_caller(asked), *ids)
    if _names_anyone(asked) and identity.normalise(_user_id(asked)) != bearer.caller_id:
        raise RefusalError(403, "The token is for another caller. Leave user_id out.")
    return Question(query, bearer.caller_id, bearer.agent_id, bearer.conversation_id)


def _named_caller(asked: Mapping[str, Any]) -> str:
    if not _names_anyone(asked):
        raise RefusalError(400, "Missing user_id")
    if (caller_id := identity.normalise(_user_id(asked))) is None:
        raise RefusalError(400, "The user_id must be the caller's phone number, as +16125550123.")
    return caller_id


def _user_id(asked: Mapping[str, Any]) -> Any:
    named = (asked.get("user_id"), asked.get("caller_id"))
    return next((one for one in named if one and str(one).strip()), None)


def _names_anyone(asked: Mapping[str, Any]) -> bool:
    return _user_id(asked) is not None
