"""How a run is told: what was run, how fast it was, what went wrong, and what is proven."""

from collections.abc import Iterable, Iterator

from rich.box import SIMPLE_HEAD
from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from bench.load.answers import OK, RETRIEVE, Door, Promise
from bench.load.asked import Load
from bench.load.calls import SENT_TWICE
from bench.load.deployed import INVOCATIONS_EACH
from bench.load.proof import Proof, Wrong
from bench.load.run import Aftermath, Run
from bench.sample import rounded
from lab.pump import MOST_TRIES

MOST_SHOWN = 3  # places of one kind of wrong


def what_is_run(load: Load, processors: str) -> str:
    """Return what ``load`` means on a machine with so many ``processors``."""
    size = load.size
    return (
        f"{load.calls} simultaneous calls by {len(load.people)} callers for {load.secs} s, "
        f"{load.pause_secs:g} s of talk between two requests, seed {load.seed}; a payload in "
        f"{1 / SENT_TWICE:.0f} is delivered twice. "
        f"Mem0 answers in {load.mem0_ms} ms, and {load.fault_share:.1%} of its answers go wrong.\n"
        f"Processes: {size.routes} for the routes (`chalice local`, with threads), {size.handlers} "
        f"for the handler ({INVOCATIONS_EACH} invocations at once in each), 1 each for S3, Mem0 "
        f"and the callers; {processors} processors do it all. On Lambda each request that comes at "
        "the same time as another would have a container of its own."
    )


def told(run: Run) -> RenderableType:
    """Return what came of ``run``, for a terminal of 80 columns."""
    proof = run.aftermath.proof
    lines = [
        Text(f"  {run.calls:,} calls in {run.secs:.0f} s"),
        *_apologies(run.doors),
        *map(_promise, run.promises),
        Text(_faults(run.aftermath)),
        Text(_remembering(run)),
        _proof(proof),
        *map(Text, _wrongs(proof.wrongs)),
        _verdict(run),
    ]
    return Group(_doors(run), *lines)


def _doors(run: Run) -> Table:
    shown = Table(box=SIMPLE_HEAD, pad_edge=False)
    shown.add_column("door", no_wrap=True)
    for name in ("requests", "per s", "p50 ms", "p95", "p99", "max"):
        shown.add_column(name, justify="right", no_wrap=True)
    shown.add_column("answers", overflow="fold")
    for door in run.doors:
        count, times = len(door.answers), door.times
        ms = (times.p50, times.percentile(95), times.p99, times.largest)
        cells = (f"{count:,}", rounded(count / run.secs), *(f"{one:,.0f}" for one in ms))
        shown.add_row(door.path, *cells, _outcomes(door))
    return shown


def _outcomes(door: Door) -> Text:
    """Return each status or error with its count, in red what is not 200."""
    parts = Text()
    for outcome, count in sorted(door.outcomes.items()):
        style = "" if outcome == str(OK) else "bold red"
        parts.append(f"{', ' if parts else ''}{outcome} x {count:,}", style)
    return parts


def _apologies(doors: Iterable[Door]) -> Iterator[Text]:
    for door in doors:
        if door.path == RETRIEVE:
            count = sum(answer.has_apology for answer in door.answers)
            yield Text(f"  {door.path}: {count} answers say that the memory can't be reached now")


def _promise(promise: Promise) -> Text:
    kept = f"{promise.count - promise.broken:,} of {promise.count:,}"
    return _ticked(f"{promise.what}: {kept}", is_so=not promise.broken)


def _faults(aftermath: Aftermath) -> str:
    struck = ", ".join(f"{kind} x {met}" for kind, met in aftermath.struck.items())
    return f"  what went wrong with Mem0: {struck}"


def _remembering(run: Run) -> str:
    after = run.aftermath
    return (
        f"  remembering {after.proof.calls:,} calls: {after.tried_again} took more than one "
        f"attempt, {after.given_up} were given up after {MOST_TRIES} and left to the sweep, "
        f"{after.left} were not done when the waiting ended"
    )


def _proof(proof: Proof) -> Text:
    return _ticked(
        f"every acknowledged call is remembered exactly once: {proof.calls:,} calls of "
        f"{proof.callers} callers, {proof.memories:,} memories, {proof.extractions:,} extractions; "
        f"{len(proof.wrongs)} wrong",
        is_so=proof.is_whole,
    )


def _wrongs(wrongs: Iterable[Wrong]) -> Iterator[str]:
    """Yield a line for each kind of wrong: how many there are, and where the first of them are."""
    places: dict[str, list[str]] = {}
    for wrong in wrongs:
        places.setdefault(wrong.what, []).append(wrong.where)
    for what, where in places.items():
        more = " ..." if len(where) > MOST_SHOWN else ""
        yield f"    {what} x {len(where)}: {'; '.join(where[:MOST_SHOWN])}{more}"


def _verdict(run: Run) -> Text:
    if run.is_kept:
        return Text("Every promise is kept.", "bold green")
    return Text("Not every promise is kept.", "bold red")


def _ticked(what: str, *, is_so: bool) -> Text:
    return Text.assemble(("✓ ", "green") if is_so else ("✗ ", "bold red"), what)
