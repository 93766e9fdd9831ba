"""Any chat model of LangChain as a model of this package.

A ``BaseChatModel`` enters; it answers as every other model does.  What it raises becomes a
``ProviderError`` or a ``CredentialsError``, without the words of the error: those may hold the key.
"""

from __future__ import annotations

import asyncio
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from tactful.errors import CredentialsError, ProviderError
from tactful.llm.answers import FINISHES, count_of, text_of
from tactful.llm.model import CallLimits, Completion, Finish, Message

if TYPE_CHECKING:
    from langchain_core.language_models import BaseChatModel
    from langchain_core.messages import AIMessage

# What the providers call the end of an answer, beside OpenAI's names.
_OTHER_FINISHES: Mapping[str, Finish] = {
    "end_turn": "stop",
    "stop_sequence": "stop",
    "max_tokens": "length",
    "refusal": "refused",
    "safety": "refused",
}
_REASONS = ("finish_reason", "stop_reason", "done_reason")
_REFUSED_KEY = {401, 403}


class LangChainChat:
    """A LangChain chat model.

    Its own settings decide on tokens and temperature, since each provider calls them otherwise; the seconds
    of a call are kept here.
    """

    def __init__(self, model: BaseChatModel) -> None:
        self._model = model

    @property
    def name(self) -> str:
        """What the model is called, or the name of its class."""
        told = getattr(self._model, "model_name", None) or getattr(self._model, "model", None)
        return told if isinstance(told, str) and told else type(self._model).__name__

    async def complete(self, messages: Sequence[Message], limits: CallLimits) -> Completion:
        """Return the answer; raises ``ProviderError`` or ``CredentialsError``, both in time."""
        said = [(message.role, message.text) for message in messages]
        try:
            async with asyncio.timeout(limits.seconds):
                # Callbacks of a chain around this one would hear text that nobody has verified yet.
                answer = await self._model.ainvoke(said, {"callbacks": []})
        except TimeoutError:
            raise ProviderError(
                f"The model {self.name} did not answer within {limits.seconds:g} s; give it more time."
            ) from None
        except Exception as error:  # noqa: BLE001 - each provider raises its own
            raise _failure(self.name, error) from None
        return _completion(answer)

    async def close(self) -> None:
        """Do nothing: whoever made the LangChain model owns its connections."""


def _failure(name: str, error: Exception) -> ProviderError | CredentialsError:
    status = getattr(error, "status_code", None)
    if status in _REFUSED_KEY:
        return CredentialsError(
            f"The provider of {name} refused the key ({status}); give the model one it takes."
        )
    told = f"{type(error).__name__}, {status}" if isinstance(status, int) else type(error).__name__
    return ProviderError(f"The model {name} failed ({told}); see whether its provider answers.")


def _completion(answer: AIMessage) -> Completion:
    usage = answer.usage_metadata
    refused = bool(answer.additional_kwargs.get("refusal"))
    return Completion(
        text_of(answer.content),
        "refused" if refused else _finish(answer.response_metadata),
        count_of(usage, "input_tokens"),
        count_of(usage, "output_tokens"),
    )


def _finish(metadata: Mapping[str, object]) -> Finish:
    """Return why the answer ended; where nothing says so, nothing cut it off."""
    told = next((metadata[name] for name in _REASONS if metadata.get(name)), None)
    if told is None:
        return "stop"
    reason = str(told).lower()
    return FINISHES.get(reason) or _OTHER_FINISHES.get(reason, "other")
