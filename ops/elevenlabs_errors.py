"""What ElevenLabs may answer instead of doing what was asked, in sentences that say what to do.

Their error bodies are ``{"detail": {"status", "message"}}`` or, with 422, FastAPI's list of
``{"loc", "msg", "type"}``.
"""

from typing import Any

from ops.operator_error import OperatorError

LONGEST_QUOTE = 200  # characters of theirs


class ElevenLabsError(OperatorError):
    """ElevenLabs did not do what was asked; the text says what to do and holds no secret."""


class KeyRefusedError(ElevenLabsError):
    """The API key is none, or may not do this (401, 403)."""


class NotFoundError(ElevenLabsError):
    """There is no such thing in this workspace (404)."""


class NotAcceptedError(ElevenLabsError):
    """They understood and refused: not valid, or in use (400, 409, 422)."""


class BusyError(ElevenLabsError):
    """They ask to slow down, and went on asking after the waits (429)."""


class UnreachableError(ElevenLabsError):
    """No answer came, or none that tells anything (5xx)."""

    def __init__(self, reason: str) -> None:
        super().__init__(
            f"ElevenLabs can't be reached or is broken ({reason}). Wait a minute and run it again: "
            "it goes on where it stopped."
        )


def refusal(status: int, what: str, body: Any, hidden: str = "") -> ElevenLabsError:
    """Return the error for an answer with ``status`` to a request about ``what``.

    ``hidden`` is a secret that the request held, should they repeat it.
    """
    said = _quote(body, hidden)
    if status in {401, 403}:
        return KeyRefusedError(
            f"ElevenLabs does not let this API key use {what}. Set ELEVENLABS_API_KEY to one of "
            "the agent's workspace that may read and write agents, tools and webhooks; webhooks "
            f"need an administrator's.{said}"
        )
    if status == 404:  # noqa: PLR2004 - HTTP's own
        return NotFoundError(
            f"ElevenLabs has no such thing as {what}. Compare the id with the dashboard, and see "
            "that ELEVENLABS_API_KEY is of the same workspace; one with data residency needs "
            f"ELEVENLABS_API_URL too.{said}"
        )
    if status == 429:  # noqa: PLR2004
        return BusyError(
            "ElevenLabs asks to slow down. Wait a minute and run it again: it goes on where it "
            f"stopped.{said}"
        )
    if status in {400, 409, 422}:
        return NotAcceptedError(
            f"ElevenLabs did not accept {what}. If it is not plain why, their API may have "
            f"changed: look for a newer version of this project.{said}"
        )
    return UnreachableError(f"status {status}")


def _quote(body: Any, hidden: str) -> str:
    """Return their own words, in short; of an invalid request only where and why, not what."""
    detail = body.get("detail") if isinstance(body, dict) else None
    if isinstance(detail, dict):
        words = str(detail.get("message") or detail.get("status") or "")
    elif isinstance(detail, list):
        words = "; ".join(_place(one) for one in detail if isinstance(one, dict))
    else:
        words = str(detail or "")
    plain = " ".join((words.replace(hidden, "…") if hidden else words).split())
    short = plain if len(plain) <= LONGEST_QUOTE else f"{plain[:LONGEST_QUOTE]}…"
    return f" They say: {short}" if short else ""


def _place(invalid: dict[str, Any]) -> str:
    where = ".".join(str(part) for part in invalid.get("loc") or ())
    return f"{where}: {invalid.get('msg', '')}"
