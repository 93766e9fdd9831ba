"""The scorers as an evaluator of pydantic-evals.

A job and its record enter; a mapping of scorers to passes and numbers leaves.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from pydantic_evals.evaluators import EvaluationReason, Evaluator, EvaluatorContext, EvaluatorOutput

from tactful.evals.record import Record, Score
from tactful.evals.work import Job


@dataclass(repr=False)
class Scoring(Evaluator[Job, Record, None]):
    """Scores a record; what is not applicable or not scored is left out."""

    score: Callable[[Job, Record], tuple[Score, ...]]

    def evaluate(self, ctx: EvaluatorContext[Job, Record, None]) -> EvaluatorOutput:
        """Return what is pass or fail as a bool, and what is measured as a number."""
        found: dict[str, Any] = {}
        for one in self.score(ctx.inputs, ctx.output):
            value = one.value if one.state == "measured" else one.passed
            if value is not None:
                found[one.scorer] = EvaluationReason(value, one.note or None)
        return found

    def build_serialization_arguments(self) -> dict[str, Any]:
        """Return nothing: the function is no data."""
        return {}
