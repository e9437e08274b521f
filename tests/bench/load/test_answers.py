"""What of the answers breaks a promise."""

import pytest

from bench.load.answers import CLIENT_DATA, POST_CALL, RETRIEVE, Answer, doors, promises

KEPT = (
    Answer(CLIENT_DATA, 0.0, 1_550.0, 200),
    Answer(RETRIEVE, 0.5, 5_010.0, 200, has_apology=True),
    Answer(POST_CALL, 1.0, 9_000.0, 200),
)


def _broken(*answers: Answer) -> dict[str, int]:
    return {one.what: one.broken for one in promises(doors(answers), 1_500) if one.broken}


def test_late_searches_and_apologies_break_nothing():
    """A greeting at the last moment, a late search without memories, a slow post-call will do."""
    assert _broken(*KEPT) == {}
    assert [one.count for one in promises(doors(KEPT), 1_500)] == [1, 1, 1, 1, 3]


@pytest.mark.parametrize(
    ("answer", "broken"),
    [
        (Answer(CLIENT_DATA, 0, 1_550.1, 200), "/client-data answers within 1,500 + 50 ms"),
        (Answer(CLIENT_DATA, 0, 9.0, 0, "ConnectError"), "/client-data answers 200"),
        (Answer(RETRIEVE, 0, 9.0, 500), "/retrieve answers 200"),
        (Answer(RETRIEVE, 0, 9.0, 0, "ReadTimeout"), "/retrieve answers 200"),
        (Answer(POST_CALL, 0, 9.0, 503), "/post-call answers 200"),
        (
            Answer(RETRIEVE, 0, 9.0, 200, strangers=frozenset({"Alderford"})),
            "nobody is told what somebody else said",
        ),
    ],
)
def test_what_breaks_a_promise_is_counted(answer, broken):
    """One answer that is late, missing, refused or another's breaks its own promise, once."""
    assert _broken(*KEPT, answer) == {broken: 1}


def test_answers_are_told_by_door():
    """Each door has its own times and outcomes; one that nobody asked is left out."""
    failed = Answer(CLIENT_DATA, 2, 5.0, 0, "ReadTimeout")
    client_data, post_call = doors([KEPT[0], failed, KEPT[2]])
    assert (client_data.path, post_call.path) == (CLIENT_DATA, POST_CALL)
    assert client_data.times.values == (1_550.0, 5.0)
    assert client_data.outcomes == {"200": 1, "ReadTimeout": 1}
