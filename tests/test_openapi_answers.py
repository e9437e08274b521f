"""Each answer that docs/openapi.json describes, as the app really gives it."""

import json
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import pytest

from chalicelib import refusal, signature
from chalicelib.memory_token import Bearer, issue
from lab.faults import Fault
from tests.conftest import HMAC_KEY, SARAH, STEFAN, WORKSPACE_KEY
from tests.described import OPERATIONS, examples, mistakes, responses, schema

BEARER = Bearer(STEFAN, "", "")

# Who knocks, and what they send along.
KEYS: dict[str, Callable[[bytes], dict[str, str]]] = {
    "nobody": lambda _: {},
    "a forger": lambda _: {
        "X-Workspace-Key": "x",
        "X-Memory-Token": "v1.x.x",
        "ElevenLabs-Signature": f"t={int(time.time())},v0={'0' * 64}",
    },
    "the workspace": lambda _: {"X-Workspace-Key": WORKSPACE_KEY},
    "an agent": lambda _: {"X-Memory-Token": issue(BEARER, [HMAC_KEY], time.time(), 60)},
    "ElevenLabs": lambda raw: {"ElevenLabs-Signature": _signature(raw)},
    "a relay": lambda raw: {"X-ElevenLabs-Signature": _signature(raw)},
    "XML": lambda _: {"X-Workspace-Key": WORKSPACE_KEY, "Content-Type": "text/xml"},
}

# The answer's status and example; the body, or the name of the document's example of one; who
# knocks; and the circumstances.
TABLE = {
    "POST /client-data": (
        (200, "known-caller", "inbound-call", "the workspace", "Mem0 knows Stefan"),
        (200, "known-caller", "system-variable", "the workspace", "Mem0 knows Stefan"),
        (200, "new-caller", "first-call", "the workspace", "Mem0 knows Stefan"),
        (200, "new-caller", "first-call", "the workspace", "Mem0 is down"),
        (200, "withheld-number", "withheld-number", "the workspace"),
        (400, "no-caller", {"agent_id": "agent_1"}, "the workspace"),
        (400, "no-caller", [STEFAN], "the workspace"),
        (401, "no-key", "inbound-call", "nobody"),
        (401, "no-key", "inbound-call", "a forger"),
        (415, "wrong-content-type", "inbound-call", "XML"),
        (500, "not-set-up", "inbound-call", "the workspace", "a setting is missing"),
        (500, "unexpected", "inbound-call", "the workspace", "the app has a mistake"),
    ),
    "POST /retrieve": (
        (200, "found", "question", "nobody", "Mem0 finds two"),
        (200, "found", "by-caller-id", "nobody", "Mem0 finds two"),
        (200, "found", "wrapped", "nobody", "Mem0 finds two"),
        (200, "nothing-fits", "question", "the workspace", "a key is asked for"),
        (200, "nothing-fits", "with-a-token", "an agent", "a token is asked for"),
        (200, "out-of-reach", "question", "nobody", "Mem0 is down"),
        (400, "missing-query", {"user_id": STEFAN}),
        (400, "missing-user-id", {"query": "kitchen"}),
        (400, "not-a-caller", {"query": "kitchen", "user_id": "anonymous"}),
        (401, "no-key", "question", "nobody", "a key is asked for"),
        (401, "no-key", "question", "a forger", "a key is asked for"),
        (401, "no-token", "question", "the workspace", "a token is asked for"),
        (401, "no-token", "question", "a forger", "a token is asked for"),
        (
            403,
            "another-caller",
            {"query": "x", "user_id": SARAH},
            "an agent",
            "a token is asked for",
        ),
        (415, "wrong-content-type", "question", "XML"),
        (500, "not-set-up", "question", "nobody", "a setting is missing"),
        (500, "unexpected", "question", "nobody", "the app has a mistake"),
    ),
    "POST /post-call": (
        (200, "ok", "transcription", "ElevenLabs"),
        (200, "ok", "transcription", "a relay"),
        (200, "ok", "audio", "ElevenLabs"),
        (200, "ok", "initiation-failure", "ElevenLabs", "Mem0 is down"),
        (200, "ok", "transcription", "nobody", "S3 is down"),
        (200, "ok", "transcription", "a forger", "S3 is down"),
        (500, "not-set-up", "transcription", "ElevenLabs", "a setting is missing"),
        (500, "unexpected", "transcription", "ElevenLabs", "the app has a mistake"),
        (503, "not-archived", "transcription", "ElevenLabs", "S3 is down"),
    ),
    "GET /health": (
        (200, "ok", None, "nobody"),
        (200, "ok", None, "nobody", "Mem0 is down"),
        (200, "ok", None, "nobody", "S3 is down"),
        (500, "not-set-up", None, "nobody", "a setting is missing"),
        (500, "unexpected", None, "nobody", "the app has a mistake"),
    ),
}


