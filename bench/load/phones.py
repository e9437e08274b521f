"""The phones: so many at once, on each of them one call after the other until the time is up."""

import json
import random
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from itertools import count
from typing import Any, NamedTuple

import httpx

from bench.load.answers import CLIENT_DATA, OK, POST_CALL, RETRIEVE, Answer
from bench.load.callers import Caller, strangers_in
from bench.load.calls import SEARCHES, Call, call, payload
from bench.progress import Advance
from chalicelib.names import spoken_name
from lab.elevenlabs import ElevenLabs


@dataclass(frozen=True)
class Ringing:
    """Who may call, and for how long.

    Attributes:
        people: the callers; each call is of one of them, by chance.
        seed: decides who calls, what they tell and how long they talk.
        secs: no call begins later than this.
        pause_secs: how long they talk from one request to the next, on average.
        like: a payload of ElevenLabs', whose shape those of the calls take.

    """

    people: Sequence[Caller]
    seed: int
    secs: int
    pause_secs: float
    like: bytes


@dataclass(frozen=True)
class Made:
    """A call that was made, with all answers that it got.

    ``payload`` is what was sent after it, ``b""`` if it never began; ``is_acknowledged`` when that
    was answered with 200.
    """

    call: Call
    answers: tuple[Answer, ...]
    payload: bytes
    is_acknowledged: bool


def ring(ringing: Ringing, lines: Sequence[ElevenLabs], advance: Advance) -> list[Made]:
    """Make calls on all ``lines`` at once, and return them when the last has ended.

    ``advance`` is called each second as long as calls may begin.
    """
    towns, begun = frozenset(one.town for one in ringing.people), time.perf_counter()
    hung_up = threading.Event()
    phones = [
        _Phone(ringing, number, line, towns, begun, hung_up) for number, line in enumerate(lines)
    ]
    with ThreadPoolExecutor(len(lines)) as threads:
        busy = [threads.submit(phone.use) for phone in phones]
        try:
            _wait(ringing.secs, begun, advance)
        except KeyboardInterrupt:
            hung_up.set()
            raise
    return [made for phone in busy for made in phone.result()]


def _wait(secs: int, begun: float, advance: Advance) -> None:
    for second in range(secs):
        time.sleep(max(0.0, begun + second + 1 - time.perf_counter()))
        advance()


class _Heard(NamedTuple):
    answer: Answer
    told: dict[str, Any]  # the answer's JSON


@dataclass(frozen=True)
class _Phone:
    """One telephone.

    ``line`` carries its requests, ``begun`` is when the run began, and after ``hung_up`` it makes
    no further call and nobody talks any more.
    """

    ringing: Ringing
    number: int
    line: ElevenLabs
    towns: frozenset[str]
    begun: float  # of time.perf_counter
    hung_up: threading.Event

    def use(self) -> list[Made]:
        """Make one call after the other until the time is up, the first at any moment of one."""
        ringing = self.ringing
        longest = ringing.pause_secs * (SEARCHES + 1)
        self.hung_up.wait(random.Random(f"{ringing.seed} {self.number}").uniform(0, longest))
        return [self._make(one) for one in self._calls()]

    def _calls(self) -> Iterator[Call]:
        for number in count():
            is_over = time.perf_counter() >= self.begun + self.ringing.secs
            if is_over or self.hung_up.is_set():
                return
            yield call(self.ringing.people, self.ringing.seed, self.number, number)

    def _make(self, one: Call) -> Made:
        started_at, pauses = int(time.time()), self._pauses(one)
        first = self._ask(one, CLIENT_DATA, self.line.before_call, one.caller.number)
        if first.answer.status != OK:  # then ElevenLabs lets the call not begin
            return Made(one, (first.answer,), b"", is_acknowledged=False)
        searched = [self._search(one, told.search, next(pauses)) for told in one.told]
        self.hung_up.wait(next(pauses))
        found = [json.dumps(heard.told) for heard in searched]
        variables = first.told.get("dynamic_variables", {})
        raw = payload(one, self.ringing.like, variables, found, started_at)
        times = 1 + one.is_sent_twice
        posted = [self._ask(one, POST_CALL, self.line.after_call, raw) for _ in range(times)]
        answers = tuple(heard.answer for heard in (first, *searched, *posted))
        is_acknowledged = any(heard.answer.status == OK for heard in posted)
        return Made(one, answers, raw, is_acknowledged)

    def _search(self, one: Call, query: str, pause_secs: float) -> _Heard:
        self.hung_up.wait(pause_secs)
        return self._ask(one, RETRIEVE, self.line.search, one.caller.number, query)

    def _ask(
        self, one: Call, door: str, send: Callable[..., httpx.Response], *arguments: Any
    ) -> _Heard:
        sent = time.perf_counter()
        status, error, told = _sent(send, *arguments)
        ms = (time.perf_counter() - sent) * 1_000
        strangers = strangers_in(told, one.caller, self.towns) | _other_name(told, one.caller)
        apology = "message" in told
        return _Heard(Answer(door, sent - self.begun, ms, status, error, apology, strangers), told)

    def _pauses(self, one: Call) -> Iterator[float]:
        """Yield how long they talk until the next request, in seconds: half to one and a half."""
        chance = random.Random(one.conversation_id)
        while True:
            yield self.ringing.pause_secs * chance.uniform(0.5, 1.5)


def _sent(send: Callable[..., httpx.Response], *arguments: Any) -> tuple[int, str, dict[str, Any]]:
    """Return status, error and JSON object of the answer; a status of 0 when there is none."""
    try:
        answer = send(*arguments)
        return answer.status_code, "", dict(answer.json()) if answer.status_code == OK else {}
    except (httpx.HTTPError, ValueError) as error:
        return 0, type(error).__name__, {}


def _other_name(told: dict[str, Any], caller: Caller) -> frozenset[str]:
    """Return the name by which ``caller`` is greeted if it is not theirs."""
    greeted = told.get("dynamic_variables", {}).get("caller_name", "")
    return frozenset({greeted} - {"", spoken_name(caller.name)})
