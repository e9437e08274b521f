"""The memory store, over Mem0's real client and a real server."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chalicelib.exchanges import Exchange
from chalicelib.mem0_client import build_client
from chalicelib.mem0_errors import MemoryStoreError
from chalicelib.memory_store import MemoryStore
from lab.faults import Fault
from tests.conftest import NOW, SARAH, STEFAN

ABOUT = {"type": "factual", "kind": "collected", "conversation_id": "conv_1"}


def test_what_is_remembered_is_recalled(memory_store):
    """A verbatim memory is there at once, with its metadata, dated as it was said."""
    memory_store.remember(STEFAN, ["Likes tea"], ABOUT, NOW)
    ((memory,), count) = memory_store.recall_facts(STEFAN)
    assert count == 1
    assert memory.text == "Likes tea"
    assert (memory.type, memory.kind, memory.conversation_id) == tuple(ABOUT.values())
    assert int(memory.created_at.timestamp()) == NOW


def test_facts_and_highlights_are_told_apart(memory_store, tell_mem0):
    """Facts are all that is not semantic, also what has no type; highlights are the semantic."""
    tell_mem0(STEFAN, "typed", type="factual")
    tell_mem0(STEFAN, "untyped")
    tell_mem0(STEFAN, "said", type="semantic")
    facts, count = memory_store.recall_facts(STEFAN)
    assert {fact.text for fact in facts} == {"typed", "untyped"}
    assert count == 2
    assert [one.text for one in memory_store.recall_highlights(STEFAN)] == ["said"]


def test_recalling_is_newest_first(memory_store, tell_mem0):
    """The newest fact comes first, and of a call's facts the summary."""
    tell_mem0(STEFAN, "old", at=NOW - 90_000, type="factual")
    tell_mem0(STEFAN, "name", at=NOW, type="factual", kind="name")
    tell_mem0(STEFAN, "summary", at=NOW, type="factual", kind="summary")
    tell_mem0(STEFAN, "collected", at=NOW, type="factual", kind="collected")
    facts, _ = memory_store.recall_facts(STEFAN)
    assert [fact.text for fact in facts] == ["summary", "collected", "name", "old"]


def test_all_of_a_conversation_is_known(memory_store, tell_mem0):
    """All memories of one conversation are known, over several pages, and of no other."""
    texts = [f"Memory {number}" for number in range(450)]
    tell_mem0(STEFAN, *texts, conversation_id="conv_1")
    tell_mem0(STEFAN, "another", conversation_id="conv_2")
    known = memory_store.known(STEFAN, "conv_1")
    assert {one.text for one in known} == set(texts)


def test_extraction_is_told_what_was_asked_and_said(memory_store, memories_of):
    """Mem0 extracts facts of the caller's words, and of the question takes none."""
    exchange = Exchange("I'm Robot and I love rain. What do you love?", "I love pizza.")
    assert memory_store.extract(STEFAN, [exchange], ABOUT, NOW)
    (memory,) = memories_of(STEFAN)
    assert "pizza" in memory["memory"]
    assert memory["metadata"]["kind"] == "extracted"
    assert memory["metadata"]["conversation_id"] == "conv_1"


@pytest.mark.parametrize(
    ("fault", "kind", "may_be_done"),
    [
        (Fault(status=429, retry_after_secs=7), "rate_limited", False),
        (Fault(status=500), "http_500", False),
        (Fault(status=503), "http_503", False),
        (Fault(status=502), "http_502", True),
        (Fault(status=504), "http_504", True),
        (Fault(status=401), "http_401", False),
        (Fault(status=413), "http_413", False),
        (Fault(drop="before"), "net_generic", True),
        (Fault(drop="after"), "net_generic", True),
        (Fault(body="no json"), "nonsense", True),
    ],
    ids=repr,
)
def test_failures_are_named(memory_store, mem0, fault, kind, may_be_done):
    """Every failure has a kind, and says if the memory may have been stored all the same."""
    mem0.faults.add(fault)
    with pytest.raises(MemoryStoreError) as raised:
        memory_store.remember(STEFAN, ["Likes tea"], ABOUT, NOW)
    assert raised.value.kind == kind
    assert raised.value.may_be_done == may_be_done
    assert raised.value.retry_after_secs == (7 if kind == "rate_limited" else 0)
    assert "tea" not in str(raised.value)
    assert STEFAN not in str(raised.value)


def test_nobody_at_the_address_is_certainly_not_done(tmp_path):
    """A Mem0 that can't be reached has stored nothing."""
    store = MemoryStore(lambda: build_client("key", "http://127.0.0.1:9", str(tmp_path), 1.0))
    with pytest.raises(MemoryStoreError) as raised:
        store.remember(STEFAN, ["Likes tea"], ABOUT, NOW)
    assert not raised.value.may_be_done


def test_a_read_survives_a_dead_connection(memory_store, mem0, tell_mem0):
    """A read that meets a closed connection is asked again, and nobody notices."""
    tell_mem0(STEFAN, "Likes tea", type="factual")
    mem0.faults.add(Fault(operation="list", drop="before", times=1))
    assert memory_store.recall_facts(STEFAN)[1] == 1
    assert [request.operation for request in mem0.requests] == ["list", "list"]


