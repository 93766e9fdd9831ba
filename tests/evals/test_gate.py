"""A gate passes nothing that got worse and nothing that is unproven."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tactful.evals.compare import compare
from tactful.evals.gate import decide
from tactful.evals.record import Key, Plan, Record, Run, Score
from tactful.evals.standing import Standings, standings_of

CASES = tuple(f"case-{at}" for at in range(40))
PLAN = Plan(
    version="1",
    rule_book="r",
    prompts="p",
    engines=("m",),
    settings={},
    suites={"s": "d"},
    bars={"s": {}},
    cases={"s": CASES},
    whole={"s": CASES},
)


def make_run(broken=(), *, plan=PLAN, failed=0, values=None, unscored=0, recorded=None):
    """Return a run in which ``broken`` are pairs of a scorer and the number of its broken cases."""
    wrong = dict(broken)
    records = []
    for at, case in enumerate(CASES[:recorded]):
        scores = [Score(name, "broken" if at < count else "holds") for name, count in wrong.items()]
        scores += [Score(name, "measured", value) for name, value in (values or {}).items()]
        if at < unscored:
            scores = [replace(one, state="not-scored", value=None) for one in scores]
        error = "no answer" if at < failed else ""
        records.append(
            Record(
                Key("s", case, "m", 0), case, "", {}, {}, error=error, scores=None if error else tuple(scores)
            )
        )
    return Run("run", plan, tuple(records))


def gate(run, before, minimum_fall=0.02):
    return decide(run, compare(standings_of(before), standings_of(run)), minimum_fall)


GOOD = make_run({"kept": 2, "rule:emoji": 0, "decision": 0}.items())


def test_the_same_again_passes():
    assert gate(GOOD, GOOD).code == 0


@pytest.mark.parametrize(("more", "code"), [(1, 0), (4, 0), (5, 1), (20, 1)])
def test_a_fall_fails_where_chance_does_not_explain_it(more, code):
    run = make_run({"kept": 2, "rule:emoji": more, "decision": 0}.items())
    decision = gate(run, GOOD)
    assert decision.code == code
    if code:
        assert decision.failures[0].startswith("s, m: rule:emoji fell from 100.0% to ")


def test_a_fall_below_the_minimum_is_let_pass():
    run = make_run({"kept": 2, "rule:emoji": 6, "decision": 0}.items())
    assert gate(run, GOOD, 0.15).code == 1
    assert gate(run, GOOD, 0.16).code == 0


@pytest.mark.parametrize("scorer", ["decision", "added", "rule:blame", "rule:threat"])
def test_a_single_flip_of_what_must_never_be_fails(scorer):
    before = make_run({scorer: 0}.items())
    decision = gate(make_run({scorer: 1}.items()), before)
    assert decision.code == 1
    assert decision.failures == (f"s/case-0, m: {scorer} held and is broken, which must never be",)
    # What was broken before is no flip.
    assert gate(make_run({scorer: 1}.items()), make_run({scorer: 1}.items())).code == 0


def test_a_wrong_text_where_none_was_released_before_fails():
    decision = gate(make_run({"kept": 0, "decision": 1}.items()), make_run({"kept": 0}.items()))
    assert decision.failures == (
        "s/case-0, m: decision is broken and was not judged before, which must never be",
    )


@pytest.mark.parametrize(
    ("bars", "code"), [({"kept": 0.95}, 0), ({"kept": 0.96}, 1), ({"rule": 1.0}, 0), ({"lost": 0.1}, 3)]
)
def test_an_absolute_bar_holds_without_any_baseline(bars, code):
    run = replace(GOOD, plan=replace(PLAN, bars={"s": bars}))
    assert decide(run, None, 0.02).code == code


def test_neither_a_baseline_nor_a_bar_proves_nothing():
    assert decide(GOOD, None, 0.02).doubts == (
        "there is neither a baseline nor a bar to hold the run against",
    )


@pytest.mark.parametrize(
    ("run", "doubt"),
    [
        (
            make_run({"kept": 0}.items(), plan=replace(PLAN, cases={"s": CASES[:30]}), recorded=30),
            "30 of 40 cases",
        ),
        (make_run({"kept": 0}.items(), recorded=39), "1 cases have no record: the run was cut short"),
        (make_run({"kept": 0}.items(), recorded=0), "40 cases have no record"),
        (
            make_run({"kept": 0}.items(), plan=replace(PLAN, cases={"s": ()}), recorded=0),
            "the run has no case",
        ),
        (make_run({"kept": 0}.items(), failed=3), "3 of 40 calls failed"),
        (make_run({"kept": 0}.items(), failed=40), "40 of 40 calls failed"),
        (make_run({"kept": 0}.items(), unscored=3), "kept could not be scored in 3 cases"),
    ],
)
def test_a_run_that_proves_nothing_does_not_pass(run, doubt):
    decision = gate(run, make_run({"kept": 0}.items()))
    assert decision.code == 3
    assert any(doubt in one for one in decision.doubts)


def test_few_failed_calls_are_borne():
    assert gate(make_run({"kept": 0}.items(), failed=2), make_run({"kept": 0}.items())).code == 0


def test_a_baseline_that_knows_nothing_of_the_suite_proves_nothing():
    decision = decide(GOOD, compare(Standings("base", ()), standings_of(GOOD)), 0.02)
    assert decision.code == 3
    assert "s, m: base has no case of it; write a baseline first" in decision.doubts


def test_a_baseline_of_a_smaller_suite_proves_nothing():
    decision = gate(GOOD, make_run({"kept": 2}.items(), recorded=15))
    assert "s, m: 25 of 40 cases are not in run" in decision.doubts


@pytest.mark.parametrize(
    ("measure", "after", "code"),
    [
        ("rewritten", 0.11, 0),
        ("rewritten", 0.2, 1),
        ("reading-grade", 0.9, 0),
        ("reading-grade", 2.0, 1),
        ("words", 90, 0),
    ],
)
def test_a_measure_that_rose_far_fails(measure, after, code):
    before = make_run({"kept": 0}.items(), values={measure: 0.1})
    assert gate(make_run({"kept": 0}.items(), values={measure: after}), before).code == code
