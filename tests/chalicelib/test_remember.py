"""Remembering, over real stores: once and completely, whatever happens on the way."""

import base64
import json
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import pytest

from chalicelib.archive import ArchiveError
from chalicelib.caller_card import card_key, read_card
from chalicelib.layout import payload_key, record_key
from chalicelib.mem0_errors import MemoryStoreError
from chalicelib.payload import read_payload
from chalicelib.record import Record, read_record
from chalicelib.remember import RememberLaterError
from lab.faults import Fault
from tests import invented
from tests.conftest import NOW, SARAH

WRITES = 5  # to Mem0, of the invented call: name, collected, summary, exchanges, extraction


class DiedError(BaseException):
    """The process was killed: nothing catches it, nothing is cleaned up."""


class Mortal:
    """A store that dies at its ``last``-th call, before or after doing what it was asked."""

    def __init__(self, store, counted: list[int], last: int, *, after: bool) -> None:
        self._store, self._counted, self._last, self._after = store, counted, last, after

    def __getattr__(self, name):
        act = getattr(self._store, name)

        def call(*arguments, **named):
            self._counted.append(1)
            dies = len(self._counted) == self._last
            if dies and not self._after:
                raise DiedError
            answer = act(*arguments, **named)
            if dies:
                raise DiedError
            return answer

        return call


@pytest.fixture
def key(archive, first_call):
    """The key of the invented first call, archived."""
    payload = read_payload(first_call)
    archive.keep(payload, first_call)
    return payload_key(payload)


@pytest.fixture
def record_of(archive):
    """Return the record of the payload under a key."""
    return lambda key: read_record(archive.read(record_key(key)).body)


@pytest.fixture
def keep(archive):
    """Archive a payload and return its key."""

    def keep_payload(raw: bytes) -> str:
        payload = read_payload(raw)
        archive.keep(payload, raw)
        return payload_key(payload)

    return keep_payload


def _texts(memories) -> list[str]:
    return sorted(memory["memory"] for memory in memories)


@pytest.fixture
def complete(key, rememberer, memories_of, s3, mem0, archive, first_call):
    """The memories that the invented call leaves when nothing goes wrong."""
    rememberer.remember(key)
    texts = _texts(memories_of(SARAH))
    assert len(texts) == len(set(texts)) > WRITES
    import httpx  # noqa: PLC0415

    auth = {"Authorization": f"Token {mem0.api_key}"}
    httpx.delete(f"{mem0.url}/v1/memories/?user_id=*", headers=auth)
    s3.client().delete_object(Bucket=s3.bucket, Key=record_key(key))
    mem0.requests.clear()
    return texts


def test_a_call_becomes_memories(rememberer, key, memories_of, record_of):
    """Name, collected items, summary, exchanges and extracted facts are stored, each dated."""
    record = rememberer.remember(key)
    memories = memories_of(SARAH)
    by_kind: dict[str, list[str]] = {}
    for memory in memories:
        by_kind.setdefault(memory["metadata"]["kind"], []).append(memory["memory"])
        assert memory["metadata"]["conversation_id"] == "conv_4201examplecall000000000001"
        assert memory["metadata"]["agent_id"] == "agent_7301exampleagent00000000001"
        assert memory["metadata"]["call_started_at"] == "2026-11-01T09:00:00+00:00"
        assert memory["metadata"]["call_ended_at"] == "2026-11-01T09:00:55+00:00"
        assert memory["created_at"].startswith("2026-11-01T09:00:00")
        assert memory["user_id"] == SARAH
        assert not memory["agent_id"]
    assert by_kind["name"] == ["Name is Sarah Whitfield"]
    assert by_kind["collected"] == ["Contact preference: email"]
    assert by_kind["summary"][0].startswith("Sarah Whitfield talked about growing up")
    assert [one.count("Caller said:") for one in by_kind["exchange"]] == [2]
    assert by_kind["extracted"]
    types = {memory["metadata"]["kind"]: memory["metadata"]["type"] for memory in memories}
    assert types.pop("exchange") == "semantic"
    assert set(types.values()) == {"factual"}
    assert record.status == "remembered"
    assert record == record_of(key)


