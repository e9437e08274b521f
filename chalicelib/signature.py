"""ElevenLabs' webhook signature: signing it and verifying it. No I/O.

The header is ``ElevenLabs-Signature: t=<unix secs>,v0=<hex>``, where ``v0`` is the HMAC-SHA256 of
``"<t>." + raw body`` with the webhook's whole secret (ElevenLabs documentation, "Post-call
webhooks", section "Authentication"). Several ``v0`` may stand in one header.
"""

import hashlib
import hmac
import re
from collections.abc import Iterable

FUTURE_TOLERANCE_SECS = 300

_TIMESTAMP = re.compile(r"[0-9]{1,12}", re.ASCII)
_DIGEST = re.compile(r"[0-9a-fA-F]{64}", re.ASCII)


class SignatureError(Exception):
    """A signature was refused; ``reason`` is one word for logs and metrics."""

    def __init__(self, reason: str) -> None:
        super().__init__(f"signature refused: {reason}")
        self.reason = reason


def sign(body: bytes, secret: str, at: int) -> str:
    """Return the header ElevenLabs would send with ``body`` at ``at`` (unix seconds)."""
    return f"t={at},v0={_digest(body, secret, str(at))}"


def verify(
    body: bytes, header: str | None, secrets: Iterable[str], now: float, tolerance_secs: int
) -> None:
    """Return if one of ``secrets`` signed ``body`` lately; else raise SignatureError.

    ``now`` is unix seconds. The signature is checked before its age, so that only somebody who
    holds a secret learns anything from the age. Reasons: ``missing``, ``malformed``, ``mismatch``,
    ``too_old``, ``too_new``. An empty secret is a mistake of ours: ValueError.
    """
    timestamp, digests = _parse(header)
    known = tuple(secrets)
    if not known or not all(known):
        raise ValueError("an empty secret would accept a forged signature")
    if not any(_signed(body, secret, timestamp, digests) for secret in known):
        raise SignatureError("mismatch")
    age_secs = now - int(timestamp)
    if age_secs > tolerance_secs:
        raise SignatureError("too_old")
    if age_secs < -FUTURE_TOLERANCE_SECS:
        raise SignatureError("too_new")


def _parse(header: str | None) -> tuple[str, list[str]]:
    if not header or not header.strip():
        raise SignatureError("missing")
    parts = [part.strip().partition("=") for part in header.split(",")]
    timestamps = [value for name, _, value in parts if name == "t"]
    digests = [value for name, _, value in parts if name == "v0" and _DIGEST.fullmatch(value)]
    if len(timestamps) != 1 or not _TIMESTAMP.fullmatch(timestamps[0]) or not digests:
        raise SignatureError("malformed")
    return timestamps[0], digests


def _signed(body: bytes, secret: str, timestamp: str, digests: list[str]) -> bool:
    expected = _digest(body, secret, timestamp)
    return True in [hmac.compare_digest(expected, digest.lower()) for digest in digests]


def _digest(body: bytes, secret: str, timestamp: str) -> str:
    message = timestamp.encode("ascii") + b"." + body
    return hmac.new(secret.encode(), message, hashlib.sha256).hexdigest()
