"""``export``: everything that is kept of one caller, as one file."""

import json
import os
import zipfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import IO, Any

import click

from chalicelib.layout import RECORDS, folders
from ops.belonging import Looked
from ops.bundle import CARD, CONTENTS, MEMORIES, Contents, entries
from ops.caller import CALLER, digest
from ops.forgotten import Progress, read_progress
from ops.looking import CLOCKS_APART_SECS, Look, named_of
from ops.operator_error import OperatorError
from ops.progress import bar
from ops.shown import counted
from ops.stage_option import stage_option
from ops.stores import Stores, open_stores

EXAMPLES = """\b
Examples:
  python -m ops export +12185550143
  python -m ops export +12185550143 --stage prod --output caller.zip
  python -m ops export +12185550143 --dry-run --json
"""


def build(open_: Callable[[str], Stores]) -> click.Command:
    """Return the command; ``open_`` opens the stores of a stage by its name."""

    @click.command(epilog=EXAMPLES)
    @stage_option
    @click.argument("caller_id", type=CALLER, metavar="CALLER")
    @click.option("--output", type=click.Path(dir_okay=False, path_type=Path), help="Which file.")
    @click.option("--dry-run", is_flag=True, help="Tell what there is, and write no file.")
    @click.option("--json", "as_json", is_flag=True, help="Print what was exported as JSON.")
    def command(
        stage_name: str, caller_id: str, *, output: Path | None, dry_run: bool, as_json: bool
    ) -> None:
        """Write everything that is kept of CALLER into one ZIP file.

        Mem0's memories, the caller card, each payload byte for byte, sound, records; contents.json
        tells what is in it. Looks through the whole archive; a run that was cut off is run again,
        and goes on. The file is as private as what is in it: only its owner may read it.
        """
        stores = open_(stage_name)
        name = digest(caller_id, stores.settings.caller_salt)[:12]
        file = output or Path(f"caller-{name}.zip")
        if file.exists() and not dry_run:
            raise OperatorError(f"{file} is there already; choose another with --output.")
        noted = file.with_name(f"{file.name}.{name}.progress")
        conversations = _look(stores, caller_id, None if dry_run else noted)
        memories = stores.memories.all_of(caller_id)
        contents = _contents(stores, caller_id, conversations, len(memories))
        if not dry_run:
            _write(file, stores, contents, memories)
            noted.unlink(missing_ok=True)
        _tell(file, contents.summary(), is_dry_run=dry_run, as_json=as_json)

    return command


def _look(stores: Stores, caller_id: str, noted: Path | None) -> list[str]:
    """Return the caller's conversations; ``noted`` is where a run that is cut off leaves word."""
    kept = noted.read_bytes() if noted and noted.exists() else None
    progress = read_progress(kept, stores.clock())
    progress = replace(progress, named=progress.named | named_of(stores, caller_id))
    look = Look(stores, caller_id, progress.named)
    looked = look.through(progress.looked, lambda so_far: _note(noted, progress, so_far))
    since = progress.started_at - CLOCKS_APART_SECS
    looked = look.through(replace(looked, after=""), lambda _: None, since)
    return looked.belonging(progress.named)


def _note(noted: Path | None, progress: Progress, looked: Looked) -> None:
    if noted:
        with _writing(noted):
            noted.write_bytes(replace(progress, looked=looked).to_json())


def _contents(stores: Stores, caller_id: str, conversations: list[str], memories: int) -> Contents:
    prefixes = [one for each in conversations for one in (*folders(each), f"{RECORDS}{each}/")]
    return Contents(
        stage=stores.stage,
        caller_id=caller_id,
        exported_at=stores.clock(),
        memories=memories,
        has_card=stores.archive.read(stores.card_key(caller_id)) is not None,
        entries=entries(one for prefix in prefixes for one in stores.versions.listed(prefix)),
    )


def _write(file: Path, stores: Stores, contents: Contents, memories: list[dict[str, Any]]) -> None:
    """Write the bundle; nothing stands under the name of ``file`` until it is whole."""
    partial = file.with_name(f"{file.name}.partial")
    with _writing(file):
        partial.unlink(missing_ok=True)
        owners_alone = os.open(partial, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
        with os.fdopen(owners_alone, "wb") as opened:
            _pack(opened, stores, contents, memories)
        partial.replace(file)


@contextmanager
def _writing(file: Path) -> Iterator[None]:
    """Say in a sentence what keeps the block from writing ``file``."""
    try:
        yield
    except OSError as error:
        raise OperatorError(
            f"{file.parent.absolute()} can't be written to: {error.strerror}. Choose another place "
            "with --output."
        ) from error


def _pack(
    opened: IO[bytes], stores: Stores, contents: Contents, memories: list[dict[str, Any]]
) -> None:
    with (
        zipfile.ZipFile(opened, "w", zipfile.ZIP_DEFLATED) as bundle,
        bar("Reading the archived objects", len(contents.entries)) as advance,
    ):
        bundle.writestr(CONTENTS, contents.to_json())
        bundle.writestr(MEMORIES, json.dumps(memories, indent=1, ensure_ascii=False))
        card = stores.archive.read(stores.card_key(contents.caller_id))
        if card and contents.has_card:
            bundle.writestr(CARD, card.body)
        for name, version in contents.entries:
            bundle.writestr(name, stores.versions.read(version))
            advance()


def _tell(file: Path, summary: dict[str, Any], *, is_dry_run: bool, as_json: bool) -> None:
    if as_json:
        told = {"file": None if is_dry_run else str(file), "is_dry_run": is_dry_run}
        click.echo(json.dumps({**told, **summary}, indent=1))
        return
    click.echo(
        f"{counted(summary['conversations'], 'conversation')}, "
        f"{counted(summary['objects'], 'object')} of {counted(summary['bytes'], 'byte')}, "
        f"{counted(summary['memories'], 'memory')}"
    )
    click.echo("Nothing was written." if is_dry_run else f"Written to {file}")


command = build(open_stores)
