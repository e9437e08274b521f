"""Deleting memories, and the entities that have them."""

import pytest

ANA, BEN = "+16125550123", "+16125550124"


@pytest.fixture
def told(client, remember):
    """Return a client, with memories of two callers."""
    remember("Likes tea", user_id=ANA, metadata={"type": "factual"})
    remember("Likes farms", user_id=ANA, metadata={"type": "semantic"})
    remember("Likes tea", user_id=BEN)
    remember("Likes tea", user_id=BEN, agent_id="agent/7 //x")
    return client


def entities(client):
    """Return how many memories everyone has."""
    return {(one["type"], one["name"]): one["total_memories"] for one in client.users()["results"]}


def test_entities(told):
    """Everyone who has memories is listed, with how many."""
    assert entities(told) == {("user", ANA): 2, ("user", BEN): 2, ("agent", "agent/7 //x"): 1}
    assert told.users()["total_users"] == 2


def test_delete_all_of_a_caller(told):
    """All that a caller has is deleted, from lists and searches, and nothing of another."""
    answer = told.delete_all(user_id=ANA)
    assert answer["message"].startswith("Delete in progress")
    assert ("user", ANA) not in entities(told)
    assert told.search("tea farms", filters={"user_id": ANA})["results"] == []
    assert told.get_all(filters={"user_id": BEN})["count"] == 2


def test_delete_all_needs_every_id(told):
    """Several ids delete only what has all of them."""
    told.delete_all(user_id=BEN, agent_id="agent/7 //x")
    assert entities(told) == {("user", ANA): 2, ("user", BEN): 1}


def test_a_star_deletes_everyone(told):
    """As at Mem0, deleting the user * deletes every user's memories."""
    told.delete_all(user_id="*")
    assert entities(told) == {}


def test_delete_one(told, http):
    """One memory is deleted by its id, once."""
    memory_id = told.get_all(filters={"user_id": ANA})["results"][0]["id"]
    assert told.delete(memory_id)["message"] == "Memory deleted successfully!"
    assert http.delete(f"/v1/memories/{memory_id}/").status_code == 404
    assert told.get_all(filters={"user_id": ANA})["count"] == 1


def test_delete_a_user(told):
    """Deleting an entity deletes its memories, and no entity is called *."""
    told.delete_users(user_id="*")
    told.delete_users(user_id=ANA)
    told.delete_users(agent_id="agent/7 //x")
    assert entities(told) == {("user", BEN): 1}


@pytest.mark.parametrize(
    "path",
    [
        "/v1/memories/",
        "/v1/memories/?user_id=",
        "/v1/memories/?org_id=lab-org",
        "/v1/memories/?user_id=ana&filters=x",
        "/v1/memories/nonsense/",
        "/v2/entities/people/ana/",
    ],
)
def test_refusals(told, http, path):
    """A deletion that does not say whose is refused with 400, and deletes nothing."""
    assert http.delete(path).status_code == 400
    assert len(entities(told)) == 3
