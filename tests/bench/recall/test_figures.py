"""What answers say of a search."""

import pytest

from bench.recall.asking import Answer
from bench.recall.figures import figures
from bench.recall.locomo import Question


def answer(places, evidence_count):
    """Return an answer with evidence at ``places``, of so many turns of evidence."""
    evidence = frozenset(f"turn {n}" for n in range(evidence_count))
    return Answer(Question("?", 1, evidence), places, 3.0, 2.0, 1.0)


@pytest.mark.parametrize(
    ("answers", "recall", "any_of_it", "mrr"),
    [
        ([answer((1,), 1)], [1, 1, 1, 1], [1, 1, 1, 1], 1),
        ([answer((), 2)], [0, 0, 0, 0], [0, 0, 0, 0], 0),
        ([answer((2, 4), 2)], [0, 0.5, 1, 1], [0, 1, 1, 1], 1 / 2),
        ([answer((6,), 3)], [0, 0, 0, 1 / 3], [0, 0, 0, 1], 1 / 6),
        ([answer((1,), 1), answer((10,), 2)], [0.5, 0.5, 0.5, 0.75], [0.5, 0.5, 0.5, 1], 1.1 / 2),
    ],
)
def test_figures(answers, recall, any_of_it, mrr):
    """Recall is the mean share of the evidence found; any of it, and its first place, are told."""
    said = figures(answers)
    assert [*said.recall.values()] == pytest.approx(recall)
    assert [*said.any.values()] == pytest.approx(any_of_it)
    assert said.mrr == pytest.approx(mrr)
    assert said.questions == len(answers)