def test_a_write_is_never_sent_twice(memory_store, mem0):
    """A write whose connection broke is an error, not a second write."""
    mem0.faults.add(Fault(operation="add", drop="after", times=1))
    with pytest.raises(MemoryStoreError):
        memory_store.remember(STEFAN, ["Likes tea"], ABOUT, NOW)
    assert [request.operation for request in mem0.requests] == ["add_verbatim"]


@pytest.mark.parametrize(
    ("expected", "is_right"),
    [
        ({"org_id": "lab-org"}, True),
        ({"org_id": "lab-org", "project_id": "lab-project"}, True),
        ({"org_id": "other-org"}, False),
        ({"project_id": "other-project"}, False),
    ],
)
def test_the_key_must_belong_to_the_configured_project(mem0, tmp_path, expected, is_right):
    """A key of another org or project than configured reads and writes nothing."""
    store = MemoryStore(
        lambda: build_client(mem0.api_key, mem0.url, str(tmp_path), 5.0), **expected
    )
    if is_right:
        assert store.recall_facts(STEFAN) == ([], 0)
        assert [request.operation for request in mem0.requests] == ["ping", "list"]
        return
    with pytest.raises(MemoryStoreError, match="another"):
        store.remember(STEFAN, ["Likes tea"], ABOUT, NOW)
    assert [request.operation for request in mem0.requests] == ["ping"]


@given(caller_id=st.text(max_size=30).filter(lambda one: not one.startswith("+")))
def test_only_a_number_scopes_a_request(caller_id):
    """Whatever is no E.164 number never becomes a filter."""
    store = MemoryStore(lambda: None)
    for ask in (
        lambda: store.recall_facts(caller_id),
        lambda: store.recall_highlights(caller_id),
        lambda: store.search(caller_id, "x", 3),
        lambda: store.remember(caller_id, ["x"], {}, 0),
    ):
        with pytest.raises(ValueError, match="E\\.164"):
            ask()


def test_memories_of_another_are_dropped(memory_store, mem0):
    """A memory that names another caller is not told, should Mem0 ever send one."""
    body = (
        '{"count": 2, "results": ['
        f'{{"id": "1", "memory": "hers", "user_id": "{SARAH}", "created_at": "2026-11-01"}},'
        f'{{"id": "2", "memory": "his", "user_id": "{STEFAN}", "created_at": "2026-11-01"}}]}}'
    )
    mem0.faults.add(Fault(body=body))
    assert [fact.text for fact in memory_store.recall_facts(STEFAN)[0]] == ["his"]
    assert [found.text for found in memory_store.search(STEFAN, "x", 3)] == ["his"]


def test_one_client_is_built_however_many_ask_first(mem0, tmp_path):
    """Of eight requests at once in a cold container one builds the client and checks the key."""
    built = []

    def build():
        built.append(build_client(mem0.api_key, mem0.url, str(tmp_path), 5.0))
        return built[-1]

    store = MemoryStore(build, org_id="lab-org")
    with ThreadPoolExecutor(8) as threads:
        list(threads.map(store.recall_facts, [STEFAN] * 8))
    assert len(built) == 1
    assert [request.operation for request in mem0.requests].count("ping") == 1


def test_a_wrong_project_is_asked_for_once(mem0, tmp_path):
    """A key of another project is refused each time, without asking Mem0 again."""
    store = MemoryStore(
        lambda: build_client(mem0.api_key, mem0.url, str(tmp_path), 5.0), org_id="other"
    )
    for _ in range(3):
        with pytest.raises(MemoryStoreError, match="another"):
            store.recall_facts(STEFAN)
    assert [request.operation for request in mem0.requests] == ["ping"]


def test_all_of_a_caller_is_read(memory_store, tell_mem0):
    """Everything of one caller is read over several pages, whoever wrote it, and no one else's."""
    texts = {f"Memory {number}" for number in range(450)}
    tell_mem0(STEFAN, *sorted(texts))
    tell_mem0(SARAH, "another's")
    assert {one.text for one in memory_store.all_of(STEFAN)} == texts


def test_one_memory_is_deleted(memory_store, tell_mem0):
    """A memory is deleted by the id it was read with, once or twice, and no other goes."""
    tell_mem0(STEFAN, "goes", "stays")
    (goes,) = [one for one in memory_store.all_of(STEFAN) if one.text == "goes"]
    for _ in range(2):
        memory_store.delete(goes.id)
    assert [one.text for one in memory_store.all_of(STEFAN)] == ["stays"]


def test_nothing_is_deleted_without_an_id(memory_store, mem0):
    """Without an id nothing is asked of Mem0: its path would mean all memories."""
    with pytest.raises(ValueError, match="without its id"):
        memory_store.delete("")
    assert not mem0.requests


def test_a_deletion_that_fails_is_named(memory_store, mem0, tell_mem0):
    """A failure other than that it is gone already is a MemoryStoreError."""
    tell_mem0(STEFAN, "stays")
    (one,) = memory_store.all_of(STEFAN)
    mem0.faults.add(Fault(operation="delete", status=503, times=1))
    with pytest.raises(MemoryStoreError):
        memory_store.delete(one.id)
