"""Scores what came of a case.

``Evidence`` enters; scores leave.  A scorer that fails says «not scored», and the others go on.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from tactful.evals.record import Score
from tactful.evals.scorers import expectations, fidelity, measures, rules
from tactful.evals.scorers.evidence import Evidence

Scorer = Callable[[Evidence], Iterator[Score]]

SCORERS: dict[str, Scorer] = {
    "released": expectations.released,
    "decision": expectations.decision,
    "kept": expectations.kept,
    "dropped": expectations.dropped,
    "added": fidelity.added,
    "lost": fidelity.lost,
    "unchanged": expectations.unchanged,
    "only-change": expectations.only_change,
    "length": measures.length,
    "reading-grade": measures.readability,
    "rewritten": measures.rewritten,
    "detection": rules.detection,
    "rule": rules.rules,
    "attempt": rules.attempts,
}


def prepare_scorers() -> None:
    """Load what is slow to load, before there is anything to score."""
    import textstat  # noqa: F401 - loaded for later


def score(evidence: Evidence) -> tuple[Score, ...]:
    """Return what every scorer says of a record whose call did not fail."""
    return tuple(one for name, scorer in SCORERS.items() for one in _guarded(name, scorer, evidence))


def _guarded(name: str, scorer: Scorer, evidence: Evidence) -> list[Score]:
    try:
        return list(scorer(evidence))
    except Exception as error:  # noqa: BLE001 - a scorer that fails is no verdict on the text
        return [Score(name, "not-scored", note=f"{type(error).__name__}: {error}")]
