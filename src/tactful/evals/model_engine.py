"""A language model as an engine of a run: the loop with its repairs, and the composer behind it.

A model enters; a ``Result`` leaves.  The loop falls back on the composer where a model fails, which is right
for a letter and wrong for a run: there a call that failed is an error, and no credit to the model.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from tactful.draft.model import Draft
from tactful.errors import CredentialsError, ProviderError
from tactful.evals.suite import Case
from tactful.llm import CallLimits, Completion, Message, Model
from tactful.loop import refine_with_model
from tactful.result import Result
from tactful.rulebook import RuleBook


@dataclass(frozen=True, slots=True)
class ModelEngine:
    """A model under the name that no other engine of the run has."""

    book: RuleBook
    chat: Model
    label: str
    seed: int = 0

    @property
    def model(self) -> str:
        """The model that is paid for."""
        return self.chat.name

    async def refine(self, case: Case, draft: Draft, repeat: int) -> Result:  # noqa: ARG002 - the protocol's
        """Return what the loop makes of a draft; raises the error of a call that failed."""
        watched = _Watched(self.chat, self.seed + repeat)
        result = await refine_with_model(draft, self.book, watched)
        if watched.failure is not None:
            raise watched.failure
        return result

    async def close(self) -> None:
        """Let go of the connections."""
        await self.chat.close()


@dataclass(slots=True)
class _Watched:
    """A model that is given a seed, and of which it is known whether a call failed."""

    chat: Model
    seed: int
    failure: ProviderError | CredentialsError | None = field(default=None, init=False)

    @property
    def name(self) -> str:
        """The name of the model."""
        return self.chat.name

    async def complete(self, messages: Sequence[Message], limits: CallLimits) -> Completion:
        """Return the model's answer; keeps the error of a call that failed."""
        try:
            return await self.chat.complete(messages, replace(limits, seed=self.seed))
        except (ProviderError, CredentialsError) as error:
            self.failure = error
            raise

    async def close(self) -> None:
        """Do nothing: the engine closes the model when the run is over."""
