"""What a call settles because of the day it is made on, and because somebody can't come."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chalicelib.threads.open_threads import shown
from chalicelib.threads.settled_by_call import settled_by
from chalicelib.threads.thread_key import THREADS_TITLE
from tests import invented
from tests.invented import conversation

SECOND, SIXTH = 1_772_442_000, 1_772_787_600  # unix seconds, on a Monday and a Friday of March 2026
ENOUGH = "Good morning, it's me again, I have a question about my bill."
VISIT = "I need someone to look at the boiler. Wednesday at ten."
LATER_VISIT = "Tuesday the seventeenth at ten."
STORY = "On Wednesday I'll tell you about the ferry."


def call(*said, threads, at=SIXTH):
    """Return a call of what is ``said``; its agent was shown ``threads`` of the second."""
    lines = "\n".join(f"- (2026-03-02) {thread}" for thread in threads)
    variables = invented.told(memory_context=f"{THREADS_TITLE}\n{lines}\n\nEnd")
    metadata = {"start_time_unix_secs": at, "call_duration_secs": 60}
    return conversation(*said, metadata=metadata, conversation_initiation_client_data=variables)


@pytest.mark.parametrize("thread", [VISIT, "Agreed: ¿El martes? Caller said: Sí.", "Four fifteen."])
def test_an_appointment_is_settled_by_a_call_after_its_day(thread):
    """Whatever is said in it: the agent was shown the appointment, and could ask about it."""
    at = SIXTH + 7 * 86_400
    assert list(settled_by(call(("user", ENOUGH), threads=[thread], at=at))) == [thread]


@pytest.mark.parametrize(
    ("thread", "said", "at"),
    [
        (VISIT, ENOUGH, SECOND),
        (VISIT, "Hello? Hello?", SIXTH),
        (LATER_VISIT, ENOUGH, SIXTH),
        (STORY, ENOUGH, SIXTH),
        ("I'll send you the deed by Wednesday.", ENOUGH, SIXTH),
        ("By Wednesday, please. Agent promised: I'll ask the landlord.", ENOUGH, SIXTH),
        ("Could you look for the plans of the barn?", ENOUGH, SIXTH),
    ],
)
def test_what_is_not_over_stays_open(thread, said, at):
    """What is to come, a story, what has no day, and any of it where nobody spoke, stays open."""
    assert list(settled_by(call(("user", said), threads=[thread], at=at))) == []


@pytest.mark.parametrize(
    "said",
    [
        "I won't be able to come on the seventeenth, my sister is ill.",
        "We have to push it. Could we do Thursday the nineteenth instead?",
        "El diecisiete no voy a poder, señorita.",
    ],
)
def test_who_cannot_come_settles_the_appointment(said):
    """What is cancelled by its day, or moved to a time that is agreed, is no longer open."""
    talk = call(("user", said), ("agent", "Of course. Noted."), threads=[LATER_VISIT])
    assert list(settled_by(talk)) == [LATER_VISIT]


def test_who_cannot_come_on_another_day_settles_nothing():
    """A refusal that names another day is of another thing."""
    talk = call(("user", "I can't come on the twentieth, to the bake sale."), threads=[LATER_VISIT])
    assert list(settled_by(talk)) == []


@given(st.lists(st.text(), max_size=3), st.text())
def test_no_words_break_it(threads, said):
    """Whatever was shown and said, what is settled was shown."""
    talk = call(("user", said), threads=threads)
    assert set(settled_by(talk)) <= set(shown(talk))
