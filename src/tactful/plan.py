"""The plan of a message: which acts it must have, and in which order acts stand.

A kind and a channel enter; the acts to supply and the rank of each act leave.
"""

from __future__ import annotations

from collections.abc import Iterable

# What a message of each kind cannot do without; an act stands for any of those behind it.
NEEDED: dict[str, tuple[str, ...]] = {
    "decline": ("thanks", "decline", "goodwill"),
    "withdraw": ("thanks", "withdraw", "goodwill"),
    "negotiate": ("thanks", "negotiate", "close"),
    "more-time": ("thanks", "more-time", "close"),
}
FULFILLED_BY: dict[str, frozenset[str]] = {
    "thanks": frozenset({"thanks"}),
    "decline": frozenset({"decline", "withdraw", "accepted-other", "takes-back-acceptance"}),
    "withdraw": frozenset({"decline", "withdraw", "accepted-other", "takes-back-acceptance"}),
    "goodwill": frozenset({"goodwill", "openness"}),
    "negotiate": frozenset({"negotiate", "conditional-yes"}),
    "more-time": frozenset({"more-time"}),
    "close": frozenset({"goodwill", "close", "interest"}),
    "apology": frozenset({"apology"}),
}
_RANKS: tuple[tuple[int, frozenset[str]], ...] = (
    (
        3,
        frozenset(
            {"decline", "withdraw", "accepted-other", "takes-back-acceptance", "negotiate", "more-time"}
        ),
    ),
    (0, frozenset({"apology", "late-reply"})),
    (1, frozenset({"thanks"})),
    (4, frozenset({"reason"})),
    (
        5,
        frozenset(
            {"request", "logistics", "referral", "pass-on", "feedback-request", "openness", "call-time"}
        ),
    ),
    (6, frozenset({"goodwill", "close"})),
    (2, frozenset({"praise", "interest"})),
)
MIDDLE = 5


def missing_acts(kind: str, present: Iterable[str]) -> list[str]:
    """Return the acts of the plan that nothing present performs, in their order."""
    names = set(present)
    return [act for act in NEEDED.get(kind, ()) if not names & FULFILLED_BY[act]]


def rank(acts: frozenset[str]) -> int:
    """Return where a sentence that performs these acts stands; the decision weighs most."""
    return next((at for at, names in _RANKS if acts & names), MIDDLE)
