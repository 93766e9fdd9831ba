"""The rules and the ledger as a Python assertion of promptfoo.

The output and promptfoo's context enter: the draft is the variable «draft», and the assertion's config may
hold «fail_on», «rules», «context» and the name of another variable; a grading result leaves.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from tactful.adapters.reading import demand_of, draft_of
from tactful.errors import OptionError
from tactful.sendable import Objection, judged_aspects, objections


def get_assert(output: str, context: Mapping[str, Any]) -> dict[str, Any]:
    """Return the grading result of an output; the score is the share of aspects that hold."""
    config = context.get("config") or {}
    variables = context.get("vars") or {}
    draft = draft_of(variables, config.get("draft", "draft"))
    demand = demand_of(
        config.get("fail_on", "error"),
        config.get("rules", ()),
        _days_kept(config.get("context")),
        _days_kept(variables.get("context")),
    )
    found = objections(output, demand, draft)
    parts = {
        aspect: _graded([one for one in found if one.about == aspect]) for aspect in judged_aspects(draft)
    }
    scores = {aspect: part["score"] for aspect, part in parts.items()}
    return {
        **_graded(found),
        "score": sum(scores.values()) / len(scores),
        "namedScores": scores,
        "componentResults": list(parts.values()),
    }


def _days_kept(context: Any) -> Any:
    """Return a context as it is; promptfoo hands over a date without quotes as an empty mapping."""
    for name, value in context.items() if isinstance(context, Mapping) else ():
        if value == {}:
            raise OptionError(f"promptfoo loses the date {name}; put it in quotes, as YYYY-MM-DD.")
    return context


def _graded(found: Sequence[Objection]) -> dict[str, Any]:
    reason = "\n".join(str(one) for one in found) or "Nothing speaks against sending it."
    return {"pass": not found, "score": float(not found), "reason": reason}
