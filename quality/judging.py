"""All callers played and judged, in two parts: those the rules were made with, and the others."""

from collections.abc import Collection, Iterator
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from rich.console import Console
from rich.progress import track

from quality.fixture import Caller, read_callers
from quality.judge import judge
from quality.judgement import Judgement
from quality.player import agent_numbers, play
from quality.recall import judge_search
from quality.stage import Stage
from quality.threads import judge_threads
from quality.without_items import without_items


def judge_all(
    only: Collection[str] = (), console: Console | None = None, *, items: bool = True
) -> dict[bool, list[Judgement]]:
    """Return the judgements by whether the caller was kept aside; of ``only`` some, if named.

    Without ``items`` the calls are those of an agent that collects none of ours.
    """
    callers = [one for one in read_callers() if not only or one.id in only]
    callers = callers if items else list(map(without_items, callers))
    parts: dict[bool, list[Judgement]] = {False: [], True: []}
    with (
        TemporaryDirectory(prefix="quality-") as scratch,
        Stage(Path(scratch), agent_numbers(callers)) as stage,
    ):
        for caller in track(callers, "Playing the callers", console=console, transient=True):
            parts[caller.is_kept_aside] += _judged(stage, caller)
    return parts


def _judged(stage: Stage, caller: Caller) -> Iterator[Judgement]:
    played, searched = play(stage, caller)
    for one in played:
        yield from (replace(said, caller=caller.id, call=one.call.number) for said in judge(one))
    for asked in searched:
        after = asked.question.after
        yield from (
            replace(said, caller=caller.id, call=after) for said in judge_search(asked, caller)
        )
    yield from (replace(said, caller=caller.id) for said in judge_threads(played))
