"""Events: what became of an addition."""

import pytest

from lab.mem0 import Fault

CALLER = "+16125550123"
SCOPE = {"user_id": CALLER}


def event(client, answer):
    """Return the event that an answer names."""
    return client.client.get(f"/v1/event/{answer['event_id']}/").json()


def texts(answer):
    """Return the texts of the memories in an answer, in order."""
    return [memory["memory"] for memory in answer["results"]]


@pytest.mark.parametrize("stops_between", [False, True])
def test_pending_until_it_is_due(restart, connect, clock, stops_between):
    """Facts appear when their delay is over, also if the server was restarted meanwhile."""
    with restart(extraction_delay_secs=30) as mem0:
        client = connect(mem0)
        answer = client.add("I'm Sarah", user_id=CALLER, timestamp=1_700_000_000)
        clock.now += 29
        assert client.get_all(filters=SCOPE)["count"] == 0
        assert event(client, answer)["status"] == "PENDING"
        if not stops_between:
            clock.now += 1
            _assert_done(client, answer)
            return
    clock.now += 1
    with restart() as mem0:
        _assert_done(connect(mem0), answer)


def _assert_done(client, answer):
    assert texts(client.search("name", filters=SCOPE)) == ["Name is Sarah"]
    done = event(client, answer)
    assert (done["status"], done["event_type"], done["latency"]) == ("SUCCEEDED", "ADD", 30_000)
    assert [one["data"]["memory"] for one in done["results"]] == ["Name is Sarah"]
    [memory] = client.get_all(filters=SCOPE)["results"]
    assert memory["created_at"].startswith("2023-11-14")


def test_memories_outlive_a_restart(restart, connect):
    """What is stored in a file is there when the server comes back."""
    with restart() as mem0:
        connect(mem0).add("Likes tea", user_id=CALLER, infer=False)
    with restart() as mem0:
        assert texts(connect(mem0).search("tea", filters=SCOPE)) == ["Likes tea"]


def test_a_failing_extraction(client, mem0):
    """An extraction that shall fail is accepted all the same, and its event says why."""
    mem0.faults.add(Fault(operation="add_inferred", extraction_error="no model", times=1))
    failed, done = (client.add("I'm Sarah", user_id=CALLER) for _ in range(2))
    assert failed["status"] == "PENDING"
    assert (event(client, failed)["status"], event(client, failed)["error"]) == (
        "FAILED",
        "no model",
    )
    assert event(client, done)["status"] == "SUCCEEDED"


def test_verbatim_additions_and_deletions_have_events(client, remember):
    """What is done at once has an event that says so."""
    assert event(client, remember("Likes tea"))["results"][0]["data"]["memory"] == "Likes tea"
    deleted = event(client, client.delete_all(user_id=CALLER))
    assert (deleted["event_type"], deleted["status"]) == ("DELETE", "SUCCEEDED")


def test_unknown_event(http):
    """An unknown event is not found."""
    assert http.get("/v1/event/nothing/").status_code == 404


def test_accepted_extractions_are_told(client, mem0, remember):
    """Every extraction that was accepted is told, oldest first, and nothing else that was added."""
    remember("Likes tea")
    first = client.add("I'm Sarah", user_id=CALLER)
    second = client.add("I'm Sarah", user_id=CALLER)
    client.delete_all(user_id=CALLER)
    told = mem0.store.events.extractions()
    assert [one["id"] for one in told] == [first["event_id"], second["event_id"]]
    assert {one["status"] for one in told} == {"SUCCEEDED"}
