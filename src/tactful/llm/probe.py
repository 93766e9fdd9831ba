"""Asks a model server how it is.

A model enters; what its server lists and how long a tiny call took leave.
"""

from __future__ import annotations

import time
from dataclasses import dataclass

from tactful.errors import ProviderError
from tactful.llm.model import CallLimits, Completion, Message
from tactful.llm.openai_chat import OpenAIChat

LIST_SECONDS = 10.0
CALL_SECONDS = 60.0
_ASKED = (Message("user", "Answer with the one word: ready"),)


@dataclass(frozen=True, slots=True)
class Probe:
    """What a server said; ``listed`` is ``None`` where it does not list its models."""

    listed: tuple[str, ...] | None
    completion: Completion
    seconds: float


async def probe(model: OpenAIChat) -> Probe:
    """Return what became of a tiny call; raises ``ProviderError`` or ``CredentialsError``."""
    try:
        listed = await _listed(model)
        start = time.perf_counter()
        completion = await model.complete(_ASKED, CallLimits(max_tokens=8, seconds=CALL_SECONDS))
        return Probe(listed, completion, time.perf_counter() - start)
    finally:
        await model.close()


async def _listed(model: OpenAIChat) -> tuple[str, ...] | None:
    """Return the names that the server lists; some servers have no list."""
    try:
        return await model.listed(LIST_SECONDS)
    except ProviderError:
        return None
