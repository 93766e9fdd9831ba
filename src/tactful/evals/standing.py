"""Where each case stands: what its scorers say, over all repeats.

A ``Run`` enters; a ``Standing`` for each case and engine leaves, in the order of the run.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from statistics import fmean

from tactful.evals.record import Record, Run


@dataclass(frozen=True, slots=True)
class Standing:
    """One case with one engine.

    ``rates`` are the shares of passes by scorer, for the scorers that said pass or fail; ``values`` the
    means of what is measured; ``text`` the first text, and empty where none was released.
    """

    suite: str
    case: str
    source: str
    engine: str
    rates: Mapping[str, float]
    values: Mapping[str, float]
    text: str


@dataclass(frozen=True, slots=True)
class Standings:
    """All cases of a run or of a baseline, under the name it goes by."""

    name: str
    cases: tuple[Standing, ...]

    @property
    def engines(self) -> tuple[str, ...]:
        """The labels of the engines, in order."""
        return tuple(dict.fromkeys(one.engine for one in self.cases))


def standings_of(run: Run) -> Standings:
    """Return where each case of a run stands; a repeat whose call failed counts for nothing."""
    groups: dict[tuple[str, str, str], list[Record]] = {}
    for record in run.records:
        if not record.failed:
            key = record.key
            groups.setdefault((key.engine, key.suite, key.case), []).append(record)
    return Standings(run.name, tuple(_standing(records) for records in groups.values()))


def _standing(records: list[Record]) -> Standing:
    first = records[0]
    rates: dict[str, list[float]] = {}
    values: dict[str, list[float]] = {}
    for one in (score for record in records for score in record.scores or ()):
        if one.passed is not None:
            rates.setdefault(one.scorer, []).append(float(one.passed))
        elif one.value is not None:
            values.setdefault(one.scorer, []).append(one.value)
    return Standing(
        suite=first.key.suite,
        case=first.key.case,
        source=first.source,
        engine=first.key.engine,
        rates={name: fmean(found) for name, found in rates.items()},
        values={name: fmean(found) for name, found in values.items()},
        text=first.text,
    )


@dataclass(frozen=True, slots=True)
class Pair:
    """The same case before and after; ``engine`` is the label after."""

    before: Standing
    after: Standing

    @property
    def engine(self) -> str:
        """The engine that the comparison is about."""
        return self.after.engine


def paired(before: Standings, after: Standings) -> tuple[Pair, ...]:
    """Return the cases that both have, in the order of the run.

    Engines are paired by their labels; where each side has one, those two are.
    """
    known = {(one.engine, one.suite, one.case): one for one in before.cases}
    alone = before.engines[0] if len(before.engines) == len(after.engines) == 1 else None
    found = ((known.get((alone or one.engine, one.suite, one.case)), one) for one in after.cases)
    return tuple(Pair(earlier, later) for earlier, later in found if earlier is not None)


def unpaired(pairs: Iterable[Pair], standings: Standings) -> tuple[Standing, ...]:
    """Return the cases of one side that no pair holds."""
    held = {id(side) for pair in pairs for side in (pair.before, pair.after)}
    return tuple(one for one in standings.cases if id(one) not in held)
