"""Keeps a run within what it may spend, and stops one that gets nowhere.

Records enter as they are made; whether another may be begun leaves.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from tactful.evals.record import Record

# So many calls in a row without one that worked: the next would fail as well.
HOPELESS = 20


@dataclass(frozen=True, slots=True)
class Limits:
    """The most that a run may spend; ``None`` is no limit."""

    calls: int | None = None
    tokens: int | None = None
    cost: float | None = None


@dataclass(slots=True)
class Spending:
    """What a run has spent so far; ``stopped`` says why no more is begun."""

    limits: Limits = field(default_factory=Limits)
    calls: int = 0
    tokens: int = 0
    cost: float | None = 0.0
    under_way: int = 0
    failed: int = 0
    succeeded: int = 0
    stopped: str = ""

    def may_begin(self) -> bool:
        """Return whether another case may be begun; each one under way counts as a call."""
        if not self.stopped:
            self.stopped = self._reason()
        return not self.stopped

    def _reason(self) -> str:
        limits = self.limits
        if limits.calls is not None and self.calls + self.under_way >= limits.calls:
            return f"the most calls are {limits.calls}"
        if limits.tokens is not None and self.tokens >= limits.tokens:
            return f"the most tokens are {limits.tokens}"
        if limits.cost is not None and (self.cost or 0.0) >= limits.cost:
            return f"the most that may be spent is {limits.cost}"
        if self.failed >= HOPELESS and not self.succeeded:
            return f"the first {self.failed} calls failed"
        return ""

    def count(self, record: Record) -> None:
        """Add what a record took."""
        self.calls += record.usage.calls
        self.tokens += record.usage.prompt_tokens + record.usage.completion_tokens
        self.cost = None if self.cost is None or record.cost is None else self.cost + record.cost
        self.failed += record.failed
        self.succeeded += not record.failed
