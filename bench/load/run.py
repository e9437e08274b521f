"""One run: many calls at once, what is left to be remembered afterwards, and the proof."""

from collections.abc import Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from typing import IO

from bench.load.afterwards import Sweep, await_extractions, sweep_up, work_off
from bench.load.answers import Door, Promise, doors, promises
from bench.load.asked import Load
from bench.load.deployed import Deployed, deployed
from bench.load.faults import kind_of, of_mem0
from bench.load.held import held, kept
from bench.load.phones import Made, Ringing, ring
from bench.load.proof import Proof, prove, sent
from bench.progress import Progress
from lab.story import FIRST_CALL


@dataclass(frozen=True)
class Aftermath:
    """What came of the payloads that were acknowledged.

    Attributes:
        tried_again: how many needed more than one attempt, the last one included.
        given_up: how many three tries did not help.
        left: how many were still at work when the waiting ended.
        struck: how many of Mem0's requests each kind of fault has met.
        proof: what the archive and Mem0 hold in the end.

    """

    tried_again: int
    given_up: int
    left: int
    struck: Mapping[str, int]
    proof: Proof


@dataclass(frozen=True)
class Run:
    """What came of ``load``. It took ``secs`` from the first request to the last answer."""

    load: Load
    secs: float
    calls: int
    doors: tuple[Door, ...]
    promises: tuple[Promise, ...]
    aftermath: Aftermath

    @property
    def is_kept(self) -> bool:
        """Tell if every promise was kept, and the proof is whole."""
        is_whole = self.aftermath.proof.is_whole
        return is_whole and not any(promise.broken for promise in self.promises)


def run(load: Load, progress: Progress, sweep: Sweep = sweep_up, log: IO[str] | None = None) -> Run:
    """Do as ``load`` says; ``sweep`` is what sees to all that is left.

    What the app logs goes to ``log``. Raises NotMeasuredError or RoutesError when it can't start.
    """
    with ExitStack() as running:
        with progress.step("the lab starts", load.size.processes) as advance:
            here = running.enter_context(deployed(load, log, advance))
        made = _calls(load, here, progress)
        aftermath = _aftermath(here, made, sweep, progress)
    answers = [answer for one in made for answer in one.answers]
    secs = max((one.at_secs + one.ms / 1_000 for one in answers), default=0.0)
    asked = doors(answers)
    return Run(load, secs, len(made), asked, promises(asked, load.budget_ms), aftermath)


def _calls(load: Load, here: Deployed, progress: Progress) -> list[Made]:
    ringing = Ringing(
        load.people, load.seed, load.secs, load.pause_secs, like=FIRST_CALL.read_bytes()
    )
    lines = here.lines(load.calls)
    here.mem0.plan(of_mem0(load.mem0_ms / 1_000, load.fault_share))
    with progress.step(f"{load.calls} simultaneous calls", load.secs) as advance:
        return ring(ringing, lines, advance)


def _aftermath(here: Deployed, made: Sequence[Made], sweep: Sweep, progress: Progress) -> Aftermath:
    left = work_off(here, progress)
    struck = {kind: met for fault, met in here.mem0.struck() if (kind := kind_of(fault))}
    here.mem0.heal()
    given_up = here.queues.take_given_up()
    await_extractions(here.mem0.database)
    with progress.step("the sweep sees to what is left", 1) as advance:
        sweep(here)
        advance()
    await_extractions(here.mem0.database)
    posted = [one for one in made if one.payload]
    everything = [sent(one.payload, is_acknowledged=one.is_acknowledged) for one in posted]
    with progress.step("what is held is compared with what was told", len(posted)) as advance:
        found = kept(
            here.archive,
            (one.key for one in everything),
            {one.plan.conversation.caller_id for one in everything},
            here.settings.caller_salt,
            advance,
        )
        proof = prove(everything, found, held(here.mem0.database))
    tried_again = sum(record.attempts > 1 for record in found.records.values())
    return Aftermath(tried_again, len(given_up), left, struck, proof)