def test_the_agents_recital_is_no_memory(rememberer, key, memories_of):
    """Neither the greeting nor a tool's answer nor the agent's praise is stored."""
    rememberer.remember(key)
    stored = "\n".join(_texts(memories_of(SARAH)))
    assert "Welcome to our memoir" not in stored
    assert "Lovely to meet you" not in stored
    assert '"memories"' not in stored


def test_the_same_object_again_changes_nothing(rememberer, key, complete, memories_of, mem0):
    """A second delivery finds it done, and asks Mem0 nothing."""
    first = rememberer.remember(key)
    mem0.requests.clear()
    assert rememberer.remember(key) == first
    assert not mem0.requests
    assert _texts(memories_of(SARAH)) == complete


def test_four_at_once_leave_one_set(rememberer, key, complete, memories_of, mem0, record_of):
    """Of four deliveries at the same time one writes, and all four come back."""
    mem0.faults.add(Fault(operation="add", latency_secs=0.05))
    real = replace(rememberer, clock=time.time, sleep=time.sleep, deadline=time.time() + 60)
    with ThreadPoolExecutor(4) as threads:
        records = list(threads.map(lambda _: real.remember(key), range(4)))
    asked = [request.operation for request in mem0.requests]
    assert {record.status for record in records} == {"remembered"}
    assert _texts(memories_of(SARAH)) == complete
    assert asked.count("add_inferred") == 1
    assert asked.count("add_verbatim") == WRITES - 1
    assert record_of(key).attempts == 1


@pytest.mark.parametrize("write", range(WRITES))
@pytest.mark.parametrize(
    "fault",
    [
        {"status": 500},
        {"status": 502},
        {"drop": "before"},
        {"drop": "after"},
        {"body": "no json"},
    ],
    ids=str,
)
def test_a_failure_at_any_write_is_made_good(
    rememberer, key, complete, memories_of, mem0, record_of, write, fault
):
    """When Mem0 fails at any of the writes the handler raises, and the next try completes it."""
    mem0.faults.add(Fault(operation="add", skip=write, times=1, **fault))
    with pytest.raises(MemoryStoreError):
        rememberer.remember(key)
    assert record_of(key).status == "failed"
    assert rememberer.remember(key).status == "remembered"
    assert _texts(memories_of(SARAH)) == complete
    assert [request.operation for request in mem0.requests].count("add_inferred") <= 2


@pytest.mark.parametrize("write", range(WRITES))
def test_a_full_mem0_is_waited_for(rememberer, key, complete, memories_of, mem0, clock, write):
    """When Mem0 says 429 the write waits for as long as it says, and is made once."""
    mem0.faults.add(Fault(operation="add", skip=write, times=2, status=429, retry_after_secs=7))
    assert rememberer.remember(key).attempts == 1
    assert clock.naps == [7, 7]
    assert _texts(memories_of(SARAH)) == complete


def test_what_is_too_large_is_sent_in_halves(rememberer, keep, memories_of, mem0):
    """When Mem0 finds a request too large (413) its memories are sent in smaller ones."""
    years = [f"In the year {year} we built a barn of {'oak ' * 200}" for year in range(1950, 1956)]
    spoken = [turn for said in years for turn in (("user", said), ("agent", "I see."))]
    key = keep(json.dumps(invented.talk(*spoken)).encode())
    mem0.faults.add(Fault(operation="add_verbatim", times=1, status=413))
    assert rememberer.remember(key).attempts == 1
    told = [one["memory"] for one in memories_of(SARAH) if one["metadata"]["kind"] == "exchange"]
    assert len(told) == len(years)
    assert [request.operation for request in mem0.requests].count("add_verbatim") == 3


def test_a_full_mem0_that_names_no_time_is_an_error(rememberer, key, mem0, clock):
    """When Mem0 says 429 and no time to wait the handler raises, for Lambda to retry."""
    mem0.faults.add(Fault(operation="add", times=1, status=429))
    with pytest.raises(MemoryStoreError):
        rememberer.remember(key)
    assert not clock.naps
    assert rememberer.remember(key).status == "remembered"


def test_a_full_mem0_is_not_waited_for_beyond_the_time(rememberer, key, mem0, record_of, clock):
    """When Mem0 asks for more time than is left the handler raises at once, for Lambda to retry."""
    mem0.faults.add(Fault(operation="add", status=429, retry_after_secs=400))
    with pytest.raises(MemoryStoreError):
        rememberer.remember(key)
    assert record_of(key).status == "failed"
    assert not clock.naps


