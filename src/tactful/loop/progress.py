"""What the loop tells while it works: steps, never unverified text."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

Doing = Literal["rewriting", "repairing", "composing", "finished"]


@dataclass(frozen=True, slots=True)
class Step:
    """One step of a refinement; ``call`` counts from 1, ``failing`` is what the last candidate broke."""

    doing: Doing
    call: int = 0
    failing: int = 0


Progress = Callable[[Step], None]
