"""Hits: what the seekers hand over, and how overlapping hits are settled.

Hits enter in any order; hits sorted by start and without overlap leave.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tactful.result import FactType

# The order in which hits that overlap win.
CONTACT, MEASURE, TOLD, ROLE, NAME, GUESS = range(6)


class Hit(NamedTuple):
    """A span of a type; a lower ``rank`` wins where two hits overlap."""

    start: int
    end: int
    rank: int
    type: FactType


def settle(hits: Iterable[Hit], text: str) -> list[Hit]:
    """Return the hits sorted and without overlap: the better rank wins, then the longer one.

    A name keeps what stands before the hit that it loses to: «Anna Berg Senior Engineer».
    """
    kept: list[Hit] = []
    for hit in sorted(hits):
        while kept and hit.start < kept[-1].end and _beats(hit, kept[-1]):
            loser = kept.pop()
            rest = text[loser.start : hit.start].rstrip(" ,-\n") if loser.rank == NAME else ""
            if rest:
                kept.append(loser._replace(end=loser.start + len(rest)))
        if not kept or hit.start >= kept[-1].end:
            kept.append(hit)
    return kept


def _beats(hit: Hit, other: Hit) -> bool:
    return (hit.rank, hit.start - hit.end) < (other.rank, other.start - other.end)
