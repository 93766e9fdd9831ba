"""Counts what a run's scores say.

A ``Run`` enters; one ``Summary`` for each engine and suite leaves.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from statistics import fmean

from tactful.evals.record import Record, Run, Score, State

# Scorers with a part for each rule or measure; the family stands for all its parts together.
FAMILIES = ("rule", "attempt", "detection", "tone", "judge")


@dataclass(frozen=True, slots=True)
class Tally:
    """How often a scorer said what."""

    holds: int = 0
    broken: int = 0
    not_applicable: int = 0
    not_scored: int = 0

    @property
    def judged(self) -> int:
        """How often it said pass or fail."""
        return self.holds + self.broken

    @property
    def rate(self) -> float | None:
        """The share of passes; ``None`` where nothing was judged."""
        return self.holds / self.judged if self.judged else None


@dataclass(frozen=True, slots=True)
class Summary:
    """What came of a suite with an engine; ``cost`` is ``None`` where a price is unknown.

    ``tallies`` are by scorer and by family, ``means`` the means of what is measured; ``milliseconds``
    is the mean of a case that an engine worked on.
    """

    engine: str
    suite: str
    planned: int
    recorded: int
    failed: int
    tallies: Mapping[str, Tally]
    means: Mapping[str, float]
    calls: int
    tokens: int
    cost: float | None
    milliseconds: float


def summarise(run: Run) -> tuple[Summary, ...]:
    """Return a summary for each engine and suite, in the order of the plan."""
    groups: dict[tuple[str, str], list[Record]] = {
        (engine, suite): [] for engine in run.plan.engines for suite in run.plan.suites
    }
    for record in run.records:
        groups[record.key.engine, record.key.suite].append(record)
    return tuple(
        _summary(engine, suite, len(run.plan.cases[suite]) * run.plan.repeats, records)
        for (engine, suite), records in groups.items()
    )


def _summary(engine: str, suite: str, planned: int, records: list[Record]) -> Summary:
    worked = [record.milliseconds for record in records if record.result is not None]
    costs = [record.cost for record in records]
    return Summary(
        engine=engine,
        suite=suite,
        planned=planned,
        recorded=len(records),
        failed=sum(record.failed for record in records),
        tallies=tallies(records),
        means=_means(records),
        calls=sum(record.usage.calls for record in records),
        tokens=sum(record.usage.prompt_tokens + record.usage.completion_tokens for record in records),
        cost=None if None in costs else sum(cost for cost in costs if cost is not None),
        milliseconds=fmean(worked) if worked else 0.0,
    )


def tallies(records: Iterable[Record]) -> dict[str, Tally]:
    """Return how often each scorer, and each family, said what."""
    counts: dict[str, Counter[State]] = {}
    for (scorer, state), count in Counter((one.scorer, one.state) for one in _scores(records)).items():
        if state != "measured":
            for name in names_of(scorer):
                counts.setdefault(name, Counter())[state] += count
    return {
        name: Tally(count["holds"], count["broken"], count["not-applicable"], count["not-scored"])
        for name, count in counts.items()
    }


def names_of(scorer: str) -> tuple[str, ...]:
    """Return under which names a scorer counts: its own, and its family's if it has one."""
    family = scorer.partition(":")[0]
    return (family, scorer) if family != scorer and family in FAMILIES else (scorer,)


def _scores(records: Iterable[Record]) -> Iterator[Score]:
    return (one for record in records for one in record.scores or ())


def _means(records: list[Record]) -> dict[str, float]:
    values: dict[str, list[float]] = {}
    for one in _scores(records):
        if one.value is not None:
            values.setdefault(one.scorer, []).append(one.value)
    return {name: fmean(found) for name, found in values.items()}
