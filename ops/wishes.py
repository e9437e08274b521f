"""What the options that commands share ask for: ``--dry-run``, ``--yes``, ``--json``.

With ``--json`` only JSON goes to stdout; what is for people goes to stderr, as progress always.
"""

import json
import sys
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

import click
from rich.console import Console
from rich.progress import track
from rich.table import Table
from rich.text import Text

Command = TypeVar("Command", bound=Callable[..., Any])
_Each = TypeVar("_Each")

dry_run_option = click.option(
    "--dry-run", is_flag=True, help="Show what would change, and change nothing."
)
yes_option = click.option("--yes", is_flag=True, help="Do not ask.")
json_option = click.option("--json", "as_json", is_flag=True, help="Print the result as JSON.")


@dataclass(frozen=True)
class Wishes:
    """How a command is to behave towards whoever runs it."""

    yes: bool = False
    dry_run: bool = False
    as_json: bool = False

    def say(self, line: str) -> None:
        """Say something to a person."""
        click.echo(line, err=self.as_json)

    def agreed(self, question: str) -> None:
        """Ask, unless ``--yes`` has answered; go on only with a yes."""
        if not self.yes:
            click.confirm(question, abort=True, err=self.as_json)

    def show(self, columns: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
        """Show a table to a person; nothing at all when it has no rows."""
        table = Table(*columns, box=None, pad_edge=False)
        for row in rows:
            table.add_row(*(Text(str(cell)) for cell in row))
        if table.row_count:
            console = Console(stderr=self.as_json, highlight=False)
            fitting = max(console.width, console.measure(table).maximum)  # ids are for copying
            console.print(table, width=fitting, soft_wrap=True, crop=False)

    def result(self, told: dict[str, Any]) -> None:
        """Print ``told`` as JSON, if that is wanted."""
        if self.as_json:
            click.echo(json.dumps(told, indent=1, ensure_ascii=False))


def progress(each: Iterable[_Each], what: str, total: int | None = None) -> Iterable[_Each]:
    """Yield ``each`` with a bar on stderr, where a person can see it; ``total`` if it is known."""
    console = Console(stderr=True)
    disabled = not sys.stderr.isatty()
    return track(each, what, total, console=console, transient=True, disable=disabled)
