"""One run: everything measured, one after the other, on one stand."""

from collections.abc import Iterator
from dataclasses import dataclass

from bench import api_gateway, cold_start, hanging, layer, many_memories, round_trips, warm
from bench.artifact import Artifact, build
from bench.caller import remember_caller
from bench.cold_start import ColdStarts
from bench.in_process import App, app_in
from bench.line import Line
from bench.progress import Progress
from bench.stand import Stand, stand
from bench.unpacked import unpacked


@dataclass(frozen=True)
class Rounds:
    """How often each thing is measured."""

    cold_pairs: int
    warm: int
    warm_slow: int  # with a Mem0 that takes its time
    many: int
    many_slow: int
    hanging: int


FULL = Rounds(cold_pairs=9, warm=1_000, warm_slow=200, many=150, many_slow=50, hanging=5)
QUICK = Rounds(cold_pairs=3, warm=200, warm_slow=40, many=30, many_slow=10, hanging=2)
SLOW_MEM0_MS = 50


@dataclass(frozen=True)
class Run:
    """What came of it: the table's lines, and what the picture shows."""

    lines: tuple[Line, ...]
    warm: warm.Warm
    cold: tuple[ColdStarts, ...]


def run(rounds: Rounds, progress: Progress) -> Run:
    """Measure everything; NotMeasuredError when something can't be."""
    with progress.step("the artifact, by Chalice's packagers", 1) as advance:
        artifact = build()
        advance()
    with stand() as here, app_in(here.environment) as app:
        caller_id = remember_caller(app)
        cold = tuple(_cold_starts(artifact, here, caller_id, rounds.cold_pairs, progress))
        warm_times = _warm(app, here, caller_id, progress, rounds=rounds.warm, mem0_ms=0)
        slow_times = _warm(
            app, here, caller_id, progress, rounds=rounds.warm_slow, mem0_ms=SLOW_MEM0_MS
        )
        rest = tuple(_others(app, here, caller_id, rounds, progress))
    return Run(
        (
            *(line for one in cold for line in cold_start.lines(one)),
            *warm.lines(warm_times),
            *warm.lines(slow_times),
            *rest,
            *layer.lines(artifact),
        ),
        warm_times,
        cold,
    )


def _cold_starts(
    artifact: Artifact, here: Stand, caller_id: str, pairs: int, progress: Progress
) -> Iterator[ColdStarts]:
    event = api_gateway.client_data(caller_id)
    with unpacked(artifact) as unzipped:
        for byte_code in ("none", "cached"):
            if byte_code == "cached":
                unzipped.compile()
            with progress.step(f"cold starts, byte-code: {byte_code}", pairs + 1) as advance:
                yield cold_start.measure(
                    unzipped,
                    here.environment,
                    event,
                    byte_code=byte_code,
                    pairs=pairs,
                    advance=advance,
                )


def _warm(
    app: App, here: Stand, caller_id: str, progress: Progress, *, rounds: int, mem0_ms: int
) -> warm.Warm:
    with progress.step(f"warm requests, Mem0 in {mem0_ms} ms", rounds) as advance:
        return warm.measure(
            app, here.mem0, caller_id, mem0_ms=mem0_ms, rounds=rounds, advance=advance
        )


def _others(
    app: App, here: Stand, caller_id: str, rounds: Rounds, progress: Progress
) -> Iterator[Line]:
    mem0 = here.mem0
    yield from round_trips.lines(round_trips.measure(app, mem0, caller_id))
    with progress.step("100,000 memories told", many_memories.FILLS) as advance:
        many_memories.fill(app, mem0, advance)
    with progress.step("many memories, name told long ago", rounds.many) as advance:
        long_ago = many_memories.measure(app, mem0, rounds.many, advance)
    mem0.answer_after(SLOW_MEM0_MS / 1_000)
    with progress.step("the same, Mem0 in 50 ms", rounds.many_slow) as advance:
        waited = many_memories.measure(app, mem0, rounds.many_slow, advance)
    mem0.answer_after(0)
    many_memories.tell_names(mem0)
    with progress.step("many memories, name told lately", rounds.many) as advance:
        lately = many_memories.measure(app, mem0, rounds.many, advance)
    yield from many_memories.lines(lately, many_memories.LATELY)
    yield from many_memories.lines(long_ago, many_memories.LONG_AGO)
    yield from many_memories.lines(waited, many_memories.LONG_AGO, SLOW_MEM0_MS)
    with progress.step("Mem0 hanging", rounds.hanging) as advance:
        hung = hanging.measure(app, mem0, caller_id, rounds.hanging, advance)
    yield from hanging.lines(hung)
