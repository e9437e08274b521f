"""How far the run is. It is drawn between measurements only, or it would be measured too."""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeElapsedColumn
from rich.progress import Progress as Bar

REDRAWN_SECS = 0.25

Advance = Callable[[], None]


class Progress:
    """Draws each step's bar on ``console``, and leaves a line when the step is done."""

    def __init__(self, console: Console) -> None:
        self._console = console

    @contextmanager
    def step(self, name: str, rounds: int) -> Iterator[Advance]:
        """Hand out what is called after each of ``rounds``."""
        columns = (TextColumn("  {task.description}"), BarColumn(), MofNCompleteColumn())
        started = drawn = time.monotonic()
        with Bar(
            *columns,
            TimeElapsedColumn(),
            console=self._console,
            auto_refresh=False,
            transient=True,
            disable=not self._console.is_terminal,
        ) as bar:
            task = bar.add_task(name, total=rounds)
            bar.refresh()

            def advance() -> None:
                nonlocal drawn
                bar.advance(task)
                if time.monotonic() - drawn > REDRAWN_SECS:
                    bar.refresh()
                    drawn = time.monotonic()

            yield advance
        self._console.print(f"[green]✓[/] {name} [dim]{time.monotonic() - started:.0f} s[/]")
