"""The command ``show``: what is remembered of a caller, with where it came from."""

import json

from click.testing import CliRunner

from lab.faults import Fault
from ops import __main__ as contents
from ops.mem0_refusal import mem0_error
from tests.conftest import SARAH, STEFAN
from tests.ops.callers import FIRST, SENTENCE, STEFANS


def test_each_memory_tells_its_conversation(called):
    """Every memory of Mem0's is shown, with its conversation, type and date."""
    told = called.told("show", SARAH)
    stored = called.stores.memories.all_of(SARAH)
    in_mem0 = [one for one in told["memories"] if "Mem0" in one["kept_in"]]
    assert sorted(one["text"] for one in in_mem0) == sorted(one["memory"] for one in stored)
    assert {one["conversation_id"] for one in told["memories"]} == {FIRST}
    assert any(SENTENCE in one["text"] and one["type"] == "semantic" for one in told["memories"])
    assert {one["date"] for one in told["memories"]} == {"2026-11-01"}


def test_the_table_is_for_people(called):
    """Without --json a table shows text and conversation, and a line counts both."""
    result = called.ops("show", STEFAN)
    assert result.exit_code == 0
    assert STEFANS in result.stdout
    assert "memories from 1 conversation\n" in result.stdout


def test_what_only_the_card_knows_is_shown(called):
    """A fact that Mem0 has lost and the card still tells in a greeting is shown as the card's."""
    called.stores.memories.delete(SARAH)
    told = called.told("show", SARAH)
    assert {one["kept_in"] for one in told["memories"]} == {"card"}
    assert told["calls_on_card"] == 1


def test_the_newest_are_enough(called):
    """--limit shows so many, and still tells how many there are."""
    whole, told = called.told("show", SARAH), called.told("show", SARAH, "--limit", "2")
    assert told["memories"] == whole["memories"][:2]
    assert told["memory_count"] == whole["memory_count"] > 2


def test_nobody_is_known_by_another_number(called):
    """Of a number that never called nothing is shown."""
    assert called.ops("show", "+16515550199").stdout == "Nothing is remembered of this caller.\n"


def test_a_memory_commands_no_terminal(called, tell_mem0):
    """Signs that a terminal would obey are not printed."""
    tell_mem0(SARAH, "likes \x1b[31mred\x07 [bold]things[/bold]")
    shown = called.ops("show", SARAH).stdout
    assert "\x1b" not in shown
    assert "\x07" not in shown
    assert "[bold]" in shown


def test_the_command_line_works_on_the_lab(called, mem0):
    """With --stage local the stores are those of the environment, and what fails is a sentence."""
    asked = ["show", SARAH, "--stage", "local", "--json"]
    said = CliRunner().invoke(contents.ops, asked)
    assert json.loads(said.stdout) == called.told("show", SARAH)
    mem0.faults.add(Fault(operation="list", status=503))
    said = CliRunner().invoke(contents.ops, asked)
    assert said.output == f"Error: {mem0_error('http_503').message}\n"


def test_a_setting_that_is_missing_is_named(called, monkeypatch):
    """Without a key the command says which, and where to set it."""
    monkeypatch.delenv("MEM0_API_KEY")
    said = CliRunner().invoke(contents.ops, ["show", SARAH, "--stage", "local"])
    assert said.exit_code == 1
    assert "MEM0_API_KEY is not set" in said.output
    assert "in the environment" in said.output
