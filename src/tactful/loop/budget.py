"""What a refinement may take from a model: calls, tokens, seconds.

A ``Budget`` enters; what is left of it leaves.
"""

from __future__ import annotations

import time
from dataclasses import dataclass, field

from tactful.errors import OptionError
from tactful.llm.model import Completion
from tactful.result import Usage

MOST_CALLS = 4


@dataclass(frozen=True, slots=True)
class Budget:
    """The most that one draft may take; tokens are those of prompts and answers together."""

    calls: int = MOST_CALLS
    tokens: int = 20_000
    seconds: float = 60.0

    def __post_init__(self) -> None:
        """Refuse a budget that allows nothing, or more calls than a refinement ever needs."""
        if not 1 <= self.calls <= MOST_CALLS or self.tokens < 1 or self.seconds <= 0:
            raise OptionError(
                f"The budget is {self.calls} calls, {self.tokens} tokens and {self.seconds:g} s; "
                f"give 1 to {MOST_CALLS} calls, and tokens and seconds above 0."
            )


@dataclass(slots=True)
class Spending:
    """What is spent of a budget, from now on."""

    budget: Budget
    usage: Usage = field(default_factory=Usage)
    _began: float = field(default_factory=time.monotonic)

    @property
    def seconds_left(self) -> float:
        """How many seconds are left."""
        return self.budget.seconds - (time.monotonic() - self._began)

    @property
    def allows_a_call(self) -> bool:
        """Whether one more call may be made."""
        spent = self.usage.prompt_tokens + self.usage.completion_tokens
        return self.usage.calls < self.budget.calls and spent < self.budget.tokens and self.seconds_left > 0

    def begin_call(self) -> None:
        """Count a call, whatever comes of it."""
        self.usage = Usage(self.usage.calls + 1, self.usage.prompt_tokens, self.usage.completion_tokens)

    def add(self, completion: Completion) -> None:
        """Count the tokens of a call; an answer that was kept from an earlier one was no call."""
        self.usage = Usage(
            self.usage.calls - completion.cached,
            self.usage.prompt_tokens + completion.prompt_tokens,
            self.usage.completion_tokens + completion.completion_tokens,
        )
