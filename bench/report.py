"""The report: the lines as a table in the terminal, and as docs/benchmarks.md."""

from collections.abc import Iterable, Mapping, Sequence

from rich.box import SIMPLE_HEAD
from rich.table import Table
from rich.text import Text

from bench.line import HEADINGS, Line

PREAMBLE = (
    "Written by `make bench`; don't edit. All figures are of one run, on one machine: read the "
    "ratios and differences, not the times."
)
STYLES = {"met": "green", "missed": "bold red", "–": "dim"}


def table(lines: Iterable[Line]) -> Table:
    """Return the table for a terminal, where seven columns have no room: samples go below."""
    shown = Table(box=SIMPLE_HEAD, show_lines=True)
    shown.add_column("what; p50 / p95 / p99")
    shown.add_column("target", max_width=14)
    shown.add_column("measured", max_width=19)
    shown.add_column("", min_width=len("missed"), no_wrap=True)
    for line in lines:
        what = Text(line.what)
        for name, sample in (("", line.ours), (f"{line.baseline} ", line.theirs)):
            if sample:
                what.append(f"\n{name}{sample}", style="dim")
        verdict = Text(line.verdict, style=STYLES[line.verdict])
        shown.add_row(what, Text(line.target), Text(line.measured), verdict)
    return shown


def summary(lines: Iterable[Line]) -> str:
    """Return in one sentence how many promises are met."""
    promised = [line for line in lines if line.is_met is not None]
    missed = [line.what for line in promised if not line.is_met]
    met = f"{len(promised) - len(missed)} of {len(promised)} targets met"
    return f"{met}; missed: {'; '.join(missed)}." if missed else f"{met}."


def markdown(lines: Sequence[Line], environment: Mapping[str, str], plot: str) -> str:
    """Return docs/benchmarks.md. ``plot`` is the file name of the picture beside it."""
    said = ", ".join(f"{name} {value}" for name, value in environment.items())
    parts = [
        "# Benchmarks",
        PREAMBLE,
        f"Environment: {said}.",
        summary(lines),
        "\n".join(_rows(lines)),
        f"![Latency of warm requests, and cold starts]({plot})",
        "## How each line was measured",
        "\n".join(_explained(lines)),
    ]
    return "\n\n".join(parts) + "\n"


def _rows(lines: Iterable[Line]) -> Iterable[str]:
    yield _row(HEADINGS)
    yield _row("---" for _ in HEADINGS)
    for line in lines:
        verdict = f"**{line.verdict}**" if line.is_met is False else line.verdict
        yield _row([*line.cells[:3], verdict, *line.cells[4:]])


def _row(cells: Iterable[str]) -> str:
    return "| " + " | ".join(cell.replace("|", r"\|") for cell in cells) + " |"


def _explained(lines: Iterable[Line]) -> Iterable[str]:
    """Yield each explanation once, with the lines that it is of."""
    by_how: dict[str, list[str]] = {}
    for line in lines:
        by_how.setdefault(line.how, []).append(line.what)
    for how, what in by_how.items():
        yield f"- **{'; '.join(what)}.** {how}"