STEPS = 3 + 2 * WRITES + 2  # read, claim, note; hold and write, each time; the end


@pytest.mark.parametrize("after", [False, True], ids=["before", "after"])
@pytest.mark.parametrize("step", range(1, STEPS))
def test_a_death_at_any_step_is_made_good(
    rememberer, key, complete, memories_of, clock, step, after
):
    """Killed before or after any step, the next delivery ends with one complete set."""
    counted: list[int] = []
    mortal = replace(
        rememberer,
        archive=Mortal(rememberer.archive, counted, step, after=after),
        memory_store=Mortal(rememberer.memory_store, counted, step, after=after),
    )
    with pytest.raises(DiedError):
        mortal.remember(key)
    assert rememberer.remember(key).status == "remembered"
    assert _texts(memories_of(SARAH)) == complete


def test_an_extraction_that_may_be_under_way_is_waited_for(
    rememberer, key, mem0, clock, complete, memories_of
):
    """Who can't know if Mem0 took the extraction looks for its outcome before asking again."""
    mem0.faults.add(Fault(operation="add_inferred", drop="before", times=1))
    with pytest.raises(MemoryStoreError):
        rememberer.remember(key)
    assert rememberer.remember(key).status == "remembered"
    assert sum(clock.naps) >= 90
    assert _texts(memories_of(SARAH)) == complete


def test_an_extraction_that_has_arrived_is_not_asked_for_again(rememberer, key, mem0, clock):
    """When the answer alone was lost, the facts are found and nothing is asked twice."""
    mem0.faults.add(Fault(operation="add_inferred", drop="after", times=1))
    with pytest.raises(MemoryStoreError):
        rememberer.remember(key)
    rememberer.remember(key)
    assert [request.operation for request in mem0.requests].count("add_inferred") == 1
    assert not clock.naps


def test_a_dead_holders_lease_runs_out(rememberer, archive, key, clock, memories_of, complete):
    """A record held by an instance that died is taken over after its lease, not before."""
    dead = Record("remembering", "dead").held_by("dead", clock())
    archive.create(record_key(key), dead.to_json())
    assert rememberer.remember(key).attempts == 2
    assert 120 <= sum(clock.naps) < 130
    assert _texts(memories_of(SARAH)) == complete


def test_who_has_no_time_to_wait_asks_to_be_asked_again(rememberer, archive, key, clock, mem0):
    """When the time is up while another holds it, RememberLaterError has Lambda try again."""
    held = Record("remembering", "other").held_by("other", clock())
    archive.create(record_key(key), held.to_json())
    with pytest.raises(RememberLaterError):
        replace(rememberer, deadline=NOW + 10).remember(key)
    assert not mem0.requests


def test_who_was_overtaken_stops(rememberer, archive, key, clock, memories_of, complete):
    """An instance that stalled past its lease writes nothing more once another has taken over."""
    store, other = rememberer.memory_store, rememberer

    class Stalling:
        def remember(self, *arguments):
            if not clock.naps:
                clock.sleep(121)
                other.remember(key)
            return store.remember(*arguments)

        def __getattr__(self, name):
            return getattr(store, name)

    assert replace(rememberer, memory_store=Stalling()).remember(key).attempts == 2
    assert _texts(memories_of(SARAH)) == complete


ODD = {
    "not json": (b"not json", "no event that ElevenLabs documents"),
    "unknown type": (b'{"type": "agent_dreamt", "data": {}}', "agent_dreamt is archived"),
    "failure": (
        b'{"type": "call_initiation_failure", "data": {"conversation_id": "conv_1"}}',
        "call_initiation_failure is archived",
    ),
    "no transcript": (b'{"type": "post_call_transcription", "data": {}}', "no transcript"),
    "nobody": (
        b'{"type": "post_call_transcription", "data": {"transcript": []}}',
        "no identity of the caller",
    ),
}


@pytest.mark.parametrize(("raw", "reason"), ODD.values(), ids=ODD)
def test_what_cannot_be_understood_is_marked_and_left(rememberer, keep, mem0, raw, reason):
    """A payload without a conversation gets a record that says why, and no error."""
    key = keep(raw)
    record = rememberer.remember(key)
    assert record.status == "not_remembered"
    assert record.reason.startswith(reason)
    assert rememberer.remember(key) == record
    assert not mem0.requests


