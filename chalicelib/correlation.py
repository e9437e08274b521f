"""Which conversation the work at hand is for: its id stands on every log line and metric of it."""

from contextvars import ContextVar

from chalicelib.payload import safe_id

_conversation = ContextVar("conversation", default="")


def begin(conversation_id: str = "") -> None:
    """Let what follows be for this conversation; for none, or one not known yet, without an id.

    Anybody may have sent the id: one that could be somebody's number or words becomes a digest.
    """
    is_id = any(map(str.isdigit, conversation_id))
    _conversation.set(safe_id(conversation_id) if is_id else "")


def current() -> str:
    """Return the conversation's id as it may stand in a log line, or ``""``."""
    return _conversation.get()
