"""POST /retrieve, as the agent's tool meets it."""

import json

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lab.faults import Fault
from tests.conftest import SARAH, STEFAN


@pytest.fixture
def retrieve(door):
    """The door; it needs no key by default."""
    return door("/retrieve")


@pytest.fixture
def stefan(tell_mem0):
    """A caller who has spoken of pizza, more than once."""
    tell_mem0(STEFAN, "User loves thin pizza", at=1_793_000_000, type="factual")
    tell_mem0(STEFAN, "User loves thin pizza!", at=1_792_000_000)
    said = [f"Caller said: We had pizza on day {day} in Duluth." for day in range(6)]
    tell_mem0(STEFAN, *said, "Caller said: I sail.", at=1_791_000_000, type="semantic")
    return STEFAN


def test_the_best_memories_come_first(retrieve, stefan):
    """At most three memories come, best first, each with its text, score, type and date alone."""
    answer = retrieve({"query": "thin pizza", "user_id": stefan})
    memories = answer.json_body["memories"]
    assert answer.status_code == 200
    assert len(memories) == 3
    assert all(set(memory) == {"memory", "score", "type", "date"} for memory in memories)
    assert memories[0]["memory"].startswith("User loves thin pizza")
    assert memories[0]["date"] == "2026-10-26"
    scores = [memory["score"] for memory in memories]
    assert scores == sorted(scores, reverse=True)
    assert all(0 < score <= 1 for score in scores)


def test_repeats_are_left_out(retrieve, stefan):
    """A text that differs in punctuation only is told once."""
    memories = retrieve({"query": "thin pizza", "user_id": stefan}).json_body["memories"]
    told = [memory["memory"].strip("!") for memory in memories]
    assert told.count("User loves thin pizza") == 1


def test_the_limit_is_a_setting(retrieve, stefan, environment, monkeypatch):
    """MEM0_SEARCH_LIMIT is how many memories come at most."""
    monkeypatch.setenv("MEM0_SEARCH_LIMIT", "5")
    assert len(retrieve({"query": "pizza", "user_id": stefan}).json_body["memories"]) == 5


@pytest.mark.parametrize(
    "body",
    [
        {"parameters": {"query": "pizza", "user_id": STEFAN}, "tool_call_id": "x"},
        {"query": "pizza", "caller_id": STEFAN},
        {"query": "pizza", "user_id": "tel:+1-612-555-0123"},
        {"query": "pizza", "user_id": "16125550123"},
        {"query": "pizza", "user_id": "  ", "caller_id": STEFAN},
        {"query": "pizza", "user_id": STEFAN, "parameters": {}},
    ],
)
def test_other_ways_to_ask(retrieve, stefan, body):
    """A wrapped body, ``caller_id``, and other spellings of the number find the same."""
    assert len(retrieve(body).json_body["memories"]) == 3


@pytest.mark.parametrize(
    ("body", "error"),
    [
        (b"", "Missing query"),
        (b"no json", "Missing query"),
        (b"[1]", "Missing query"),
        (b"{" * 5_000, "Missing query"),
        ({"user_id": STEFAN}, "Missing query"),
        ({"user_id": STEFAN, "query": " \n"}, "Missing query"),
        ({"user_id": STEFAN, "query": None}, "Missing query"),
        ({"user_id": STEFAN, "query": ["pizza"]}, "Missing query"),
        ({"query": "pizza"}, "Missing user_id"),
        ({"query": "pizza", "user_id": ""}, "Missing user_id"),
        ({"query": "pizza", "user_id": "  "}, "Missing user_id"),
        ({"parameters": {"query": "pizza"}, "user_id": STEFAN}, "Missing user_id"),
    ],
)
def test_what_is_missing_is_named(retrieve, mem0, body, error):
    """A missing or blank query or user_id gets 400 that names it, and Mem0 is not asked."""
    answer = retrieve(body)
    assert answer.status_code == 400
    assert answer.json_body == {"error": error}
    assert not mem0.requests


@pytest.mark.parametrize(
    "user_id",
    [
        "*",
        "anonymous",
        "+266696687",
        "Sarah",
        "+1612555",
        '{"OR": [{"user_id": "*"}]}',
        {"AND": [{"user_id": "*"}]},
        {"ne": "x"},
        ["+16125550123"],
        True,
        "+16125550123 OR *",
        "conv_1",
    ],
    ids=str,
)
def test_a_user_id_that_is_no_caller_is_refused(retrieve, mem0, user_id):
    """Wildcards, filters, words and withheld numbers get 400, and Mem0 is not asked."""
    answer = retrieve({"query": "pizza", "user_id": user_id})
    assert answer.status_code == 400
    assert set(answer.json_body) == {"error"}
    assert not mem0.requests


@pytest.mark.parametrize(
    "fault",
    [
        Fault(status=500),
        Fault(status=429),
        Fault(drop="before"),
        Fault(body="no json"),
        Fault(body="{}"),
        Fault(hang_secs=30),
        Fault(drip_secs=30),
    ],
    ids=repr,
)
def test_a_failing_search_gives_the_agent_something_to_say(
    retrieve, stefan, mem0, fault, environment, monkeypatch
):
    """When Mem0 fails or is too slow the answer is 200, no memories, and a message to speak."""
    monkeypatch.setenv("MEM0_TIMEOUT", "0.3")
    mem0.faults.add(fault)
    answer = retrieve({"query": "pizza", "user_id": stefan})
    assert answer.status_code == 200
    assert answer.json_body["memories"] == []
    assert "earlier conversations" in answer.json_body["message"]


def test_a_search_without_result_has_no_message(retrieve, stefan):
    """Finding nothing is an answer, not a failure."""
    answer = retrieve({"query": "insurance premium", "user_id": stefan})
    assert answer.json_body == {"memories": []}


def test_a_search_asks_mem0_once(retrieve, stefan, mem0):
    """One search is one request to Mem0."""
    retrieve({"query": "pizza", "user_id": stefan})
    assert [request.operation for request in mem0.requests] == ["search"]


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(query=st.text(max_size=80), user_id=st.sampled_from([SARAH, "*", STEFAN]))
def test_no_query_reaches_another_callers_memories(retrieve, stefan, query, user_id):
    """Whatever is asked, only the named caller's memories are told."""
    body = json.dumps({"query": f"pizza {query}", "user_id": user_id}).encode()
    told = retrieve(body).json_body.get("memories", [])
    assert bool(told) == (user_id == stefan)
