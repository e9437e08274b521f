"""Adding memories."""

import json
from concurrent.futures import ThreadPoolExecutor

import pytest

CALLER = "+16125550123"
HELLO = {"role": "user", "content": "Hello"}


def texts(answer):
    """Return the texts of the memories in an answer, in order."""
    return [memory["memory"] for memory in answer["results"]]


def test_verbatim(client):
    """Every message of a verbatim addition becomes a memory at once, and is reported."""
    messages = [HELLO, {"role": "assistant", "content": "Good day"}]
    answer = client.add(messages, user_id=CALLER, infer=False)
    assert answer["status"] == "SUCCEEDED"
    assert [(one["data"]["memory"], one["event"]) for one in answer["results"]] == [
        ("Hello", "ADD"),
        ("Good day", "ADD"),
    ]
    ids = {one["id"] for one in answer["results"]}
    assert {one["id"] for one in client.get_all(filters={"user_id": CALLER})["results"]} == ids


def test_the_first_of_two_equal_texts_stays(client, remember):
    """The same text in the same scope is stored once, with the first one's date and metadata."""
    remember("Likes tea", timestamp=1_700_000_000, metadata={"n": 1})
    again = remember("Likes tea", timestamp=1_750_000_000, metadata={"n": 2})
    assert again["results"] == []
    [memory] = client.get_all(filters={"user_id": CALLER})["results"]
    assert memory["metadata"] == {"n": 1}
    assert memory["created_at"] == "2023-11-14T22:13:20.000000Z"


@pytest.mark.parametrize(
    "scope", [{"user_id": "+16125550124"}, {"agent_id": "a"}, {"app_id": "a"}, {"run_id": "a"}]
)
def test_another_scope_holds_its_own(remember, scope):
    """The same text in another scope is another memory."""
    remember("Likes tea")
    assert len(remember("Likes tea", **scope)["results"]) == 1


def test_a_deleted_text_can_be_stored_again(client, remember):
    """Once it is deleted, a text is new again."""
    client.delete(remember("Likes tea")["results"][0]["id"])
    assert len(remember("Likes tea")["results"]) == 1


def test_eight_threads_add_the_same_text(client, remember):
    """Of eight threads that add the same text at once, exactly one adds it."""
    with ThreadPoolExecutor(8) as threads:
        answers = list(threads.map(lambda _: remember("Likes tea"), range(8)))
    assert sum(len(answer["results"]) for answer in answers) == 1
    assert client.get_all(filters={"user_id": CALLER})["count"] == 1


def test_facts_are_extracted(client):
    """An inferred addition answers PENDING, and without a delay its facts are there already."""
    said = [{"role": "user", "content": "I'm Sarah. I live in Duluth, near the lake."}]
    answer = client.add(said, user_id=CALLER, metadata={"type": "factual"})
    assert answer["status"] == "PENDING"
    assert answer.keys() == {"event_id", "status"}
    found = client.get_all(filters={"user_id": CALLER, "metadata": {"type": "factual"}})
    assert sorted(texts(found)) == ["Lives in Duluth", "Name is Sarah"]


def test_extraction_only_adds(client):
    """A fact that is known already is not stored again, and none is changed."""
    for _ in range(2):
        client.add("I love pizza", user_id=CALLER)
    client.add("I hate pizza", user_id=CALLER)
    found = client.get_all(filters={"user_id": CALLER})
    assert sorted(texts(found)) == ["Dislikes pizza", "Loves pizza"]


def test_expired_memories_are_hidden(client, remember, clock):
    """A memory is shown on its last day, and after it only on request."""
    remember("Is in Paris", expiration_date="2026-11-01")
    scope = {"user_id": CALLER}
    assert client.get_all(filters=scope)["count"] == 1
    clock.now += 24 * 3600
    assert client.get_all(filters=scope)["count"] == 0
    assert client.search("Paris", filters=scope)["results"] == []
    [memory] = client.get_all(filters=scope, show_expired=True)["results"]
    assert memory["expiration_date"] == "2026-11-01"
    assert len(client.search("Paris", filters=scope, show_expired=True)["results"]) == 1


@pytest.mark.parametrize(
    "body",
    [
        {"messages": [HELLO]},
        {"user_id": CALLER},
        {"user_id": CALLER, "messages": []},
        {"user_id": CALLER, "messages": "Hello"},
        {"user_id": CALLER, "messages": [{"role": "agent", "content": "Hello"}]},
        {"user_id": CALLER, "messages": [{"role": "user", "content": None}]},
        {"user_id": "*", "messages": [HELLO]},
        {"user_id": "", "messages": [HELLO]},
        {"user_id": 7, "messages": [HELLO]},
        {"user_id": CALLER, "messages": [HELLO], "metadata": "text"},
        {"user_id": CALLER, "messages": [HELLO], "infer": "no"},
        {"user_id": CALLER, "messages": [HELLO], "timestamp": "yesterday"},
        {"user_id": CALLER, "messages": [HELLO], "timestamp": 10**20},
        {"user_id": CALLER, "messages": [HELLO], "expiration_date": "tomorrow"},
        {"user_id": CALLER, "messages": [{"role": "user", "content": "\ud800"}]},
    ],
)
def test_refusals(http, mem0, body):
    """What is no addition is refused with 400, and nothing is stored."""
    answer = http.post("/v3/memories/add/", content=json.dumps(body))
    assert answer.status_code == 400
    assert list(answer.json()) == ["error"]
    assert mem0.store.entities() == []
