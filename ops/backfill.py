"""``backfill``: conversations that ElevenLabs has and the archive has not, fetched and kept."""

import os
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from typing import Any

import click

from chalicelib import work
from chalicelib.container import Container
from chalicelib.mem0_errors import MemoryStoreError
from chalicelib.patience import RememberLaterError
from ops.app_here import app_here
from ops.backfilling import Row, compared, fetched, listed, row_key
from ops.connection_record import RecordKeeper
from ops.elevenlabs_api import ElevenLabsApi, open_api
from ops.operator_error import OperatorError
from ops.project import LOCAL
from ops.stage_option import stage_option
from ops.time_span import TimeSpan, shown, since_option, until_option
from ops.wishes import Wishes, dry_run_option, json_option, progress, yes_option

EXAMPLES = """\b
Examples:
  python -m ops backfill --dry-run
  python -m ops backfill --agent agent_0123 --since 2026-10-01
  python -m ops backfill --stage prod --until 2026-11-01 --yes --json
"""
COLUMNS = ("conversation", "agent", "began", "outcome")
ARCHIVED = frozenset({"archived", "kept", "kept again", "duplicate"})
PATIENCE_SECS = 300.0  # for one payload, as the handler has


def build(
    reach: Callable[[str], Container],
    open_account: Callable[[Mapping[str, str]], ElevenLabsApi] = open_api,
) -> click.Command:
    """Return the command; ``reach`` finds the app of a stage, ``open_account`` ElevenLabs' API."""

    @click.command(epilog=EXAMPLES)
    @stage_option
    @click.option("--agent", "agents", multiple=True, help="This agent's; repeatable.")
    @since_option
    @until_option
    @dry_run_option
    @yes_option
    @json_option
    def command(
        stage_name: str,
        agents: tuple[str, ...],
        since: int | None,
        until: int | None,
        **wishes: bool,
    ) -> None:
        """Fetch conversations that ElevenLabs has and the archive has not.

        Of the agents that are connected to the stage, or of those named with --agent.
        Those are the ones from before the agent was connected, and any whose webhook never arrived.
        Each is archived as the webhook would have brought it, and remembered by the stage's
        handler; on the lab (--stage local) by this command. What is archived is skipped, so a
        run that was cut off can be run again. What was forgotten stays forgotten, and a
        conversation that is not done waits for a later run.

        ELEVENLABS_API_KEY is a key of the agent's workspace, and ELEVENLABS_API_URL the API's host,
        if it is not the usual one.
        """
        span, told = TimeSpan(since, until), Wishes(**wishes)
        box, api = reach(stage_name), open_account(os.environ)
        whose = agents or _connected(box, stage_name)
        rows = progress(listed(api, whose, span), "Listing")
        found = list(compared(box.archive, rows))
        missing = [one for one in found if one.outcome == "missing"]
        _show(found, told)
        done: list[Row] = []
        if missing and not told.dry_run:
            told.agreed(f"Fetch and archive {len(missing)}?")
            keeping = fetched(api, box.archive, missing)
            done = list(progress(keeping, "Fetching", len(missing)))
            told.say(f"Fetched: {_counted(done)}.")
        is_ours_to_do = stage_name == LOCAL and not told.dry_run
        failures = _remember(box, [*found, *done]) if is_ours_to_do else 0
        told.result(_told(stage_name, found, done, told))
        if failures:
            raise OperatorError(
                f"{failures} of them are not remembered yet. See to Mem0; the sweep goes on, or "
                f"python -m ops replay --stage {stage_name} --all --dry-run tells of each."
            )

    return command


def _connected(box: Container, stage_name: str) -> list[str]:
    """Return the agents of the stage: another's callers are none of its business."""
    agents = sorted(RecordKeeper(box.archive).read().agents)
    if not agents:
        raise OperatorError(
            f"No agent is connected to stage {stage_name}; say whose conversations: --agent ID"
        )
    return agents


def _remember(box: Container, rows: Sequence[Row]) -> int:
    """Remember what is archived, as the handler would; return how many could not be yet."""
    failures = 0
    for row in progress([one for one in rows if one.outcome in ARCHIVED], "Remembering"):
        try:
            work.rememberer(box, PATIENCE_SECS).remember(row_key(row))
        except (MemoryStoreError, RememberLaterError):
            failures += 1
    return failures


def _show(found: Sequence[Row], wishes: Wishes) -> None:
    """Show what is not in the archive, with its date, and count all of it."""
    absent = [one for one in found if one.outcome != "archived"]
    rows = ((one.folder, one.agent_id, shown(one.started_at), one.outcome) for one in absent)
    wishes.show(COLUMNS, rows)
    wishes.say(f"At ElevenLabs: {_counted(found)}.")


def _counted(rows: Sequence[Row]) -> str:
    counts = Counter(one.outcome for one in rows)
    return ", ".join(f"{count} {outcome}" for outcome, count in sorted(counts.items())) or "none"


def _told(
    stage_name: str, found: Sequence[Row], done: Sequence[Row], wishes: Wishes
) -> dict[str, Any]:
    came_of = {one.conversation_id: one for one in [*found, *done]}
    absent = {one.conversation_id for one in found if one.outcome != "archived"}
    return {
        "stage": stage_name,
        "is_dry_run": wishes.dry_run,
        "outcomes": Counter(one.outcome for one in came_of.values()),
        "conversations": [
            {
                "conversation_id": one.folder,
                "agent_id": one.agent_id,
                "began": shown(one.started_at),
                "outcome": one.outcome,
            }
            for one in came_of.values()
            if one.conversation_id in absent
        ],
    }


command = build(app_here)
