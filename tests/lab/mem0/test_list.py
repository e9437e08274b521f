"""Listing memories."""

import pytest

CALLER = "+16125550123"
SCOPE = {"user_id": CALLER}


def texts(answer):
    """Return the texts of the memories in an answer, in order."""
    return [memory["memory"] for memory in answer["results"]]


def test_newest_first(client, remember):
    """Memories come newest first by date, and by order of storing among equal dates."""
    for text, at in (("second", 200), ("third", 200), ("first", 100), ("last", 300)):
        remember(text, timestamp=at, metadata={"type": text[0]})
    assert texts(client.get_all(filters=SCOPE)) == ["last", "third", "second", "first"]


def test_pages(client, remember):
    """Pages follow each other without gap or repeat, and say which page comes next."""
    for n in range(5):
        remember(f"fact {n}", metadata={"type": "semantic" if n % 2 else "factual"})
    pages = [client.get_all(filters=SCOPE, page=page, page_size=2) for page in (1, 2, 3, 4)]
    assert [texts(page) for page in pages] == [
        ["fact 4", "fact 3"],
        ["fact 2", "fact 1"],
        ["fact 0"],
        [],
    ]
    assert {page["count"] for page in pages} == {5}
    assert pages[0]["next"].endswith("/v3/memories/?page=2&page_size=2")
    assert pages[0]["previous"] is None
    assert pages[1]["previous"].endswith("?page=1&page_size=2")
    assert pages[2]["next"] is None


def test_the_url_wins_over_the_body(http, remember):
    """A page size in the URL takes precedence over one in the body."""
    for n in range(3):
        remember(f"fact {n}")
    both = http.post("/v3/memories/?page_size=1", json={"filters": SCOPE, "page_size": 2}).json()
    body = http.post("/v3/memories/", json={"filters": SCOPE, "page_size": 2}).json()
    assert (len(both["results"]), len(body["results"])) == (1, 2)


def test_fields(client, remember):
    """A listed memory has the fields of Mem0's description, the run under session_id."""
    remember("Likes tea", run_id="r1", metadata={"type": "factual"})
    [memory] = client.get_all(filters={"AND": [SCOPE, {"run_id": "r1"}]})["results"]
    assert memory["session_id"] == "r1"
    assert memory["metadata"] == {"type": "factual"}
    assert memory.keys() == set(
        "id memory user_id agent_id app_id session_id metadata categories structured_attributes "
        "replaced_by synthesized expiration_date created_at updated_at".split()
    )
    few = client.get_all(filters=SCOPE, fields=["id", "memory"])
    assert few["results"] == [{"id": memory["id"], "memory": "Likes tea"}]


def test_count_follows_every_write(client, remember):
    """The count is that of the memories that fit, after additions and deletions."""
    facts = {"AND": [SCOPE, {"NOT": [{"metadata": {"type": "semantic"}}]}]}
    for n in range(6):
        remember(f"fact {n}", metadata={"type": ("factual", "semantic", "other")[n % 3]})
    untyped = remember("no type")["results"][0]["id"]
    assert client.get_all(filters=facts, page_size=1)["count"] == 5
    client.delete(untyped)
    assert client.get_all(filters=facts, page_size=1)["count"] == 4
    client.delete_all(user_id=CALLER)
    assert client.get_all(filters=facts)["count"] == 0


def test_merged_and_sorted_lists_agree(client, remember):
    """A list merged from many scopes is the list that a filter on each memory gives."""
    for n in range(60):
        remember(f"fact {n}", metadata={"type": f"t{n * 7 % 60}"}, timestamp=n % 10)
    everything = {"created_at": {"gte": "1970-01-01"}}
    slow = client.get_all(filters={"AND": [SCOPE, everything]}, page=2, page_size=7)
    some = {"metadata": {"type": {"in": [f"t{n}" for n in range(40)]}}}
    assert texts(slow) == texts(client.get_all(filters=SCOPE, page=2, page_size=7))
    assert texts(client.get_all(filters={"AND": [SCOPE, some]})) == texts(
        client.get_all(filters={"AND": [SCOPE, some, everything]})
    )


def test_dates_and_keywords(client, remember):
    """A list can be narrowed to days, both included, and to a keyword in any letter case."""
    for day, text in ((1, "Drinks Tea"), (2, "Drinks tea at noon"), (3, "Drinks tea at night")):
        remember(text, timestamp=1_793_448_000 + day * 86_400)
    days = client.get_all(filters=SCOPE, start_date="2026-11-01", end_date="2026-11-02")
    assert texts(days) == ["Drinks tea at noon", "Drinks Tea"]
    assert texts(client.get_all(filters=SCOPE, keywords="NIGHT")) == ["Drinks tea at night"]


def test_get_one(client, remember):
    """One memory can be asked for by its id."""
    memory_id = remember("Likes tea")["results"][0]["id"]
    assert client.get(memory_id)["memory"] == "Likes tea"


@pytest.mark.parametrize(("memory_id", "status"), [("nonsense", 400), ("0" * 32, 404)])
def test_get_none(http, memory_id, status):
    """An id that is no UUID is refused with 400, an unknown one with 404."""
    answer = http.get(f"/v1/memories/{memory_id}/")
    assert (answer.status_code, list(answer.json())) == (status, ["error"])


@pytest.mark.parametrize(
    "body",
    [
        {},
        {"filters": {}},
        {"filters": SCOPE, "user_id": CALLER},
        {"filters": SCOPE, "agent_id": "a"},
        {"filters": SCOPE, "app_id": "a"},
        {"filters": SCOPE, "run_id": "a"},
        {"filters": SCOPE, "page_size": 0},
        {"filters": SCOPE, "page_size": 201},
        {"filters": SCOPE, "page": 0},
        {"filters": SCOPE, "page": "x"},
        {"filters": SCOPE, "show_expired": "yes"},
        {"filters": SCOPE, "start_date": "soon"},
    ],
)
def test_refusals(http, body):
    """What is no list is refused with 400."""
    assert http.post("/v3/memories/", json=body).status_code == 400
