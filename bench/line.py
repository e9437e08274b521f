"""A line of the table: one promise, and what became of it. Pure."""

from dataclasses import dataclass

from bench.sample import Sample


@dataclass(frozen=True)
class Line:
    """One promise. ``is_met`` is None where nothing was promised; ``how`` is one sentence."""

    what: str
    target: str
    measured: str
    is_met: bool | None
    how: str
    ours: Sample | None = None
    baseline: str = ""
    theirs: Sample | None = None

    @property
    def verdict(self) -> str:
        """The word for a reader: met, missed, or nothing."""
        return {True: "met", False: "missed", None: "–"}[self.is_met]

    @property
    def cells(self) -> tuple[str, ...]:
        """The line as it stands in the table, under HEADINGS."""
        return (
            self.what,
            self.target,
            self.measured,
            self.verdict,
            str(self.ours or "–"),
            self.baseline or "–",
            str(self.theirs or "–"),
        )


HEADINGS = (
    "what",
    "target",
    "measured",
    "",
    "p50 / p95 / p99",
    "baseline",
    "its p50 / p95 / p99",
)
