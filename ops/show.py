"""``show``: what is remembered of one caller, with the conversation each memory came from."""

import json
from collections.abc import Callable
from dataclasses import asdict

import click
from rich.console import Console
from rich.table import Column, Table
from rich.text import Text

from ops.caller import CALLER
from ops.shown import Shown, conversations, counted, plain, shown
from ops.stage_option import stage_option
from ops.stores import Stores, open_stores

EXAMPLES = """\b
Examples:
  python -m ops show +12185550143
  python -m ops show +12185550143 --stage prod --limit 20
  python -m ops show +12185550143 --json | jq -r '.memories[].text'
"""


def build(open_: Callable[[str], Stores]) -> click.Command:
    """Return the command; ``open_`` opens the stores of a stage by its name."""

    @click.command(epilog=EXAMPLES)
    @stage_option
    @click.argument("caller_id", type=CALLER, metavar="CALLER")
    @click.option("--limit", type=click.IntRange(1), help="Show so many, the newest.")
    @click.option("--json", "as_json", is_flag=True, help="Print the memories as JSON.")
    def command(stage_name: str, caller_id: str, *, limit: int | None, as_json: bool) -> None:
        """Show what is remembered of CALLER, and where it came from.

        From Mem0 and from the caller card, each memory with the conversation it came from.
        """
        stores = open_(stage_name)
        card = stores.card(caller_id)
        found = shown(stores.memories.all_of(caller_id), card, caller_id)
        if as_json:
            told = {"memory_count": len(found), "calls_on_card": card.call_count}
            memories = [asdict(one) for one in found[:limit]]
            click.echo(json.dumps({**told, "memories": memories}, indent=1))
        elif not found:
            click.echo("Nothing is remembered of this caller.")
        else:
            Console().print(_table(found[:limit]))
            calls = counted(conversations(found), "conversation")
            click.echo(f"{counted(len(found), 'memory')} from {calls}")

    return command


def _table(found: list[Shown]) -> Table:
    table = Table("date", "kind", Column("memory", ratio=1), _WHOLE, "in", box=None, expand=True)
    for one in found:
        told = (one.date, one.kind or one.type, one.text, one.conversation_id, one.kept_in)
        table.add_row(*(Text(plain(cell), overflow="fold") for cell in told))
    return table


_WHOLE = Column("conversation", no_wrap=True)  # to be copied

command = build(open_stores)
