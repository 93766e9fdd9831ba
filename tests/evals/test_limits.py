"""A run stays within what it may spend, to the call, and stops where nothing works."""

from __future__ import annotations

import asyncio

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tactful.evals.limits import HOPELESS, Limits, Spending
from tactful.evals.record import Key, Record
from tactful.result import Usage


def _record(*, error="", cost=0.5, calls=2):
    usage = Usage(calls, 35 * calls, 15 * calls)
    return Record(Key("s", "a", "m", 0), "a", "", {}, {}, error=error, usage=usage, cost=cost)


def _after(spending, *records):
    """Return what another case is granted when these are done."""

    async def granted():
        for record in records:
            await spending.end(await spending.begin(4), record)
        return await asyncio.wait_for(spending.begin(4), 1)

    return asyncio.run(granted())


@pytest.mark.parametrize(
    ("limits", "records", "granted", "reason"),
    [
        (Limits(), 5, 4, ""),
        (Limits(calls=6), 1, 4, ""),
        (Limits(calls=5), 2, 1, ""),
        (Limits(calls=4), 2, None, "the most calls are 4"),
        (Limits(tokens=101), 1, 4, ""),
        (Limits(tokens=100), 1, None, "the most tokens are 100"),
        (Limits(cost=0.5), 1, None, "the most that may be spent is 0.5"),
    ],
)
def test_no_case_is_begun_past_a_limit(limits, records, granted, reason):
    spending = Spending(limits)
    assert _after(spending, *[_record()] * records) == granted
    assert spending.stopped == reason


@given(
    limit=st.integers(1, 30),
    at_once=st.integers(1, 10),
    wanted=st.lists(st.integers(0, 4), min_size=1, max_size=30),
)
def test_calls_never_go_past_the_limit_and_are_used_up_where_cases_are_left(limit, at_once, wanted):
    spending = Spending(Limits(calls=limit))
    made: list[int] = []

    async def work(calls, turn):
        async with turn:
            granted = await spending.begin(4)
            if granted is None:
                return
            await asyncio.sleep(0)
            took = min(granted, calls)
            made.append(took)
            await spending.end(granted, _record(calls=took, error="cut" if took < calls else ""))

    async def run():
        turn = asyncio.Semaphore(at_once)
        await asyncio.wait_for(asyncio.gather(*(work(calls, turn) for calls in wanted)), 10)

    asyncio.run(run())
    assert spending.calls == sum(made) <= limit
    assert sum(made) == min(limit, sum(wanted)) or spending.failed


def test_at_most_the_last_case_is_cut():
    spending = Spending(Limits(calls=10))
    taken = []

    async def work():
        granted = await spending.begin(4)
        if granted is not None:
            await asyncio.sleep(0)
            taken.append(min(granted, 3))
            await spending.end(granted, _record(calls=min(granted, 3)))

    async def run():
        await asyncio.gather(*(work() for _ in range(8)))

    asyncio.run(run())
    assert taken == [3, 3, 3, 1]


def test_a_cost_that_is_unknown_once_is_unknown_altogether():
    spending = Spending()
    _after(spending, _record(cost=None), _record())
    assert spending.cost is None


def test_a_run_in_which_nothing_works_is_stopped():
    spending = Spending()
    assert _after(spending, *[_record(error="refused")] * HOPELESS) is None
    assert spending.stopped == f"the first {HOPELESS} calls failed"


def test_one_call_that_works_keeps_a_run_going():
    assert _after(Spending(), _record(), *[_record(error="refused")] * 2 * HOPELESS) == 4


def test_the_calls_of_a_case_that_was_cut_are_free_again():
    spending = Spending(Limits(calls=4))
    assert _after(spending, None) == 4
