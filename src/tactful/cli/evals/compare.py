"""``tactful eval compare``: a run and a baseline enter, what changed is written."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from itertools import groupby, zip_longest
from textwrap import wrap

from tactful.cli.evals.gate import baseline_path
from tactful.cli.evals.settings import CompareSettings
from tactful.cli.evals.table import aligned
from tactful.cli.output import write
from tactful.errors import OptionError
from tactful.evals.baseline import read_standings
from tactful.evals.compare import Comparison, Difference, Flip, Shift, compare

_NARROWEST = 60
_SCORED = ("suite", "engine", "scorer", "cases", "before", "after", "worse", "better", "chance", "shows")
_MEASURED = ("suite", "engine", "measure", "cases", "before", "after", "shift", "19 times of 20")


def run(settings: CompareSettings) -> int:
    """Write the comparison; 0, for it is the gate that decides."""
    path = baseline_path(settings.baseline)
    if path is None:
        raise OptionError("There is no baseline to compare with; give a run, a baseline or a folder of them.")
    comparison = compare(read_standings(path), read_standings(settings.run))
    width = max(_NARROWEST, shutil.get_terminal_size((120, 24)).columns)
    write("".join(_told(comparison, width)))
    return 0


def _told(comparison: Comparison, width: int) -> Iterator[str]:
    counts = f"{comparison.pairs} cases in both, {len(comparison.new)} new, {len(comparison.gone)} gone"
    yield f"{comparison.after} against {comparison.before}: {counts}\n"
    changed = [one for one in comparison.differences if one.worse or one.better]
    if changed:
        yield "\n" + aligned([_SCORED, *map(_difference, changed)], left=3)
    else:
        yield "No scorer says anything else than before.\n"
    if comparison.shifts:
        yield "\n" + aligned([_MEASURED, *map(_shift, comparison.shifts)], left=3)
    for _, flips in groupby(comparison.flips, key=lambda one: (one.engine, one.suite, one.case)):
        yield from _flipped(list(flips), width)


def _difference(one: Difference) -> tuple[str, ...]:
    return (
        one.suite,
        one.engine,
        one.scorer,
        str(one.cases),
        f"{one.before:.1%}",
        f"{one.after:.1%}",
        str(one.worse),
        str(one.better),
        f"{one.chance:.2g}{' !' if one.significant else ''}",
        "-" if one.shows is None else f"{one.shows:.1%}",
    )


def _shift(one: Shift) -> tuple[str, ...]:
    return (
        one.suite,
        one.engine,
        one.measure,
        str(one.cases),
        f"{one.before:.2f}",
        f"{one.after:.2f}",
        f"{one.after - one.before:+.2f}",
        f"{one.low:+.2f} to {one.high:+.2f}",
    )


def _flipped(flips: list[Flip], width: int) -> Iterator[str]:
    """Yield what flipped in a case, and both texts side by side."""
    first = flips[0]
    told = ", ".join(f"{one.scorer} {_rate(one.before)} → {_rate(one.after)}" for one in flips)
    yield f"\n{first.suite}/{first.case}, {first.engine}: {told}\n"
    column = (width - 3) // 2
    sides = _column(first.text_before, column), _column(first.text_after, column)
    for left, right in zip_longest(*sides, fillvalue=""):
        yield f"{left:<{column}} | {right}".rstrip() + "\n"


def _rate(rate: float | None) -> str:
    return {None: "-", 0.0: "broken", 1.0: "holds"}.get(rate, f"{rate or 0:.0%}")


def _column(text: str, width: int) -> list[str]:
    shown = text or "(nothing was released)"
    return [part for line in shown.splitlines() for part in wrap(line, width) or [""]]
