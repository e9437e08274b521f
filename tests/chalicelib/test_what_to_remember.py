"""What a conversation leaves behind."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from chalicelib.payload import text
from chalicelib.what_to_remember import (
    FACTUAL,
    LONGEST_MEMORY,
    MOST_IN_BATCH,
    SEMANTIC,
    Exchange,
    Memory,
    plan,
)
from tests import invented
from tests.invented import conversation

GREETING = ("agent", "Hello! Could you please tell me your name?")


def texts(planned, kind=""):
    """Return the texts of the memories of one kind, or of all."""
    return [memory.text for memory in planned.memories if kind in ("", memory.kind)]


def test_the_first_call_leaves_facts_and_exchanges():
    """Of the whole documented call, the name, what was collected, the summary and the talk stay."""
    planned = plan(conversation())
    assert planned.memories == (
        Memory("Name is Sarah Whitfield", FACTUAL, "name", "Sarah Whitfield"),
        Memory("Contact preference: email", FACTUAL, "collected"),
        Memory(conversation().summary, FACTUAL, "summary"),
        Memory("Caller said: Hi, I'm Sarah. Sarah Whitfield.", SEMANTIC, "exchange"),
        Memory(
            "Caller said: Well, I grew up on a dairy farm outside Duluth with my two brothers, "
            "Tom and Peter.",
            SEMANTIC,
            "exchange",
        ),
        Memory(
            "Agent asked: What is your favorite memory from the farm?\n"
            "Caller said: Friday pizza nights. My mother made them in the wood oven. I still love "
            "pizza, thin crust, from Giuseppe's these days. Oh, and please send me any updates by "
            "email, not by phone.",
            SEMANTIC,
            "exchange",
        ),
    )


def test_mem0_extracts_from_the_exchanges():
    """What Mem0 is to extract facts from are the same exchanges, question and answer apart."""
    planned = plan(conversation())
    assert [exchange.asked for exchange in planned.exchanges] == [
        "",
        "",
        "What is your favorite memory from the farm?",
    ]
    assert planned.exchanges[0] == Exchange("", "Hi, I'm Sarah. Sarah Whitfield.", 1)


@pytest.mark.parametrize(
    "turns",
    [
        [("agent", "Hello?"), ("agent", "Are you there?")],
        [("agent", "Hello?"), ("user", " ")],
        [("agent", "Hello?"), ("user", None)],
    ],
)
def test_a_caller_who_never_spoke_leaves_nothing(turns):
    """When the caller said nothing and nothing was collected, no summary is remembered."""
    planned = plan(conversation(*turns, analysis={"transcript_summary": "Nobody spoke."}))
    assert (planned.memories, planned.exchanges) == ((), ())


def test_what_was_collected_counts_without_a_word():
    """What the agent collected is remembered though no words of the caller have survived."""
    analysis = {**invented.collected(caller_name="Sarah"), "transcript_summary": "Sarah called."}
    planned = plan(conversation(("agent", "Hello?"), analysis=analysis))
    assert texts(planned) == ["Name is Sarah", "Sarah called."]
    assert planned.exchanges == ()


@pytest.mark.parametrize(
    ("values", "remembered"),
    [
        ({"contact_preference": "email"}, ["Contact preference: email"]),
        ({"birthYear": 1952}, ["Birthyear: 1952"]),
        ({"wants-callback?": True}, ["Wants callback: yes"]),
        ({"__": "x"}, ["Collected: x"]),
        ({"caller_name": "Sarah Whitfield"}, []),
        ({"caller_name": "not given"}, ["Caller name: not given"]),
        ({"brother": "Tom", "brothers": 2}, ["Brother: Tom", "Brothers: 2"]),
    ],
)
def test_what_was_collected_is_a_fact(values, remembered):
    """Each collected item is a fact in words; the one that gives the name is the name's own."""
    planned = plan(conversation(("user", "Hm."), analysis=invented.collected(**values)))
    assert texts(planned, "collected") == remembered


@pytest.mark.parametrize(
    ("turns", "name"),
    [
        ([GREETING, ("user", "I'm Stefan.")], ["Name is Stefan"]),
        ([GREETING, ("user", "I'm tired.")], []),
    ],
)
def test_a_name_that_was_said_is_a_fact(turns, name):
    """The name the caller gives is a fact, also when nothing was collected."""
    planned = plan(conversation(*turns))
    assert texts(planned, "name") == name
    assert [one.name for one in planned.memories if one.name] == [
        fact.removeprefix("Name is ") for fact in name
    ]


