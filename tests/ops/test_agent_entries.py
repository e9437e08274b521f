"""What an agent collects, and its test values: added beside what others have, and taken back."""

import re
from pathlib import Path

import pytest

from chalicelib.client_data import client_data
from chalicelib.recollection import Recollection
from ops import agent_settings
from ops.agent_entries import (
    ANALYSIS_ITEMS,
    COLLECTED,
    EXAMPLES,
    ITEMS,
    TEST_VALUES,
    entries,
)
from tests.ops.operator_at_work import AGENT, Operator, new_agent
from tests.ops.workspace import Habits

MANUAL = Path(__file__).parent.parent.parent / "docs" / "elevenlabs-setup.md"
THEIR_ITEM = {"type": "boolean", "description": "Whether they asked for a printed book."}
THEIR_NAME = {"type": "string", "description": "The caller's surname."}
HABITS = pytest.mark.parametrize(
    "habits", [Habits(), Habits(replaces_maps=True, takes_nulls=False)], ids=["merges", "replaces"]
)


def _crowded(habits=Habits()):  # noqa: B008 - frozen
    """Return a workspace whose agent collects things and has test values, one named like ours."""
    values = {"dynamic_variables": {"dynamic_variable_placeholders": {"caller_name": "", "x.y": 1}}}
    workspace = new_agent(
        conversation={"agent": values},
        platform={"data_collection": {"wants_book": THEIR_ITEM, "caller_name": THEIR_NAME}},
    )
    workspace.habits = habits
    return workspace


def _items(operator):
    return operator.agent["platform_settings"]["data_collection"]


def _values(operator):
    agent = operator.agent["conversation_config"]["agent"]
    return agent["dynamic_variables"]["dynamic_variable_placeholders"]


def _undo(operator):
    return operator.connect("--undo", "--yes")


def test_a_new_agent_collects_what_greetings_speak(s3):
    """After connecting, the analysis of each call asks who speaks, and for the preference."""
    items = _items(Operator(s3, new_agent()).connected())
    assert items.keys() == ITEMS.keys()
    assert all(ITEMS[name].items() <= one.items() for name, one in items.items())
    assert items["speaker_is"]["enum"] == [
        "greeted",
        "renamed",
        "somebody_else",
        "first_heard",
        "nobody",
    ]


def test_preview_has_a_value_for_each_variable(s3):
    """Each variable that /client-data returns has a test value, and none is empty or secret."""
    operator = Operator(s3, new_agent(), RETRIEVE_AUTH="token").connected()
    told = client_data("+16125550123", Recollection(), frozenset(), "", 0.0)["dynamic_variables"]
    assert _values(operator).keys() == told.keys()
    assert all(isinstance(value, str) and value for value in _values(operator).values())


def test_test_values_tell_of_nobody(s3):
    """Whoever falls back on the test values is a new caller: no memories, and nobody's name."""
    values = _values(Operator(s3, new_agent()).connected())
    assert (values["returning_caller"], values["memory_count"]) == ("no", "0")
    assert "NEW CALLER" in values["memory_context"]
    assert values["caller_id"][-7:-2] == "55501"  # reserved for examples


@HABITS
def test_what_others_collect_stays(s3, habits):
    """Items and test values of others stay as they are, also one that is named like ours."""
    operator = Operator(s3, _crowded(habits))
    items = dict(_items(operator))
    operator.connected()
    assert items.items() <= _items(operator).items()
    assert _items(operator).keys() == {"wants_book", *ITEMS}
    assert (_values(operator)["caller_name"], _values(operator)["x.y"]) == ("", 1)


@HABITS
def test_connecting_again_writes_nothing(s3, habits):
    """What ElevenLabs says of an item by default is no difference: a second run is done."""
    operator = Operator(s3, _crowded(habits)).connected()
    operator.writes()
    operator.connected()
    assert operator.writes() == []


@HABITS
def test_taken_back_it_is_as_before(s3, habits):
    """--undo takes our entries away, and leaves those of others, whatever a PATCH does to maps."""
    operator = Operator(s3, _crowded(habits)).connected()
    assert _undo(operator).exit_code == 0
    assert operator.workspace.everything() == Operator(s3, _crowded()).workspace.everything()


@HABITS
def test_what_others_changed_since_stays(s3, habits):
    """An entry that somebody has changed since stays as they left it, and is told of."""
    operator = Operator(s3, _crowded(habits)).connected()
    _items(operator)["contact_preference"]["enum"] = ["email", "phone"]
    _values(operator)["memory_count"] = "7"
    said = _undo(operator).output
    assert "collected item contact_preference: stays, somebody changed it since" in said
    assert "test value memory_count: stays, somebody changed it since" in said
    assert _items(operator)["contact_preference"]["enum"] == ["email", "phone"]
    assert _values(operator).keys() == {"caller_name", "x.y", "memory_count"}


def test_what_others_removed_since_is_not_missed(s3):
    """An entry of ours that somebody has removed is no trouble when taking back."""
    operator = Operator(s3, new_agent()).connected()
    _items(operator).clear()
    assert _undo(operator).exit_code == 0
    assert _items(operator) == {}


def test_entries_that_cannot_be_removed_are_told_of(s3):
    """If ElevenLabs merges maps and takes no null, the run says what it left, and fails."""
    workspace = new_agent()
    workspace.habits = Habits(takes_nulls=False)
    result = _undo(Operator(s3, workspace).connected())
    assert result.exit_code == 1
    assert "collected item caller_name: not as shown above" in result.output


def test_an_entry_of_an_earlier_version_is_taken_back(s3):
    """What an earlier version has added under another name goes with --undo, too."""
    operator = Operator(s3, new_agent()).connected()
    record = operator.record()
    former = agent_settings.read(operator.agent)[f"{TEST_VALUES}.caller_name"]
    path = f"{TEST_VALUES}.former_name"
    _values(operator)["former_name"] = former
    noted = record.noting(AGENT, {path: None}, {path: former})
    keeper = operator.reached().edges.keeper
    keeper.read()
    keeper.write(noted)
    assert _undo(operator).exit_code == 0
    assert _values(operator) == {}


def test_an_agent_that_collects_by_reference_is_left_to_its_items(s3):
    """Where the agent refers to analysis items of the workspace, its own are not written."""
    by_reference = {"analysis_items": {"data_collection": [], "evaluation_criteria": []}}
    operator = Operator(s3, new_agent(platform=by_reference)).connected()
    assert _items(operator) == {}
    assert agent_settings.read(operator.agent)[ANALYSIS_ITEMS] == by_reference["analysis_items"]


def test_entries_are_shown_in_short(s3):
    """The diff names each entry in one line, and asks before it is added."""
    said = Operator(s3, new_agent()).connect("--dry-run").output.splitlines()
    assert (
        "  collected item caller_name: none -> The caller's own name, as they gave it. Empty ..."
        in said
    )
    assert "  test value caller_name: none -> friend" in said
    assert all(len(line) < 120 for line in said if "test value" in line)


def test_the_manual_says_the_same():
    """What the manual has people enter by hand is what the command enters."""
    text = MANUAL.read_text(encoding="utf-8")
    for name, item in ITEMS.items():
        kind = (
            f"{item['type']}, one of {', '.join(item['enum'])}" if "enum" in item else item["type"]
        )
        assert f"| `{name}` | {kind} | {item['description']} |" in text
    for name, value in EXAMPLES.items():
        assert re.search(rf"`{name}`[^.]*`{re.escape(value)}`", text)
    assert entries().keys() >= {f"{COLLECTED}.{name}" for name in ITEMS}
