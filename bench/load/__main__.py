"""``python -m bench.load``: many simultaneous calls, told as a table, and proven in the end."""

import argparse
import sys
from collections.abc import Sequence
from contextlib import ExitStack
from pathlib import Path

from rich.console import Console

from bench.load import plot
from bench.load.afterwards import Sweep, sweep_up
from bench.load.asked import Load
from bench.load.run import run
from bench.load.table import told, what_is_run
from bench.machine import environment
from bench.progress import Progress
from bench.sample import NotMeasuredError
from lab.routes import RoutesError

INTERRUPTED = 130  # as a shell says it


def main(arguments: Sequence[str] | None = None, sweep: Sweep = sweep_up) -> int:
    """Return 0 when every promise is kept and the proof is whole, and 1 when not.

    ``sweep`` is what sees to all that is left.
    """
    parser = _parser()
    asked, console = parser.parse_args(arguments), Console(file=sys.stdout)
    try:
        load = Load(**{name: value for name, value in vars(asked).items() if name not in FILES})
    except ValueError as error:
        parser.error(str(error))
    console.print(what_is_run(load, environment()["processors"]), highlight=False)
    try:
        with ExitStack() as open_files:
            log = (
                open_files.enter_context(asked.log.open("w", encoding="utf-8"))
                if asked.log
                else None
            )
            made = run(load, Progress(console), sweep, log)
    except (NotMeasuredError, RoutesError) as error:
        console.print(f"[red]✗[/] not run: {error}")
        return 1
    except KeyboardInterrupt:
        console.print("Interrupted; nothing is proven.")
        return INTERRUPTED
    console.print(told(made), highlight=False)
    if asked.plot:
        plot.draw(made, asked.plot)
        console.print(f"The picture is in {asked.plot}.", highlight=False)
    return 0 if made.is_kept else 1


FILES = ("plot", "log")


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m bench.load", description=__doc__)
    of = parser.add_argument
    of("--calls", type=int, default=Load.calls, help="how many at once")
    of("--secs", type=int, default=Load.secs, help="no call begins later")
    of("--pause-secs", type=float, default=Load.pause_secs, help="talk between two requests")
    of("--workers", type=int, default=Load.workers, help="processes for the routes; 0: as needed")
    of("--mem0-ms", type=int, default=Load.mem0_ms, help="for each of Mem0's answers")
    of("--fault-share", type=float, default=Load.fault_share, help="of them, from 0 to 1")
    of("--budget-ms", type=int, default=Load.budget_ms, help="the app's CLIENT_DATA_BUDGET_MS")
    of("--seed", type=int, default=Load.seed, help="another one is another run")
    of("--plot", type=_file, help="a PNG to draw the latencies into")
    of("--log", type=_file, help="a file for what the app logs")
    return parser


def _file(written: str) -> Path:
    """Return the path of a file that can be written; better to say so now than after the run."""
    path = Path(written)
    if path.is_dir() or not path.parent.is_dir():
        raise argparse.ArgumentTypeError(f"{written} is no file in a folder that is there")
    return path


if __name__ == "__main__":
    sys.exit(main())
