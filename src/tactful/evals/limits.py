"""Keeps a run within what it may spend, and stops one that gets nowhere.

Records enter as they are made; whether another case may be begun, and the calls it may make, leaves.
"""

from __future__ import annotations

import asyncio
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
    failed: int = 0
    succeeded: int = 0
    stopped: str = ""
    _granted: int = field(default=0, init=False)
    _ended: asyncio.Condition = field(default_factory=asyncio.Condition, init=False)

    async def begin(self, most: int) -> int | None:
        """Return the calls that a case may make which can take so many; ``None`` where none is begun.

        Near the limit it waits for cases under way: they may give back what they did not need.
        """
        async with self._ended:
            while self._may_begin():
                calls = self._grant(most)
                if calls is not None:
                    self._granted += calls
                    return calls
                await self._ended.wait()
            return None

    async def end(self, calls: int, record: Record | None) -> None:
        """Take back the calls of a case, and count what its record took; it has none where it was cut."""
        async with self._ended:
            self._granted -= calls
            if record is not None:
                self._count(record)
            self._ended.notify_all()

    def _may_begin(self) -> bool:
        if not self.stopped:
            self.stopped = self._reason()
        return not self.stopped

    def _grant(self, most: int) -> int | None:
        """Return the calls that a case may make, or ``None`` where it has to wait."""
        if self.limits.calls is None:
            return most
        left = self.limits.calls - self.calls - self._granted
        if left >= most:
            return most
        # Alone it goes as far as the calls go: most drafts take fewer than they could.
        return left if not self._granted else None

    def _reason(self) -> str:
        limits = self.limits
        if limits.calls is not None and self.calls >= limits.calls:
            return f"the most calls are {limits.calls}"
        if limits.tokens is not None and self.tokens >= limits.tokens:
            return f"the most tokens are {limits.tokens}"
        if limits.cost is not None and (self.cost or 0.0) >= limits.cost:
            return f"the most that may be spent is {limits.cost}"
        if self.failed >= HOPELESS and not self.succeeded:
            return f"the first {self.failed} calls failed"
        return ""

    def _count(self, record: Record) -> None:
        self.calls += record.usage.calls
        self.tokens += record.usage.prompt_tokens + record.usage.completion_tokens
        self.cost = None if self.cost is None or record.cost is None else self.cost + record.cost
        self.failed += record.failed
        self.succeeded += not record.failed
