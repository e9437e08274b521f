"""``smoke``: a signed call played through a deployed stage, waited for, and erased again."""

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import asdict

import click
import httpx
from rich.console import Console
from rich.table import Table

from ops.smoke_play import Step, play, untried
from ops.stage import find_stage, session
from ops.stage_option import deployed_stage_option
from ops.stores import Stores, open_stores

EXAMPLES = """\b
Examples:
  python -m ops smoke
  python -m ops smoke --dry-run
  python -m ops smoke --stage prod --wait-secs 300
  python -m ops smoke --stage prod --json
"""
ANSWERING_SECS = 25.0  # API Gateway ends a request after 29, the API's function after 20


class _Secs(click.FloatRange):
    name = "number of seconds"


def build(open_stage: Callable[[str], tuple[httpx.Client, Stores]]) -> click.Command:
    """Return the command; ``open_stage`` returns a stage's API and its stores, by its name."""

    @click.command(epilog=EXAMPLES)
    @deployed_stage_option
    @click.option(
        "--wait-secs",
        default=180.0,
        show_default=True,
        type=_Secs(min=0, min_open=True),
        metavar="SECS",
        help="How long to wait for the call to be remembered, and for each thing after it.",
    )
    @click.option("--dry-run", is_flag=True, help="Name the steps, and take none.")
    @click.option("--json", "as_json", is_flag=True, help="Print the steps as JSON.")
    @click.pass_context
    def command(
        context: click.Context,
        stage_name: str,
        wait_secs: float,
        *,
        dry_run: bool,
        as_json: bool,
    ) -> None:
        """Play a call through the deployed URLs, and erase it.

        The caller is invented and has a number that is reserved for fiction. Greeted as new; the
        signed payload posted, archived and remembered; found by a search; greeted by name; erased
        from Mem0 and the archive, also when a step has failed. Exits with 1 when one has. One run
        at a time: another would erase this one's caller.
        """
        http, stores = open_stage(stage_name)
        taken = untried if dry_run else play
        steps = list(taken(http, stores, wait_secs, _showing))
        (_print_json if as_json else _print)(steps)
        context.exit(0 if dry_run or all(step.is_ok for step in steps) else 1)

    return command


def open_stage(name: str) -> tuple[httpx.Client, Stores]:
    """Return stage ``name`` of the environment's AWS account; raise OperatorError."""
    url = find_stage(name, session()).api_url
    return httpx.Client(base_url=url, timeout=ANSWERING_SECS), open_stores(name)


@contextmanager
def _showing(what: str) -> Iterator[None]:
    """Show what is under way, to who watches."""
    with Console(stderr=True).status(what):
        yield


def _print(steps: list[Step]) -> None:
    table = Table("", "step", "ms", "found", box=None)
    for step in steps:
        sign = "-" if step.secs is None else "✓" if step.is_ok else "✗"
        table.add_row(sign, step.what, _ms(step), step.found)
    Console(highlight=False, markup=False).print(table)


def _ms(step: Step) -> str:
    return "" if step.secs is None else f"{step.secs * 1_000:,.0f}"


def _print_json(steps: list[Step]) -> None:
    click.echo(json.dumps([asdict(step) for step in steps], indent=1))


command = build(open_stage)
