"""GET /health: up, and warm."""

import io
import json
import threading

import pytest

import app
from chalicelib.warm_up import health_request, warm_up
from lab.faults import Fault
from tests.conftest import STEFAN, WORKSPACE_KEY


@pytest.fixture
def health(door):
    """The door."""
    return door("/health", method="GET")


def test_health_reveals_nothing(health):
    """The answer is status ok and nothing else."""
    answer = health()
    assert answer.status_code == 200
    assert answer.json_body == {"status": "ok"}


@pytest.mark.parametrize("content_type", ["text/plain", "application/octet-stream", "nonsense"])
def test_health_has_no_body_to_be_of_a_wrong_type(health, content_type):
    """A monitor that sends a content type along is answered like any other."""
    assert health(Content_Type=content_type).json_body == {"status": "ok"}


def test_health_opens_the_connections_once(health, mem0):
    """The first request opens two connections to Mem0; the next within the minute open none."""
    for _ in range(3):
        health()
    assert [request.operation for request in mem0.requests] == ["ping", "ping"]


@pytest.mark.parametrize("fault", [Fault(status=500), Fault(drop="before")], ids=repr)
def test_health_is_ok_when_mem0_is_not(health, mem0, fault):
    """The app is up, whatever Mem0 is."""
    mem0.faults.add(fault)
    assert health().json_body == {"status": "ok"}


def test_health_is_ok_when_s3_is_not(health, environment, monkeypatch):
    """The app is up, whatever S3 is."""
    monkeypatch.setenv("AWS_ENDPOINT_URL_S3", "http://127.0.0.1:9")
    assert health().json_body == {"status": "ok"}


def test_a_warm_container_builds_nothing_anew(door, box, tell_mem0):
    """After the schedule's invocation a real request opens no connection and builds no client."""
    tell_mem0(STEFAN, "User's name is Stefan", type="factual")
    assert app.app(health_request(), None)["statusCode"] == 200
    before = _built(box)
    for _ in range(3):
        answer = door("/client-data", X_Workspace_Key=WORKSPACE_KEY)({"caller_id": STEFAN})
        assert answer.json_body["dynamic_variables"]["caller_name"] == "Stefan"
    assert _built(box) == before


def _built(box):
    """Return the identities of all that a container builds: clients and open connections."""
    mem0, archive = box.memory_store._mem0._client, box.archive
    connections = mem0.client._transport._pool.connections
    return id(mem0), id(archive), {id(one) for one in connections}, len(connections)


@pytest.mark.parametrize("said", [None, "x", 10**9, -5, 0])
def test_nothing_odd_is_held_for_long(environment, said):
    """A hold that is no sensible number of milliseconds does not keep the answer."""
    event = health_request()
    event["requestContext"]["heldMs"] = said
    assert app.app(event, None)["statusCode"] == 200


def test_containers_that_are_warmed_together_overlap(environment):
    """Four invocations sent together are all under way at the same moment."""
    under_way, most, counting = [0], [0], threading.Lock()

    class Function:
        def invoke(self, *, FunctionName, Payload):  # noqa: N803
            assert FunctionName == "agentic-memory-dev"
            with counting:
                under_way[0] += 1
                most[0] = max(most[0], under_way[0])
            answer = app.app(json.loads(Payload), None)
            with counting:
                under_way[0] -= 1
            return {"Payload": io.BytesIO(json.dumps(answer).encode())}

    warm_up(Function(), "agentic-memory-dev", 4)
    assert most[0] == 4
