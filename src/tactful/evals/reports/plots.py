"""What the plots of a report show: pass rates with their intervals, cost, and how long cases took.

A ``Run`` enters; places on an axis, as percentages of its length, leave with the numbers they stand for.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import floor

from tactful.evals.record import Record, Run
from tactful.evals.reports.numbers import Interval, duration, interval, money, percent, quantile
from tactful.evals.summary import Summary

_RULE = "rule:"


@dataclass(frozen=True, slots=True)
class RateMark:
    """The pass rate of a rule with one engine; ``at``, ``low`` and ``high`` are places on the axis."""

    engine: str
    at: float
    low: float
    high: float
    shown: str
    told: str


@dataclass(frozen=True, slots=True)
class RatePlot:
    """Pass rates by rule, the lowest first; ``ticks`` are places on the axis and what stands there."""

    rows: tuple[tuple[str, tuple[RateMark, ...]], ...]
    ticks: tuple[tuple[float, str], ...]


@dataclass(frozen=True, slots=True)
class SpendingBar:
    """What a suite with an engine cost and took; the places are on axes from 0 to the greatest."""

    suite: str
    engine: str
    cost: str
    cost_at: float
    median: str
    median_at: float
    slow: str
    slow_at: float
    tokens: int
    calls: int


def rate_plot(run: Run) -> RatePlot:
    """Return the pass rates of every rule over all suites.

    Cases of one source draft are no independent ones: the interval counts each source draft once.
    """
    found = {
        rule: {engine: one for engine in run.plan.engines if (one := _interval(run, rule, engine))}
        for rule in _rules(run.records)
    }
    found = {rule: rates for rule, rates in found.items() if rates}
    lowest = min((one.low for rates in found.values() for one in rates.values()), default=0.0)
    start = floor(lowest * 10) / 10
    order = sorted(found, key=lambda rule: (min(one.rate for one in found[rule].values()), rule))
    rows = tuple(
        (rule, tuple(_mark(engine, one, start) for engine, one in found[rule].items())) for rule in order
    )
    return RatePlot(rows, tuple(_ticks(start)))


def _rules(records: Iterable[Record]) -> list[str]:
    return sorted(
        {
            score.scorer.removeprefix(_RULE)
            for record in records
            for score in record.scores or ()
            if score.scorer.startswith(_RULE) and score.passed is not None
        }
    )


def _interval(run: Run, rule: str, engine: str) -> Interval | None:
    sources: set[tuple[str, str]] = set()
    judged = holds = 0
    for record in run.records:
        score = record.score(_RULE + rule) if record.key.engine == engine else None
        if score is not None and score.passed is not None:
            sources.add((record.key.suite, record.source))
            judged += 1
            holds += score.passed
    return interval(holds / judged, len(sources)) if judged else None


def _mark(engine: str, one: Interval, start: float) -> RateMark:
    def place(share: float) -> float:
        return round(100 * (share - start) / (1 - start), 2)

    return RateMark(
        engine=engine,
        at=place(one.rate),
        low=place(one.low),
        high=place(one.high),
        shown=percent(one.rate),
        told=f"{percent(one.low)} to {percent(one.high)}",
    )


def _ticks(start: float) -> Iterable[tuple[float, str]]:
    steps = 4
    for at in range(steps + 1):
        yield 100 * at / steps, percent(start + (1 - start) * at / steps)


def spending_bars(run: Run, summaries: Sequence[Summary]) -> tuple[SpendingBar, ...]:
    """Return what each suite with each engine cost and took, where an engine worked at all."""
    times = {(one.engine, one.suite): _times(run, one) for one in summaries}
    dearest = max((one.cost or 0.0 for one in summaries), default=0.0)
    longest = max((quantile(found, 0.95) for found in times.values() if found), default=0.0)
    return tuple(
        _bar(one, times[one.engine, one.suite], dearest, longest)
        for one in summaries
        if times[one.engine, one.suite]
    )


def _times(run: Run, summary: Summary) -> list[float]:
    return [
        record.milliseconds
        for record in run.records
        if record.result is not None
        and (record.key.engine, record.key.suite) == (summary.engine, summary.suite)
    ]


def _bar(one: Summary, times: Sequence[float], dearest: float, longest: float) -> SpendingBar:
    median, slow = quantile(times, 0.5), quantile(times, 0.95)
    return SpendingBar(
        suite=one.suite,
        engine=one.engine,
        cost=money(one.cost),
        cost_at=round(100 * (one.cost or 0.0) / dearest, 2) if dearest else 0.0,
        median=duration(median),
        median_at=round(100 * median / longest, 2) if longest else 0.0,
        slow=duration(slow),
        slow_at=round(100 * slow / longest, 2) if longest else 0.0,
        tokens=one.tokens,
        calls=one.calls,
    )
