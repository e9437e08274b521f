"""``forget``: everything that is kept of one caller, deleted; with a receipt that names nobody."""

import json
from collections.abc import Callable
from dataclasses import asdict

import click
from rich.console import Console
from rich.table import Table

from ops.at_elevenlabs import AtElevenLabs
from ops.caller import CALLER
from ops.forgetting import Forgetting
from ops.forgotten import Progress
from ops.shown import counted
from ops.stage_option import stage_option
from ops.stores import Stores, open_stores

EXAMPLES = """\b
Examples:
  python -m ops forget +12185550143 --dry-run
  python -m ops forget +12185550143 --stage prod
  python -m ops forget +12185550143 --stage prod --elevenlabs
  python -m ops forget +12185550143 --stage prod --yes --json > receipt.json
"""


def build(open_: Callable[[str], Stores]) -> click.Command:
    """Return the command; ``open_`` opens the stores of a stage by its name."""

    @click.command(epilog=EXAMPLES)
    @stage_option
    @click.argument("caller_id", type=CALLER, metavar="CALLER")
    @click.option("--elevenlabs", is_flag=True, help="Delete the conversations there, too.")
    @click.option("--yes", is_flag=True, help="Do not ask.")
    @click.option("--dry-run", is_flag=True, help="Tell what there is, and delete nothing.")
    @click.option("--json", "as_json", is_flag=True, help="Print the receipt as JSON.")
    def command(
        stage_name: str,
        caller_id: str,
        *,
        elevenlabs: bool,
        yes: bool,
        dry_run: bool,
        as_json: bool,
    ) -> None:
        """Forget CALLER for good: all that is kept, in every version.

        Memories, the caller card, and archived payloads in all their versions are deleted. Looks
        through the whole archive, shows what there is, asks, and prints a receipt without personal
        data. What arrives later of the same conversations is not remembered. A run that was cut
        off is run again, and goes on. With --elevenlabs, ELEVENLABS_API_KEY is a key of the agents'
        workspace.
        """
        stores = open_(stage_name)
        numbers = stores.settings.agent_numbers
        there = AtElevenLabs(stores.open_elevenlabs(), numbers) if elevenlabs else None
        forgetting = Forgetting(stores, caller_id, there, _say)
        found = forgetting.find(keeping=not dry_run)
        click.echo(_found(found), err=True)
        if dry_run:
            _print([("would forget", _found(found))], _as_json(found), as_json=as_json)
            return
        if not found.is_anything:
            click.echo("Nothing is kept of this caller.", err=True)
        elif not yes:
            click.confirm("Forget all of it? It can't be taken back.", abort=True, err=True)
        receipt = forgetting.do()
        _print(receipt.lines(), asdict(receipt), as_json=as_json)

    return command


def _say(line: str) -> None:
    click.echo(line, err=True)


def _found(found: Progress) -> str:
    payloads = counted(found.looked.payloads, "payload")
    return (
        f"{counted(len(found.conversations), 'conversation')}, "
        f"{counted(sum(found.versions.values()), 'object version')}, "
        f"{counted(found.memories, 'memory')}; {payloads} looked at"
    )


def _as_json(found: Progress) -> dict[str, object]:
    return {
        "is_dry_run": True,
        "conversations": len(found.conversations),
        "object_versions": sum(found.versions.values()),
        "memories": found.memories,
        "payloads_looked_at": found.looked.payloads,
    }


def _print(lines: list[tuple[str, str]], told: dict[str, object], *, as_json: bool) -> None:
    if as_json:
        click.echo(json.dumps(told, indent=1))
        return
    table = Table(box=None, show_header=False)
    for line in lines:
        table.add_row(*line)
    Console().print(table)


command = build(open_stores)
