"""The broken scores of a run, those that broke most often first, for forms that have little room.

A ``Run`` enters; one ``Break`` for each engine, suite and scorer leaves.
"""

from __future__ import annotations

from dataclasses import dataclass

from tactful.evals.record import Run
from tactful.evals.reports.outcome import outcome_of
from tactful.evals.summary import summarise


@dataclass(frozen=True, slots=True)
class Break:
    """One scorer that broke in some cases of a suite; ``notes`` are by case, in the order of the run."""

    engine: str
    suite: str
    scorer: str
    judged: int
    notes: tuple[tuple[str, str], ...]


def breaks(run: Run) -> tuple[Break, ...]:
    """Return what broke, most often first."""
    found: dict[tuple[str, str, str], list[tuple[str, str]]] = {}
    for record in run.records:
        for score in outcome_of(record).broken:
            place = (record.key.engine, record.key.suite, score.scorer)
            found.setdefault(place, []).append((record.key.case, score.note))
    judged = {
        (one.engine, one.suite, scorer): tally.judged
        for one in summarise(run)
        for scorer, tally in one.tallies.items()
    }
    ordered = sorted(found.items(), key=lambda pair: (-len(pair[1]), pair[0]))
    return tuple(Break(*place, judged[place], tuple(notes)) for place, notes in ordered)


def shortcomings(run: Run) -> tuple[str, ...]:
    """Return why a run proves less than it seems: one sentence each, none where nothing is amiss."""
    expected = len(run.plan.expected())
    not_scored = sum(outcome_of(record).state == "not-scored" for record in run.records)
    found = (
        (len(run.missing), f"{len(run.missing)} of {expected} cases have no record."),
        (len(run.failed), f"In {len(run.failed)} of {expected} cases the call failed."),
        (not_scored, f"{not_scored} of {expected} cases could not be scored in full."),
        (not run.plan.complete, "It takes in only a part of its suites."),
    )
    return tuple(sentence for amiss, sentence in found if amiss)
