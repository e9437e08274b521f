"""``parked``: what could not be remembered, why, and having it tried again."""

from collections import Counter
from collections.abc import Callable
from typing import Any

import click

from chalicelib import work
from chalicelib.container import Container
from chalicelib.mem0_errors import MemoryStoreError
from chalicelib.patience import RememberLaterError
from chalicelib.payload import safe_id
from ops.app_here import app_here
from ops.operator_error import OperatorError
from ops.stage_option import stage_option
from ops.time_span import shown
from ops.unparking import Parked, Parking
from ops.wishes import Wishes, dry_run_option, json_option, progress

EXAMPLES = """\b
Examples:
  python -m ops parked
  python -m ops parked --stage prod --json
  python -m ops parked --retry --dry-run
  python -m ops parked --retry conv_0123 conv_4567
  python -m ops parked --retry --now --stage local
"""
COLUMNS = ("conversation", "waits for", "parked since", "days", "attempts", "why")
DAY_SECS = 86_400
PATIENCE_SECS = 300.0  # for one payload, as the handler has


def build(reach: Callable[[str], Container]) -> click.Command:
    """Return the command; ``reach`` finds the app of a stage by its name."""

    @click.command(epilog=EXAMPLES)
    @stage_option
    @click.argument("conversations", nargs=-1)
    @click.option("--retry", is_flag=True, help="Have them tried again.")
    @click.option("--now", is_flag=True, help="With --retry: try here, and not in the next sweep.")
    @dry_run_option
    @json_option
    def command(
        stage_name: str,
        conversations: tuple[str, ...],
        *,
        retry: bool,
        now: bool,
        **wishes: bool,
    ) -> None:
        """Tell what could not be remembered, or have it tried again.

        Of all CONVERSATIONS, or of those named: why, and what each waits for. With --retry, the
        next sweep, within the hour, takes them up, and counts their attempts from the start. An
        extraction of facts that Mem0 has given up is asked for again. A run that was cut off is
        made good by the next.
        """
        if (now or wishes["dry_run"]) and not retry:
            raise click.UsageError("--now and --dry-run go with --retry.")
        box, told = reach(stage_name), Wishes(**wishes)
        found = _chosen(Parking(box.archive), conversations)
        _show(found, box.clock(), told)
        outcomes: dict[str, str] = {}
        if retry and not told.dry_run:
            outcomes = {one.key: _retried(box, one, now=now) for one in progress(found, "Retrying")}
            _say(outcomes, told)
        told.result(
            {
                "stage": stage_name,
                "is_dry_run": told.dry_run,
                "parked": [_told(one, box.clock(), outcomes) for one in found],
            }
        )

    return command


def _chosen(parking: Parking, conversations: tuple[str, ...]) -> list[Parked]:
    wanted = {safe_id(one) for one in conversations}
    found = [
        one
        for one in progress(parking.listed(), "Reading")
        if not wanted or one.conversation_id in wanted
    ]
    if missing := wanted - {one.conversation_id for one in found}:
        raise OperatorError(f"Not parked: {', '.join(sorted(missing))}. Run it without these.")
    return found


def _retried(box: Container, one: Parked, *, now: bool) -> str:
    """Have ``one`` tried again, and say what came of it."""
    outcome = Parking(box.archive).retry(one.key)
    if not now or outcome != "to be tried again":
        return outcome
    try:
        record = work.rememberer(box, PATIENCE_SECS).remember(one.key)
    except (MemoryStoreError, RememberLaterError) as error:
        return f"failed: {error}"
    return record.status if record else "gone"


def _show(found: list[Parked], now: float, wishes: Wishes) -> None:
    rows = [_told(one, now, {}) for one in found]
    wishes.show(
        COLUMNS,
        (
            (
                row["conversation_id"],
                row["waits_for"] or "nothing any more",
                row["parked_since"],
                row["age_secs"] // DAY_SECS,
                row["attempts"],
                row["reason"],
            )
            for row in rows
        ),
    )
    counts = Counter(row["waits_for"] or "nothing any more" for row in rows)
    said = ", ".join(f"{count} for {what}" for what, count in sorted(counts.items()))
    wishes.say(f"Parked: {len(found)}{f'; waiting: {said}' if said else ''}.")


def _say(outcomes: dict[str, str], wishes: Wishes) -> None:
    counts = Counter(outcomes.values())
    wishes.say(f"Retried: {', '.join(f'{n} {what}' for what, n in counts.items()) or 'none'}.")


def _told(one: Parked, now: float, outcomes: dict[str, str]) -> dict[str, Any]:
    record = one.record
    return {
        "conversation_id": one.conversation_id,
        "payload": one.key,
        "waits_for": one.waits_for,
        "parked_since": shown(one.since),
        "age_secs": max(0, round(now - one.since)),
        "attempts": record.attempts if record else 0,
        "refusals": record.refusals if record else 0,
        "extractions": record.extractions if record else 0,
        "reason": record.reason if record else "no record is left",
        "outcome": outcomes.get(one.key, ""),
    }


command = build(app_here)
