"""How far a command is: what is under way, and a line for what is done."""

from collections.abc import Iterator
from contextlib import contextmanager

from rich.console import Console


@contextmanager
def step(what: str) -> Iterator[None]:
    """Show ``what`` while the block runs, and that it is done when it was."""
    console = Console(highlight=False)
    with console.status(what):
        yield
    console.print(f"[green]✓[/green] {what}")


def say(line: str) -> None:
    """Print ``line`` as it is."""
    Console(highlight=False).print(line, markup=False, soft_wrap=True)
