"""Tells the kind of a message from its acts.

Acts and the context enter; one of the ten kinds leaves.  The first that fits wins: a decision weighs
more than what stands beside it.
"""

from __future__ import annotations

from collections.abc import Sequence

from tactful.draft.context import Context
from tactful.result import Act

DECLINES = frozenset({"decline", "accepted-other", "takes-back-acceptance"})


def kind_of(acts: Sequence[Act], context: Context) -> str:
    """Return the kind that the acts show; ``other`` where they show none."""
    names = {act.act for act in acts}
    if "withdraw" in names and "accept" not in names:
        return _withdraw_or_decline(names, context)
    if names & DECLINES:
        return _withdraw_or_decline(names - {"withdraw"}, context)
    for kind, shown_by in _SHOWN_BY:
        if names & shown_by:
            return kind
    return "other"


_SHOWN_BY: tuple[tuple[str, frozenset[str]], ...] = (
    ("accept", frozenset({"accept"})),
    ("more-time", frozenset({"more-time"})),
    ("negotiate", frozenset({"negotiate", "conditional-yes"})),
    ("decline", frozenset({"hint-of-decline"})),
    ("reopened-reply", frozenset({"reopened"})),
    ("reaction-reply", frozenset({"reaction"})),
    ("feedback-request", frozenset({"feedback-request"})),
    ("follow-up", frozenset({"follow-up"})),
)


def _withdraw_or_decline(names: set[str], context: Context) -> str:
    if context.stage in {"offered", "accepted"}:
        return "decline"
    if context.stage in {"applied", "interviewed"}:
        return "withdraw"
    return "withdraw" if "withdraw" in names and "offer-mentioned" not in names else "decline"
