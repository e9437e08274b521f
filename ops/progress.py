"""How far a command is: what is under way, how much of it, and a line for what is done."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import Progress


@contextmanager
def step(what: str) -> Iterator[None]:
    """Show ``what`` on stderr while the block runs, and that it is done when it was."""
    console = Console(highlight=False, stderr=True)
    with console.status(what):
        yield
    console.print(f"[green]✓[/green] {what}")


def say(line: str) -> None:
    """Print ``line`` as it is."""
    Console(highlight=False).print(line, markup=False, soft_wrap=True)


@contextmanager
def bar(what: str, total: int) -> Iterator[Callable[[], None]]:
    """Show how far the block is with ``what``, on stderr; call what it is given for each of them.

    Where nobody watches, nothing is shown.
    """
    console = Console(stderr=True)
    with Progress(console=console, transient=True, disable=not console.is_terminal) as shown:
        task = shown.add_task(what, total=total)
        yield lambda: shown.advance(task)
