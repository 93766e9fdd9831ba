"""The engine that the settings name, as the commands use it.

Settings enter; what refines a draft leaves: the composer, or a model with the composer behind it.
"""

from __future__ import annotations

import sys
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tactful.cli.arguments import RefineSettings
from tactful.draft.model import Draft
from tactful.errors import CredentialsError
from tactful.llm.model import CallLimits, Completion, Message, Model
from tactful.llm.settings import EngineChoice, choose_engine
from tactful.refine import Request, refine
from tactful.result import Result
from tactful.rulebook import RuleBook

if TYPE_CHECKING:
    from tactful.loop import Effort, Step

Refine = Callable[[Draft], Result]
RefineWaiting = Callable[[Draft], Awaitable[Result]]


@dataclass(frozen=True, slots=True)
class KeylessModel:
    """Stands where a model's key cannot be had; asked, it says so."""

    name: str
    error: CredentialsError

    async def complete(self, messages: Sequence[Message], limits: CallLimits) -> Completion:  # noqa: ARG002 - the protocol's
        """Raise the ``CredentialsError``."""
        raise self.error

    async def close(self) -> None:
        """Do nothing: there is no connection."""


def model_for(settings: RefineSettings) -> Model | None:
    """Return the model that is asked, or ``None`` where the composer works alone."""
    choice = choose_engine(settings.flags)
    return _opened(choice) if choice.is_llm else None


def _opened(choice: EngineChoice) -> Model:
    from tactful.llm.opening import open_kept_model  # noqa: PLC0415 - only a model needs it

    try:
        return open_kept_model(choice)
    except CredentialsError as error:
        return KeylessModel(choice.model.value if choice.model else "", error)


def refine_with(settings: RefineSettings, book: RuleBook, model: Model | None) -> Refine:
    """Return what refines one draft and shows on a terminal how far a model is."""
    request = Request(settings.alternatives, settings.tone_only, settings.grammar)
    if model is None:
        return lambda draft: refine(draft, book, request)
    from tactful.loop import refine_at_once  # noqa: PLC0415 - only a model needs it

    return lambda draft: refine_at_once(draft, book, model, request, _effort(settings, shown=True))


def refine_waiting_with(settings: RefineSettings, book: RuleBook, model: Model) -> RefineWaiting:
    """Return what refines many drafts at once."""
    from tactful.loop import refine_with_model  # noqa: PLC0415 - only a model needs it

    request = Request(settings.alternatives, settings.tone_only, settings.grammar)
    effort = _effort(settings, shown=False)
    return lambda draft: refine_with_model(draft, book, model, request, effort)


def _effort(settings: RefineSettings, *, shown: bool) -> Effort:
    from tactful.loop import Effort  # noqa: PLC0415 - only a model needs it

    on_terminal = shown and sys.stderr is not None and sys.stderr.isatty()
    return Effort(fallback=settings.fallback, progress=_show if on_terminal else None)


def _show(step: Step) -> None:
    """Write a step over the one before, and take the last one away."""
    sys.stderr.write(f"\r\x1b[K{_words(step)}")
    sys.stderr.flush()


def _words(step: Step) -> str:
    if step.doing == "finished":
        return ""
    if step.doing == "composing":
        return "Composing without the model ..."
    if step.doing == "repairing":
        return f"Repairing what failed ({step.failing}), call {step.call} ..."
    return f"Rewriting, call {step.call} ..."
