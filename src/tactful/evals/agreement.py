"""Says how far a judge agrees with people.

Pairs of labels enter; the share of agreement and Cohen's kappa leave.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Agreement:
    """Two sets of labels on the same texts.

    ``kappa`` is 1 for full agreement and 0 for what chance would give; ``None`` where both gave all texts
    one and the same label, which shows nothing.  ``not_scored`` are texts on which the judge had no verdict.
    """

    texts: int
    agreed: int
    kappa: float | None
    not_scored: int

    @property
    def share(self) -> float | None:
        """The share of texts with the same label; ``None`` where there is none."""
        return self.agreed / self.texts if self.texts else None


def agreement(pairs: Sequence[tuple[bool, bool | None]]) -> Agreement:
    """Return the agreement of pairs of a person's label and the judge's, which may be ``None``."""
    judged = [(person, judge) for person, judge in pairs if judge is not None]
    agreed = sum(person is judge for person, judge in judged)
    return Agreement(len(judged), agreed, _kappa(judged, agreed), len(pairs) - len(judged))


def _kappa(judged: Sequence[tuple[bool, bool]], agreed: int) -> float | None:
    count = len(judged)
    if not count:
        return None
    person, judge = (sum(pair[side] for pair in judged) / count for side in (0, 1))
    by_chance = person * judge + (1 - person) * (1 - judge)
    return None if by_chance == 1 else (agreed / count - by_chance) / (1 - by_chance)