def test_a_silent_caller_leaves_nothing(rememberer, keep, first_call, mem0):
    """A call in which the caller said nothing is marked so."""
    event = json.loads(first_call)
    event["data"]["transcript"] = event["data"]["transcript"][:1]
    event["data"]["analysis"]["data_collection_results"] = {}
    record = rememberer.remember(keep(json.dumps(event).encode()))
    assert (record.status, record.reason) == (
        "not_remembered",
        "nothing was said or collected",
    )
    assert not mem0.requests


@pytest.mark.parametrize("number", ["anonymous", "+266696687", "+86282452253", None, ""])
def test_nothing_is_stored_of_a_caller_without_identity(rememberer, keep, first_call, mem0, number):
    """A withheld number is nobody: nothing is stored under it."""
    event = json.loads(first_call)
    data = event["data"]
    data["user_id"] = None
    data["metadata"]["phone_call"]["external_number"] = number
    data["conversation_initiation_client_data"]["dynamic_variables"]["system__caller_id"] = number
    record = rememberer.remember(keep(json.dumps(event).encode()))
    assert record.reason == "no identity of the caller"
    assert not mem0.requests


def test_audio_is_kept_as_sound(rememberer, keep, archive, mem0):
    """An audio payload gets its sound beside it as .mp3, and becomes no memory."""
    data = {"conversation_id": "conv_1", "full_audio": base64.b64encode(b"ID3 sound").decode()}
    key = keep(json.dumps({"type": "post_call_audio", "data": data}).encode())
    record = rememberer.remember(key)
    assert archive.read("post-call/conv_1/post_call_audio.mp3").body == b"ID3 sound"
    assert record.status == "not_remembered"
    assert rememberer.remember(key) == record
    assert not mem0.requests


def test_a_voicemail_box_is_nobody(rememberer, keep, first_call, mem0):
    """A call that a voicemail box has answered is marked so, and leaves no memory."""
    event = json.loads(first_call)
    event["data"]["metadata"]["phone_call"]["call_result"] = "voicemail"
    record = rememberer.remember(keep(json.dumps(event).encode()))
    assert (record.status, record.reason) == ("not_remembered", "a voicemail box")
    assert not mem0.requests


def test_what_was_collected_from_a_silent_caller_is_stored(
    rememberer, keep, first_call, memories_of, mem0
):
    """Without a word of the caller, what was collected is stored, and nothing is extracted."""
    event = json.loads(first_call)
    event["data"]["transcript"] = event["data"]["transcript"][:1]
    assert rememberer.remember(keep(json.dumps(event).encode())).status == "remembered"
    kinds = {memory["metadata"]["kind"] for memory in memories_of(SARAH)}
    assert kinds == {"name", "collected", "summary"}
    assert "add_inferred" not in [request.operation for request in mem0.requests]


def test_a_damaged_card_does_not_stand_in_the_way(rememberer, key, archive, memories_of):
    """A caller whose card can't be read is remembered, and has a new card."""
    archive.create(card_key(SARAH, rememberer.caller_salt), b"no json")
    assert rememberer.remember(key).status == "remembered"
    stored = archive.read(card_key(SARAH, rememberer.caller_salt))
    assert read_card(stored.body).call_count == 1


def test_audio_may_be_written_in_lines(rememberer, keep, archive):
    """Sound in base64 with line breaks is kept as well."""
    lines = base64.encodebytes(bytes(200)).decode()
    data = {"conversation_id": "conv_1", "full_audio": lines}
    rememberer.remember(keep(json.dumps({"type": "post_call_audio", "data": data}).encode()))
    assert archive.read("post-call/conv_1/post_call_audio.mp3").body == bytes(200)


@pytest.mark.parametrize("audio", ["no base64!", 7, None, {"a": 1}])
def test_audio_that_is_none_is_marked(rememberer, keep, audio):
    """An audio payload without readable sound is marked, not retried."""
    data = {"conversation_id": "conv_1", "full_audio": audio}
    key = keep(json.dumps({"type": "post_call_audio", "data": data}).encode())
    assert rememberer.remember(key).status == "not_remembered"


