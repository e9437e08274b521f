"""The whole call, over HTTP, in the lab: routes, S3, notifications, handler, Mem0."""

import json
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import httpx
import pytest

from lab import story
from lab.phone_lab import PhoneLab

FIRST_CALL = story.FIRST_CALL.read_bytes()


@pytest.fixture(scope="module")
def lab():
    """A running lab."""
    with PhoneLab(extraction_delay_secs=0.0, log_level="ERROR") as running:
        yield running


def _call_of(number: int, name: str) -> bytes:
    """Return the first call as ``name`` at ``number`` would have made it."""
    event = json.loads(FIRST_CALL.decode().replace("Sarah Whitfield", name).replace("Sarah", name))
    data = event["data"]
    data["conversation_id"] = f"conv_{name.lower()}{number}"
    data["user_id"] = f"+1612555{number:04}"
    data["metadata"]["phone_call"]["external_number"] = data["user_id"]
    return json.dumps(event).encode()


def test_twenty_callers_are_each_greeted_by_their_own_name(lab):
    """Twenty people hang up at once, are remembered, call again at once, and hear their names."""
    names = (
        "Ada Bea Cora Dora Ella Fay Gwen Hana Ines Jada Kira Lena Mona Nora Olga Pia Rosa Tara "
        "Uma Vera"
    ).split()
    callers = dict(zip(range(100, 120), names, strict=True))
    with ThreadPoolExecutor(20) as threads:
        ended = threads.map(
            lambda one: lab.elevenlabs.after_call(_call_of(*one)).status_code, callers.items()
        )
        assert set(ended) == {200}
        greetings = list(threads.map(lambda number: _greeting(lab, number), callers))
    assert [greeting.partition("!")[0] for greeting in greetings] == [
        f"Hello {name}" for name in names
    ]


def _greeting(lab, number: int) -> str:
    until = time.monotonic() + 60
    while time.monotonic() < until:
        variables = lab.elevenlabs.before_call(f"+1612555{number:04}").json()["dynamic_variables"]
        if variables["caller_name"]:
            break
        time.sleep(0.1)
    return str(variables["memory_greeting"])


def test_five_megabytes_are_answered(lab):
    """A body of 5 MB gets the answer that its content deserves at each door."""
    padding = "x" * 5_000_000
    assert lab.elevenlabs.before_call("+16125550123", padding=padding).status_code == 200
    assert lab.elevenlabs.search("+16125550123", padding).status_code == 200
    body = json.dumps({"type": "post_call_audio", "data": {"conversation_id": "conv_5mb"}})
    assert lab.elevenlabs.after_call(body.encode() + b" " * 5_000_000).status_code == 200


@pytest.mark.parametrize("path", ["/client-data", "/retrieve", "/post-call"])
def test_a_wrong_method_is_refused(lab, path):
    """A GET where a POST belongs is an error, not an answer."""
    assert httpx.get(f"{lab.routes.url}{path}").status_code in (403, 405)


def test_memories_survive_a_restart(tmp_path: Path):
    """With a folder to keep them in, the lab's memories are there the next time."""
    from lab.mem0.server import Mem0Lab  # noqa: PLC0415

    body = {"messages": [{"role": "user", "content": "tea"}], "user_id": "x", "infer": False}
    for expected in (1, 0):
        with Mem0Lab(database=tmp_path / "mem0.db") as mem0:
            key = {"Authorization": f"Token {mem0.api_key}"}
            added = httpx.post(f"{mem0.url}/v3/memories/add/", json=body, headers=key).json()
            assert len(added["results"]) == expected
