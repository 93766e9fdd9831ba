"""Compares a run with what was before, case by case.

Two ``Standings`` enter; a ``Comparison`` leaves: what each scorer says of the same cases, how the measures
moved, and the cases that flipped.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from statistics import fmean

from tactful.evals.standing import Pair, Standing, Standings, paired, unpaired
from tactful.evals.statistics import LEVEL, adjusted, chance_of_fall, interval, smallest_fall


@dataclass(frozen=True, slots=True)
class Difference:
    """What one scorer says of the same cases before and after.

    ``before`` and ``after`` are shares of passes, ``worse`` and ``better`` numbers of cases.  ``chance`` is
    the probability of so many falls by chance, made fair to the number of scorers; ``shows`` the smallest
    fall that these cases can show.
    """

    engine: str
    suite: str
    scorer: str
    cases: int
    before: float
    after: float
    worse: int
    better: int
    chance: float
    shows: float | None

    @property
    def fall(self) -> float:
        """How much the share of passes fell; a rise is negative."""
        return self.before - self.after

    @property
    def significant(self) -> bool:
        """Whether it fell by more than chance explains."""
        return self.chance <= LEVEL


@dataclass(frozen=True, slots=True)
class Shift:
    """How a measure moved on the same cases; ``low`` and ``high`` hold its mean shift 19 times of 20.

    ``drafts`` is how many the cases are variants of: with few, the interval is too narrow to be trusted.
    """

    engine: str
    suite: str
    measure: str
    cases: int
    drafts: int
    before: float
    after: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Flip:
    """A case of which a scorer says something else than before; ``None`` is nothing to judge."""

    engine: str
    suite: str
    case: str
    scorer: str
    before: float | None
    after: float | None
    text_before: str
    text_after: str

    @property
    def worse(self) -> bool:
        """Whether the case fell."""
        return self.after is not None and self.after < (1.0 if self.before is None else self.before)


@dataclass(frozen=True, slots=True)
class Comparison:
    """A run against what was before; ``gone`` and ``new`` are cases that only one side has."""

    before: str
    after: str
    pairs: int
    differences: tuple[Difference, ...]
    shifts: tuple[Shift, ...]
    flips: tuple[Flip, ...]
    gone: tuple[Standing, ...]
    new: tuple[Standing, ...]


def compare(before: Standings, after: Standings) -> Comparison:
    """Return what changed between two runs on the cases that both have."""
    pairs = paired(before, after)
    groups: dict[tuple[str, str], list[Pair]] = {}
    for pair in pairs:
        groups.setdefault((pair.engine, pair.after.suite), []).append(pair)
    return Comparison(
        before=before.name,
        after=after.name,
        pairs=len(pairs),
        differences=_fair([one for group in groups.values() for one in _differences(group)]),
        shifts=tuple(one for group in groups.values() for one in _shifts(group)),
        flips=tuple(one for pair in pairs for one in _flips(pair)),
        gone=unpaired(pairs, before),
        new=unpaired(pairs, after),
    )


def _differences(pairs: Sequence[Pair]) -> Iterator[Difference]:
    for scorer in dict.fromkeys(name for pair in pairs for name in pair.after.rates):
        judged = [
            (pair.before.rates[scorer], pair.after.rates[scorer])
            for pair in pairs
            if scorer in pair.before.rates and scorer in pair.after.rates
        ]
        if not judged:
            continue
        worse = sum(after < before for before, after in judged)
        better = sum(after > before for before, after in judged)
        yield Difference(
            engine=pairs[0].engine,
            suite=pairs[0].after.suite,
            scorer=scorer,
            cases=len(judged),
            before=fmean(before for before, _ in judged),
            after=fmean(after for _, after in judged),
            worse=worse,
            better=better,
            chance=chance_of_fall(worse, better),
            shows=smallest_fall(len(judged)),
        )


def _fair(differences: Sequence[Difference]) -> tuple[Difference, ...]:
    """Return the differences with chances that are fair to all looks at this comparison."""
    chances = {str(at): (one.chance, one.worse + one.better) for at, one in enumerate(differences)}
    fair = adjusted(chances)
    return tuple(replace(one, chance=fair[str(at)]) for at, one in enumerate(differences))


def _shifts(pairs: Sequence[Pair]) -> Iterator[Shift]:
    for measure in dict.fromkeys(name for pair in pairs for name in pair.after.values):
        both = [pair for pair in pairs if measure in pair.before.values and measure in pair.after.values]
        if not both:
            continue
        clusters: dict[str, list[float]] = {}
        for pair in both:
            change = pair.after.values[measure] - pair.before.values[measure]
            clusters.setdefault(pair.after.source, []).append(change)
        low, high = interval(list(clusters.values()))
        yield Shift(
            engine=pairs[0].engine,
            suite=pairs[0].after.suite,
            measure=measure,
            cases=len(both),
            drafts=len(clusters),
            before=fmean(pair.before.values[measure] for pair in both),
            after=fmean(pair.after.values[measure] for pair in both),
            low=low,
            high=high,
        )


def _flips(pair: Pair) -> Iterator[Flip]:
    """Yield what was judged differently, and what is broken now and was not judged before."""
    for scorer, after in pair.after.rates.items():
        before = pair.before.rates.get(scorer)
        if after != before and not (before is None and after == 1.0):
            yield Flip(
                engine=pair.engine,
                suite=pair.after.suite,
                case=pair.after.case,
                scorer=scorer,
                before=before,
                after=after,
                text_before=pair.before.text,
                text_after=pair.after.text,
            )
