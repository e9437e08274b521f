"""Many memories: /client-data of callers who have told much, beside one who has told little."""

from collections.abc import Callable, Mapping
from functools import partial
from itertools import islice

from bench import api_gateway
from bench.bare import bare
from bench.caller import NAME, name_in
from bench.in_process import App, interleaved
from bench.line import Line
from bench.progress import Advance
from bench.sample import NotMeasuredError, Sample, largest_deviation
from bench.stand import Mem0
from bench.told import NAMED, UNTIL, Told, tell, telling, write_card
from chalicelib.memory_types import FACTUAL
from lab.mem0.store import Store

CALLERS = {10: "+16125550110", 1_000: "+16125550111", 100_000: "+16125550112"}
FILLED_AT_ONCE = 1_000
FILLS = sum(CALLERS) // FILLED_AT_ONCE + len(CALLERS)
TARGET = 0.20
UNTIMED_ROUNDS = 5
OURS, BARE = "/client-data", "two bare lists at once"
LONG_AGO, LATELY = "name told long ago", "name told lately"


Times = Mapping[int, Sample]  # in ms, by how many memories the caller has


def fill(app: App, mem0: Mem0, advance: Advance) -> None:
    """Give each of CALLERS that many memories, and a caller card; ``advance`` FILLS times."""
    store = Store(mem0.database)
    for count, caller_id in CALLERS.items():
        memories = telling(count)
        while batch := [*islice(memories, FILLED_AT_ONCE)]:
            for one in batch:
                tell(store, caller_id, one)
            advance()
        write_card(app, caller_id)
    store.close()


def tell_names(mem0: Mem0) -> None:
    """Have each caller tell the name once more, in the latest call."""
    store = Store(mem0.database)
    for caller_id in CALLERS.values():
        again = Told(FACTUAL, UNTIL, NAMED.replace("'s name is", " is called"))
        tell(store, caller_id, again)
    store.close()


def measure(app: App, mem0: Mem0, rounds: int, advance: Advance) -> dict[str, Times]:
    """Return the times of /client-data (OURS), and of the same two lists asked BARE."""
    with bare(mem0) as asking:
        actions: dict[str, Callable[[], object]] = {}
        for count, caller_id in CALLERS.items():
            event = api_gateway.client_data(caller_id)
            actions[f"{OURS} {count}"] = partial(app.answer, event)
            actions[f"{BARE} {count}"] = partial(asking.both, caller_id)
            if name_in(app.answer(event)) != NAME:
                raise NotMeasuredError("a caller with many memories was not known by name")
        interleaved(actions, UNTIMED_ROUNDS, lambda: None)
        times = interleaved(actions, rounds, advance)
    return {kind: {count: times[f"{kind} {count}"] for count in CALLERS} for kind in (OURS, BARE)}


def lines(measured: Mapping[str, Times], told: str, mem0_ms: int = 0) -> list[Line]:
    """Return the promise, and what the bare lists say; ``told`` is LONG_AGO or LATELY."""
    ours, bare_lists = measured[OURS], measured[BARE]
    speed = f"Mem0 answering in {mem0_ms} ms" if mem0_ms else "Mem0 at once"
    what = f"/client-data with {_counts(ours)} memories, {told}, {speed}"
    bare_what = f"the two bare lists of those callers, {speed}"
    is_met = abs(_deviation(ours)) <= TARGET
    target = f"the same within {TARGET:.0%}"
    return [
        _line(what, ours, target, is_met, HOW[told]),
        _line(bare_what, bare_lists, "–", None, HOW_BARE),
    ]


def _line(what: str, times: Times, target: str, is_met: bool | None, how: str) -> Line:
    (few, least), *_, (_, most) = times.items()
    medians = ", ".join(f"{one.p50:.2f}" for one in times.values())
    measured = f"{_deviation(times):+.0%} ({medians} ms)"
    return Line(what, target, measured, is_met, how, most, f"with {few:,}", least)


def _counts(times: Times) -> str:
    return ", ".join(f"{count:,}" for count in times)


def _deviation(times: Times) -> float:
    return largest_deviation(*times.values())


HOW_BARE = (
    "The same two lists for the same callers, asked without the app: the caller with the fewest "
    "memories has fewer than one page of them, so that less is sent and read."
)
HOW = {
    LATELY: (
        "The callers' memories, half factual and half semantic, are spread over two years; the "
        "figure is the largest deviation of a median from that of the caller with the fewest. The "
        "name is among the newest facts, so Mem0 alone answers."
    ),
    LONG_AGO: (
        "The same callers before they told their name again: it is their oldest memory, which for "
        "all but the first lies beyond the facts that are read, and comes from the caller card in "
        "the archive."
    ),
}
