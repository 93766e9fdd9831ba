"""Reads what a server of OpenAI's protocol answered.

Bytes enter; a completion leaves, or a ``ProviderError`` where they are no answer to a chat.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from tactful.errors import ProviderError
from tactful.llm.model import Completion, Finish

FINISHES: Mapping[str, Finish] = {"stop": "stop", "length": "length", "content_filter": "refused"}


def completion_of(body: bytes, server: str) -> Completion:
    """Return the completion that an answer holds; raises ``ProviderError``."""
    try:
        told: Any = json.loads(body)
        choice = told["choices"][0]
        message = choice["message"]
        text = text_of(message.get("content"))
        refused = bool(message.get("refusal"))
    except (ValueError, LookupError, TypeError, AttributeError, RecursionError):
        raise ProviderError(
            f"{server} answered with something that is no chat completion; "
            "see whether the address is that of an OpenAI-compatible server (it often ends in /v1)."
        ) from None
    reason = choice.get("finish_reason")
    finish: Finish = (
        "refused" if refused else FINISHES.get(reason, "other") if isinstance(reason, str) else "other"
    )
    usage = told.get("usage")
    return Completion(text, finish, count_of(usage, "prompt_tokens"), count_of(usage, "completion_tokens"))


def names_of(body: bytes, server: str) -> tuple[str, ...]:
    """Return the names of the models that a server lists; raises ``ProviderError``."""
    try:
        return tuple(str(one["id"]) for one in json.loads(body)["data"])
    except (ValueError, LookupError, TypeError, RecursionError):
        raise ProviderError(f"{server} lists its models in a form that is not OpenAI's.") from None


def text_of(content: Any) -> str:
    """Return the text of a message: a string, nothing, or parts of which some are text.

    Half a letter, which JSON can hold and no text can, becomes the mark of a lost one.
    """
    if content is None:
        return ""
    whole = content if isinstance(content, str) else "".join(_texts_in(content))
    return whole.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def _texts_in(parts: Iterable[Any]) -> Iterator[str]:
    return (part["text"] for part in parts if isinstance(part, dict) and part.get("type") == "text")


def count_of(usage: Any, name: str) -> int:
    """Return a count of tokens, or 0 where there is none."""
    count = usage.get(name) if isinstance(usage, Mapping) else None
    return count if type(count) is int and count > 0 else 0
