"""What answers say of a search. Pure.

``recall@k`` is the share of a question's evidence that is among the first k memories, on average
over the questions. That is stricter than to ask whether any of it is there, which is told as
``any@k``; where a question has one turn of evidence the two are the same. ``MRR`` is the mean of
1/place of the first evidence, 0 when none is among the first ten.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import fmean

from bench.recall.asking import Answer

DEPTHS = (1, 3, 5, 10)
TARGETS = {5: 0.54, 10: 0.62}  # recall@k
TARGET_MS = 10  # p95 of a search


@dataclass(frozen=True)
class Figures:
    """Means over ``questions``; ``recall`` and ``any`` by depth."""

    questions: int
    recall: dict[int, float]
    any: dict[int, float]
    mrr: float


def figures(answers: Sequence[Answer]) -> Figures:
    """Return the figures of ``answers``, of which there is at least one."""
    return Figures(
        questions=len(answers),
        recall={depth: fmean(_share(one, depth) for one in answers) for depth in DEPTHS},
        any={depth: fmean(_share(one, depth) > 0 for one in answers) for depth in DEPTHS},
        mrr=fmean(1 / one.places[0] if one.places else 0.0 for one in answers),
    )


def _share(answer: Answer, depth: int) -> float:
    return sum(place <= depth for place in answer.places) / len(answer.question.evidence)
