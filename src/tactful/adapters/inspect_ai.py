"""The rules and the ledger as a scorer of Inspect.

The state of a sample enters: its input is the draft, or its metadata has one; a score leaves.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from inspect_ai.scorer import (
    CORRECT,
    INCORRECT,
    Score,
    Scorer,
    Target,
    accuracy,
    scorer,
    stderr,
)
from inspect_ai.solver import TaskState

from tactful.adapters.reading import demand_of, draft_of
from tactful.result import Severity
from tactful.sendable import objections


def _sendable(
    fail_on: Severity = "error", rules: Sequence[str] = (), context: dict[str, Any] | None = None
) -> Scorer:
    """Return a scorer: correct where the output can be sent for the draft.

    A sample may bring its own «draft» and «context» in its metadata.
    """

    async def score(state: TaskState, target: Target) -> Score:  # noqa: ARG001 - Inspect's
        own = state.metadata or {}
        draft = draft_of({"draft": state.input_text, **own}, "draft")
        text = state.output.completion
        found = objections(text, demand_of(fail_on, rules, context, own.get("context")), draft)
        return Score(
            value=INCORRECT if found else CORRECT,
            answer=text,
            explanation="\n".join(str(one) for one in found) or "Nothing speaks against sending it.",
            metadata={"objections": [{"about": one.about, "rule": one.rule} for one in found]},
        )

    return score


sendable = scorer(metrics=[accuracy(), stderr()], name="sendable")(_sendable)
