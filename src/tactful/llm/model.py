"""What every language model is to this package: messages and limits enter, a completion leaves.

Nothing here knows a provider.  A model that fails raises ``ProviderError``, one that refuses the key
``CredentialsError``; a bad answer is a completion with a ``finish`` that says so.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, Protocol

# How many texts are worked on at once, unless told otherwise: what a small server bears.
AT_ONCE = 8

Role = Literal["system", "user", "assistant"]
Finish = Literal["stop", "length", "refused", "other"]


@dataclass(frozen=True, slots=True)
class Message:
    """What one side of a conversation says."""

    role: Role
    text: str


@dataclass(frozen=True, slots=True)
class Completion:
    """What a model answered, why it stopped, and what that took in tokens (0 where it does not say).

    ``cached`` answers were kept from an earlier call, and no model was asked.
    """

    text: str
    finish: Finish
    prompt_tokens: int
    completion_tokens: int
    cached: bool = False


@dataclass(frozen=True, slots=True)
class CallLimits:
    """What one call may take: tokens of the answer, and seconds in all, further tries included."""

    max_tokens: int
    seconds: float
    temperature: float = 0.0
    seed: int | None = None


class Model(Protocol):
    """A chat model; many calls may run at once."""

    @property
    def name(self) -> str:
        """What the model is called, as its server knows it."""
        ...

    async def complete(self, messages: Sequence[Message], limits: CallLimits) -> Completion:
        """Return the answer to a conversation; raises ``ProviderError`` or ``CredentialsError``."""
        ...

    async def close(self) -> None:
        """Let go of the connections of this event loop; a later call opens new ones."""
        ...
