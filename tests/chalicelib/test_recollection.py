"""What is remembered of a caller, as Mem0 tells it."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chalicelib.recollection import Recollection
from chalicelib.remembered import newest_first, read_memories, without_repeats
from tests import invented
from tests.invented import CALLER, memory, recollection

AT = "2026-11-01T09:00:00+00:00"


def read(**one):
    """Return the one memory that Mem0 tells like this."""
    (found,) = read_memories([{"memory": "User keeps bees", **one}], CALLER)
    return found


def test_a_memory_is_read():
    """A memory holds its text, its metadata, its date and its score."""
    metadata = {
        "type": "factual",
        "kind": "name",
        "name": "Sarah Whitfield",
        "language": "es",
        "conversation_id": "conv_1",
    }
    found = read(memory=" Name is Sarah ", metadata=metadata, created_at=AT, score=0.89)
    assert (found.text, found.type, found.kind) == ("Name is Sarah", "factual", "name")
    assert (found.name, found.language) == ("Sarah Whitfield", "es")
    assert (found.conversation_id, found.date, found.score) == ("conv_1", "2026-11-01", 0.89)


def test_a_memory_of_somebody_elses_making_is_read():
    """A memory without metadata, date and score is read, with nothing invented."""
    found = read(metadata=None)
    assert (found.type, found.kind, found.name, found.language) == ("", "", "", "")
    assert (found.conversation_id, found.date, found.score) == ("", "", 0.0)


@pytest.mark.parametrize(
    ("created_at", "date"),
    [
        ("2026-11-01T09:00:00Z", "2026-11-01"),
        ("2026-11-01T09:00:00.123456+00:00", "2026-11-01"),
        ("2026-11-01T20:00:00-08:00", "2026-11-02"),
        ("2026-11-01T09:00:00", "2026-11-01"),
        ("2026-11-01", "2026-11-01"),
        ("0001-01-01T00:00:00+14:00", ""),
        ("9999-12-31T23:59:59-14:00", ""),
        ("yesterday", ""),
        ("", ""),
        (None, ""),
        (1_793_523_600, ""),
    ],
)
def test_a_memory_is_dated_in_utc(created_at, date):
    """The date is the day in UTC, and empty when Mem0 gives none that can be read."""
    assert read(created_at=created_at).date == date


@pytest.mark.parametrize(
    ("score", "expected"),
    [
        (0.5, 0.5),
        (1, 1.0),
        (0, 0.0),
        (1.5, 1.0),
        (-1, 0.0),
        (10**400, 1.0),
        (float("inf"), 1.0),
        (float("nan"), 0.0),
        ("0.5", 0.0),
        (None, 0.0),
    ],
)
def test_a_score_is_from_0_to_1(score, expected):
    """Whatever Mem0 gives for a score, it is a number from 0 to 1 that JSON can hold."""
    assert read(score=score).score == expected


@pytest.mark.parametrize(
    ("user_id", "told"),
    [
        (CALLER, True),
        ("", True),
        (None, True),
        ("+16125550123", False),
        (CALLER.removeprefix("+"), False),
        ("*", False),
        (12185550143, False),
        ([CALLER], False),
    ],
)
def test_a_memory_of_another_caller_is_never_told(user_id, told):
    """A memory that names another than this caller is dropped, whatever Mem0 was asked for."""
    found = read_memories([{"memory": "User keeps bees", "user_id": user_id}], CALLER)
    assert bool(found) is told


@pytest.mark.parametrize("results", [None, {}, "x", 5, [None], ["x"], [{}], [{"memory": " "}]])
def test_no_memories_are_no_memories(results):
    """An answer without memories gives none."""
    assert read_memories(results, CALLER) == []


@given(
    invented.ANY_JSON
    | st.lists(
        st.fixed_dictionaries(
            {"memory": invented.ANY_TEXT},
            optional={
                "metadata": invented.ANY_JSON
                | st.dictionaries(
                    st.sampled_from(["name", "type", "kind", "language"]), invented.ANY_JSON
                ),
                "created_at": invented.ANY_JSON | st.datetimes().map(str),
                "score": invented.ANY_JSON,
                "user_id": st.none() | invented.ANY_JSON,
            },
        )
    )
)
def test_no_answer_of_mem0_breaks_it(results):
    """Whatever Mem0 answers, each memory has text that is UTF-8, a date and a score."""
    for found in read_memories(results, CALLER):
        assert found.text.strip().encode()
        assert found.date == "" or datetime.fromisoformat(found.date)
        assert 0 <= found.score <= 1


def test_the_newest_comes_first():
    """Memories are ordered by date, the newest first."""
    first, second, third = (memory(str(day), day) for day in (1, 2, 3))
    assert newest_first([second, third, first]) == [third, second, first]


def test_of_one_call_the_summary_comes_first():
    """Of facts of the same moment the call's summary, which says most, comes first."""
    kinds = ["name", "collected", "summary", "extracted", ""]
    of_one_call = [memory("x", kind=kind) for kind in kinds]
    assert newest_first(of_one_call)[0].kind == "summary"
    assert newest_first([*of_one_call, memory("y", 2)])[0].text == "y"