def test_what_is_too_long_for_one_memory_is_cut():
    """A summary and a collected item longer than a memory may be are cut to that length."""
    analysis = {**invented.collected(story="x" * 5_000), "transcript_summary": "y" * 5_000}
    planned = plan(conversation(("user", "I sailed."), analysis=analysis))
    cut = ["Story: " + "x" * (LONGEST_MEMORY - 7), "y" * LONGEST_MEMORY, "Caller said: I sailed."]
    assert texts(planned) == cut


def test_what_was_said_twice_is_stored_once():
    """The same exchange said twice in one call is one memory."""
    planned = plan(conversation(("user", "I sailed."), ("agent", "Ah."), ("user", "I sailed.")))
    assert texts(planned) == ["Caller said: I sailed."]


@pytest.mark.parametrize(
    ("kind", "type_"),
    [
        ("name", "factual"),
        ("collected", "factual"),
        ("summary", "factual"),
        ("exchange", "semantic"),
    ],
)
def test_every_memory_says_where_it_is_from(kind, type_):
    """Each memory carries its type, the conversation, the agent and the call's times."""
    planned = plan(conversation())
    memory = next(memory for memory in planned.memories if memory.kind == kind)
    metadata = planned.metadata(memory)
    assert metadata.pop("name", None) == ("Sarah Whitfield" if kind == "name" else None)
    assert metadata == {
        "type": type_,
        "kind": kind,
        "conversation_id": "conv_4201examplecall000000000001",
        "agent_id": "agent_7301exampleagent00000000001",
        "call_started_at": "2026-11-01T09:00:00+00:00",
        "call_ended_at": "2026-11-01T09:00:55+00:00",
        "call_duration_secs": 55,
        "language": "en",
    }


def test_what_mem0_extracts_is_factual():
    """Facts that Mem0 extracts carry the same metadata, and a kind of their own."""
    planned = plan(conversation())
    summary = planned.memories[2]
    expected = {**planned.metadata(summary), "kind": "extracted"}
    assert planned.metadata(None) == expected


def test_a_batch_is_what_one_request_can_carry():
    """The name alone, then what was collected, the summary, and the exchanges by the fifty."""
    turns = [("user", f"Story {number}.") for number in range(MOST_IN_BATCH + 1)]
    spoken = [turn for user in turns for turn in (user, ("agent", "Ah."))]
    analysis = {**invented.collected(caller_name="Sarah", a="1", b="2"), "transcript_summary": "S."}
    planned = plan(conversation(*spoken, analysis=analysis))
    batches = list(planned.batches())
    assert [len(batch) for batch in batches] == [1, 2, 1, MOST_IN_BATCH, 1]
    assert [memory for batch in batches for memory in batch] == list(planned.memories)
    assert all(len({memory.kind for memory in batch}) == 1 for batch in batches)


SAID = st.text(st.sampled_from("ab .?!\n\u00a0\u200b"), max_size=12).map("We sailed {}".format)
TURNS = st.lists(st.tuples(st.sampled_from(["agent", "user"]), SAID), max_size=8)
VALUES = st.dictionaries(st.sampled_from(["caller_name", "a", "b"]), invented.ANY_JSON)
LONG = st.integers(1, 3).map(lambda start: "x" * start + " ab" * LONGEST_MEMORY)


@st.composite
def conversations(draw):
    """Draw a conversation of anything."""
    summary = draw(SAID | LONG | invented.ANY_TEXT)
    values = draw(VALUES | LONG.map(lambda value: {"story": value}))
    analysis = {**invented.collected(**values), "transcript_summary": summary}
    return conversation(("user", draw(SAID | LONG)), *draw(TURNS), analysis=analysis)


@settings(deadline=None)
@given(conversations())
def test_a_plan_is_always_the_same(talk):
    """The same conversation gives the same plan, in the same order, however often."""
    assert plan(talk) == plan(talk)


@settings(deadline=None)
@given(conversations(), st.data())
def test_nothing_known_is_written_again(talk, data):
    """What comes back from Mem0 as known is left out of the batches, and nothing else is."""
    planned = plan(talk)
    done = data.draw(st.sets(st.sampled_from(planned.memories))) if planned.memories else set()
    known = [(memory.kind, text({"memory": memory.text}, "memory")) for memory in done]
    batches = planned.batches(known)
    assert [memory for batch in batches for memory in batch] == [
        memory for memory in planned.memories if memory not in done
    ]
