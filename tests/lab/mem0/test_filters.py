"""Filters, on their own and against a store."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lab.mem0.filters import FilterError, where
from lab.mem0.memory import Addition, Entities

ANA, BEN = "+16125550123", "+16125550124"
KEPT = {
    "plain": Addition(Entities(ANA)),
    "fact": Addition(Entities(ANA), {"type": "factual", "n": 3, "mood": "Élan"}, ("food",)),
    "talk": Addition(Entities(ANA, run_id="r"), {"type": "semantic", "tags": ["red", "Blue"]}),
    "dated": Addition(Entities(ANA), {"ok": True, "conversation_id": "c1"}, created_at="2020"),
    "ben": Addition(Entities(BEN, agent_id="a"), {"type": "factual", "n": 3}, ("food",)),
    "agent": Addition(Entities(agent_id="a"), {"type": 7}),
}


@pytest.fixture
def kept(store):
    """Return a store that holds KEPT."""
    for text, addition in KEPT.items():
        store.add([text], addition)
    return store


@pytest.mark.parametrize(
    ("filters", "found"),
    [
        ({"user_id": ANA}, "plain fact talk dated"),
        ({"user_id": {"in": [ANA, BEN]}}, "plain fact talk dated ben"),
        ({"user_id": "*"}, "plain fact talk dated ben"),
        ({"user_id": {"in": ["*"]}}, "plain fact talk dated ben"),
        ({"agent_id": "*"}, "ben agent"),
        ({"AND": [{"agent_id": "a"}, {"user_id": {"ne": BEN}}]}, "agent"),
        ({"user_id": ANA, "run_id": "r"}, "talk"),
        ({"OR": [{"user_id": BEN}, {"run_id": "r"}]}, "ben talk"),
    ],
)
def test_entities(kept, filters, found):
    """Entity ids are compared exactly, within lists, or by a wildcard that means everyone."""
    assert _found(kept, filters) == sorted(found.split())


@pytest.mark.parametrize(
    ("narrow", "found"),
    [
        ({"metadata": {"type": "factual"}}, "fact"),
        ({"metadata": {"type": {"ne": "factual"}}}, "plain talk dated"),
        ({"metadata": {"type": {"in": ["factual", "semantic"]}}}, "fact talk"),
        ({"NOT": [{"metadata": {"type": "semantic"}}]}, "plain fact dated"),
        ({"NOT": {"metadata": {"type": "semantic"}}}, "plain fact dated"),
        ({"metadata": {"mood": {"icontains": "éL"}}}, "fact"),
        ({"metadata": {"mood": {"contains": "éL"}}}, ""),
        ({"metadata": {"tags": {"contains": "red"}}}, "talk"),
        ({"metadata": {"tags": {"contains": "re"}}}, ""),
        ({"metadata": {"tags": {"icontains": "BLUE"}}}, "talk"),
        ({"metadata": {"n": {"gte": 3}}}, "fact"),
        ({"metadata": {"n": {"gt": 3}}}, ""),
        ({"metadata": {"n": {"gt": 2, "lt": 4}}}, "fact"),
        ({"metadata": {"n": {"gte": "3"}}}, ""),
        ({"metadata": {"n": "3"}}, ""),
        ({"metadata": {"n": {"ne": 3}}}, "plain talk dated"),
        ({"NOT": [{"metadata": {"n": 3}}]}, "plain talk dated"),
        ({"metadata": {"n": {"in": [1, 3]}}}, "fact"),
        ({"metadata": {"ok": True}}, "dated"),
        ({"metadata": {"conversation_id": "c1"}}, "dated"),
        ({"metadata": {"conversation_id": {"ne": "c1"}}}, "plain fact talk"),
        ({"metadata": {'n") OR 1 --': 3}}, ""),
        ({"categories": {"contains": "food"}}, "fact"),
        ({"categories": {"in": ["food", "work"]}}, "fact"),
        ({"created_at": {"lt": "2026-01-01"}}, "dated"),
        ({"created_at": {"gte": "2026-11-01", "lte": "2026-11-01"}}, "plain fact talk"),
        ({"created_at": {"gt": "2026-11-01T13:00:00+02:00"}}, "plain fact talk"),
        ({"updated_at": {"gt": 1_793_534_400}}, ""),
        ({"keywords": {"contains": "ac"}}, "fact"),
        ({"OR": [{"metadata": {"n": 3}}, {"metadata": {"ok": True}}]}, "fact dated"),
        ({"NOT": [{"metadata": {"n": 3}}, {"metadata": {"ok": True}}]}, "plain talk"),
        ({"OR": [{"run_id": "r"}, {"metadata": {"n": 3}}]}, "fact talk"),
    ],
)
def test_narrowed(kept, narrow, found):
    """Every operator finds what it says, and what lacks the key counts as different."""
    assert _found(kept, {"AND": [{"user_id": ANA}, narrow]}) == sorted(found.split())


def test_an_or_beside_an_and_is_dropped(kept):
    """As at Mem0, an OR beside an AND at the same level does nothing."""
    both = {"AND": [{"user_id": ANA}], "OR": [{"metadata": {"n": 3}}]}
    assert _found(kept, both) == ["dated", "fact", "plain", "talk"]
    assert _found(kept, {"user_id": ANA, "OR": [{"metadata": {"n": 3}}]}) == ["fact"]


@pytest.mark.parametrize(
    "filters",
    [
        None,
        [],
        "user_id",
        {},
        {"AND": []},
        {"AND": {}},
        {"AND": [{}]},
        {"metadata": {"type": "factual"}},
        {"user_id": {"ne": ANA}},
        {"NOT": [{"user_id": ANA}]},
        {"OR": [{"user_id": ANA}, {"metadata": {"n": 3}}]},
        {"user_id": ANA, "type": "factual"},
        {"user_id": ANA, "and": []},
        {"user_id": ANA, "metadata": {}},
        {"user_id": ANA, "metadata": {"n": None}},
        {"user_id": ANA, "metadata": {"n": {}}},
        {"user_id": ANA, "metadata": {"n": [3]}},
        {"user_id": ANA, "metadata": {"n": {"like": 3}}},
        {"user_id": ANA, "metadata": {"n": {"in": []}}},
        {"user_id": ANA, "metadata": {"n": 2**63}},
        {"user_id": ANA, "metadata": {"n": float("nan")}},
        {"user_id": ANA, "metadata": {"n": "\ud800"}},
        {"user_id": ANA, "created_at": {"gte": "soon"}},
        {"user_id": ANA, "created_at": {"gte": "0001-01-01T00:00:00+14:00"}},
        {"user_id": ANA, "created_at": "2026-11-01"},
        {"user_id": ANA, "categories": "food"},
        {"user_id": ANA, "keywords": {"in": ["a"]}},
        {"user_id": ""},
        {"user_id": None},
        {"user_id": 5},
        {"user_id": {"contains": "+1"}},
        {"AND": [{"user_id": ANA}] * 500},
    ],
)
def test_refusals(filters):
    """What Mem0 would answer with 400, and what nobody writes by hand, is refused."""
    with pytest.raises(FilterError):
        where(filters)


def test_the_deepest_and_the_longest_are_answered(kept):
    """Whatever is not refused for its size is within what SQLite can take."""
    deep = {"user_id": ANA}
    for key in ("NOT", "OR") * 4:
        deep = {key: [deep]}
    assert _found(kept, {"AND": [{"user_id": ANA}, deep]}) == ["dated", "fact", "plain", "talk"]
    wide = {"AND": [{"user_id": ANA}] * 200}
    assert _found(kept, wide) == ["dated", "fact", "plain", "talk"]
    either = {"OR": [{"user_id": ANA, "metadata": {"n": n}} for n in range(100)]}
    assert _found(kept, either) == ["fact"]


NUMBERS = st.integers() | st.floats() | st.integers(-9, 9)
TEXTS = st.text(st.characters(exclude_categories=()), max_size=8) | st.sampled_from(
    [ANA, BEN, "*", "%", "'", '"', "factual", "a", "2026-11-01", f"{BEN}\0"]
)
KEYS = TEXTS | st.sampled_from(
    "AND OR NOT user_id agent_id run_id metadata type n tags created_at categories keywords "
    "eq ne in gt gte lt lte contains icontains".split()
)
JSON = st.recursive(
    st.none() | st.booleans() | NUMBERS | TEXTS,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(KEYS, inner, max_size=4),
    max_leaves=12,
)
HOSTILE = settings(
    max_examples=300, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


@HOSTILE
@given(narrow=st.dictionaries(KEYS, JSON, min_size=1, max_size=3))
def test_no_filter_widens_a_scope(kept, narrow):
    """Whatever stands beside a caller's id, it is refused or finds only that caller's memories."""
    for filters in ({"AND": [{"user_id": BEN}, narrow]}, {"AND": [narrow, {"user_id": BEN}]}):
        try:
            asked = where(filters)
        except FilterError:
            continue
        assert {one.entities.user_id for one in kept.page(asked).memories} <= {BEN}
        assert {one.entities.user_id for one in kept.search("ben", asked)} <= {BEN}


@HOSTILE
@given(user_id=TEXTS.filter(lambda text: text != "*"))
def test_no_id_matches_another(kept, user_id):
    """An id finds the memories of exactly that id, whatever it is made of."""
    try:
        asked = where({"user_id": {"in": [user_id]}})
    except FilterError:
        return
    assert {one.entities.user_id for one in kept.page(asked).memories} <= {user_id}


def _found(store, filters):
    return sorted(memory.memory for memory in store.page(where(filters)).memories)
