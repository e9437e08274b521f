"""``python -m lab.torture``: tens of thousands of histories, on all processors."""

import argparse
import multiprocessing
import os
import sys
import time
import traceback
from contextlib import redirect_stdout
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from hypothesis import HealthCheck, Phase, seed, settings
from hypothesis.stateful import run_state_machine_as_test
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from lab.torture.history import machine, settings_of
from lab.torture.stage import Stage

ONE_SEED = 250  # histories, after which a worker takes a new seed


def main() -> None:
    """Play histories until all are played or one has failed; exit with 1 and show that one."""
    asked = _arguments()
    started, played, failure = time.monotonic(), 0, ""
    told: Any = multiprocessing.SimpleQueue()
    rounds = [asked.seed + number for number in range(-(-asked.histories // ONE_SEED))]
    shares = [rounds[place :: asked.workers] for place in range(asked.workers)]
    workers = [multiprocessing.Process(target=_work, args=(share, told)) for share in shares]
    for worker in workers:
        worker.start()
    with _progress() as progress:
        task = progress.add_task("histories", total=len(rounds) * ONE_SEED)
        running = len(workers)
        while running and not failure:
            said = told.get()
            running -= said is None
            failure = said if isinstance(said, str) else ""
            played += said is True
            progress.update(task, completed=played)
    for worker in workers:
        worker.terminate()
        worker.join()
    print(f"{played:,} histories in {time.monotonic() - started:,.0f} s, seed {asked.seed}")
    sys.exit(failure or None)


def _work(seeds: list[int], told: Any) -> None:
    """Play the histories of each of ``seeds``; tell True of each, then None, or why one failed."""
    with (
        Path(os.devnull).open("w", encoding="utf-8") as nowhere,
        redirect_stdout(nowhere),
        TemporaryDirectory(prefix="torture-") as scratch,
        Stage(Path(scratch)) as stage,
    ):
        for one in seeds:
            try:
                play(stage, ONE_SEED, one, lambda: told.put(True))
            except BaseException as error:  # noqa: BLE001 - whatever it is, the operator sees it
                told.put(f"seed {one}\n{''.join(traceback.format_exception(error))}")
                return
    told.put(None)


def play(stage: Stage, histories: int, chosen: int, told: Any) -> None:
    """Play so many ``histories``, made up from the seed ``chosen``; raise what one of them shows.

    Of a failing history the shortest version is searched for; hypothesis notes its steps.
    """
    chosen_settings = settings(
        **settings_of(histories),
        database=None,
        phases=(Phase.generate, Phase.shrink),
        suppress_health_check=list(HealthCheck),
        print_blob=True,
    )
    made = seed(chosen)(machine(stage, told))
    run_state_machine_as_test(made, settings=chosen_settings)


def _progress() -> Progress:
    return Progress(
        TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn()
    )


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m lab.torture", description=__doc__)
    parser.add_argument("--histories", type=int, default=20_000)
    parser.add_argument("--workers", type=int, default=os.cpu_count() or 1)
    parser.add_argument("--seed", type=int, default=0)
    return parser.parse_args()


if __name__ == "__main__":
    main()
