"""The matrix of a run: what each scorer says, for each suite with each engine.

Summaries enter; rows of cells leave.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from tactful.evals.reports.numbers import percent
from tactful.evals.summary import FAMILIES, Summary, Tally

# What a reader looks for first; everything else follows by name, the parts of a family after it.
_FIRST = ("released", "decision", "kept", "dropped", "added", "lost", "unchanged", "only-change", "length")
Grade = Literal["all", "most", "some", "few", "none"]
_GRADES: tuple[tuple[float, Grade], ...] = ((1.0, "all"), (0.95, "most"), (0.8, "some"), (0.0, "few"))


@dataclass(frozen=True, slots=True)
class Cell:
    """What one scorer says in one column; ``shown`` is empty where it judged nothing."""

    shown: str
    grade: Grade
    told: str


@dataclass(frozen=True, slots=True)
class Row:
    """One scorer; ``part`` says that it belongs to the family above it."""

    scorer: str
    part: bool
    broke: bool
    cells: tuple[Cell, ...]


def matrix(summaries: Sequence[Summary]) -> tuple[Row, ...]:
    """Return a row for each scorer that judged anything; its cells are in the order of the summaries."""
    return tuple(_row(name, summaries) for name in _names(summaries))


def _names(summaries: Sequence[Summary]) -> Iterator[str]:
    found = {
        name for one in summaries for name, tally in one.tallies.items() if tally.judged or tally.not_scored
    }
    yield from (name for name in _FIRST if name in found)
    yield from sorted(found - set(_FIRST), key=_place)


def _place(name: str) -> tuple[int, str]:
    family = name.partition(":")[0]
    return (FAMILIES.index(family) if family in FAMILIES else -1, name)


def _row(name: str, summaries: Sequence[Summary]) -> Row:
    tallies = [one.tallies.get(name, Tally()) for one in summaries]
    return Row(
        scorer=name,
        part=":" in name,
        broke=any(tally.broken or tally.not_scored for tally in tallies),
        cells=tuple(_cell(tally) for tally in tallies),
    )


def _cell(tally: Tally) -> Cell:
    told = f"{tally.holds} of {tally.judged} hold"
    if tally.not_scored:
        told += f", {tally.not_scored} not scored"
    if tally.rate is None:
        return Cell("not scored" if tally.not_scored else "", "none", told)
    grade = next(grade for least, grade in _GRADES if tally.rate >= least)
    return Cell(percent(tally.rate), grade, told)
