"""Percentiles and ratios."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bench.sample import NotMeasuredError, Sample, largest_deviation, ratio, rounded

VALUES = st.lists(st.floats(0.001, 1e6), min_size=1, max_size=200)


def test_a_percentile_is_a_measured_value_that_so_many_do_not_exceed():
    """Of a hundred values in any order the 95th percentile is the 95th smallest."""
    sample = Sample(tuple(float(value) for value in range(100, 0, -1)))
    assert (sample.p50, sample.percentile(95), sample.p99, sample.largest) == (50, 95, 99, 100)


@given(VALUES, st.floats(0, 100))
def test_at_least_so_many_values_are_not_above_the_percentile(values, percent):
    """Whatever was measured, the percentile is one of the values and enough lie at or below it."""
    at = Sample(tuple(values)).percentile(percent)
    assert at in values
    assert sum(value <= at for value in values) >= len(values) * percent / 100 - 1e-9


def test_one_value_is_all_its_percentiles():
    """A sample of one value has that value everywhere."""
    assert str(Sample((2.5,), "MB")) == "2.50 / 2.50 / 2.50 MB"


def test_a_sample_of_nothing_is_refused():
    """Nothing measured is an error, not a zero."""
    with pytest.raises(NotMeasuredError):
        Sample(())


@pytest.mark.parametrize(("value", "shown"), [(0.1234, "0.12"), (99.9, "99.90"), (2345.6, "2,346")])
def test_values_are_shown_with_the_digits_a_reader_needs(value, shown):
    """Large values lose their fraction, small ones keep two digits."""
    assert rounded(value) == shown


def test_a_ratio_is_that_of_the_medians():
    """One slow start of either side does not change the ratio."""
    assert ratio(Sample((10, 30, 900)), Sample((100, 100, 100))) == pytest.approx(0.3)


def test_a_ratio_needs_a_baseline():
    """A baseline that took no time was not measured."""
    with pytest.raises(NotMeasuredError):
        ratio(Sample((1.0,)), Sample((0.0,)))


@pytest.mark.parametrize(
    ("others", "deviation"), [((110.0, 90.0), 0.1), ((99.0, 70.0), -0.3), ((100.0,), 0.0)]
)
def test_the_largest_deviation_keeps_its_sign(others, deviation):
    """Of all medians the one farthest from the first counts, slower or faster."""
    samples = [Sample((other,)) for other in others]
    assert largest_deviation(Sample((100.0,)), *samples) == pytest.approx(deviation)
