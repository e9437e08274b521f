"""What is held: read from the archive by the app's own keys, and from Mem0 behind its API."""

import json

from bench.load.held import Stored, held, kept
from chalicelib.caller_card import Card, card_key
from chalicelib.layout import payload_key, record_key
from chalicelib.payload import read_payload
from chalicelib.record import REMEMBERED
from lab.mem0.memory import Addition, Entities
from lab.mem0.server import Mem0Lab
from tests.conftest import SARAH, STEFAN


def test_the_archive_is_read_by_the_apps_own_keys(archive, rememberer, first_call):
    """Payload, record and card of a remembered call are found; of another caller there is none."""
    payload, ticks = read_payload(first_call), list[int]()
    archive.keep(payload, first_call)
    key = payload_key(payload)
    rememberer.remember(key)
    found = kept(
        archive, [key, "post-call/none.json"], [SARAH, STEFAN], "test-salt", lambda: ticks.append(1)
    )
    assert found.payloads == {key: first_call}
    assert {key: record.status for key, record in found.records.items()} == {key: REMEMBERED}
    assert {number: len(card.calls) for number, card in found.cards.items()} == {SARAH: 1}
    assert len(ticks) == 2


def test_a_record_without_its_payload_is_found(archive):
    """A record is read whether or not the payload is there, and so is a card."""
    archive.create(record_key("post-call/c/t.json"), b'{"status": "remembered", "owner": "o"}')
    archive.create(card_key(SARAH, "s"), Card(call_count=1).to_json())
    found = kept(archive, ["post-call/c/t.json"], [SARAH], "s", lambda: None)
    assert (found.payloads, [*found.records]) == ({}, ["post-call/c/t.json"])
    assert found.cards[SARAH].call_count == 1


def test_mem0_is_read_behind_its_api(tmp_path):
    """Every memory is found, whoever's it is, and every accepted extraction is counted."""
    database = tmp_path / "mem0.db"
    said = [{"role": "user", "content": "I love tea."}]
    talked = {"type": "factual", "kind": "name", "conversation_id": "conv_1"}
    with Mem0Lab(database) as mem0:
        owners = (Entities(SARAH), Entities(SARAH, run_id="r"), Entities(agent_id="agent_1"))
        for owner in owners:
            mem0.store.add(["tea"], Addition(owner, talked))
        body = {"messages": said, "user_id": SARAH, "metadata": {"conversation_id": "conv_1"}}
        mem0.store.events.extract_later(body, 0.0)
        mem0.store.events.extract_later(body, 3_600.0)
        mem0.store.events.extract_later(body | {"metadata": None}, 0.0, "no model")
        mem0.store.events.record("ADD", {**body, "infer": False}, [])
        found = held(database)
    tea = Stored(SARAH, "tea", "name", "factual", "conv_1")
    love = Stored(SARAH, "Loves tea", "", "", "conv_1")
    anonymous = Stored("", "tea", "name", "factual", "conv_1")
    assert sorted(map(repr, found.memories)) == sorted(map(repr, (tea, tea, love, anonymous)))
    assert found.extractions == {"conv_1": 2, "": 1}
    assert found.unfinished == 2


def test_nothing_is_held_of_nobody(tmp_path, archive):
    """An empty Mem0 and an empty archive hold nothing."""
    assert json.dumps(held(tmp_path / "mem0.db").memories) == "[]"
    assert kept(archive, [], [], "s", lambda: None).payloads == {}
