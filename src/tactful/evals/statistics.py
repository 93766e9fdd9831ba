"""Tells a change from noise.

Counts and numbers of paired cases enter; probabilities, intervals and what can be shown at all leave.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from random import Random

LEVEL = 0.05
RESAMPLES = 2000


def chance_of_fall(worse: int, better: int) -> float:
    """Return how likely so many or more cases got worse, if worse and better were a coin's two sides.

    This is McNemar's exact test, one-sided: of the cases that changed, so many fell.
    """
    changed = worse + better
    return sum(math.comb(changed, count) for count in range(worse, changed + 1)) / (1 << changed)


def adjusted(chances: Mapping[str, tuple[float, int]]) -> dict[str, float]:
    """Return each chance, made fair to how many were looked at (Holm's method).

    With each chance comes the number of cases that changed.  A test with so few that it could never
    count is not counted as a look (Tarone): what stayed as it was takes nothing from what fell.
    """
    counted = _counted({name: changed for name, (_, changed) in chances.items()})
    found = dict.fromkeys(chances, 1.0)
    highest = 0.0
    for rank, name in enumerate(sorted(counted, key=lambda one: chances[one][0])):
        highest = max(highest, min(1.0, (len(counted) - rank) * chances[name][0]))
        found[name] = highest
    return found


def _counted(changed: Mapping[str, int]) -> list[str]:
    """Return the tests that could count, the fewest that are as many as the level is shared among."""
    for shares in range(1, len(changed) + 1):
        able = [name for name, count in changed.items() if 0.5**count <= LEVEL / shares]
        if len(able) <= shares:
            return able
    return list(changed)


def smallest_fall(cases: int) -> float | None:
    """Return the smallest share of cases that must fall, with none rising, to count as a fall.

    That is for one scorer that falls alone; ``None`` where so few cases can show nothing.
    """
    needed = math.ceil(math.log2(1 / LEVEL))
    return needed / cases if needed <= cases else None


def interval(clusters: Sequence[Sequence[float]], seed: int = 0) -> tuple[float, float]:
    """Return where the mean of differences lies, 19 times of 20: a bootstrap over whole clusters.

    A cluster holds the differences of one draft's variants, which rise and fall together.
    """
    random = Random(seed)  # noqa: S311 - no secret hangs on it
    sums = [(math.fsum(one), len(one)) for one in clusters]
    means = []
    for _ in range(RESAMPLES):
        drawn = random.choices(sums, k=len(sums))
        means.append(math.fsum(one[0] for one in drawn) / sum(one[1] for one in drawn))
    means.sort()
    tail = int(RESAMPLES * LEVEL / 2)
    return means[tail], means[-1 - tail]
