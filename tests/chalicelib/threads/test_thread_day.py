"""On which day a thread is over."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chalicelib.threads.thread_day import last_day

MONDAY = date(2026, 3, 2)


@pytest.mark.parametrize(
    ("thread", "day"),
    [
        ("Tuesday at ten.", date(2026, 3, 3)),
        ("Monday's fine.", date(2026, 3, 9)),
        ("Next Friday, if he's there.", date(2026, 3, 13)),
        ("tomorrow nine to twelve", date(2026, 3, 3)),
        ("I'll email it over tonight.", MONDAY),
        ("Tuesday the seventeenth at ten.", date(2026, 3, 17)),
        ("Tuesday the twelfth is fine.", date(2026, 5, 12)),
        ("El martes catorce, pues.", date(2026, 4, 14)),
        ("The first, at noon.", date(2026, 4, 1)),
        ("The thirty-first, please.", date(2026, 3, 31)),
        ("the 24th", date(2026, 3, 24)),
        ("They come on May the fifth.", date(2026, 5, 5)),
        ("January second is fine.", date(2027, 1, 2)),
        ("The twenty-first of May.", date(2026, 5, 21)),
        ("We're having the roof done in May.", date(2026, 5, 31)),
        ("Some day this weekend.", date(2026, 3, 8)),
        ("Friday. Make it the twelfth.", date(2026, 3, 12)),
        ("El martes a las diez.", date(2026, 3, 3)),
        ("lunes dieciséis a las nueve", date(2026, 3, 16)),
        ("El nueve de junio, en Ponce.", date(2026, 6, 9)),
        ("Póngame el dieciocho.", date(2026, 3, 18)),
        ("Mañana a la una.", date(2026, 3, 3)),
        ("En abril empezamos.", date(2026, 4, 30)),
        ("El primero de mayo.", date(2026, 5, 1)),
        ("Four fifteen.", date(2026, 3, 9)),
        ("A las cinco y media.", date(2026, 3, 9)),
        ("Next time I'll tell you about the mill.", None),
        ("Could you send me the form?", None),
        ("La próxima le platico del molino.", None),
        ("February thirtieth, ha!", None),
    ],
)
def test_the_day_is_the_last_that_a_thread_names(thread, day):
    """Days are reckoned from the call in which they were named, the latest of several counts."""
    assert last_day(thread, MONDAY) == day


@given(st.text() | st.text(st.sampled_from("the 31st of May, Monday 30 de febrero ")), st.dates())
def test_no_words_break_it(thread, said_on):
    """Whatever a thread says, its day is none or not before the call."""
    day = last_day(thread, said_on)
    assert day is None or day >= said_on
