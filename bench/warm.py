"""Warm requests: what /client-data and /retrieve take beyond one bare request to the same Mem0."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from bench import api_gateway
from bench.bare import bare
from bench.caller import NAME, QUESTION, name_in
from bench.in_process import App, interleaved
from bench.line import Line
from bench.progress import Advance
from bench.sample import NotMeasuredError, Sample
from bench.stand import Mem0

TARGET_P50_MS, TARGET_P99_MS = 1.5, 4.0
UNTIMED_ROUNDS = 20  # build clients and connections
CLIENT_DATA, RETRIEVE = "/client-data", "/retrieve"
BARE_LIST, BARE_LISTS, BARE_SEARCH = "bare list", "two bare lists at once", "bare search"
COMPARED = (
    (CLIENT_DATA, BARE_LIST, True),
    (CLIENT_DATA, BARE_LISTS, False),
    (RETRIEVE, BARE_SEARCH, True),
)


@dataclass(frozen=True)
class Warm:
    """Times (ms) by what was done, with a Mem0 that answers after ``mem0_ms``."""

    mem0_ms: int
    times: Mapping[str, Sample]


def measure(
    app: App, mem0: Mem0, caller_id: str, *, mem0_ms: int, rounds: int, advance: Advance
) -> Warm:
    """Ask the app and Mem0 itself in turn, in this process, over connections that stay open."""
    mem0.answer_after(mem0_ms / 1_000)
    event, question = api_gateway.client_data(caller_id), api_gateway.retrieve(caller_id, QUESTION)
    with bare(mem0) as asking:
        actions: dict[str, Callable[[], object]] = {
            CLIENT_DATA: lambda: app.answer(event),
            BARE_LIST: lambda: asking.facts(caller_id),
            BARE_LISTS: lambda: asking.both(caller_id),
            RETRIEVE: lambda: app.answer(question),
            BARE_SEARCH: lambda: asking.search(caller_id, QUESTION),
        }
        interleaved(actions, UNTIMED_ROUNDS, lambda: None)
        _expect_memories(app, event, question)
        times = interleaved(actions, rounds, advance)
    mem0.answer_after(0)
    return Warm(mem0_ms, times)


def lines(measured: Warm) -> list[Line]:
    """Return the promises about the app's own share of the time."""
    return [_line(measured, *compared) for compared in COMPARED]


def _line(measured: Warm, path: str, baseline: str, is_promised: bool) -> Line:
    ours, theirs = measured.times[path], measured.times[baseline]
    p50, p99 = ours.p50 - theirs.p50, ours.p99 - theirs.p99
    speed = f"Mem0 answering in {measured.mem0_ms} ms" if measured.mem0_ms else "Mem0 at once"
    is_met = p50 <= TARGET_P50_MS and p99 <= TARGET_P99_MS
    return Line(
        f"warm {path} over a {baseline}, {speed}".replace("a two", "two"),
        f"at most +{TARGET_P50_MS} ms, +{TARGET_P99_MS:.0f} ms" if is_promised else "–",
        f"{p50:+.2f} ms at p50, {p99:+.2f} ms at p99",
        is_met if is_promised else None,
        HOW if is_promised else HOW_BOTH,
        ours,
        baseline,
        theirs,
    )


HOW = (
    "The handler is called in this process, in turn with the same list or search asked with a "
    "kept-alive httpx.Client and nothing else, of the same Mem0 in another process; the overhead "
    "is the difference of the percentiles."
)
HOW_BOTH = (
    "As above, beside two bare requests on two threads: /client-data asks for facts and highlights "
    "at once, and the lab's Mem0, one process, works on one after the other."
)


def _expect_memories(app: App, event: dict[str, object], question: dict[str, object]) -> None:
    if name_in(app.answer(event)) != NAME or not app.answer(question)["memories"]:
        raise NotMeasuredError("the warm app did not know the caller")
