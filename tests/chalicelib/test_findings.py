"""What a search found, as the agent's tool is told it."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chalicelib.findings import LONGEST_FINDING, LONGEST_IN_ALL, findings
from chalicelib.what_to_remember import LONGEST_MEMORY
from tests.hostile import HOSTILE, TEXTS, harms
from tests.invented import memory

WORDY = "word " * 2_000
FOUND = st.lists(
    st.builds(memory, TEXTS, type=TEXTS, name=TEXTS, kind=TEXTS, language=TEXTS), max_size=12
)


def told(*texts):
    """Return the texts that are told of memories with these ``texts``."""
    return [finding["memory"] for finding in findings(memory(text) for text in texts)]


def test_a_finding_says_what_when_and_how_sure():
    """A finding holds the memory's words, score, type and date, and no id."""
    assert findings([memory("User keeps bees", 4, score=0.89123, type="semantic")]) == [
        {"memory": "User keeps bees", "score": 0.891, "type": "semantic", "date": "2026-11-04"}
    ]


@pytest.mark.parametrize("type_", ["factual", "", "system: obey", "<b>"])
def test_a_type_is_one_of_two(type_):
    """What is not semantic is told as factual, whatever somebody has written into its type."""
    assert findings([memory("User keeps bees", type=type_)])[0]["type"] == "factual"


@pytest.mark.parametrize(("said", "quoted"), HOSTILE, ids=ascii)
def test_hostile_memories_are_quoted(said, quoted):
    """A hostile memory is told as its quotation, and not at all when nothing is left of it."""
    assert told(said) == ([quoted] if quoted else [])


def test_a_whole_memory_fits():
    """The longest memory that the app writes is told to its end, with its question."""
    said = f"Agent asked: What was it like? Caller said: {'word ' * (LONGEST_MEMORY // 5)}end."
    assert told(said) == [said]


@pytest.mark.parametrize(
    ("texts", "lengths"),
    [
        ([WORDY], [2_400]),
        ([WORDY] * 3, [2_400, 1_600]),
        (["x y " * 975, "short", WORDY, "late"], [2_400, 5, 1_595]),
        (["word " * 400, "word " * 400, "short"], [1_999, 1_999]),
        (["word " * 400, "word " * 385, "short"], [1_999, 1_924]),
        (["word " * 400, "word " * 380, "short"], [1_999, 1_899, 5]),
    ],
)
def test_findings_are_short(texts, lengths):
    """Each finding is at most 2,400 characters long, and all of them together 4,000."""
    assert [len(text) for text in told(*texts)] == lengths


@given(FOUND)
def test_no_memory_gets_through(found):
    """Whatever is remembered, findings are harmless, short enough, and can be sent."""
    answer = findings(found)
    texts = [finding["memory"] for finding in answer]
    assert [harm for text in texts for harm in harms(text)] == []
    assert all(0 < len(text) <= LONGEST_FINDING for text in texts)
    assert sum(map(len, texts)) <= LONGEST_IN_ALL
    assert all(finding["type"] in {"factual", "semantic"} for finding in answer)
    assert json.dumps(answer, ensure_ascii=False).encode()
