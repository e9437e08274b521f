"""Recollecting a caller when Mem0 or S3 fails: the phone is answered, by name if possible."""

import json
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import httpx
import pytest

from chalicelib.caller_card import card_key, read_card
from chalicelib.layout import payload_key
from chalicelib.mem0_errors import MemoryStoreError
from chalicelib.payload import read_payload
from chalicelib.work import rememberer as rememberer_of
from lab.faults import Fault
from lab.mem0 import encoder
from tests.conftest import NOW, SARAH, STEFAN, WORKSPACE_KEY

HELLO_SARAH = "Hello Sarah! I know you prefer email updates. How can I assist you today?"


@pytest.fixture
def client_data(door, monkeypatch):
    """The door, with the workspace's key and half a second."""
    monkeypatch.setenv("CLIENT_DATA_BUDGET_MS", "500")
    knock = door("/client-data", X_Workspace_Key=WORKSPACE_KEY)
    return lambda caller_id: knock({"caller_id": caller_id}).json_body["dynamic_variables"]


@pytest.fixture
def remembered(client_data, box, first_call, mem0):
    """Sarah, whose first call has been remembered."""
    payload = read_payload(first_call)
    box.archive.keep(payload, first_call)
    rememberer_of(box, 300.0).remember(payload_key(payload))
    mem0.requests.clear()
    return SARAH


@pytest.mark.parametrize(
    "fault",
    [Fault(hang_secs=30), Fault(status=500), Fault(drop="before"), Fault(body="{}")],
    ids=repr,
)
def test_mem0s_bad_minute_is_no_strangers_greeting(client_data, remembered, mem0, fault):
    """While Mem0 hangs or fails, a remembered caller is greeted by name from the card."""
    mem0.faults.add(fault)
    told = client_data(remembered)
    assert told["memory_greeting"] == HELLO_SARAH
    assert told["returning_caller"] == "yes"
    assert told["memory_count"] == "3"
    assert told["memory_summary"].startswith("Sarah Whitfield talked about growing up")


def test_without_s3_mem0_tells(client_data, remembered, box, monkeypatch):
    """While S3 can't be reached, Mem0's answer is told all the same."""
    monkeypatch.setenv("AWS_ENDPOINT_URL_S3", "http://127.0.0.1:9")
    box._archive = None
    assert client_data(remembered)["memory_greeting"] == HELLO_SARAH


def test_without_either_the_phone_is_answered(client_data, remembered, box, mem0, monkeypatch):
    """While neither can be reached, the caller is welcomed as a new one."""
    monkeypatch.setenv("AWS_ENDPOINT_URL_S3", "http://127.0.0.1:9")
    box._archive = None
    mem0.faults.add(Fault(status=503))
    told = client_data(remembered)
    assert told["returning_caller"] == "no"
    assert told["memory_greeting"].startswith("Hello! Welcome")


def test_who_calls_back_at_once_is_known(client_data, box, first_call, mem0):
    """A caller whose call could not be written to Mem0 yet is greeted by name nevertheless."""
    payload = read_payload(first_call)
    box.archive.keep(payload, first_call)
    mem0.faults.add(Fault(operation="add", status=500))
    with pytest.raises(MemoryStoreError):
        rememberer_of(box, 300.0).remember(payload_key(payload))
    assert client_data(SARAH)["memory_greeting"] == HELLO_SARAH


def test_what_was_erased_in_mem0_is_not_told_from_an_old_card(
    client_data, remembered, box, mem0, monkeypatch
):
    """When Mem0 answers that it knows nobody, a card of more than a day ago tells nothing."""
    httpx.delete(
        f"{mem0.url}/v1/memories/?user_id=*",
        headers={"Authorization": f"Token {mem0.api_key}"},
    ).raise_for_status()
    assert client_data(remembered)["returning_caller"] == "yes"
    monkeypatch.setattr(box, "clock", lambda: time.time() + 100_000)
    assert client_data(remembered)["returning_caller"] == "no"


def test_the_count_is_mem0s_when_mem0_has_answered(client_data, remembered, memories_of, tell_mem0):
    """A loyal caller's name may come from the card; the count is still Mem0's."""
    tell_mem0(remembered, *[f"Fact {number}" for number in range(90)], at=int(time.time()))
    semantic = [one for one in memories_of(remembered) if one["metadata"].get("type") == "semantic"]
    told = client_data(remembered)
    assert told["caller_name"] == "Sarah"
    assert told["memory_count"] == str(len(memories_of(remembered)) - len(semantic))