@dataclass(frozen=True)
class Knock:
    """A request to a route, and the described status and example with which it is answered."""

    route: str
    status: int
    example: str
    body: Any
    who: str = "nobody"
    circumstances: str = "all is well"

    def __str__(self) -> str:
        return f"{self.route} {self.status} {self.example}: {self.who}, {self.circumstances}"


REQUESTS = {
    route: examples(operation["requestBody"]) if "requestBody" in operation else {}
    for route, operation in OPERATIONS.items()
}
KNOCKS = [Knock(route, *row) for route, rows in TABLE.items() for row in rows]


@pytest.fixture
def bring_about(environment, mem0, tell_mem0, monkeypatch):
    """Bring about the circumstances of a request, by their name."""
    monkeypatch.setenv("AGENT_PROMPT", "You are a patient, empathetic memoir interviewer.")
    ways = {
        "all is well": lambda: None,
        "Mem0 knows Stefan": lambda: _tell_of_stefan(tell_mem0),
        "Mem0 finds two": lambda: mem0.faults.add(Fault(operation="search", body=_two_memories())),
        "Mem0 is down": lambda: mem0.faults.add(Fault(status=500)),
        "S3 is down": lambda: monkeypatch.setenv("AWS_ENDPOINT_URL_S3", "http://127.0.0.1:9"),
        "a key is asked for": lambda: monkeypatch.setenv("RETRIEVE_AUTH", "key"),
        "a token is asked for": lambda: monkeypatch.setenv("RETRIEVE_AUTH", "token"),
        "a setting is missing": lambda: monkeypatch.delenv("MEM0_API_KEY"),
        "the app has a mistake": lambda: monkeypatch.setattr(refusal, "container", lambda: None),
    }
    return lambda circumstances: ways[circumstances]()


@pytest.mark.parametrize("knock", KNOCKS, ids=str)
def test_an_answer_is_the_described_one(door, bring_about, knock):
    """Status, headers and body are those of the example, which is as its schema says."""
    bring_about(knock.circumstances)
    method, path = knock.route.split()
    body = REQUESTS[knock.route][knock.body] if isinstance(knock.body, str) else knock.body
    raw = json.dumps(body).encode() if body else b""
    answer = door(path, method)(raw, **KEYS[knock.who](raw))
    described = responses(knock.route)[answer.status_code]
    assert answer.status_code == knock.status
    assert answer.json_body == examples(described)[knock.example]
    assert mistakes(schema(described), answer.json_body) == []
    assert answer.headers.keys() == described.get("headers", {}).keys()


def test_nothing_is_described_that_is_never_answered():
    """Each status and each example in the document is one that the app is seen to answer with."""
    described = {
        (route, status, name)
        for route in OPERATIONS
        for status, response in responses(route).items()
        for name in examples(response)
    }
    assert {(knock.route, knock.status, knock.example) for knock in KNOCKS} == described


def test_each_example_of_a_request_is_tried():
    """No request in the document is one that the app has not been seen to answer."""
    tried = {(knock.route, knock.body) for knock in KNOCKS if isinstance(knock.body, str)}
    assert tried == {(route, name) for route, bodies in REQUESTS.items() for name in bodies}


def _signature(raw: bytes) -> str:
    return signature.sign(raw, HMAC_KEY, int(time.time()))


def _tell_of_stefan(tell_mem0) -> None:
    facts = (
        "User wants to update email address",
        "User prefers email updates",
        "User lives in Minneapolis",
        "User's name is Stefan",
    )
    for days_ago, fact in enumerate(facts):
        tell_mem0(STEFAN, fact, at=1_793_000_000 - days_ago * 86_400, type="factual")
    said = "Asked: What was your kitchen like? Caller said: We made pizza on Fridays."
    tell_mem0(STEFAN, said, at=1_793_000_000, type="semantic")


def _two_memories() -> str:
    """Return Mem0's own answer with the memories of the example ``found``."""
    found = examples(responses("POST /retrieve")[200])["found"]["memories"]
    results = [
        {
            "memory": one["memory"],
            "score": one["score"],
            "metadata": {"type": one["type"]},
            "created_at": f"{one['date']}T09:00:00Z",
            "user_id": STEFAN,
        }
        for one in found
    ]
    return json.dumps({"results": results})
