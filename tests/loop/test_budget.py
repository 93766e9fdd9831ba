"""A budget allows what it says, and no more."""

from __future__ import annotations

import pytest

from tactful.errors import OptionError
from tactful.llm import Completion
from tactful.loop.budget import Budget, Spending
from tactful.result import Usage


@pytest.mark.parametrize("wrong", [{"calls": 0}, {"calls": 5}, {"tokens": 0}, {"seconds": 0}])
def test_a_budget_that_allows_nothing_or_too_much_is_refused(wrong):
    with pytest.raises(OptionError, match="The budget is"):
        Budget(**wrong)


def test_calls_are_counted_and_end_it():
    spending = Spending(Budget(calls=2, tokens=100))
    spending.begin_call()
    spending.add(Completion("", "stop", 40, 20))
    assert spending.allows_a_call
    spending.begin_call()
    assert (spending.allows_a_call, spending.usage) == (False, Usage(2, 40, 20))


def test_tokens_end_it():
    spending = Spending(Budget(tokens=60))
    spending.begin_call()
    spending.add(Completion("", "stop", 40, 20))
    assert not spending.allows_a_call


def test_an_answer_that_was_kept_is_no_call():
    spending = Spending(Budget(calls=1))
    spending.begin_call()
    spending.add(Completion("", "stop", 0, 0, cached=True))
    assert (spending.allows_a_call, spending.usage) == (True, Usage(0, 0, 0))


def test_time_ends_it():
    assert not Spending(Budget(seconds=1e-9)).allows_a_call
