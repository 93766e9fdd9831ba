"""Weighs a yes and a no that hang on a condition.

The clauses of a draft as read by themselves enter, with what the writer marked negotiable; the clauses
leave with the acts that they perform in this draft.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence

from tactful.acts import Reading
from tactful.rulebook.book import RuleBook

# The terms of an offer, by their topics; those side by side are often one matter in two words:
# «two mornings from home» speaks of hours and of a place.
KINDRED_TERMS = (
    ("pay", "benefits"),
    ("timing", "place", "hours", "travel"),
    ("scope", "growth"),
    ("visa",),
)
_YES_OR_MAYBE = ("accept", "maybe")
_NOES = ("decline", "withdraw")
_ASKING = ("negotiate", "conditional-yes", "seems-conditional")
_DONE = ("accepted-other", "takes-back-acceptance")
# What says no to the offer itself, whatever term it speaks of beside.
_OUTRIGHT = ("declines", "plain-no", "out", "other-way", "would-have", "no-longer-wants")

_Change = tuple[int, int]


def weigh_conditions(
    readings: tuple[Reading, ...], book: RuleBook, negotiable: Sequence[str]
) -> tuple[Reading, ...]:
    """Return the clauses with a yes under a condition, and a no that is only its other half, as such.

    A yes of courtesy is none beside a no, or beside a question of terms.
    A yes that seems to hang on a term counts where something is negotiable, and where nothing else
    says no.  A no that holds only if the condition fails decides nothing; nor does a no to a term of an
    offer that is negotiable.
    """
    readings = _without_courtesy(readings, book)
    yes = book.bit("act:seems-conditional") | book.bit("act:conditional-yes")
    if not any(one.mask & yes for one in readings):
        return readings
    hanging = _HangingNo(book, negotiable=bool(negotiable))
    if negotiable or not any(hanging.is_outright(one) for one in readings):
        readings = _with(readings, _seeming_yes(readings, book))
    if any(one.mask & book.bit("act:conditional-yes") for one in readings):
        readings = _with(readings, hanging.change)
    return readings


def _without_courtesy(readings: tuple[Reading, ...], book: RuleBook) -> tuple[Reading, ...]:
    """Return the clauses without a yes that is only courtesy.

    «I would be glad to join the count in August» is none beside a no, and «I would love to take the job»
    is none yet where a term is still asked for.
    """
    accept = book.bit("act:accept")
    if not any(one.mask & accept for one in readings):
        return readings
    courteous = 0
    if any(one.mask & _bits(book, "act:", _NOES) for one in readings):
        courteous |= book.bit("accept.gladly-joins")
    if any(one.mask & _bits(book, "act:", _ASKING) for one in readings):
        courteous |= book.bit("accept.gladly-joins") | book.bit("accept.willing")
    return _with(readings, lambda one: (0, accept if one.mask & courteous else 0))


def _seeming_yes(readings: tuple[Reading, ...], book: RuleBook) -> Callable[[Reading], _Change]:
    seems, conditional = book.bit("act:seems-conditional"), book.bit("act:conditional-yes")
    decided = _bits(book, "act:", _YES_OR_MAYBE)
    hanging = {one.sentence for one in readings if one.sentence >= 0 and one.mask & seems}

    def change(one: Reading) -> _Change:
        if one.sentence not in hanging:
            return 0, 0
        return (conditional if one.mask & seems else 0), one.mask & decided

    return change


class _HangingNo:
    """Tells which noes decide nothing beside a yes under a condition."""

    def __init__(self, book: RuleBook, *, negotiable: bool) -> None:
        self._noes = _bits(book, "act:", _NOES)
        self._done = _bits(book, "act:", _DONE)
        self._condition = book.bit("act:condition")
        self._fallback = book.bit("condition.fallback")
        self._outright = _bits(book, "decline.", _OUTRIGHT)
        self._as_offered = book.bit("condition.as-offered")
        topics = [f"topic-{topic}" for topics in KINDRED_TERMS for topic in topics]
        self._terms = _bits(book, "", topics) | self._as_offered
        self._negotiable = negotiable

    def change(self, one: Reading) -> _Change:
        """Return what a clause performs instead of a no: a condition."""
        no = one.mask & self._noes
        return (self._condition, no) if no and self._hangs(one) else (0, 0)

    def is_outright(self, one: Reading) -> bool:
        """Return whether a clause says no, whatever becomes of a condition."""
        return bool(one.mask & self._done or (one.mask & self._noes and not self._hangs(one)))

    def _hangs(self, one: Reading) -> bool:
        if one.around & self._fallback:
            return True
        to_term = one.mask & self._as_offered and not one.mask & self._outright
        if not self._negotiable:
            return bool(to_term)
        if one.around & self._condition or one.mask & self._as_offered:
            return True
        return bool(one.mask & self._terms) and not one.mask & self._outright


def _bits(book: RuleBook, lead: str, names: Sequence[str]) -> int:
    bits = 0
    for name in names:
        bits |= book.bit(f"{lead}{name}")
    return bits


def _with(readings: tuple[Reading, ...], change: Callable[[Reading], _Change]) -> tuple[Reading, ...]:
    """Return the clauses with acts added and dropped, and their sentences with them."""
    changes = [change(one) for one in readings]
    if not any(added or dropped for added, dropped in changes):
        return readings
    masks = [one.mask & ~dropped | added for one, (added, dropped) in zip(readings, changes, strict=True)]
    left: dict[int, int] = defaultdict(int)
    touched: dict[int, int] = defaultdict(int)
    for one, mask, (added, dropped) in zip(readings, masks, changes, strict=True):
        left[one.sentence] |= mask
        touched[one.sentence] |= added | dropped
    return tuple(
        one._replace(mask=mask, around=_around(one.around, left[one.sentence], touched[one.sentence]))
        for one, mask in zip(readings, masks, strict=True)
    )


def _around(around: int, left: int, touched: int) -> int:
    """Return what a sentence has after a change of acts: of those touched, what a clause still has."""
    return around & ~touched | left & touched
