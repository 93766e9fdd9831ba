"""What the plots show."""

from __future__ import annotations

from dataclasses import replace

from tactful.evals.record import Score
from tactful.evals.reports.plots import rate_plot, spending_bars
from tactful.evals.summary import summarise


def records_of(base, verdicts, *, engine="composer", one_source=False):
    """Return a record a verdict, each of a draft of its own or all of one."""
    for at, holds in enumerate(verdicts):
        yield replace(
            base,
            key=replace(base.key, case=f"c{at}", engine=engine),
            source="same" if one_source else f"c{at}",
            scores=(Score("rule:blame", "holds" if holds else "broken"),),
        )


def test_the_worst_rule_comes_first_and_the_axis_starts_below_it(run_of, mixed):
    plot = rate_plot(run_of([*records_of(mixed.records[0], [True] * 9 + [False])], missing=()))
    ((rule, (mark,)),) = plot.rows
    assert (rule, mark.shown, mark.told) == ("blame", "90 %", "59.5 % to 98.2 %")
    assert [shown for _, shown in plot.ticks] == ["50 %", "62.5 %", "75 %", "87.5 %", "100 %"]
    assert (mark.at, mark.low, mark.high) == (80.0, 19.17, 96.42)


def test_variants_of_one_draft_count_once(run_of, mixed):
    base = mixed.records[0]
    apart = rate_plot(run_of([*records_of(base, [True] * 20)], missing=())).rows[0][1][0]
    same = rate_plot(run_of([*records_of(base, [True] * 20, one_source=True)], missing=())).rows[0][1][0]
    assert apart.told == "83.8 % to 100 %"
    assert same.told == "20.6 % to 100 %"


def test_each_engine_has_its_mark(run_of, mixed):
    base = mixed.records[0]
    records = [*records_of(base, [True]), *records_of(base, [False], engine="answers")]
    ((_, marks),) = rate_plot(run_of(records, missing=())).rows
    assert [(mark.engine, mark.shown) for mark in marks] == [("composer", "100 %"), ("answers", "0 %")]


def test_bars_reach_to_the_longest_and_the_dearest(mixed):
    (bar,) = spending_bars(mixed, summarise(mixed))
    assert (bar.median, bar.slow, bar.slow_at, bar.median_at) == ("12 ms", "1.5 s", 100.0, 0.8)
    assert (bar.cost, bar.cost_at, bar.tokens, bar.calls) == ("0.0123", 100.0, 120, 3)
