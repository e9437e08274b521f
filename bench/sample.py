"""A sample: what was measured several times, and what can be said of it. Pure."""

from dataclasses import dataclass
from math import ceil


class NotMeasuredError(Exception):
    """Something could not be measured; the message says what, and why."""


@dataclass(frozen=True)
class Sample:
    """Values of one unit (``"ms"``, ``"MB"``), in the order in which they were measured."""

    values: tuple[float, ...]
    unit: str = "ms"

    def __post_init__(self) -> None:
        if not self.values:
            raise NotMeasuredError("a sample without values says nothing")

    def percentile(self, percent: float) -> float:
        """Return the smallest value that at least ``percent`` of all do not exceed (0 to 100)."""
        rank = max(1, ceil(len(self.values) * percent / 100))
        return sorted(self.values)[rank - 1]

    @property
    def p50(self) -> float:
        """The median."""
        return self.percentile(50)

    @property
    def p99(self) -> float:
        """The value that one in a hundred exceeds."""
        return self.percentile(99)

    @property
    def largest(self) -> float:
        """The largest value."""
        return max(self.values)

    def __str__(self) -> str:
        shown = " / ".join(rounded(self.percentile(percent)) for percent in (50, 95, 99))
        return f"{shown} {self.unit}"


def rounded(value: float) -> str:
    """Return ``value`` with as many digits as a reader needs."""
    return f"{value:,.0f}" if abs(value) >= 100 else f"{value:.2f}"


def ratio(ours: Sample, baseline: Sample) -> float:
    """Return how much of the baseline's median ours is."""
    if baseline.p50 <= 0:
        raise NotMeasuredError("a baseline of nothing has no ratio")
    return ours.p50 / baseline.p50


def largest_deviation(first: Sample, *others: Sample) -> float:
    """Return by which part of the first one's median another median is off at most, with sign."""
    return max((ratio(one, first) - 1 for one in others), key=abs)
