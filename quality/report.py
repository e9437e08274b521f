"""The report: each measure for both parts of the callers, and the worst cases in full."""

from collections.abc import Iterator, Mapping

from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.markup import escape
from rich.table import Table

from quality.judgement import Judgement, share

# Of each measure, the share that must be right; None where it is only told.
MEASURES: Mapping[str, float | None] = {
    "name greeted": 0.97,
    "no wrong name spoken": 1.0,
    "name kept": 0.97,
    "greeting language": None,
    "returning": None,
    "facts found": None,
    "facts precise": None,
    "threads found": None,
    "threads precise": None,
    "threads settled": None,
    "threads still open": None,
    "no junk": 0.95,
    "no echo": 1.0,
    "no secret": 1.0,
    "no small talk": None,
    "recall@1": None,
    "recall@3": 0.8,
}
PARTS = {False: "rules were made with", True: "kept aside"}
Parts = Mapping[bool, list[Judgement]]


def thresholds_missed(parts: Parts) -> list[str]:
    """Return the measures that miss their threshold, in either part."""
    return [
        f"{measure} ({PARTS[aside]})"
        for measure, threshold in MEASURES.items()
        for aside, judgements in parts.items()
        if judgements and not _is_met(judgements, measure, threshold)
    ]


def print_report(console: Console, parts: Parts, worst: int) -> None:
    """Print up to ``worst`` cases of each measure that are not as they should be, and the table."""
    for case in _worst(parts, worst):
        console.print(f"[bold]{case.measure}[/], {case.caller} call {case.call}", highlight=False)
        console.print(f"  expected: {escape(case.expected)}", highlight=False)
        console.print(f"  seen: {escape(case.seen)}\n", highlight=False)
    console.print(_table(parts))
    missed = thresholds_missed(parts)
    console.print(f"Missed: {', '.join(missed)}." if missed else "Every threshold is met.")


def _worst(parts: Parts, most: int) -> Iterator[Judgement]:
    for judgements in parts.values():
        for measure in MEASURES:
            wrong = [one for one in judgements if one.measure == measure and not one.is_right]
            yield from wrong[:most]


def _table(parts: Parts) -> Table:
    table = Table(box=SIMPLE_HEAD)
    table.add_column("measure")
    table.add_column("at least", justify="right")
    for aside in parts:
        table.add_column(PARTS[aside], justify="right")
    for measure, threshold in MEASURES.items():
        least = "" if threshold is None else f"{threshold:.0%}"
        table.add_row(measure, least, *(_cell(each, measure) for each in parts.values()))
    return table


def _cell(judgements: list[Judgement], measure: str) -> str:
    right, count = share(judgements, measure)
    return f"{right / count:.1%} of {count}" if count else "–"


def _is_met(judgements: list[Judgement], measure: str, threshold: float | None) -> bool:
    right, count = share(judgements, measure)
    return threshold is None or (count > 0 and right >= threshold * count)
