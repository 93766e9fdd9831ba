"""Agreement is what is left when chance is taken out."""

from __future__ import annotations

import pytest

from tactful.evals.agreement import Agreement, agreement


@pytest.mark.parametrize(
    ("pairs", "found"),
    [
        ([], Agreement(0, 0, None, 0)),
        ([(True, None)], Agreement(0, 0, None, 1)),
        ([(True, True), (False, False)], Agreement(2, 2, 1.0, 0)),
        ([(True, False), (False, True)], Agreement(2, 0, -1.0, 0)),
        ([(True, True)] * 3, Agreement(3, 3, None, 0)),
        ([(True, True), (True, False), (False, True), (False, False)], Agreement(4, 2, 0.0, 0)),
    ],
)
def test_small_tables(pairs, found):
    assert agreement(pairs) == found


def test_a_table_from_the_textbook():
    # 20 both yes, 15 both no, 5 and 10 apart: agreement 0.7, by chance 0.5.
    pairs = [(True, True)] * 20 + [(True, False)] * 5 + [(False, True)] * 10 + [(False, False)] * 15
    found = agreement(pairs)
    assert found.share == pytest.approx(0.7)
    assert found.kappa == pytest.approx(0.4)
