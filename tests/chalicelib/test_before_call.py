"""POST /client-data, as ElevenLabs meets it."""

import json

import pytest

from lab.faults import Fault
from tests.conftest import SARAH, STEFAN, WORKSPACE_KEY

NEW_CALLER = "Hello! Welcome to our memoir interview service. Could you please tell me your name?"
VARIABLES = {
    "caller_id",
    "returning_caller",
    "caller_name",
    "memory_count",
    "memory_summary",
    "memory_context",
    "memory_greeting",
}


@pytest.fixture
def client_data(door):
    """The door, with the workspace's key."""
    return door("/client-data", X_Workspace_Key=WORKSPACE_KEY)


@pytest.fixture
def stefan(tell_mem0):
    """A caller of whom Mem0 holds four facts and one exchange."""
    day = 86_400
    facts = (
        "User's name is Stefan",
        "User lives in Minneapolis",
        "User prefers email updates",
        "User wants to update email address",
    )
    for age, fact in enumerate(reversed(facts)):
        tell_mem0(STEFAN, fact, at=1_793_000_000 - age * day, type="factual")
    tell_mem0(STEFAN, "Caller said: I moved house.", at=1_793_000_000, type="semantic")
    return STEFAN


def test_a_known_caller_gets_the_answer_of_the_promise(client_data, stefan):
    """A caller Mem0 knows is told of in exactly the shape and the words that were promised."""
    answer = client_data({"caller_id": stefan, "agent_id": "agent_1"})
    told = answer.json_body
    variables = told["dynamic_variables"]
    greeting = "Hello Stefan! I know you prefer email updates. How can I assist you today?"
    assert answer.status_code == 200
    assert told["type"] == "conversation_initiation_client_data"
    assert told["user_id"] == stefan
    assert variables["caller_id"] == stefan
    assert variables["returning_caller"] == "yes"
    assert variables["caller_name"] == "Stefan"
    assert variables["memory_count"] == "4"
    assert variables["memory_summary"] == "User wants to update email address"
    assert variables["memory_greeting"] == greeting
    agent = told["conversation_config_override"]["agent"]
    assert agent["first_message"] == greeting
    assert agent["prompt"]["prompt"].startswith(variables["memory_context"])
    assert "memoir" in agent["prompt"]["prompt"].lower()


def test_a_new_caller_is_welcomed(client_data):
    """A caller nobody knows gets the new caller's greeting, count and summary."""
    told = client_data({"caller_id": STEFAN}).json_body
    variables = told["dynamic_variables"]
    assert set(variables) == VARIABLES
    assert all(isinstance(value, str) for value in variables.values())
    assert variables["returning_caller"] == "no"
    assert variables["caller_name"] == ""
    assert variables["memory_count"] == "0"
    assert variables["memory_summary"] == "New caller"
    assert "NEW CALLER" in variables["memory_context"]
    assert told["conversation_config_override"]["agent"]["first_message"] == NEW_CALLER


def test_the_count_is_the_total_that_mem0_reports(client_data, tell_mem0):
    """The count covers all factual and untyped memories, however many pages they fill."""
    tell_mem0(STEFAN, *[f"Fact number {number}" for number in range(150)], type="factual")
    tell_mem0(STEFAN, *[f"Untyped number {number}" for number in range(7)])
    tell_mem0(STEFAN, *[f"Caller said: {number}" for number in range(30)], type="semantic")
    told = client_data({"caller_id": STEFAN}).json_body
    assert told["dynamic_variables"]["memory_count"] == "157"


@pytest.mark.parametrize("sent", [{}, {"X_Workspace_Key": "wrong"}, {"X_Workspace_Key": ""}])
def test_without_the_key_nobody_is_looked_up(door, mem0, sent):
    """A wrong, empty or missing key gets 401 and one sentence, and Mem0 is not asked."""
    answer = door("/client-data")({"caller_id": STEFAN}, **sent)
    assert answer.status_code == 401
    assert set(answer.json_body) == {"error"}
    assert not mem0.requests


def test_each_of_several_keys_opens(door, environment, monkeypatch):
    """While a key is rotated, the old and the new one are both accepted."""
    monkeypatch.setenv("ELEVENLABS_WORKSPACE_KEY", "old-key, new-key")
    for key in ("old-key", "new-key"):
        assert door("/client-data", X_Workspace_Key=key)({"caller_id": STEFAN}).status_code == 200
    assert door("/client-data", X_Workspace_Key="old-key, new-key")({}).status_code == 401


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"not json",
        b"[]",
        b'"text"',
        b"null",
        b"\xff\xfe",
        b"[" * 100_000,
        b'{"a":' * 50_000,
        json.dumps({"padding": "x" * 5_000_000}).encode(),
        {"agent_id": "agent_1", "called_number": "+16515550100"},
    ],
    ids=lambda body: str(body[:12]) if isinstance(body, bytes) else "no caller id",
)
def test_a_body_without_caller_id_is_refused(client_data, mem0, body):
    """What is no JSON object with a caller id gets 400 that names caller_id; Mem0 is not asked."""
    answer = client_data(body)
    assert answer.status_code == 400
    assert "caller_id" in answer.json_body["error"]
    assert set(answer.json_body) == {"error"}
    assert not mem0.requests


