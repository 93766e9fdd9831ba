"""Scores the ledger of the released text: nothing invented, nothing lost in silence.

``Evidence`` enters; scores leave.
"""

from __future__ import annotations

from collections.abc import Iterator

from tactful.evals.record import Score
from tactful.evals.scorers.evidence import Evidence
from tactful.evals.scorers.expectations import verdict
from tactful.result import LedgerEntry


def added(evidence: Evidence) -> Iterator[Score]:
    """Score whether the text says nothing that neither draft nor context accounts for."""
    yield from _empty("added", evidence)


def lost(evidence: Evidence) -> Iterator[Score]:
    """Score whether nothing of the draft went without a reason."""
    yield from _empty("lost", evidence)


def _empty(scorer: str, evidence: Evidence) -> Iterator[Score]:
    if evidence.case.only_checked:
        return
    if not evidence.record.released:
        yield Score(scorer, "not-applicable")
    elif evidence.untouched:
        yield Score(scorer, "holds")
    else:
        entries: tuple[LedgerEntry, ...] = getattr(evidence.verdict.ledger, scorer)
        yield verdict(scorer, holds=not entries, note="; ".join(entry.text for entry in entries))
