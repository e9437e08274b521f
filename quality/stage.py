"""Where the callers are played: the app's doors and handler on the lab's S3 and Mem0.

The clock stands at the moment of the call that is played, so that what is old is old.
"""

import json
from collections.abc import Iterable, Mapping
from contextlib import ExitStack
from pathlib import Path
from typing import Any, Self

from chalice.app import Request, Response

from chalicelib import doors, signature, work
from chalicelib.archive import Archive
from chalicelib.container import Container
from chalicelib.layout import payload_key
from chalicelib.mem0_client import build_client
from chalicelib.memory_store import MemoryStore
from chalicelib.payload import read_payload
from chalicelib.remembered import Remembered
from chalicelib.settings import Settings, read_settings
from lab.mem0.server import Mem0Lab
from lab.pump import Context
from lab.s3 import S3Lab

WORKSPACE_KEY, HMAC_KEY = "quality-workspace-key", "quality-hmac-key"
EXTRACTING_SECS = 45.0  # by the stage's clock, as Mem0 takes 30 to 60


class Stage:
    """The app in this process, over an S3 and a Mem0 of its own."""

    def __init__(self, scratch: Path, agent_numbers: Iterable[str]) -> None:
        self.now = 0.0  # unix seconds
        self._scratch, self._agent_numbers = scratch, ",".join(agent_numbers)
        self._running = ExitStack()

    def __enter__(self) -> Self:
        """Start both, and build the app's container."""
        self._s3 = self._running.enter_context(S3Lab())
        self._mem0 = self._running.enter_context(
            Mem0Lab(
                self._scratch / "mem0.db",
                extraction_delay_secs=EXTRACTING_SECS,
                clock=lambda: self.now,
            )
        )
        archive = Archive(self._s3.client(), self._s3.bucket)
        store = MemoryStore(self._mem0_client)
        self._box = Container(self._settings, lambda: self.now, self._sleep, archive, store)
        return self

    def __exit__(self, *_: object) -> None:
        """End both."""
        self._running.close()

    def before_call(self, body: Mapping[str, Any]) -> dict[str, Any]:
        """Return what /client-data answers."""
        headers = {"X-Workspace-Key": WORKSPACE_KEY}
        return _body(doors.before_call(_request("/client-data", body, headers), self._box))

    def search(self, caller_id: str, query: str) -> list[dict[str, Any]]:
        """Return the memories that /retrieve answers."""
        asked = {"user_id": caller_id, "query": query}
        answer = _body(doors.during_call(_request("/retrieve", asked, {}), self._box))
        found: list[dict[str, Any]] = answer["memories"]
        return found

    def after_call(self, payload: Mapping[str, Any]) -> list[Remembered]:
        """Deliver ``payload``, have it remembered, and return what Mem0 then holds of it."""
        raw = json.dumps(payload, ensure_ascii=False).encode()
        signed = signature.sign(raw, HMAC_KEY, int(self.now))
        headers = {"ElevenLabs-Signature": signed}
        assert doors.after_call(_request("/post-call", raw, headers), self._box).status_code == 200
        work.remember(self._box, payload_key(read_payload(raw)), Context("remember"))
        self.now += EXTRACTING_SECS + 1
        return [one for one in self._all() if one.conversation_id == _id(payload)]

    def _all(self) -> list[Remembered]:
        """Return all memories, whoever they are thought to be of."""
        users = {one["name"] for one in self._mem0.store.entities() if one["type"] == "user"}
        return [memory for user in users for memory in self._box.memory_store.all_of(user)]

    def empty(self) -> None:
        """Forget everybody."""
        self._s3.empty()
        self._mem0.store.empty()
        self._mem0.requests.clear()

    def _sleep(self, secs: float) -> None:
        self.now += secs

    def _mem0_client(self) -> Any:
        return build_client(self._mem0.api_key, self._mem0.url, str(self._scratch / "mem0"), 5.0)

    def _settings(self) -> Settings:
        return read_settings(
            {
                "AGENT_NUMBERS": self._agent_numbers,
                "ARCHIVE_BUCKET": self._s3.bucket,
                "ELEVENLABS_HMAC_KEY": HMAC_KEY,
                "ELEVENLABS_WORKSPACE_KEY": WORKSPACE_KEY,
                "MEM0_API_KEY": self._mem0.api_key,
                "MEM0_HOST": self._mem0.url,
                "CLIENT_DATA_BUDGET_MS": "15000",  # what is told is measured, not how fast
                "MEM0_TIMEOUT": "15",
                "OVERRIDES": "prompt,first_message,language",
                "LOG_LEVEL": "CRITICAL",
            }
        )


def _request(path: str, body: Mapping[str, Any] | bytes, headers: Mapping[str, str]) -> Request:
    event = {
        "requestContext": {"resourcePath": path, "httpMethod": "POST"},
        "headers": {"Content-Type": "application/json", **headers},
        "multiValueQueryStringParameters": None,
        "pathParameters": None,
        "stageVariables": None,
        "isBase64Encoded": False,
        "body": body.decode() if isinstance(body, bytes) else json.dumps(body),
    }
    return Request(event, None)


def _body(answer: Response) -> dict[str, Any]:
    body: dict[str, Any] = answer.body
    return body


def _id(payload: Mapping[str, Any]) -> str:
    conversation_id: str = payload["data"]["conversation_id"]
    return conversation_id
