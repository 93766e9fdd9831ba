"""The scorers as an evaluator of pydantic-evals.

A job and its record enter; whether the text passed, and what is broken, leaves.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any

from pydantic_evals.evaluators import EvaluationReason, Evaluator, EvaluatorContext, EvaluatorOutput

from tactful.evals.record import Record, Score
from tactful.evals.work import Job


@dataclass(repr=False)
class Scoring(Evaluator[Job, Record, None]):
    """Scores a record."""

    score: Callable[[Job, Record], Awaitable[tuple[Score, ...]]]

    async def evaluate(self, ctx: EvaluatorContext[Job, Record, None]) -> EvaluatorOutput:
        """Return ``passed``, and beside it each scorer that is broken; the store holds the rest."""
        broken = [one for one in await self.score(ctx.inputs, ctx.output) if one.passed is False]
        found = {one.scorer: EvaluationReason(value=False, reason=one.note or None) for one in broken}
        return {"passed": EvaluationReason(value=not broken), **found}

    def build_serialization_arguments(self) -> dict[str, Any]:
        """Return nothing: the function is no data."""
        return {}
