"""Each setting reaches the door that it is for."""

import json
import time

import pytest

from chalicelib import signature, work
from chalicelib.container import container
from lab.faults import Fault
from tests.conftest import HMAC_KEY, SARAH, STEFAN, WORKSPACE_KEY


@pytest.fixture
def client_data(door):
    """The door, with the workspace's key."""
    knock = door("/client-data", X_Workspace_Key=WORKSPACE_KEY)
    return lambda: knock({"caller_id": STEFAN}).json_body


@pytest.mark.parametrize(
    ("overrides", "fields"),
    [("prompt", {"prompt"}), ("first_message", {"first_message"}), ("", None)],
)
def test_overrides_are_those_chosen(client_data, environment, monkeypatch, overrides, fields):
    """OVERRIDES names what is overridden; set to nothing, no override is sent at all."""
    monkeypatch.setenv("OVERRIDES", overrides)
    told = client_data()
    override = told.get("conversation_config_override")
    assert (set(override["agent"]) if override else None) == fields
    assert "memory_greeting" in told["dynamic_variables"]


def test_the_agents_own_prompt_follows_the_context(client_data, environment, monkeypatch):
    """AGENT_PROMPT takes the place of the default prompt, after the caller context."""
    monkeypatch.setenv("AGENT_PROMPT", "You are a florist.")
    told = client_data()
    prompt = told["conversation_config_override"]["agent"]["prompt"]["prompt"]
    assert prompt == f"{told['dynamic_variables']['memory_context']}\n\nYou are a florist."


@pytest.mark.parametrize(("age_secs", "stored"), [(50, True), (70, False)])
def test_the_signatures_age_is_a_setting(
    door, environment, monkeypatch, first_call, s3, age_secs, stored
):
    """SIGNATURE_TOLERANCE_SECS is how old a signature may be."""
    monkeypatch.setenv("SIGNATURE_TOLERANCE_SECS", "60")
    signed = signature.sign(first_call, HMAC_KEY, int(time.time()) - age_secs)
    door("/post-call")(first_call, ElevenLabs_Signature=signed)
    listed = s3.client().list_objects_v2(Bucket=s3.bucket)
    assert (listed["KeyCount"] == 1) == stored


def test_the_agents_numbers_reach_the_rememberer(
    environment, monkeypatch, first_call, s3, memories_of
):
    """AGENT_NUMBERS keeps the agent's own number from being remembered as a caller."""
    monkeypatch.setenv("AGENT_NUMBERS", "+16515550100")
    event = json.loads(first_call)
    event["data"]["user_id"] = "+16515550100"
    event["data"]["metadata"]["phone_call"]["agent_number"] = None
    key = "post-call/conv_1/post_call_transcription.json"
    s3.client().put_object(Bucket=s3.bucket, Key=key, Body=json.dumps(event).encode())
    work.remember(container(), key, None)
    assert memories_of(SARAH)
    assert not memories_of("+16515550100")


def test_the_rememberer_knows_how_long_it_may_take(box):
    """Lambda's remaining time, less what the end needs, is the rememberer's deadline."""
    made = work.rememberer(box, 100.0)
    assert 90 < made.deadline - box.clock() < 100


def test_a_dripping_mem0_cannot_outlast_the_searchs_time(door, environment, monkeypatch, mem0):
    """MEM0_TIMEOUT bounds the whole search, not each byte of it."""
    monkeypatch.setenv("MEM0_TIMEOUT", "0.5")
    mem0.faults.add(Fault(operation="search", drip_secs=3, times=1))
    answer = door("/retrieve")({"query": "pizza", "user_id": STEFAN})
    assert "message" in answer.json_body
