"""Faults: the same failures that Mem0 and the network have, seen by the real client."""

from importlib import import_module

import httpx
import pytest

from lab.mem0 import Fault, Faults

CALLER = "+16125550123"
SCOPE = {"user_id": CALLER}


@pytest.fixture
def exceptions(client):
    """Import the client's exceptions, which can't be earlier than the client."""
    return import_module(f"{type(client).__module__.partition('.')[0]}.exceptions")


def test_rate_limited(client, mem0, exceptions):
    """A 429 comes with Retry-After, for as many requests as asked for."""
    mem0.faults.add(Fault(operation="search", status=429, retry_after_secs=7, times=1))
    with pytest.raises(exceptions.RateLimitError) as refused:
        client.search("tea", filters=SCOPE)
    assert refused.value.debug_info["retry_after"] == 7
    assert client.search("tea", filters=SCOPE) == {"results": []}


def test_status_leaves_the_work_undone(client, mem0, remember):
    """After an error status nothing is stored."""
    mem0.faults.add(Fault(operation="add", status=500))
    with pytest.raises(Exception, match="fault of the lab"):
        remember("Likes tea")
    mem0.faults.clear()
    assert client.get_all(filters=SCOPE)["count"] == 0


@pytest.mark.parametrize("drop", ["before", "after"])
def test_dropped_connections(client, mem0, remember, exceptions, drop):
    """A dropped connection looks the same to the client, whether or not the work was done."""
    mem0.faults.add(Fault(operation="add_verbatim", drop=drop, times=1))
    with pytest.raises(exceptions.NetworkError):
        remember("Likes tea")
    assert client.get_all(filters=SCOPE)["count"] == (drop == "after")


@pytest.mark.parametrize("fault", [{"latency_secs": 60}, {"hang_secs": 60}, {"drip_secs": 600}])
def test_slow_answers(mem0, connect, exceptions, fault):
    """A client that waits a while gives up on an answer that takes longer."""
    client = connect(mem0, timeout_secs=0.2)
    mem0.faults.add(Fault(operation="list", **fault))
    with pytest.raises(exceptions.NetworkError):
        client.get_all(filters=SCOPE)


def test_a_drip_arrives_whole(client, mem0, remember):
    """A slow body is complete in the end."""
    remember("Likes tea")
    mem0.faults.add(Fault(operation="list", drip_secs=0.05))
    assert client.get_all(filters=SCOPE)["count"] == 1


def test_garbage(client, mem0):
    """An answer of 200 can be no JSON at all, or JSON of a strange shape."""
    mem0.faults.add(Fault(operation="search", body="<html>Bad gateway</html>", times=1))
    with pytest.raises(ValueError, match="Expecting value"):
        client.search("tea", filters=SCOPE)
    mem0.faults.add(Fault(operation="search", body='{"results": {"a": 1}}'))
    assert client.search("tea", filters=SCOPE) == {"results": {"a": 1}}


def test_operations():
    """A fault concerns its operation alone, add both of its kinds, and * every one."""
    faults = Faults()
    for operation in ("*", "add", "add_inferred", "list"):
        faults.add(Fault(operation=operation))
    struck = {
        operation: [fault.operation for fault in faults.take(operation)]
        for operation in ("add_inferred", "add_verbatim", "ping")
    }
    assert struck == {
        "add_inferred": ["*", "add", "add_inferred"],
        "add_verbatim": ["*", "add"],
        "ping": ["*"],
    }


def test_the_third_alone():
    """Skip and times together pick one request."""
    faults = Faults()
    faults.add(Fault(operation="list", skip=2, times=1))
    assert [len(faults.take("list")) for _ in range(5)] == [0, 0, 1, 0, 0]


def test_what_has_struck_is_counted():
    """Each planned fault knows how many requests it has met; cleared ones are forgotten."""
    faults = Faults()
    rare, search = Fault(skip=1, times=2), Fault(operation="search", status=500)
    for fault in (rare, search):
        faults.add(fault)
    for operation in ("list", "search", "search", "search"):
        faults.take(operation)
    assert faults.struck() == [(rare, 2), (search, 3)]
    faults.clear()
    assert faults.struck() == []


def test_probability_is_seeded():
    """A chance is the same for the same seed, and strikes about as often as it says."""

    def strikes(seed):
        faults = Faults(seed)
        faults.add(Fault(probability=0.3))
        return [len(faults.take("list")) for _ in range(1_000)]

    assert strikes(1) == strikes(1) != strikes(2)
    assert 230 < sum(strikes(1)) < 370


@pytest.mark.parametrize(
    "fault",
    [
        {"operation": "dance"},
        {"drop": "sometimes"},
        {"latency_secs": -1},
        {"latency_secs": "long"},
        {"status": "teapot"},
        {"status": 42},
        {"times": -1},
        {"times": True},
    ],
)
def test_impossible_faults(http, fault):
    """A fault that can't be is refused, in Python and over HTTP."""
    with pytest.raises(ValueError, match="must be"):
        Fault(**fault)
    assert http.post("/lab/faults", json=fault).status_code == 400


def test_over_http(mem0, client):
    """Another process can plan faults, clear them, and see the requests received."""
    with httpx.Client(base_url=mem0.url) as other:
        assert other.post("/lab/faults", json={"color": "red"}).status_code == 400
        other.post("/lab/faults", json={"operation": "list", "status": 503})
        with pytest.raises(Exception, match="fault of the lab"):
            client.get_all(filters=SCOPE)
        (planned,) = other.get("/lab/faults").json()["faults"]
        assert (Fault(**planned["fault"]), planned["struck"]) == (
            Fault(operation="list", status=503),
            1,
        )
        other.delete("/lab/faults")
        assert client.get_all(filters=SCOPE)["count"] == 0
        seen = other.get("/lab/requests").json()["requests"]
        assert [one["operation"] for one in seen] == ["ping", "list", "list"]
        other.delete("/lab/requests")
    assert mem0.requests == []


def test_requests(client, mem0, remember):
    """Every request is recorded by its operation, in order, until the record is cleared."""
    remember("Likes tea")
    client.add("I'm Sarah", user_id=CALLER)
    client.search("tea", filters=SCOPE)
    operations = [received.operation for received in mem0.requests]
    assert operations == ["ping", "add_verbatim", "add_inferred", "search"]
    assert mem0.requests == sorted(mem0.requests, key=lambda received: received.at)
    mem0.requests.clear()
    client.users()
    client.delete_all(user_id=CALLER)
    assert [received.operation for received in mem0.requests] == ["entities", "delete"]
