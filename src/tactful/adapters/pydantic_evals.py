"""The rules and the ledger as an evaluator of pydantic-evals.

A case's inputs (the draft, or a mapping with «draft» and «context») and the task's output enter; one
assertion an aspect leaves, with the reasons, and how many objections there are.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from pydantic_evals.evaluators import (
    EvaluationReason,
    Evaluator,
    EvaluatorContext,
    EvaluatorOutput,
)

from tactful.adapters.reading import demand_of, draft_of, text_of
from tactful.result import Severity
from tactful.sendable import judged_aspects, objections


@dataclass(repr=False)
class Sendable(Evaluator[Any, Any, Any]):
    """Judges whether an output can be sent for the draft in the inputs.

    ``context`` holds for every case; that of a case stands under «context» of its inputs.
    """

    draft: str = "draft"
    fail_on: Severity = "error"
    rules: list[str] = field(default_factory=list)
    context: dict[str, Any] = field(default_factory=dict)

    def evaluate(self, ctx: EvaluatorContext[Any, Any, Any]) -> EvaluatorOutput:
        """Return the assertions ``rules``, ``decision``, ``added`` and ``lost``, and the count."""
        inputs = ctx.inputs
        draft = draft_of(inputs, self.draft)
        own = inputs.get("context") if isinstance(inputs, Mapping) else None
        found = objections(text_of(ctx.output), demand_of(self.fail_on, self.rules, self.context, own), draft)
        judged: dict[str, EvaluationReason] = {}
        for aspect in judged_aspects(draft):
            reasons = [str(one) for one in found if one.about == aspect]
            judged[aspect] = EvaluationReason(not reasons, " ".join(reasons) or None)
        return {**judged, "objections": len(found)}
