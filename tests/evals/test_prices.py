"""A cost is what the user's prices say, and unknown where they say nothing."""

from __future__ import annotations

import pytest

from tactful.errors import FileError
from tactful.evals.prices import Prices, read_prices
from tactful.result import Usage

FILE = "currency: EUR\nmodels:\n  small: {input: 2, output: 10}\n"


def test_a_file_of_prices_is_read(tmp_path):
    path = tmp_path / "prices.yaml"
    path.write_text(FILE, encoding="utf-8")
    prices = read_prices(path)
    assert prices == Prices("EUR", {"small": (2, 10)})
    assert prices.cost("small", Usage(1, 1_000_000, 500_000)) == pytest.approx(7)


@pytest.mark.parametrize("wrong", ["input: -1", "input: .inf", "in: 2", "input: cheap"])
def test_a_wrong_price_is_refused_with_its_line(tmp_path, wrong):
    path = tmp_path / "prices.yaml"
    path.write_text(FILE.replace("input: 2", wrong), encoding="utf-8")
    with pytest.raises(FileError) as caught:
        read_prices(path)
    assert caught.value.line == 3


@pytest.mark.parametrize(
    ("model", "usage", "cost"),
    [
        (None, Usage(), 0),
        ("dear", Usage(1, 10, 10), None),
        ("dear", Usage(), 0),
    ],
)
def test_an_unknown_price_is_unknown_and_not_nothing(model, usage, cost):
    assert Prices().cost(model, usage) == cost
