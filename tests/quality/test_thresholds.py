"""``make quality``: what is promised of the callers the rules were made with, and of others."""

import pytest

from quality.judgement import share
from quality.judging import judge_all
from quality.report import MEASURES, thresholds_missed

# What callers reached that nobody had looked at while the rules were made (docs/quality.md), beside
# the thresholds; no change may make it worse.
REACHED_BY_OTHERS = {
    "name greeted": 0.985,
    "name kept": 0.99,
    "greeting language": 0.99,
    "returning": 0.99,
    "facts found": 0.97,
    "threads found": 0.56,
    "threads precise": 0.66,
    "no junk": 0.98,
    "no small talk": 0.93,
    "recall@3": 0.85,
}


@pytest.fixture(scope="module")
def parts():
    """All judgements: of the callers the rules were made with, and of those kept aside."""
    return judge_all()


def test_every_threshold_is_met(parts):
    """Names, junk, echo, secrets and recall are as promised, for callers kept aside as well."""
    assert thresholds_missed(parts) == []


@pytest.mark.parametrize("measure", REACHED_BY_OTHERS)
def test_others_are_remembered_as_well_as_they_were(parts, measure):
    """For the callers that were kept aside no measure falls below what it has reached."""
    right, count = share(parts[True], measure)
    assert right >= REACHED_BY_OTHERS[measure] * count
    assert measure in MEASURES
