"""Open threads in what is remembered: shown until settled, and on the caller card."""

from dataclasses import replace

from chalicelib.caller_card import MOST_MEMORIES, Card, read_card
from chalicelib.client_data import context_block
from chalicelib.recollection import Recollection
from chalicelib.threads.thread_key import THREADS_TITLE, thread_key
from chalicelib.what_to_remember import plan
from tests import invented
from tests.invented import LATER, conversation, memory, recollection

FERRY = memory("Next time I'll tell you about the ferry.", 3, kind="thread")
BEES = memory("User keeps bees", 4)


def test_open_threads_stand_before_what_is_known():
    """The context tells what is open before the known facts, and not again among them."""
    context = context_block("+12185550143", recollection(BEES, FERRY), LATER)
    assert context.index(THREADS_TITLE) < context.index("Known facts") < context.index("bees")
    assert context.count("ferry") == 1


def test_a_settled_thread_is_not_shown():
    """A thread that a later call has settled is not open; one that is left open anew is."""
    settling = replace(BEES, settles=(thread_key(FERRY.text),))
    assert recollection(BEES, FERRY).open_threads == (FERRY,)
    assert recollection(settling, FERRY).open_threads == ()
    again = replace(FERRY, created_at=memory("", 5).created_at)
    assert recollection(again, settling).open_threads == (again,)


def test_a_thread_settled_in_what_was_said_is_settled():
    """What settles a thread may be known from a highlight alone."""
    said = memory("Caller said: The ferry.", 4, type="semantic", settles=(thread_key(FERRY.text),))
    assert recollection(FERRY, highlights=(said,)).open_threads == ()


def test_an_old_thread_is_not_brought_up():
    """A thread that has been open for half a year is not shown any more."""
    half_a_year = 190 * 86_400
    assert THREADS_TITLE not in context_block(
        "+12185550143", recollection(FERRY), LATER + half_a_year
    )


def _call(number, *said):
    return conversation(
        *[("user", one) for one in said],
        conversation_id=f"conv_{number}",
        metadata={"start_time_unix_secs": invented.STARTED_AT + number * 86_400},
    )


def test_names_and_threads_outlive_many_calls_on_the_card():
    """On a full card names of all people, and what is open, stay, however old they are."""
    card = Card()
    first = [
        _call(0, "My name is Anna Berg.", "Next time I'll tell you about the ferry."),
        _call(1, "My name is Paul Lund.", "I kept bees for nine years."),
    ]
    many = [
        conversation(
            ("user", f"In the year {number} we built barn number {number} by the lake."),
            conversation_id=f"conv_more_{number}",
            analysis=invented.collected(
                **{f"item_{item}": f"v {number} {item}" for item in "abcdef"}
            ),
            metadata={"start_time_unix_secs": invented.STARTED_AT + number * 86_400},
        )
        for number in range(2, 14)
    ]
    for talk in (*first, *many):
        card = card.with_call(plan(talk), LATER)
    known = read_card(card.to_json()).recollection
    assert len(card.facts) == MOST_MEMORIES
    assert [one.full for one in known.people] == ["Anna Berg", "Paul Lund"]
    assert [one.text for one in known.open_threads] == ["Next time I'll tell you about the ferry."]


def test_what_mem0_has_not_told_comes_from_the_card():
    """When older facts were not read, the card adds who else calls and what is open, no more."""
    anna = memory("Name is Anna", 1, kind="name", name="Anna")
    paul = memory("Name is Paul", 2, kind="name", name="Paul")
    card = recollection(paul, FERRY, memory("Old fact", 1), anna)
    told = replace(recollection(BEES, paul), fact_count=90)
    known = told.completed(Recollection(), card)
    assert [one.full for one in known.people] == ["Anna", "Paul"]
    assert known.open_threads == (FERRY,)
    assert "Old fact" not in [one.text for one in known.facts]
