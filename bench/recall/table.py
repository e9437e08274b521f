"""How a run is told, in a terminal of 80 columns."""

from collections.abc import Iterator, Sequence

from rich.box import SIMPLE_HEAD
from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from bench.recall.asking import Answer, Asked
from bench.recall.figures import DEPTHS, TARGET_MS, TARGETS, Figures, figures
from bench.recall.locomo import CATEGORIES
from bench.sample import Sample, rounded


def told(asked: Asked) -> RenderableType:
    """Return what ``asked`` found, by category, how long it took, and what was promised."""
    return Group(_recall(asked.answers), _times(asked), *_promises(asked))


def is_kept(asked: Asked) -> bool:
    """Return whether the recall that was promised is reached."""
    recall = figures(asked.answers).recall
    return all(recall[depth] >= target for depth, target in TARGETS.items())


def _recall(answers: Sequence[Answer]) -> Table:
    shown = Table(box=SIMPLE_HEAD, pad_edge=False)
    shown.add_column("category", no_wrap=True)
    for name in ("asked", *(f"recall@{depth}" for depth in DEPTHS), "MRR"):
        shown.add_column(name, justify="right", no_wrap=True)
    for category, name in CATEGORIES.items():
        if of_it := [one for one in answers if one.question.category == category]:
            shown.add_row(f"{category}, {name}", *_cells(figures(of_it)))
    every = figures(answers)
    shown.add_row("all", *_cells(every), style="bold")
    shown.add_row("all, any@k", "", *(f"{every.any[depth]:.3f}" for depth in DEPTHS), "")
    return shown


def _cells(of: Figures) -> tuple[str, ...]:
    recall = (f"{of.recall[depth]:.3f}" for depth in DEPTHS)
    return (f"{of.questions:,}", *recall, f"{of.mrr:.3f}")


def _times(asked: Asked) -> Table:
    shown = Table(box=SIMPLE_HEAD, pad_edge=False)
    shown.add_column("a search takes", no_wrap=True)
    for name in ("p50 ms", "p95", "max"):
        shown.add_column(name, justify="right", no_wrap=True)
    for where, times in (
        ("inside the lab's process", _store(asked)),
        ("of that, processor time", Sample(tuple(one.processor_ms for one in asked.answers))),
        ("for Mem0's client, over HTTP", Sample(tuple(one.http_ms for one in asked.answers))),
        ("the first of a caller, which makes vectors", Sample(asked.first_ms)),
    ):
        figures_of = (times.p50, times.percentile(95), times.largest)
        shown.add_row(where, *map(rounded, figures_of))
    return shown


def _promises(asked: Asked) -> Iterator[Text]:
    every = figures(asked.answers)
    for depth, target in TARGETS.items():
        reached = every.recall[depth]
        yield _ticked(f"recall@{depth} {reached:.3f} of {target}", is_so=reached >= target)
    p95 = _store(asked).percentile(95)
    told = f"p95 inside the lab's process {p95:.1f} ms, under {TARGET_MS} ms"
    yield _ticked(told, is_so=p95 < TARGET_MS)


def _store(asked: Asked) -> Sample:
    return Sample(tuple(one.store_ms for one in asked.answers))


def _ticked(what: str, *, is_so: bool) -> Text:
    return Text.assemble(("✓ ", "green") if is_so else ("✗ ", "bold red"), what)
