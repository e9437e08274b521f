"""ElevenLabs, as the app meets it: three requests in the life of a call, with real signatures."""

import time
from typing import Any

import httpx

from chalicelib import signature

WAITING_SECS = 20.0  # ElevenLabs' own default for a tool's answer
NO_ANSWER = 0


class ElevenLabs:
    """The caller of our three routes at ``url``, with the keys that the two share."""

    def __init__(self, url: str, workspace_key: str, hmac_key: str) -> None:
        self._http = httpx.Client(base_url=url, timeout=WAITING_SECS)
        self._workspace_key, self._hmac_key = workspace_key, hmac_key

    def before_call(self, caller_id: str, **body: str) -> httpx.Response:
        """Post the initiation webhook of a call from ``caller_id``."""
        asked = {"caller_id": caller_id, "call_sid": "", **body}
        return self._http.post(
            "/client-data", json=asked, headers={"X-Workspace-Key": self._workspace_key}
        )

    def search(self, caller_id: str, query: str) -> httpx.Response:
        """Call the agent's tool ``search_memory``."""
        return self._http.post("/retrieve", json={"query": query, "user_id": caller_id})

    def after_call(self, payload: bytes, at: float | None = None) -> httpx.Response:
        """Post a post-call payload, signed at ``at`` (unix seconds; now when not given)."""
        signed = signature.sign(payload, self._hmac_key, int(at or time.time()))
        headers = {"ElevenLabs-Signature": signed, "Content-Type": "application/json"}
        return self._http.post("/post-call", content=payload, headers=headers)

    def get(self, path: str) -> Any:
        """Return the JSON under ``path``."""
        return self._http.get(path).json()
