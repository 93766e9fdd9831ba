"""A model that answers what it was told to: for tests, of this package and of others.

Answers enter; completions leave, and the calls are kept.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from tactful.errors import ProviderError
from tactful.llm.model import CallLimits, Completion, Message

Answer = str | Completion | Exception


@dataclass(frozen=True, slots=True)
class ScriptedCall:
    """What a scripted model was asked."""

    messages: tuple[Message, ...]
    limits: CallLimits


class ScriptedModel:
    """Gives scripted answers: one after the other, or what a function makes of the messages.

    An answer is a text, a whole ``Completion``, or an error to raise.  A call beyond the last answer
    raises ``ProviderError``.  ``calls`` holds what was asked; tokens of a text are counted as words.
    """

    def __init__(
        self,
        answers: Iterable[Answer] | Callable[[Sequence[Message]], Answer],
        *,
        name: str = "scripted",
    ) -> None:
        self.name = name
        self.calls: list[ScriptedCall] = []
        self.closed = False
        self._answer_to = answers if callable(answers) else _in_turn(answers)

    async def complete(self, messages: Sequence[Message], limits: CallLimits) -> Completion:
        """Return the next answer, or raise it where it is an error."""
        self.calls.append(ScriptedCall(tuple(messages), limits))
        answer = self._answer_to(messages)
        if isinstance(answer, Exception):
            raise answer
        if isinstance(answer, Completion):
            return answer
        asked = sum(len(message.text.split()) for message in messages)
        return Completion(answer, "stop", asked, len(answer.split()))

    async def close(self) -> None:
        """Remember that the model was let go of."""
        self.closed = True


def _in_turn(answers: Iterable[Answer]) -> Callable[[Sequence[Message]], Answer]:
    left = iter(tuple(answers))

    def following(_: Sequence[Message]) -> Answer:
        return next(left, ProviderError("The script has no further answer; give it one for each call."))

    return following
