"""Changes are told from noise by exact odds."""

from __future__ import annotations

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tactful.evals.statistics import LEVEL, adjusted, chance_of_fall, interval, smallest_fall


@pytest.mark.parametrize(
    ("worse", "better", "chance"),
    [
        (0, 0, 1.0),
        (1, 0, 1 / 2),
        (5, 0, 1 / 32),
        (0, 5, 1.0),
        (4, 1, 6 / 32),
        (9, 2, 67 / 2048),
        (2000, 0, 0.0),
    ],
)
def test_the_odds_of_a_fall_are_those_of_a_coin(worse, better, chance):
    assert chance_of_fall(worse, better) == pytest.approx(chance)


@given(st.integers(0, 60), st.integers(0, 60))
def test_more_falls_are_less_likely_by_chance(worse, better):
    assert chance_of_fall(worse + 1, better) <= chance_of_fall(worse, better)
    assert 0 < chance_of_fall(worse, better) <= 1


def test_one_fall_among_what_stayed_is_not_paid_for():
    chances = {f"still-{at}": (1.0, 0) for at in range(40)} | {"fell": (1 / 64, 6)}
    assert adjusted(chances)["fell"] == pytest.approx(1 / 64)


def test_many_looks_are_paid_for():
    # Of four tests that could each count, Holm weighs the least likely by four, the next by three.
    chances = {"a": (0.001, 20), "b": (0.01, 20), "c": (0.04, 20), "d": (0.5, 20)}
    assert adjusted(chances) == pytest.approx({"a": 0.004, "b": 0.03, "c": 0.08, "d": 0.5})


def test_a_chance_is_never_below_that_of_a_likelier_test():
    chances = {"a": (0.02, 20), "b": (0.021, 20)}
    assert adjusted(chances) == pytest.approx({"a": 0.04, "b": 0.04})


def test_among_many_scorers_that_only_waver_few_falls_are_seen():
    """Of a thousand comparisons of noise with noise, at most one in twenty shows a fall."""
    random = Random(7)  # noqa: S311 - a test of chance
    alarms = 0
    for _ in range(1000):
        found = {}
        for scorer in range(30):
            changed = random.randint(0, 14)
            worse = sum(random.random() < 0.5 for _ in range(changed))
            found[str(scorer)] = (chance_of_fall(worse, changed - worse), changed)
        alarms += min(adjusted(found).values()) <= LEVEL
    assert alarms <= 50


@pytest.mark.parametrize(("cases", "fall"), [(4, None), (5, 1.0), (100, 0.05)])
def test_the_smallest_fall_that_can_be_shown(cases, fall):
    assert smallest_fall(cases) == fall
    if fall is not None:
        assert chance_of_fall(round(fall * cases), 0) <= LEVEL


def test_an_interval_is_the_same_each_time_and_holds_the_mean():
    clusters = [[0.1, 0.2], [0.4], [-0.1, 0.0, 0.1], [0.3]]
    low, high = interval(clusters)
    assert (low, high) == interval(clusters)
    assert low < 1.0 / 7 < high


def test_variants_of_one_draft_count_as_one():
    alone = [[1.0] if at % 2 else [0.0] for at in range(20)]
    copied = [one * 10 for one in alone]
    assert interval(copied) == pytest.approx(interval(alone))


def test_what_did_not_change_has_no_width():
    assert interval([[0.0], [0.0, 0.0]]) == (0.0, 0.0)
