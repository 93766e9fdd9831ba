"""Shares, intervals and quantiles."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tactful.evals.reports.numbers import duration, interval, money, percent, quantile


def test_wilsons_interval_is_the_known_one():
    one = interval(0.9, 100)
    assert (round(one.low, 4), round(one.high, 4)) == (0.8256, 0.9448)


@given(st.integers(1, 500), st.floats(0, 1))
def test_the_rate_lies_in_its_interval(count, rate):
    one = interval(rate, count)
    assert 0 <= one.low <= rate <= one.high <= 1


def test_an_interval_of_few_is_wider():
    assert interval(1.0, 5).low < interval(1.0, 50).low < 1.0
    assert interval(1.0, 5).high == 1.0


@pytest.mark.parametrize(("share", "value"), [(0.0, 1), (0.25, 1), (0.5, 2), (0.95, 4), (1.0, 4)])
def test_a_quantile_is_a_value_that_was_seen(share, value):
    assert quantile([4, 1, 3, 2], share) == value


@pytest.mark.parametrize(
    ("rate", "shown"), [(1.0, "100 %"), (0.99999, "99.9 %"), (0.57, "57 %"), (0.29, "29 %"), (0.0, "0 %")]
)
def test_only_what_always_holds_is_a_hundred_percent(rate, shown):
    assert percent(rate) == shown


def test_an_unknown_cost_is_not_nothing():
    assert [money(cost) for cost in (None, 0.0, 0.01234)] == ["unknown", "0", "0.0123"]


def test_times_change_their_unit_at_a_second():
    assert [duration(one) for one in (0.2, 999.0, 1500.0)] == ["0 ms", "999 ms", "1.5 s"]
