"""GET /health: up, and warm."""

import pytest

from lab.mem0.faults import Fault
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


def test_health_opens_the_connections_once(health, mem0):
    """The first request asks Mem0 for a sign of life; the next within the minute do not."""
    for _ in range(3):
        health()
    assert [request.operation for request in mem0.requests] == ["ping"]


@pytest.mark.parametrize("fault", [Fault(status=500), Fault(drop="before")], ids=repr)
def test_health_is_ok_when_mem0_is_not(health, mem0, fault):
    """The app is up, whatever Mem0 is."""
    mem0.faults.add(fault)
    assert health().json_body == {"status": "ok"}


def test_health_is_ok_when_s3_is_not(health, environment, monkeypatch):
    """The app is up, whatever S3 is."""
    monkeypatch.setenv("AWS_ENDPOINT_URL_S3", "http://127.0.0.1:9")
    assert health().json_body == {"status": "ok"}


def test_a_warm_container_builds_nothing_anew(health, door, box):
    """After /health a real request uses the client that is there."""
    health()
    client, archive = box.memory_store._client, box.archive
    door("/client-data", X_Workspace_Key=WORKSPACE_KEY)({"caller_id": STEFAN})
    assert client is not None
    assert box.memory_store._client is client
    assert box.archive is archive
