"""Secrets told as calls really go: in pieces, late, corrected, read back, summed up."""

import pytest

from chalicelib.redaction.redacted_conversation import redact_conversation
from chalicelib.what_to_remember import plan
from tests import invented, table

TABLES = ("secret_calls", "secret_calls_too", "secret_calls_by_strangers")
CALLS = [call for each in TABLES for call in table.read_calls(each)]


def name_of(call):
    """Return what a call of the table is called."""
    return call[0][1]


def talk_of(call):
    """Return the conversation of a call of the table."""
    sides = {"A": "agent", "C": "user"}
    collected = dict(told.split("=", 1) for sign, told in call if sign == "D")
    analysis = {
        **invented.collected(**collected),
        "transcript_summary": " ".join(told for sign, told in call if sign == "S"),
    }
    turns = [(sides[sign], told) for sign, told in call if sign in sides]
    return invented.conversation(*turns, analysis=analysis)


def pieces(call, sign):
    """Return the pieces of a call that go ("-") or stay ("+")."""
    return [piece.strip() for at, told in call if at == sign for piece in told.split("|")]


@pytest.mark.parametrize("call", CALLS, ids=name_of)
def test_no_memory_of_a_call_gives_a_secret_away(call):
    """No piece of what opens, pays or identifies is in any memory of the call."""
    kept = "\n".join(memory.text for memory in plan(talk_of(call)).memories)
    assert [piece for piece in pieces(call, "-") if piece in kept] == []


@pytest.mark.parametrize("call", CALLS, ids=name_of)
def test_what_is_no_secret_stays_in_the_turns(call):
    """Houses, days, times, prices, sizes and telephone numbers stay as they were said."""
    left = "\n".join(turn.words for turn in redact_conversation(talk_of(call)).turns)
    assert [piece for piece in pieces(call, "+") if piece not in left] == []