def test_an_object_that_is_gone_is_no_error(rememberer):
    """A payload that was deleted before it was remembered leaves nothing to do."""
    assert rememberer.remember("post-call/conv_1/post_call_transcription.json") is None


def test_an_archive_that_fails_is_an_error(rememberer, key, box, monkeypatch):
    """When S3 can't be reached the handler raises, so that Lambda tries again."""
    monkeypatch.setenv("AWS_ENDPOINT_URL_S3", "http://127.0.0.1:9")
    with pytest.raises(ArchiveError):
        replace(rememberer, archive=box.archive).remember(key)


def test_the_record_holds_no_word_of_the_caller(rememberer, key, archive):
    """Number, name and words of the caller are nowhere in the record."""
    rememberer.remember(key)
    record = archive.read(record_key(key)).body.decode()
    for private in ("2185550143", "Sarah", "Whitfield", "pizza", "Duluth"):
        assert private not in record


@pytest.fixture
def tombstone(archive, key):
    """Write down that the payload's caller was forgotten."""

    def write() -> None:
        forgotten = Record("forgotten", owner="").to_json()
        archive.change(record_key(key), lambda _: forgotten)

    return write


def test_a_forgotten_payload_is_removed(rememberer, key, tombstone, archive, mem0, memories_of):
    """A payload of a forgotten conversation is removed, with its mark, and Mem0 is not asked."""
    tombstone()
    assert rememberer.remember(key).status == "forgotten"
    assert archive.read(key) is None
    assert not list(archive.listed("unsettled/"))
    assert not mem0.requests
    assert rememberer.remember(key) is None


def test_who_is_at_work_when_the_caller_is_forgotten_stops(
    rememberer, key, tombstone, archive, memory_store, memories_of
):
    """A handler that was overtaken by a tombstone sends nothing more, and removes the payload."""

    class Watched:
        def __getattr__(self, name):
            return getattr(memory_store, name)

        def remember(self, *asked):
            memory_store.remember(*asked)
            tombstone()

    overtaken = replace(rememberer, memory_store=Watched())
    assert overtaken.remember(key).status == "forgotten"
    assert len(memories_of(SARAH)) == 1
    assert archive.read(key) is None


def test_a_forgotten_sound_is_removed(rememberer, archive):
    """Of a recording that arrives after its caller was forgotten the sound goes, too."""
    data = {"conversation_id": "conv_1", "agent_id": "a", "full_audio": "SUQzBAAA"}
    raw = json.dumps({"type": "post_call_audio", "event_timestamp": 1, "data": data}).encode()
    payload = read_payload(raw)
    archive.keep(payload, raw)
    rememberer.remember(payload_key(payload))
    assert archive.read("post-call/conv_1/post_call_audio.mp3")
    tombstone = Record("forgotten", owner="").to_json()
    archive.change(record_key(payload_key(payload)), lambda _: tombstone)
    rememberer.remember(payload_key(payload))
    assert [one.key for one in archive.listed("post-call/")] == []


def test_an_extraction_under_way_is_not_asked_for_again(rememberer, key, archive, mem0, record_of):
    """Who goes on with a record whose extraction is queued sends no other."""
    first = rememberer.remember(key)
    assert first.extraction == "queued"
    begun = replace(first, status="failed", owner="replay-of-somebody")
    archive.change(record_key(key), lambda _: begun.to_json())
    mem0.requests.clear()
    again = rememberer.remember(key)
    assert (again.status, again.extraction, again.event_id) == (
        "remembered",
        "queued",
        first.event_id,
    )
    assert not [one for one in mem0.requests if one.operation.startswith("add")]


def test_an_extraction_that_is_replaced_leaves_one_set(rememberer, key, archive, mem0, memories_of):
    """Who finds that facts are being replaced deletes the old ones and has them extracted once."""
    before = _texts(memories_of(SARAH)) if rememberer.remember(key) else []
    begun = replace(rememberer.remember(key), status="failed", extraction="replacing")
    archive.change(record_key(key), lambda _: begun.to_json())
    mem0.requests.clear()
    assert rememberer.remember(key).extraction == "queued"
    asked = [one.operation for one in mem0.requests]
    assert asked.count("add_inferred") == 1
    assert asked.index("delete") < asked.index("add_inferred")
    assert _texts(memories_of(SARAH)) == before
