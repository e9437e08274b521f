"""``explain``: what was received of a conversation, archived and remembered, and how it ended."""

import json
from collections import Counter
from collections.abc import Callable
from dataclasses import asdict
from typing import Any

import click
from rich.console import Console
from rich.table import Column, Table
from rich.text import Text

from chalicelib.layout import PAYLOADS, RECORDS, folders
from chalicelib.mem0_errors import MemoryStoreError
from chalicelib.payload import AUDIO, safe_id
from ops.belonging import owner_of
from ops.course import Step, outcome, steps
from ops.operator_error import OperatorError
from ops.shown import plain
from ops.stage_option import stage_option
from ops.stores import Stores, open_stores
from ops.versions import Version

EXAMPLES = """\b
Examples:
  python -m ops explain conv_0123
  python -m ops explain conv_0123 --stage prod
  python -m ops explain conv_0123 --json | jq .outcome
"""

Found = list[tuple[Version, bytes]]


def build(open_: Callable[[str], Stores]) -> click.Command:
    """Return the command; ``open_`` opens the stores of a stage by its name."""

    @click.command(epilog=EXAMPLES)
    @stage_option
    @click.argument("conversation_id", metavar="CONVERSATION")
    @click.option("--json", "as_json", is_flag=True, help="Print all of it as JSON.")
    def command(stage_name: str, conversation_id: str, *, as_json: bool) -> None:
        """Tell what became of CONVERSATION, step by step.

        No number, name or word of the caller is printed. Steps that the archive has overwritten
        are known for 30 days.
        """
        stores, folder = open_(stage_name), safe_id(conversation_id)
        found = _found(stores, folder)
        if not found:
            raise OperatorError(
                f"Stage {stage_name} has nothing of this conversation. Compare the id with "
                "ElevenLabs; if it is right, the post-call webhook never came or was refused."
            )
        course, held = steps(found), _held(stores, conversation_id, found)
        told = {"conversation": folder, "outcome": outcome(found), "in_mem0": held}
        if as_json:
            listed = [{"time": step.time, **asdict(step)} for step in course]
            click.echo(json.dumps({**told, "steps": listed}, indent=1))
            return
        Console().print(_table(course))
        for payload, how in outcome(found).items():
            click.echo(f"{payload}: {plain(how)}")
        click.echo(f"Mem0 now: {_words(held)}")

    return command


def _found(stores: Stores, folder: str) -> Found:
    """Return the conversation's objects, each with its bytes, but for sound and marks."""
    prefixes = (*folders(folder), f"{RECORDS}{folder}/")
    versions = [one for prefix in prefixes for one in stores.versions.listed(prefix)]
    return [(one, b"" if _is_silent(one) else stores.versions.read(one)) for one in versions]


def _is_silent(version: Version) -> bool:
    return version.is_mark or not version.size or version.key.endswith(".mp3")


def _held(stores: Stores, conversation_id: str, found: Found) -> dict[str, Any]:
    """Return what Mem0 holds of it: how many memories of each kind, or why that is not known."""
    numbers = stores.settings.agent_numbers
    told = [body for one, body in found if one.key.startswith(PAYLOADS) and AUDIO not in one.key]
    owner = next((one for body in told if body and (one := owner_of(body, numbers))), None)
    if owner is None:
        return {"unknown": "no payload says whose conversation it is"}
    try:
        held = stores.memory_store.known(owner, conversation_id)
    except MemoryStoreError as error:
        return {"unknown": str(error)}
    return dict(Counter(one.kind or "untyped" for one in held))


def _words(held: dict[str, Any]) -> str:
    if "unknown" in held:
        return f"not known, {held['unknown']}"
    return ", ".join(f"{count} {kind}" for kind, count in held.items()) or "nothing"


def _table(course: list[Step]) -> Table:
    columns = [Column(name, no_wrap=True) for name in ("time (UTC)", "payload")]
    table = Table(*columns, "what", "", box=None)
    for step in course:
        cells = (step.time, step.payload.removeprefix("post_call_"), step.what, step.how)
        table.add_row(*(Text(plain(cell), overflow="fold") for cell in cells))
    return table


command = build(open_stores)
