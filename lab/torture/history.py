"""A history, as hypothesis makes it up: what people, networks and machines can do to the app."""

from collections.abc import Callable
from typing import Any, ClassVar

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, precondition, rule

from chalicelib.layout import UNSETTLED
from lab.faults import Fault
from lab.torture.network import KINDS, Disaster
from lab.torture.stage import Stage
from lab.torture.truth import check
from lab.torture.world import HMAC_KEY

MOST_SWEEPS = 12
CALLS = st.sampled_from([0, 1, 4, 0, 1, 5, 2, 3])  # the last two are remembered as nothing
DISASTERS = st.none() | st.builds(
    Disaster, st.integers(1, 16), st.sampled_from([*KINDS, "meanwhile", "meanwhile"])
)
MEM0_FAULTS = st.builds(
    Fault,
    operation=st.sampled_from(["*", "add", "add_inferred", "add_verbatim", "list", "event"]),
    times=st.integers(1, 6),
    skip=st.integers(0, 3),
    status=st.sampled_from([400, 413, 422, 429, 500, 502, 503, 504]),
) | st.builds(
    Fault,
    operation=st.sampled_from(["*", "add_inferred", "add_verbatim"]),
    times=st.integers(1, 3),
    skip=st.integers(0, 3),
    drop=st.sampled_from(["before", "after"]),
)
PATIENT_FAULTS = st.builds(
    Fault,
    operation=st.just("add"),
    times=st.integers(1, 3),
    status=st.just(429),
    retry_after_secs=st.sampled_from([1, 30, 500]),
)
FAILED_EXTRACTIONS = st.builds(
    Fault,
    operation=st.just("add_inferred"),
    times=st.integers(1, 4),
    extraction_error=st.just("no tokens left"),
)
S3_FAULTS = st.builds(
    Fault,
    operation=st.sampled_from(["*", "get", "put", "list", "delete"]),
    times=st.integers(1, 4),
    skip=st.integers(0, 6),
    status=st.sampled_from([500, 503]),
) | st.builds(
    Fault,
    operation=st.sampled_from(["get", "put", "delete"]),
    times=st.integers(1, 2),
    skip=st.integers(0, 6),
    drop=st.sampled_from(["before", "after"]),
)
MEM0_BREAKS = st.tuples(st.just("mem0"), MEM0_FAULTS | PATIENT_FAULTS | FAILED_EXTRACTIONS)
S3_BREAKS = st.tuples(st.just("s3"), S3_FAULTS)
BREAKS = st.none() | MEM0_BREAKS | S3_BREAKS

Break = tuple[str, Fault] | None  # which of the two, and how


class History(RuleBasedStateMachine):
    """Calls come, things break, time passes; and in the end nothing may be lost."""

    stage: ClassVar[Stage]
    told: ClassVar[Any]  # a function without arguments

    def __init__(self) -> None:
        super().__init__()
        self.world = self.stage.new_world()

    @rule(call=CALLS, version=st.sampled_from([0, 0, 0, 1]), disaster=DISASTERS)
    def elevenlabs_delivers(self, call: int, version: int, disaster: Disaster | None) -> None:
        """Have a call end, or its payload come again."""
        self.world.deliver(call, version, disaster)
        self.world.notify()

    @rule(
        call=CALLS,
        forged=st.sampled_from([("stranger's-key", 0), (HMAC_KEY, -4_000), (HMAC_KEY, 4_000)]),
    )
    def a_stranger_delivers(self, call: int, forged: tuple[str, int]) -> None:
        """Have somebody send what ElevenLabs has not signed, or long ago."""
        self.world.forge(call, forged[1], forged[0])

    @precondition(lambda self: self.world.tries)
    @rule(
        which=st.integers(0, 7),
        disaster=DISASTERS,
        broken=BREAKS,
        repeated=st.booleans(),
    )
    def lambda_handles(
        self, which: int, disaster: Disaster | None, broken: Break, repeated: bool
    ) -> None:
        """Have a notification handled while something breaks; S3 may send it again."""
        self._break(broken)
        waiting = sorted(self.world.tries)
        key = waiting[which % len(waiting)]
        self.world.handle(key, disaster)
        if not repeated:
            self.world.lose(key)

    @precondition(lambda self: self.world.tries)
    @rule(which=st.integers(0, 7))
    def s3_loses_a_notification(self, which: int) -> None:
        """Have a notification never arrive."""
        waiting = sorted(self.world.tries)
        self.world.lose(waiting[which % len(waiting)])

    @rule(broken=MEM0_BREAKS | S3_BREAKS)
    def something_breaks(self, broken: Break) -> None:
        """Have Mem0 or S3 fail for a while."""
        self._break(broken)

    @rule(secs=st.sampled_from([10, 130, 700, 4_000, 90_000]))
    def time_passes(self, secs: int) -> None:
        """Put the clock forward."""
        self.world.clock.sleep(secs)

    @rule(disaster=DISASTERS, broken=BREAKS)
    def the_schedule_runs(self, disaster: Disaster | None, broken: Break) -> None:
        """Have the sweep run while something breaks."""
        self._break(broken)
        self.world.sweep(disaster)

    def teardown(self) -> None:
        """End all faults, let the sweep run, and check what must be true."""
        self.stage.heal()
        for _ in range(MOST_SWEEPS):
            self.world.clock.sleep(4_000)
            self.world.sweep()
            if not any(key.startswith(UNSETTLED) for key in self.stage.s3.stored()):
                break
        check(self.world, self.stage.mem0)
        self.told()

    def _break(self, broken: Break) -> None:
        if broken:
            where, fault = broken
            (self.stage.s3 if where == "s3" else self.stage.mem0).faults.add(fault)


def machine(stage: Stage, told: Callable[[], None] = lambda: None) -> type[History]:
    """Return the state machine of histories on ``stage``; ``told`` is called after each."""
    return type("Machine", (History,), {"stage": stage, "told": staticmethod(told)})


def settings_of(examples: int) -> dict[str, Any]:
    """Return hypothesis' settings for ``examples`` histories."""
    return {"max_examples": examples, "stateful_step_count": 14, "deadline": None}
