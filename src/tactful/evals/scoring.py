"""The scorers as an evaluator of pydantic-evals.

A job and its record enter; whether the text passed, and what is broken, leaves.
"""

from __future__ import annotations

from dataclasses import dataclass

from pydantic_evals.evaluators import EvaluationReason, Evaluator, EvaluatorContext, EvaluatorOutput

from tactful.evals.record import Record
from tactful.evals.work import Job


@dataclass(repr=False)
class Scoring(Evaluator[Job, Record, None]):
    """Says what the scores of a record come to."""

    def evaluate(self, ctx: EvaluatorContext[Job, Record, None]) -> EvaluatorOutput:
        """Return ``passed``, and beside it each scorer that is broken; the store holds the rest."""
        broken = [one for one in ctx.output.scores or () if one.passed is False]
        found = {one.scorer: EvaluationReason(value=False, reason=one.note or None) for one in broken}
        return {"passed": EvaluationReason(value=not broken), **found}
