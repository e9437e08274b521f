"""What one judgement says: of which measure, of whom, whether right, and what was seen instead."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Judgement:
    """One thing that is as expected, or not."""

    measure: str
    is_right: bool
    expected: str
    seen: str
    caller: str = ""
    call: int = 0


def share(judgements: list[Judgement], measure: str) -> tuple[int, int]:
    """Return how many judgements of ``measure`` are right, and how many there are."""
    of_it = [one for one in judgements if one.measure == measure]
    return sum(one.is_right for one in of_it), len(of_it)