def test_a_damaged_card_is_no_error(client_data, remembered, box, mem0):
    """A card that can't be read leaves what Mem0 tells."""
    key = card_key(remembered, box.settings.caller_salt)
    box.archive.replace(key, b"no json", box.archive.read(key).etag)
    assert client_data(remembered)["memory_greeting"] == HELLO_SARAH
    mem0.faults.add(Fault(status=500))
    assert client_data(remembered)["returning_caller"] == "no"


def test_one_caller_is_never_greeted_from_anothers_card(client_data, remembered, mem0):
    """Another number finds no card of Sarah's."""
    mem0.faults.add(Fault(status=500))
    assert client_data(STEFAN)["returning_caller"] == "no"


def test_an_old_name_is_found_among_many_facts(client_data, tell_mem0, mem0):
    """A name older than all the facts that are read at once is looked up, with one more request."""
    tell_mem0(STEFAN, "User's name is Stefan", at=NOW - 90_000_000, type="factual")
    tell_mem0(STEFAN, *[f"Fact number {number}" for number in range(40)], type="factual")
    encoder.load()  # the lab's, which Mem0 would have loaded long before
    told = client_data(STEFAN)
    assert told["caller_name"] == "Stefan"
    assert told["memory_count"] == "41"
    assert [request.operation for request in mem0.requests] == ["list", "list", "search"]


def test_a_known_caller_costs_two_requests_at_once(client_data, remembered, mem0):
    """For a caller with a name Mem0 is asked twice, and no third time."""
    client_data(remembered)
    assert [request.operation for request in mem0.requests] == ["list", "list"]


def test_calls_at_once_do_not_lose_each_other(box, first_call):
    """Of eight calls of one number remembered at once, each is on the card, and counted once."""
    keys = []
    for number in range(8):
        event = json.loads(first_call)
        event["data"]["conversation_id"] = f"conv_{number}"
        event["data"]["analysis"]["data_collection_results"]["contact_preference"]["value"] = (
            f"email {number}"
        )
        raw = json.dumps(event).encode()
        payload = read_payload(raw)
        box.archive.keep(payload, raw)
        keys.append(payload_key(payload))
    with ThreadPoolExecutor(8) as threads:
        records = list(threads.map(rememberer_of(box, 300.0).remember, keys * 2))
    stored = box.archive.read(card_key(SARAH, box.settings.caller_salt))
    card = read_card(stored.body)
    assert {record.status for record in records} == {"remembered"}
    assert card.call_count == 8
    assert {call for call, _ in card.calls} == {f"conv_{number}" for number in range(8)}
    texts = {fact.text for fact in card.facts}
    assert {f"Contact preference: email {number}" for number in range(8)} <= texts


def test_the_card_is_rebuilt_by_remembering_again(rememberer, archive, first_call):
    """Remembering an archived call anew writes the same card again."""
    payload = read_payload(first_call)
    archive.keep(payload, first_call)
    key, card = payload_key(payload), card_key(SARAH, rememberer.caller_salt)
    rememberer.remember(key)
    before = archive.read(card).body
    archive._client.delete_object(Bucket=archive._bucket, Key=card)
    archive._client.delete_object(
        Bucket=archive._bucket, Key=key.replace("post-call", "remembered")
    )
    replace(rememberer).remember(key)
    assert archive.read(card).body == before


def test_who_else_calls_is_known_beside_many_facts(client_data, tell_mem0, remembered, box):
    """When more facts are in Mem0 than are read, the card tells who else calls from the number."""
    at = 1_796_000_000
    many = [f"Fact {number} of many" for number in range(40)]
    tell_mem0(remembered, *many, at=at, type="factual", conversation_id="conv_x")
    tell_mem0(
        remembered,
        "Name is Paul",
        at=at + 1,
        type="factual",
        kind="name",
        name="Paul",
        conversation_id="conv_x",
    )
    assert client_data(remembered)["memory_greeting"] == "Hello! Am I speaking with Sarah or Paul?"
