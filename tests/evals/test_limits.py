"""A run stays within what it may spend, and stops where nothing works."""

from __future__ import annotations

import pytest

from tactful.evals.limits import HOPELESS, Limits, Spending
from tactful.evals.record import Key, Record
from tactful.result import Usage


def _record(*, error="", cost=0.5):
    usage = Usage() if error else Usage(2, 70, 30)
    return Record(Key("s", "a", "m", 0), "a", "", {}, {}, error=error, usage=usage, cost=cost)


@pytest.mark.parametrize(
    ("limits", "records", "reason"),
    [
        (Limits(), 5, ""),
        (Limits(calls=4), 1, ""),
        (Limits(calls=4), 2, "the most calls are 4"),
        (Limits(tokens=101), 1, ""),
        (Limits(tokens=100), 1, "the most tokens are 100"),
        (Limits(cost=0.5), 1, "the most that may be spent is 0.5"),
    ],
)
def test_no_case_is_begun_past_a_limit(limits, records, reason):
    spending = Spending(limits)
    for _ in range(records):
        spending.count(_record())
    assert spending.may_begin() is not bool(reason)
    assert spending.stopped == reason


def test_what_is_under_way_counts_as_a_call():
    spending = Spending(Limits(calls=3))
    spending.count(_record())
    spending.under_way = 1
    assert not spending.may_begin()


def test_a_cost_that_is_unknown_once_is_unknown_altogether():
    spending = Spending()
    spending.count(_record(cost=None))
    spending.count(_record())
    assert spending.cost is None


def test_a_run_in_which_nothing_works_is_stopped():
    spending = Spending()
    for _ in range(HOPELESS):
        assert spending.may_begin()
        spending.count(_record(error="refused"))
    assert not spending.may_begin()
    assert spending.stopped == f"the first {HOPELESS} calls failed"


def test_one_call_that_works_keeps_a_run_going():
    spending = Spending()
    spending.count(_record())
    for _ in range(2 * HOPELESS):
        spending.count(_record(error="refused"))
    assert spending.may_begin()
