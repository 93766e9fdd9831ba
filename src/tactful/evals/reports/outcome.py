"""Says what came of one record: fine, broken, failed, or not scored.

A ``Record`` enters; an ``Outcome`` leaves.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from tactful.evals.record import Record, Score

State = Literal["fine", "broken", "failed", "not-scored"]
STATES: tuple[State, ...] = ("fine", "broken", "failed", "not-scored")
_RULE = "rule:"
_ATTEMPT = "attempt:"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of a record.

    ``broken`` are the scores that make it so; ``remarks`` are those that do not: suggestions, and what a
    model's first attempt broke before it was mended.
    """

    state: State
    broken: tuple[Score, ...] = ()
    remarks: tuple[Score, ...] = ()
    not_scored: tuple[Score, ...] = ()


def outcome_of(record: Record) -> Outcome:
    """Return what came of a record; a scorer that could not judge makes nothing fine."""
    if record.failed:
        return Outcome("failed")
    suggested = _suggested(record)
    wrong = tuple(one for one in record.scores or () if one.state == "broken")
    remarks = tuple(one for one in wrong if _is_remark(one, suggested))
    broken = tuple(one for one in wrong if one not in remarks)
    not_scored = tuple(one for one in record.scores or () if one.state == "not-scored")
    scored = record.scores is not None and not not_scored
    return Outcome("broken" if broken else "fine" if scored else "not-scored", broken, remarks, not_scored)


def _suggested(record: Record) -> frozenset[str]:
    """Return the rules of which the text has nothing graver than a suggestion."""
    after = (record.result or {}).get("after") or {}
    findings = after.get("findings", ())
    grave = {one["rule"] for one in findings if one["severity"] != "suggestion"}
    return frozenset(one["rule"] for one in findings) - grave


def _is_remark(score: Score, suggested: frozenset[str]) -> bool:
    return score.scorer.startswith(_ATTEMPT) or (
        score.scorer.startswith(_RULE) and score.scorer.removeprefix(_RULE) in suggested
    )


def lines_of(outcome: Outcome) -> Iterator[str]:
    """Yield a line for each score that is broken or could not be judged."""
    for score in (*outcome.broken, *outcome.not_scored):
        state = "" if score.state == "broken" else " (not scored)"
        yield f"{score.scorer}{state}: {score.note}" if score.note else f"{score.scorer}{state}"
