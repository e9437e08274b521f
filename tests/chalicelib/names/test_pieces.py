"""Hundreds of invented beginnings of calls, and how the next call is greeted after each."""

import pytest

from tests.pieces import greeted, read_pieces

# Of all calls, in per cent, what was reached when they were looked at.
REACHED = {
    "one_call.jsonl": 98.1,
    "one_number.jsonl": 97.6,
    "other_numbers.jsonl": 92.3,
    "strangers_numbers.jsonl": 87.0,
}


@pytest.mark.parametrize("file", REACHED)
def test_the_next_call_is_greeted_by_the_right_name(file):
    """After a call that told a name the next one is greeted by it, as often as was reached."""
    results = [result for piece in read_pieces(file) for result in greeted(piece)]
    wrong = [result for result in results if result[1] != result[2]]
    share = 100 * (1 - len(wrong) / len(results))
    assert share >= REACHED[file], f"{share:.1f} % of {len(results)}; wrong: {wrong}"
