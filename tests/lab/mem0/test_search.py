"""Searching memories."""

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

CALLER = "+16125550123"
SCOPE = {"user_id": CALLER}
STORIES = [
    "I grew up on a dairy farm outside Duluth",
    "My first car was a red tractor, truly",
    "We milked forty cows every morning",
    "Prefiere que le escriban por correo electrónico",
    "Vive con su hermana en Querétaro",
]


def texts(answer):
    """Return the texts of the memories in an answer, in order."""
    return [memory["memory"] for memory in answer["results"]]


@pytest.fixture
def told(client, remember):
    """Return a client, with the stories told."""
    for story in STORIES:
        remember(story, run_id="r1", metadata={"type": "semantic"})
    return client


def test_best_first(told):
    """The memory that shares most with the question comes first, with the highest score."""
    results = told.search("the dairy farm in Duluth", filters=SCOPE)["results"]
    assert len(results) > 1
    assert results[0]["memory"] == STORIES[0]
    scores = [memory["score"] for memory in results]
    assert scores == sorted(scores, reverse=True)
    assert all(0 < score <= 1 for score in scores)


@pytest.mark.parametrize(
    ("question", "story"),
    [
        ("Which cars did they have?", STORIES[1]),
        ("Do they milk a cow in the mornings?", STORIES[2]),
        ("¿Prefieren correos electronicos?", STORIES[3]),
        ("¿Dónde viven las hermanas?", STORIES[4]),
        ("DULUTH's farms", STORIES[0]),
    ],
)
def test_inflected_words(told, question, story):
    """A word is found in its other forms, in English and Spanish, with or without accents."""
    assert texts(told.search(question, filters=SCOPE, top_k=1)) == [story]


def test_threshold(told):
    """Memories below the threshold are left out; 0 leaves out none, as Mem0 documents it."""
    question = "dairy farm cows"
    every = told.search(question, filters=SCOPE, threshold=0.0)["results"]
    best = told.search(question, filters=SCOPE, threshold=every[0]["score"])["results"]
    assert sorted(memory["memory"] for memory in every) == sorted(STORIES)
    assert best == every[:1]


def test_only_the_caller(told, remember):
    """Nobody's memories are found but those of the caller asked for."""
    remember("Has a dairy farm too", user_id="+16125550124")
    found = told.search("dairy farm", filters={"user_id": "+16125550124"}, threshold=0.0)
    assert texts(found) == ["Has a dairy farm too"]
    everyone = told.search("dairy farm", filters={"user_id": "*"})["results"]
    assert {memory["user_id"] for memory in everyone} == {CALLER, "+16125550124"}


def test_filters_and_metadata(told, remember):
    """A search obeys filters on metadata, inside the filters or beside them."""
    remember("Sold the farm", metadata={"type": "factual", "conversation_id": "c7"})
    narrow = {"AND": [SCOPE, {"metadata": {"conversation_id": "c7"}}]}
    assert texts(told.search("farm", filters=narrow, threshold=0.0)) == ["Sold the farm"]
    beside = told.search("farm", filters=SCOPE, metadata={"type": "factual"}, threshold=0.0)
    assert texts(beside) == ["Sold the farm"]


def test_neighbours_lend_their_score(client, remember):
    """Of two equal memories, the one told beside another fitting one is better."""
    for n in (1, 2):
        remember("Tea at dawn", metadata={"conversation_id": f"c{n}"}, agent_id=f"a{n}")
    remember("Tea: a green pot", metadata={"conversation_id": "c2"}, agent_id="a2")
    found = client.search("dawn", filters=SCOPE)["results"]
    assert [one["agent_id"] for one in found if one["memory"] == "Tea at dawn"] == ["a2", "a1"]
    assert found[0]["score"] > found[1]["score"]


def test_conversations_are_no_neighbours(client, remember):
    """What was told in another conversation lends nothing."""
    for n, text in enumerate(["Tea at dawn", "Coffee at night"]):
        remember(text, metadata={"conversation_id": f"c{n}"})
    alone = client.search("tea dawn coffee night", filters=SCOPE)["results"]
    client.delete_all(user_id=CALLER)
    for text in ("Tea at dawn", "Coffee at night"):
        remember(text, metadata={"conversation_id": "c"})
    together = client.search("tea dawn coffee night", filters=SCOPE)["results"]
    assert together[0]["score"] > alone[0]["score"]


def test_many_scopes(client, remember):
    """A search over more callers than can be named one by one still obeys its filter."""
    for n in range(70):
        remember(f"Tea number {n}", user_id=f"+1612555{n:04}", metadata={"type": "factual"})
    remember("Tea, semantically", metadata={"type": "semantic"})
    filters = {"AND": [{"user_id": "*"}, {"metadata": {"type": "factual"}}]}
    assert len(client.search("tea", filters=filters, top_k=100)["results"]) == 70


def test_more_than_can_be_ranked(client):
    """Of more memories than are ranked, the best is still found."""
    messages = [{"role": "user", "content": f"A cup of tea, the {n}th"} for n in range(1_100)]
    messages[5]["content"] = "A cup of tea with marmalade"
    client.add(messages, user_id=CALLER, infer=False)
    found = client.search("tea with marmalade", filters=SCOPE, top_k=1)
    assert texts(found) == ["A cup of tea with marmalade"]


def test_fields(told):
    """A found memory has a score, and its run under run_id."""
    [memory] = told.search("dairy", filters=SCOPE, rerank=True, top_k=1)["results"]
    assert memory["run_id"] == "r1"
    assert memory.keys() == set(
        "id memory user_id agent_id app_id run_id metadata categories score "
        "expiration_date created_at updated_at".split()
    )


@settings(
    max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@example('") OR owner : ("2')
@example("NEAR(a b, 2) AND NOT * ^ {stems} : -owner")
@example("the of and")
@example("🙂🙂")
@example("a\x00b")
@example("İstanbul ﬁsh ½ 中文 שלום")
@example("x" * 5_000)
@given(query=st.text(min_size=1).filter(str.strip))
def test_any_text_can_be_searched(told, query):
    """No text of a caller breaks a search, or finds what is not the caller's."""
    results = told.search(query, filters=SCOPE, threshold=0.0)["results"]
    assert {memory["user_id"] for memory in results} <= {CALLER}
    assert told.search(query, filters={"user_id": "+16125550199"})["results"] == []


@pytest.mark.parametrize(
    "body",
    [
        {"filters": SCOPE},
        {"filters": SCOPE, "query": " "},
        {"filters": SCOPE, "query": 7},
        {"query": "tea"},
        {"query": "tea", "filters": {"metadata": {"type": "factual"}}},
        {"query": "tea", "filters": SCOPE, "user_id": CALLER},
        {"query": "tea", "filters": SCOPE, "top_k": 0},
        {"query": "tea", "filters": SCOPE, "top_k": 1001},
        {"query": "tea", "filters": SCOPE, "threshold": 1.1},
        {"query": "tea", "filters": SCOPE, "threshold": "high"},
    ],
)
def test_refusals(http, body):
    """What is no search is refused with 400."""
    assert http.post("/v3/memories/search/", json=body).status_code == 400
