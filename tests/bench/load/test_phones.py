"""The phones: what is asked in a call, in which order, and what is noted of the answers."""

import json
from dataclasses import dataclass, field

import httpx
import pytest

from bench.load.answers import CLIENT_DATA, POST_CALL, RETRIEVE
from bench.load.callers import callers
from bench.load.phones import Ringing, ring
from chalicelib.payload import read_payload
from tests.invented import FIRST_CALL

PEOPLE = callers(4)
ONE_CALL = (CLIENT_DATA, *[RETRIEVE] * 3, POST_CALL)


@dataclass
class Line:
    """A line at whose other end everything is answered at once, as ``instead`` says or well."""

    instead: dict[str, httpx.Response | Exception] = field(default_factory=dict)
    heard: list[tuple[str, str]] = field(default_factory=list)

    def before_call(self, caller_id: str) -> httpx.Response:
        return self._answer(CLIENT_DATA, caller_id, {"dynamic_variables": {"caller_name": ""}})

    def search(self, caller_id: str, query: str) -> httpx.Response:
        assert query.endswith("?")
        return self._answer(RETRIEVE, caller_id, {"memories": []})

    def after_call(self, raw: bytes) -> httpx.Response:
        return self._answer(POST_CALL, read_payload(raw).data["user_id"], {"status": "ok"})

    def _answer(self, door: str, caller_id: str, told: dict[str, object]) -> httpx.Response:
        self.heard.append((door, caller_id))
        answer = self.instead.get(door, httpx.Response(200, json=told))
        if isinstance(answer, Exception):
            raise answer
        return answer


def _ring(*lines: Line, pause_secs: float = 0.05, advance=lambda: None):
    ringing = Ringing(PEOPLE, 1, secs=1, pause_secs=pause_secs, like=FIRST_CALL.read_bytes())
    return ring(ringing, lines, advance)


def test_a_call_is_a_greeting_three_searches_and_the_payload():
    """Each phone makes call after call: the doors in order, for one caller, all acknowledged."""
    lines = Line(), Line()
    made = _ring(*lines)
    assert {tuple(answer.door for answer in one.answers)[:5] for one in made} == {ONE_CALL}
    assert all(one.is_acknowledged and one.payload for one in made)
    for one in made:
        times = 2 if one.call.is_sent_twice else 1
        assert [answer.door for answer in one.answers].count(POST_CALL) == times
    heard = [caller_id for line in lines for _, caller_id in line.heard]
    assert len(heard) == sum(len(one.answers) for one in made)
    assert set(heard) <= {one.number for one in PEOPLE}


def test_the_second_is_told_as_it_passes():
    """The bar advances once a second, as long as calls may begin."""
    ticks: list[int] = []
    _ring(Line(), advance=lambda: ticks.append(1))
    assert len(ticks) == 1


def test_a_call_that_is_not_answered_does_not_begin():
    """When the greeting is not answered there is no conversation, and no payload."""
    line = Line({CLIENT_DATA: httpx.ReadTimeout("too slow")})
    made = _ring(line)
    assert {door for door, _ in line.heard} == {CLIENT_DATA}
    assert not any(one.is_acknowledged or one.payload for one in made)
    answers = {(answer.status, answer.error) for one in made for answer in one.answers}
    assert answers == {(0, "ReadTimeout")}


@pytest.mark.parametrize("answer", [httpx.Response(503, json={}), httpx.ReadError("gone")])
def test_a_payload_that_is_refused_is_not_acknowledged(answer):
    """Only 200 acknowledges a payload; what was sent is noted all the same."""
    made = _ring(Line({POST_CALL: answer}))
    assert made
    assert not any(one.is_acknowledged for one in made)
    assert all(json.loads(one.payload) for one in made)


def test_what_is_no_json_is_no_answer():
    """An answer of 200 without a JSON object counts as none."""
    made = _ring(Line({RETRIEVE: httpx.Response(200, text="<html>")}))
    searched = [answer for one in made for answer in one.answers if answer.door == RETRIEVE]
    assert {(answer.status, answer.error) for answer in searched} == {(0, "JSONDecodeError")}


@pytest.mark.parametrize(
    ("door", "told"),
    [
        (CLIENT_DATA, {"dynamic_variables": {"caller_name": "Xerxes"}}),
        (RETRIEVE, {"memories": [{"memory": f"Grew up in {PEOPLE[0].town} or {PEOPLE[1].town}"}]}),
    ],
)
def test_what_is_somebody_elses_is_noted(door, told):
    """Another's name in a greeting, and another's town in any answer, is noted with the answer."""
    made = _ring(Line({door: httpx.Response(200, json=told)}))
    for one in made:
        noted = {answer.door: answer.strangers for answer in one.answers}
        assert noted.pop(door)
        assert not any(noted.values())


def test_an_apology_is_noted():
    """A search that Mem0 did not answer is told by its message."""
    apology = httpx.Response(200, json={"memories": [], "message": "Not now, please."})
    made = _ring(Line({RETRIEVE: apology}))
    noted = {(answer.door, answer.has_apology) for one in made for answer in one.answers}
    assert noted == {(CLIENT_DATA, False), (RETRIEVE, True), (POST_CALL, False)}


def test_an_interrupted_run_hangs_up():
    """Ctrl-C ends the talking at once, however long people would have talked."""

    def interrupt() -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        _ring(Line(), Line(), pause_secs=600.0, advance=interrupt)
