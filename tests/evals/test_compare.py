"""A run is compared case by case with what was before."""

from __future__ import annotations

import pytest

from tactful.evals.compare import compare
from tactful.evals.standing import Standing, Standings


def standing(case, rates=None, *, values=None, engine="m", text="", source=None):
    return Standing("s", case, source or case, engine, rates or {}, values or {}, text)


def standings(*cases, name="run"):
    return Standings(name, tuple(cases))


def test_only_cases_that_both_judged_are_compared():
    before = standings(standing("a", {"kept": 1.0}), standing("b", {}), standing("gone", {"kept": 1.0}))
    after = standings(
        standing("a", {"kept": 0.0}), standing("b", {"kept": 1.0}), standing("new", {"kept": 1.0})
    )
    found = compare(before, after)
    (difference,) = found.differences
    assert (difference.cases, difference.before, difference.after) == (1, 1.0, 0.0)
    assert (difference.worse, difference.better, difference.fall) == (1, 0, 1.0)
    assert ([one.case for one in found.gone], [one.case for one in found.new]) == (["gone"], ["new"])


def test_the_flipped_cases_come_with_both_texts():
    before = standings(
        standing("a", {"kept": 1.0, "added": 1.0}, text="old a"), standing("b", {"kept": 0.0}, text="old b")
    )
    after = standings(
        standing("a", {"kept": 0.0, "added": 1.0}, text="new a"), standing("b", {"kept": 1.0}, text="new b")
    )
    flips = compare(before, after).flips
    assert [(one.case, one.scorer, one.worse) for one in flips] == [("a", "kept", True), ("b", "kept", False)]
    assert (flips[0].text_before, flips[0].text_after) == ("old a", "new a")


def test_what_was_not_judged_and_is_broken_now_is_a_flip():
    found = compare(standings(standing("a")), standings(standing("a", {"decision": 0.0, "kept": 1.0})))
    assert [(one.scorer, one.before, one.worse) for one in found.flips] == [("decision", None, True)]


@pytest.mark.parametrize(("fallen", "significant"), [(4, False), (5, True), (20, True)])
def test_a_fall_counts_from_where_chance_ends(fallen, significant):
    before = standings(*(standing(str(at), {"kept": 1.0, "added": 1.0}) for at in range(40)))
    after = standings(*(standing(str(at), {"kept": float(at >= fallen), "added": 1.0}) for at in range(40)))
    found = {one.scorer: one for one in compare(before, after).differences}
    assert found["kept"].significant is significant
    assert not found["added"].significant
    assert found["kept"].shows == 5 / 40


def test_repeats_count_as_one_case():
    before = standings(standing("a", {"kept": 1.0}), standing("b", {"kept": 0.5}))
    after = standings(standing("a", {"kept": 0.5}), standing("b", {"kept": 0.75}))
    (found,) = compare(before, after).differences
    assert (found.worse, found.better, found.fall) == (1, 1, 0.125)


def test_engines_are_paired_by_label_or_where_each_side_has_one():
    old = standings(standing("a", {"kept": 1.0}, engine="x"), standing("a", {"kept": 0.0}, engine="y"))
    both = compare(
        old, standings(standing("a", {"kept": 0.0}, engine="y"), standing("a", {"kept": 1.0}, engine="z"))
    )
    assert [(one.engine, one.worse, one.better) for one in both.differences] == [("y", 0, 0)]
    alone = compare(
        standings(standing("a", {"kept": 1.0}, engine="x")), standings(standing("a", {"kept": 0.0}))
    )
    assert [(one.engine, one.worse) for one in alone.differences] == [("m", 1)]


def test_measures_shift_by_clusters_of_one_draft():
    before = standings(*(standing(str(at), values={"words": 10.0}, source=str(at % 4)) for at in range(8)))
    after = standings(*(standing(str(at), values={"words": 12.0}, source=str(at % 4)) for at in range(8)))
    (shift,) = compare(before, after).shifts
    assert (shift.cases, shift.drafts, shift.before, shift.after) == (8, 4, 10.0, 12.0)
    assert (shift.low, shift.high) == (2.0, 2.0)
