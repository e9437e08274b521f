"""``python -m bench [--quick]``: measure, print the table, write docs/benchmarks.md."""

import argparse
import sys

from rich.console import Console

from bench import plot, report
from bench.artifact import PROJECT
from bench.machine import environment
from bench.progress import Progress
from bench.run import FULL, QUICK, run
from bench.sample import NotMeasuredError

DOCS = PROJECT / "docs"


def main() -> int:
    """Return 0 once everything is measured, met or missed; 1 when something can't be."""
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="fewer repetitions")
    chosen, console = parser.parse_args(), Console(file=sys.stdout)
    try:
        measured = run(QUICK if chosen.quick else FULL, Progress(console))
    except NotMeasuredError as error:
        console.print(f"[red]✗[/] not measured: {error}")
        return 1
    said = environment() | ({"repetitions": "few"} if chosen.quick else {})
    plot.draw(measured.warm, measured.cold, DOCS / "benchmarks.png")
    text = report.markdown(measured.lines, said, "benchmarks.png")
    (DOCS / "benchmarks.md").write_text(text, encoding="utf-8")
    console.print(report.table(measured.lines))
    console.print(", ".join(f"{name} {value}" for name, value in said.items()))
    console.print(report.summary(measured.lines))
    return 0


if __name__ == "__main__":
    sys.exit(main())
