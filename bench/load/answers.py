"""What the doors answered, and what of it broke a promise. Pure."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from bench.hanging import GRACE_MS
from bench.sample import Sample

CLIENT_DATA, RETRIEVE, POST_CALL = DOORS = ("/client-data", "/retrieve", "/post-call")
OK = 200  # the one status that is promised, whatever Mem0 does


@dataclass(frozen=True)
class Answer:
    """One answer. Times are seconds since the run began, and milliseconds that it took.

    Attributes:
        status: HTTP's, or 0 when there was none.
        error: what happened instead of an answer, by the name of httpx' error.
        has_apology: the door answered without Mem0, and says so to the caller.
        strangers: what the answer tells of somebody else; it must be empty.

    """

    door: str
    at_secs: float
    ms: float
    status: int
    error: str = ""
    has_apology: bool = False
    strangers: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Door:
    """All answers of one door."""

    path: str
    answers: Sequence[Answer]

    @property
    def times(self) -> Sample:
        """How long each answer took; NotMeasuredError when there is none."""
        return Sample(tuple(answer.ms for answer in self.answers))

    @property
    def outcomes(self) -> Counter[str]:
        """How often which status came, or which error instead."""
        return Counter(answer.error or str(answer.status) for answer in self.answers)


@dataclass(frozen=True)
class Promise:
    """One promise: ``broken`` of ``count`` answers did not keep it."""

    what: str
    count: int
    broken: int


def doors(answers: Iterable[Answer]) -> tuple[Door, ...]:
    """Return the answers by door, without doors that were never asked."""
    by_door: dict[str, list[Answer]] = {path: [] for path in DOORS}
    for answer in answers:
        by_door[answer.door].append(answer)
    return tuple(Door(path, each) for path, each in by_door.items() if each)


def promises(asked: Iterable[Door], budget_ms: int) -> tuple[Promise, ...]:
    """Return what is promised of each door; ``budget_ms`` is that of /client-data."""
    found: Mapping[str, Sequence[Answer]] = {door.path: door.answers for door in asked}
    answered = [
        _promise(f"{path} answers 200", each, lambda one: one.status == OK)
        for path, each in found.items()
    ]
    greetings = found.get(CLIENT_DATA, ())
    latest_ms = budget_ms + GRACE_MS
    in_time = f"{CLIENT_DATA} answers within {budget_ms:,} + {GRACE_MS} ms"
    everything = [one for each in found.values() for one in each]
    return (
        *answered,
        _promise(in_time, greetings, lambda one: one.ms <= latest_ms),
        _promise(
            "nobody is told what somebody else said", everything, lambda one: not one.strangers
        ),
    )


def _promise(what: str, answers: Iterable[Answer], is_kept: Callable[[Answer], bool]) -> Promise:
    kept = [is_kept(answer) for answer in answers]
    return Promise(what, len(kept), kept.count(False))
