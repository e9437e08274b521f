"""The token that lets an agent search one caller's memories, and nobody else's. No I/O.

/client-data hands it out as the dynamic variable ``secret__memory_token``, which ElevenLabs never
shows to the model; the tool sends it back in a header. So a caller who talks the agent into
searching another number gets nothing.
"""

import base64
import binascii
import hashlib
import hmac
import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass

VERSION = "v1"
_PURPOSE = b"agentic-memory memory token v1"  # keeps this use of the webhook's key apart


class TokenError(Exception):
    """A token was refused; ``reason`` is one word for logs and metrics."""

    def __init__(self, reason: str) -> None:
        super().__init__(f"memory token refused: {reason}")
        self.reason = reason


@dataclass(frozen=True)
class Bearer:
    """Whom a token is for. ``caller_id`` is E.164, or empty for a caller without identity."""

    caller_id: str
    agent_id: str
    conversation_id: str


def issue(bearer: Bearer, secrets: Sequence[str], now: float, ttl_secs: int) -> str:
    """Return a token for ``bearer`` that ends ``ttl_secs`` after ``now`` (unix seconds)."""
    claims = {**asdict(bearer), "expires_at": int(now) + ttl_secs}
    body = _encode(json.dumps(claims, separators=(",", ":")).encode())
    return f"{VERSION}.{body}.{_encode(_sign(body, secrets[0]))}"


def read(token: str | None, secrets: Sequence[str], now: float) -> Bearer:
    """Return whom ``token`` is for, if one of ``secrets`` signed it and it has not ended.

    Raises TokenError: ``missing``, ``malformed``, ``mismatch``, ``expired``.
    """
    if not token:
        raise TokenError("missing")
    version, _, rest = token.partition(".")
    body, _, signature = rest.partition(".")
    if version != VERSION or not body or not signature:
        raise TokenError("malformed")
    signed = _decode(signature)
    if True not in [hmac.compare_digest(_sign(body, secret), signed) for secret in secrets]:
        raise TokenError("mismatch")
    claims = json.loads(_decode(body))
    if now > claims.pop("expires_at"):
        raise TokenError("expired")
    return Bearer(**claims)


def _sign(body: str, secret: str) -> bytes:
    key = hmac.new(secret.encode(), _PURPOSE, hashlib.sha256).digest()
    return hmac.new(key, f"{VERSION}.{body}".encode("utf-8", "replace"), hashlib.sha256).digest()


def _encode(raw: bytes) -> str:
    return base64.urlsafe_b64encode(raw).rstrip(b"=").decode()


def _decode(text: str) -> bytes:
    try:
        return base64.b64decode(text + "=" * (-len(text) % 4), altchars=b"-_", validate=True)
    except (binascii.Error, ValueError) as error:
        raise TokenError("malformed") from error
