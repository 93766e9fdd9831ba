"""A language model as an engine of a run: the loop with its repairs, and the composer behind it.

A model enters; a ``Result`` leaves.  The loop falls back on the composer where a model fails, which is right
for a letter and wrong for a run: there a call that failed is an error, and no credit to the model.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from tactful.analysis import Analysis
from tactful.errors import CredentialsError, ProviderError
from tactful.evals.engines import CallFailed, Turn
from tactful.evals.suite import Case
from tactful.llm import CallLimits, Completion, Message, Model
from tactful.loop import refine_analysis_with_model
from tactful.loop.budget import MOST_CALLS
from tactful.prompts import prompt
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

    @property
    def most_calls(self) -> int:
        """The most calls that the loop makes for one draft."""
        return MOST_CALLS

    def prepare(self) -> None:
        """Load the client and the prompts."""
        from openai import AsyncOpenAI, DefaultAioHttpClient  # noqa: F401 - loaded for later
        from openai.resources.chat import AsyncCompletions  # noqa: F401 - loaded for later

        blank = prompt("rewrite")
        blank.render(dict.fromkeys(blank.inputs, ""))

    async def refine(self, case: Case, draft: Analysis, turn: Turn) -> Result:  # noqa: ARG002 - the protocol's
        """Return what the loop makes of a draft; raises ``CallFailed`` or ``CredentialsError``."""
        watched = _Watched(self.chat, self.seed + turn.repeat, turn.calls)
        result = await refine_analysis_with_model(draft, watched)
        if isinstance(watched.failure, CredentialsError):
            raise watched.failure
        if watched.failure is not None:
            raise CallFailed(watched.failure, result.usage)
        return result

    async def close(self) -> None:
        """Let go of the connections."""
        await self.chat.close()


class NoCallLeftError(ProviderError):
    """The run may make no further call, and the draft needs one."""


@dataclass(slots=True)
class _Watched:
    """A model that is given a seed and a number of calls, and of which it is known whether one failed."""

    chat: Model
    seed: int
    calls_left: int
    failure: ProviderError | CredentialsError | None = field(default=None, init=False)

    @property
    def name(self) -> str:
        """The name of the model."""
        return self.chat.name

    async def complete(self, messages: Sequence[Message], limits: CallLimits) -> Completion:
        """Return the model's answer; keeps the error of a call that failed."""
        try:
            self._begin_call()
            return await self.chat.complete(messages, replace(limits, seed=self.seed))
        except (ProviderError, CredentialsError) as error:
            self.failure = error
            raise

    def _begin_call(self) -> None:
        if not self.calls_left:
            raise NoCallLeftError("the most calls of the run were made before a text was there; allow more.")
        self.calls_left -= 1

    async def close(self) -> None:
        """Do nothing: the engine closes the model when the run is over."""
