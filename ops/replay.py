"""``replay``: archived conversations remembered anew, as the app that is checked out would."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from typing import Any

import click

from chalicelib.container import Container
from chalicelib.identity import normalise
from ops.app_here import app_here
from ops.archived import Wanted, read_key
from ops.operator_error import OperatorError
from ops.replaying import Finding, Replay
from ops.stage_option import stage_option
from ops.time_span import TimeSpan, since_option, until_option
from ops.wishes import Wishes, dry_run_option, json_option, progress, yes_option

EXAMPLES = """\b
Examples:
  python -m ops replay --all --dry-run
  python -m ops replay --conversation conv_0123 --verbose
  python -m ops replay --caller +16515550100 --stage prod
  python -m ops replay --since 2026-11-01 --until 2026-11-08 --yes --json
  python -m ops replay --all --extract-again --stage local
"""
MOST_FAILURES = 3  # in a row: then Mem0 is not there
COLUMNS = ("conversation", "outcome", "missing", "too much", "unchanged", "why")


def build(reach: Callable[[str], Container]) -> click.Command:
    """Return the command; ``reach`` finds the app of a stage by its name."""

    @click.command(epilog=EXAMPLES)
    @stage_option
    @click.option("--conversation", "conversations", multiple=True, help="This one; repeatable.")
    @click.option("--caller", default="", help="Those of this number, with country code.")
    @since_option
    @until_option
    @click.option("--all", "every", is_flag=True, help="Every conversation in the archive.")
    @click.option("--extract-again", is_flag=True, help="Have Mem0 extract facts anew, too.")
    @click.option("--verbose", is_flag=True, help="Show what callers said: it is personal.")
    @dry_run_option
    @yes_option
    @json_option
    def command(
        stage_name: str,
        conversations: tuple[str, ...],
        caller: str,
        since: int | None,
        until: int | None,
        *,
        every: bool,
        extract_again: bool,
        verbose: bool,
        **wishes: bool,
    ) -> None:
        """Rebuild memories from the archive.

        Compares what each archived conversation leaves behind, by the rules of this checkout, with
        what Mem0 holds of it; shows what differs, and asks. Then it writes what is missing, deletes
        what the app wrote and would not write any more, and brings record and caller card up to
        date. Memories of other tools stay. What Mem0 extracted stays as well, but for
        --extract-again, which replaces it unless it was asked for within a day.

        A conversation that is parked, forgotten or not done with is left alone. A run that was cut
        off is made good by the next; one after it finds nothing to do.
        """
        wanted = Wanted(conversations, _caller_id(caller), TimeSpan(since, until))
        _raise_unless_chosen(wanted, every=every)
        replay = Replay(reach(stage_name), extract_again)
        _run(replay, wanted, Wishes(**wishes), stage_name, _texts if verbose else _no_texts)

    return command


def _raise_unless_chosen(wanted: Wanted, *, every: bool) -> None:
    some = "--conversation, --caller, --since, --until"
    if every and wanted != Wanted():
        raise click.UsageError(f"--all goes with none of {some}: leave it out, or these.")
    if not every and wanted == Wanted():
        raise click.UsageError(f"Say which: {some}; or --all.")


def _run(
    replay: Replay,
    wanted: Wanted,
    wishes: Wishes,
    stage_name: str,
    texts: Callable[[Finding], dict[str, Any]],
) -> None:
    found = list(_looked(replay, wanted))
    todo = [one for one in found if one.outcome == "differs"]
    _show(found, wishes, texts)
    done: list[Finding] = []
    if todo and not wishes.dry_run:
        wishes.agreed(f"Put {len(todo)} right?")
        done = list(_mended(replay, todo))
        _say_counts(done, wishes)
    elif not todo:
        wishes.say("Nothing is to do.")
    came_of = {one.key: one for one in [*found, *done]}
    told = [{**_told(one), **texts(one)} for one in came_of.values()]
    counts = Counter(one.outcome for one in came_of.values())
    wishes.result(
        {
            "stage": stage_name,
            "is_dry_run": wishes.dry_run,
            "outcomes": counts,
            "conversations": told,
        }
    )
    is_cut_off = len(done) < len(todo) and not wishes.dry_run
    if is_cut_off or counts["failed"] or counts["taken over"]:
        raise OperatorError("Not all is put right. Run it again: it goes on where it stopped.")


def _looked(replay: Replay, wanted: Wanted) -> Iterator[Finding]:
    archive, numbers = replay.box.archive, replay.box.settings.agent_numbers
    keys = list(wanted.keys(archive))
    for key in progress(keys, "Comparing"):
        payload = read_key(archive, key)
        if payload and wanted.includes(payload, numbers):
            yield replay.look(key)


def _mended(replay: Replay, todo: list[Finding]) -> Iterator[Finding]:
    """Put right what is ``todo``; stop when Mem0 fails again and again."""
    failures = 0
    for one in progress(todo, "Replaying"):
        done = replay.mend(one.key)
        yield done
        failures = failures + 1 if done.outcome == "failed" else 0
        if failures == MOST_FAILURES:
            return


def _show(found: list[Finding], wishes: Wishes, texts: Callable[[Finding], dict[str, Any]]) -> None:
    """Show what is not as it should be, and count all of it."""
    wishes.show(COLUMNS, (_row(one) for one in found if one.outcome != "as it should be"))
    for one in found:
        for sign, name in (("+", "missing_texts"), ("-", "too_much_texts")):
            for text in texts(one).get(name, ()):
                wishes.say(f"{one.conversation_id} {sign} {text}")
    _say_counts(found, wishes)


def _say_counts(found: Iterable[Finding], wishes: Wishes) -> None:
    counts = Counter(one.outcome for one in found)
    said = ", ".join(f"{count} {outcome}" for outcome, count in sorted(counts.items()))
    wishes.say(f"Conversations: {said or 'none'}.")


def _row(one: Finding) -> tuple[object, ...]:
    what = one.difference
    why = "; ".join(filter(None, [one.reason, "facts to extract anew" if one.extracts else ""]))
    numbers = (len(what.missing), len(what.too_much), what.unchanged)
    return (one.conversation_id, one.outcome, *numbers, why)


def _told(one: Finding) -> dict[str, Any]:
    return {
        "conversation_id": one.conversation_id,
        "outcome": one.outcome,
        "reason": one.reason,
        "missing": len(one.difference.missing),
        "too_much": len(one.difference.too_much),
        "unchanged": one.difference.unchanged,
        "extracted": one.difference.extracted,
        "extracts_again": one.extracts,
    }


def _texts(one: Finding) -> dict[str, Any]:
    return {
        "missing_texts": [memory.text for memory in one.difference.missing],
        "too_much_texts": [memory.text for memory in one.difference.too_much],
    }


def _no_texts(_: Finding) -> dict[str, Any]:
    return {}


def _caller_id(given: str) -> str:
    """Return the number that was given, as E.164; raise click.UsageError for what is none."""
    caller_id = normalise(given) or ""
    if given and not caller_id:
        raise click.UsageError("--caller must be a number with country code, as +16515550100.")
    return caller_id


command = build(app_here)
