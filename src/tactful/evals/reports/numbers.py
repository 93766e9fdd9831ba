"""Numbers as reports show them.

Counts and measures enter; shares, intervals, quantiles and short strings leave.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import sqrt

# The 97.5 % point of the normal distribution: an interval of 95 %.
_BREADTH = 1.959964


@dataclass(frozen=True, slots=True)
class Interval:
    """A share, and the bounds between which the true one lies in 95 of 100 cases."""

    rate: float
    low: float
    high: float


def interval(rate: float, count: float) -> Interval:
    """Return Wilson's interval of a share that was seen in so many independent cases (at least one)."""
    square = _BREADTH * _BREADTH
    scale = 1 + square / count
    centre = (rate + square / (2 * count)) / scale
    half = _BREADTH / scale * sqrt(rate * (1 - rate) / count + square / (4 * count * count))
    return Interval(rate, max(0.0, min(centre - half, rate)), min(1.0, max(centre + half, rate)))


def quantile(values: Sequence[float], share: float) -> float:
    """Return the smallest value that at least this share of the values does not exceed."""
    ordered = sorted(values)
    return ordered[max(0, min(len(ordered) - 1, -int(-share * len(ordered) // 1) - 1))]


def percent(rate: float) -> str:
    """Return a share as a percentage, rounded down: only what always holds is 100 %."""
    return f"{int(1000 * rate + 1e-9) / 10:g} %"


def money(cost: float | None) -> str:
    """Return a cost; one whose price is unknown is not shown as nothing."""
    if cost is None:
        return "unknown"
    return f"{cost:.4f}" if cost else "0"


def duration(milliseconds: float) -> str:
    """Return a time in milliseconds below a second, and in seconds from there on."""
    return f"{milliseconds / 1000:.1f} s" if milliseconds >= 1000 else f"{milliseconds:.0f} ms"