@given(st.lists(st.integers(1, 28)), st.sampled_from(["", "name", "summary", "new kind"]))
def test_ordering_loses_nothing(days, kind):
    """Ordering memories changes their order alone."""
    memories = [memory(f"{place}", day, kind=kind) for place, day in enumerate(days)]
    ordered = newest_first(memories)
    assert sorted(ordered, key=lambda one: int(one.text)) == memories
    assert [one.created_at.day for one in ordered] == sorted(days, reverse=True)


def test_repeats_are_told_once():
    """Of texts that differ in case, spacing or punctuation the first is kept, in its place."""
    said = ["User keeps bees.", "user keeps  bees", "User lives in Duluth", "USER KEEPS BEES!"]
    kept = without_repeats(memory(words) for words in said)
    assert [one.text for one in kept] == ["User keeps bees.", "User lives in Duluth"]


def test_nobody_is_remembered_by_default():
    """A recollection of nothing is that of a new caller without a name or a language."""
    nobody = Recollection()
    assert (nobody.is_returning, nobody.fact_count, nobody.name, nobody.language) == (
        False,
        0,
        "",
        "",
    )


@pytest.mark.parametrize(
    "known",
    [
        recollection("User keeps bees"),
        Recollection(fact_count=1),
        Recollection(highlights=(memory("Caller said: I keep bees.", type="semantic"),)),
    ],
)
def test_who_is_remembered_has_called_before(known):
    """One fact, or one exchange of an earlier call, makes a returning caller."""
    assert known.is_returning


@pytest.mark.parametrize(
    ("facts", "name"),
    [
        (
            [memory("Name is Sarah Whitfield", kind="name", name="Sarah Whitfield")],
            "Sarah Whitfield",
        ),
        ([memory("User's name is Stefan", conversation_id="")], "Stefan"),
        ([memory("User's name is Stefan", kind="extracted")], ""),
        (
            [
                memory("Name is Sarah Whitfield", 2, kind="name", name="Sarah Whitfield"),
                memory("Name is Sarah", 1, kind="name", name="Sarah"),
            ],
            "Sarah Whitfield",
        ),
        (
            [
                memory("User's name is Sally", 3, kind="extracted"),
                memory("Name is Sarah", 1, kind="name", name="Sarah"),
            ],
            "Sarah",
        ),
        (
            [
                memory("Name is Clara", 2, kind="name", name="Clara"),
                memory("Name is Sarah", 1, kind="name", name="Sarah"),
            ],
            "",
        ),
        ([memory("Name may be Ana", kind="name", name="Ana", confidence=0.3)], ""),
        ([memory("Name is nobody", kind="name")], ""),
        ([memory("User prefers email")], ""),
        ([memory("x", kind="exchange", name="Sarah")], ""),
    ],
)
def test_the_name_is_known_when_one_person_has_given_it(facts, name):
    """The name is that of the one person who gave it; of two, or of an unsure one, there is none.

    Facts that Mem0 extracted from our own calls name nobody; facts of other tools do.
    """
    assert recollection(*facts).name == name


def test_the_language_is_that_of_the_latest_call():
    """The language is that of the newest fact that has one; of a highlight when no fact has."""
    new, old = memory("a", 2, language="es"), memory("b", 1, language="en")
    unknown = memory("c", 3, language="")
    assert recollection(unknown, new, old).language == "es"
    assert recollection(unknown, highlights=(new,)).language == "es"
    assert recollection(unknown).language == ""


def test_a_date_far_away_is_still_a_date():
    """Memories of any time zone are compared by the moment, not by the clock on the wall."""
    noon = datetime(2026, 11, 1, 12, tzinfo=UTC)
    written = [(noon + timedelta(hours=hours)).isoformat() for hours in (0, 1)]
    tokyo = "2026-11-01T21:30:00+09:00"  # between the two
    results = [{"memory": at, "created_at": at} for at in (*written, tokyo)]
    found = [one.text for one in read_memories(results, CALLER)]
    assert found == [written[1], tokyo, written[0]]
