"""Draws what a run scored as a table for the terminal.

A ``Run`` enters; text leaves.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tactful.evals.record import Run
from tactful.evals.summary import FAMILIES, Summary, summarise

_COLUMNS = (
    "released",
    "decision",
    "kept",
    "dropped",
    "added",
    "lost",
    "unchanged",
    "only-change",
    "length",
    "rule",
    "attempt",
    "detection",
    "tone",
    "judge",
)


def table(run: Run) -> str:
    """Return the table: a line for each engine and suite, and below it what broke most."""
    summaries = summarise(run)
    shown = [name for name in _COLUMNS if any(_rate(one, name) for one in summaries)]
    head = ("suite", "engine", "cases", *shown, "tokens", "cost", "ms")
    lines = [head, *(_line(one, shown) for one in summaries)]
    return aligned(lines, left=2) + "".join(f"{line}\n" for line in _broken(summaries))


def _line(one: Summary, shown: Sequence[str]) -> tuple[str, ...]:
    cases = f"{one.recorded}/{one.planned}" if one.recorded < one.planned else str(one.recorded)
    if one.failed:
        cases += f" ({one.failed} failed)"
    cost = "unknown" if one.cost is None else f"{one.cost:.4f}" if one.cost else "0"
    rates = (_rate(one, name) or "-" for name in shown)
    return (one.suite, one.engine, cases, *rates, str(one.tokens), cost, f"{one.milliseconds:.0f}")


def _rate(one: Summary, name: str) -> str:
    tally = one.tallies.get(name)
    if tally is None or tally.rate is None:
        return f"? {tally.not_scored}" if tally is not None and tally.not_scored else ""
    # Rounded down: only what always holds is shown as 100 %.
    shown = f"{int(1000 * tally.rate) / 10:g}%"
    return f"{shown} ? {tally.not_scored}" if tally.not_scored else shown


def aligned(lines: Sequence[Sequence[str]], *, left: int) -> str:
    """Return lines of cells as columns; the first ``left`` columns are words, the others numbers."""
    widths = [max(map(len, column)) for column in zip(*lines, strict=True)]
    return "".join(
        "  ".join(
            cell.ljust(width) if at < left else cell.rjust(width)
            for at, (cell, width) in enumerate(zip(line, widths, strict=True))
        ).rstrip()
        + "\n"
        for line in lines
    )


def _broken(summaries: Sequence[Summary]) -> Iterator[str]:
    for one in summaries:
        found = {
            name: tally.broken for name, tally in one.tallies.items() if tally.broken and name not in FAMILIES
        }
        most_first = sorted(found, key=lambda name: (-found[name], name))
        worst = ", ".join(f"{name} {found[name]}" for name in most_first)
        if worst:
            yield f"{one.suite}, {one.engine}: broken {worst}"