def test_system_caller_id_is_accepted(client_data, stefan):
    """``system__caller_id`` stands in for ``caller_id``."""
    told = client_data({"system__caller_id": stefan}).json_body
    assert told["dynamic_variables"]["caller_name"] == "Stefan"


@pytest.mark.parametrize(
    "caller_id",
    ["anonymous", "+266696687", "", None, "*", "sip:alice@example.com", {"user_id": "*"}, 12, []],
)
def test_a_caller_without_identity_is_a_new_caller(client_data, mem0, stefan, caller_id):
    """Withheld and unreadable numbers get a new caller's answer, and Mem0 is not asked."""
    answer = client_data({"caller_id": caller_id})
    variables = answer.json_body["dynamic_variables"]
    assert answer.status_code == 200
    assert set(variables) == VARIABLES
    assert variables["caller_id"] == ""
    assert variables["returning_caller"] == "no"
    assert "user_id" not in answer.json_body
    assert not mem0.requests


def test_on_outbound_calls_the_human_is_the_called_number(
    client_data, stefan, environment, monkeypatch
):
    """When the caller is one of the agent's own numbers, the person called is looked up."""
    monkeypatch.setenv("AGENT_NUMBERS", "+16515550100, +16515550101")
    told = client_data({"caller_id": "+1 651 555 0101", "called_number": stefan}).json_body
    assert told["user_id"] == stefan
    assert told["dynamic_variables"]["caller_name"] == "Stefan"


def test_one_caller_is_never_told_of_another(client_data, stefan, tell_mem0):
    """Nothing that is remembered of one caller reaches the answer for another."""
    tell_mem0(SARAH, "User's name is Sarah", "User keeps bees", type="factual")
    answer = client_data({"caller_id": SARAH})
    assert b"Stefan" not in answer.body
    assert b"bees" in answer.body


@pytest.mark.parametrize(
    "fault",
    [
        Fault(status=500),
        Fault(status=429, retry_after_secs=7),
        Fault(status=401),
        Fault(drop="before"),
        Fault(drop="after"),
        Fault(body="no json"),
        Fault(body='{"results": "none"}'),
        Fault(body="[]"),
        Fault(hang_secs=30),
        Fault(drip_secs=30),
    ],
    ids=repr,
)
def test_whatever_mem0_does_the_phone_is_answered(
    client_data, stefan, mem0, fault, environment, monkeypatch
):
    """When Mem0 refuses, fails, talks nonsense or hangs, the caller gets a new caller's answer."""
    monkeypatch.setenv("CLIENT_DATA_BUDGET_MS", "300")
    mem0.faults.add(fault)
    answer = client_data({"caller_id": stefan})
    told = answer.json_body
    assert answer.status_code == 200
    assert set(told["dynamic_variables"]) == VARIABLES
    assert told["dynamic_variables"]["returning_caller"] == "no"
    assert told["dynamic_variables"]["memory_summary"] == "New caller"
    assert told["conversation_config_override"]["agent"]["first_message"] == NEW_CALLER


def test_what_has_come_in_time_is_told(client_data, stefan, mem0, environment, monkeypatch):
    """When one of the two reads hangs, what the other has found is told."""
    monkeypatch.setenv("CLIENT_DATA_BUDGET_MS", "400")
    client_data({"caller_id": stefan})
    mem0.faults.add(Fault(operation="list", latency_secs=30, skip=1, times=1))
    told = client_data({"caller_id": stefan}).json_body
    assert told["dynamic_variables"]["returning_caller"] == "yes"


def test_mem0_is_asked_for_both_things_at_once(client_data, stefan, mem0, environment, monkeypatch):
    """Two reads that each take two thirds of the budget both come in time."""
    monkeypatch.setenv("CLIENT_DATA_BUDGET_MS", "900")
    mem0.faults.add(Fault(operation="list", latency_secs=0.6))
    context = client_data({"caller_id": stefan}).json_body["dynamic_variables"]["memory_context"]
    assert "Minneapolis" in context
    assert "I moved house" in context
    assert [request.operation for request in mem0.requests] == ["list", "list"]
