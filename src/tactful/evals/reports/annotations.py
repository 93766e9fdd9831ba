"""A run as annotations of a GitHub job.

A ``Run`` enters; one line for each scorer that broke in a suite leaves, for GitHub shows only a few.
"""

from __future__ import annotations

from tactful.annotations import annotation
from tactful.evals.record import Run
from tactful.evals.reports.digest import Break, breaks, shortcomings

_NAMED = 5


def render(run: Run) -> str:
    """Return the annotations, what makes the run prove less first."""
    title = f"tactful eval {run.name}"
    lines = [annotation("error", {"title": title}, sentence) for sentence in shortcomings(run)]
    return "".join([*lines, *(_line(one) for one in breaks(run))])


def _line(one: Break) -> str:
    found = list(dict.fromkeys(case for case, _ in one.notes))
    more = len(found[_NAMED:])
    cases = ", ".join(found[:_NAMED]) + (f" and {more} more" if more else "")
    message = f"{one.suite}, {one.engine}: broken in {len(one.notes)} of {one.judged} cases: {cases}"
    return annotation("warning", {"title": one.scorer}, message)
