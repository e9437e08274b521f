"""Whole calls in which an agent recites, guesses, offers and sums up, and what is kept of them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chalicelib.only_agent import only_agent
from chalicelib.prices import without_prices
from chalicelib.summary import without_agents_part
from chalicelib.what_to_remember import plan
from tests import table
from tests.chalicelib.test_agents_words import AFTER, BEFORE, ROLES, pieces
from tests.invented import conversation, told, transcript

GO, STAY = table.read_talks("recited_calls_go"), table.read_talks("recited_calls_stay")


def remembered(talk, before=(), after=()):
    """Return the texts that the call of ``talk`` leaves, with talk around it or alone."""
    turns = [(ROLES[who], words) for who, words in talk if who in ROLES]
    if turns[0][0] == "user":
        turns = [("agent", "Hello, how can I help you?"), *turns]
    spoken = transcript(*before, *turns, *after)
    read = [{"tool_name": "look", "result_value": words} for who, words in talk if who == "tool"]
    spoken[0]["tool_results"] = read
    context = "\n".join(words for who, words in talk if who == "memory")
    data = told(memory_context=context) if context else None
    call = conversation(
        transcript=spoken, analysis=analysed(talk), conversation_initiation_client_data=data
    )
    return [memory.text.casefold() for memory in plan(call).memories]


def analysed(talk):
    """Return the analysis of a ``talk``, in which "collected ITEM:" and "summary:" stand."""
    items = {who.split()[1]: words for who, words in talk if who.startswith("collected ")}
    results = {item: {"data_collection_id": item, "value": items[item]} for item in items}
    summary = "".join(words for who, words in talk if who == "summary")
    return {"data_collection_results": results, "transcript_summary": summary}


def _id(talk):
    return next(words for who, words in talk if who == "agent")[:60]


@pytest.mark.parametrize("talk", GO, ids=_id)
def test_what_only_the_agent_said_is_in_no_memory(talk):
    """What the agent alone said is in no memory, be it a whole call or the middle of one."""
    texts = [*remembered(talk), *remembered(talk, BEFORE, AFTER)]
    assert not [piece for piece in pieces(talk, "-") for text in texts if piece in text], texts


@pytest.mark.parametrize("talk", [*GO, *STAY], ids=_id)
def test_what_the_caller_said_or_took_up_is_kept(talk):
    """What the caller said, and what they said yes to, is kept."""
    texts = remembered(talk, BEFORE, AFTER)
    held = [piece for piece in pieces(talk, "+") if any(piece in text for text in texts)]
    assert held == pieces(talk, "+"), texts


@given(st.text(alphabet="a ,.;$9The agent told he may and y", max_size=120))
def test_any_summary_is_only_shortened(summary):
    """No summary makes it fail, and none becomes longer by more than a repeated subject."""
    nobody = only_agent(conversation())
    assert len(without_agents_part(summary, nobody)) <= 2 * len(summary) + 1


@pytest.mark.parametrize(
    ("words", "kept"),
    [
        ("Tuesday at ten for ninety-five dollars an hour", "Tuesday at ten"),
        ("El lunes a las dos por ochenta pesos.", "El lunes a las dos."),
        ("A check is coming on Friday for three hundred eighteen.", "A check is coming on Friday."),
        (
            "A room for two hundred people on May ninth",
            "A room for two hundred people on May ninth",
        ),
        ("It is $19.50 each, Monday.", "It is, Monday."),
        ("At nine thirty, for six.", "At nine thirty, for six."),
    ],
)
def test_amounts_of_money_go_and_hours_stay(words, kept):
    """An amount of money goes with what leads to it; hours and people stay."""
    assert without_prices(words) == kept
