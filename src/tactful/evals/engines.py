"""What can work on a case: the makers of texts behind one small protocol.

A case and its draft as read enter; a ``Result`` leaves, or an error of ``tactful.errors``.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Protocol

from tactful.analysis import Analysis
from tactful.errors import ProviderError
from tactful.evals.suite import Case
from tactful.lint import lint
from tactful.refine import refine_analysis
from tactful.result import Attempt, Result, Usage
from tactful.rulebook import RuleBook
from tactful.verify import verify_analysis


@dataclass(frozen=True, slots=True)
class Turn:
    """Which repeat it is (from 0), and the most calls that may be made."""

    repeat: int = 0
    calls: int = 0


FIRST_TURN = Turn()


class CallFailed(Exception):  # noqa: N818 - it says what happened
    """A call failed; ``error`` says why, ``usage`` what was spent until then."""

    def __init__(self, error: Exception, usage: Usage) -> None:
        super().__init__(str(error))
        self.error = error
        self.usage = usage


class Engine(Protocol):
    """Makes a text of a draft; ``label`` is its column in tables, ``model`` what its price goes by."""

    @property
    def label(self) -> str:
        """The name that no other engine of a run has."""
        ...

    @property
    def model(self) -> str | None:
        """The model that is paid for, or ``None`` where nothing is."""
        ...

    @property
    def most_calls(self) -> int:
        """The most calls that one draft can take."""
        ...

    def prepare(self) -> None:
        """Load what is slow to load, before there is anything to do."""
        ...

    async def refine(self, case: Case, draft: Analysis, turn: Turn) -> Result:
        """Return what became of a draft, within the calls of this turn.

        Raises ``CallFailed``, ``ProviderError`` or ``CredentialsError``.
        """
        ...

    async def close(self) -> None:
        """Let go of what it holds; nothing is asked of it afterwards."""
        ...


@dataclass(frozen=True, slots=True)
class ComposerEngine:
    """The composer, which needs no key and no network."""

    book: RuleBook
    label: str = "composer"
    model: str | None = None
    most_calls: int = 0

    def prepare(self) -> None:
        """Do nothing: the rule book is all it needs."""

    async def refine(self, case: Case, draft: Analysis, turn: Turn) -> Result:  # noqa: ARG002 - the protocol's
        """Return what the composer makes of a draft."""
        return refine_analysis(draft)

    async def close(self) -> None:
        """Do nothing: the composer holds nothing."""


@dataclass(frozen=True, slots=True)
class AnswersEngine:
    """Texts that were made elsewhere, by their case; nothing is checked before they are scored.

    An empty text counts as withheld.
    """

    book: RuleBook
    answers: Mapping[str, str]
    label: str = "answers"
    model: str | None = None
    most_calls: int = 0

    def prepare(self) -> None:
        """Do nothing: the texts are there."""

    async def refine(self, case: Case, draft: Analysis, turn: Turn) -> Result:  # noqa: ARG002 - the protocol's
        """Return the text that was made for a case; raises ``ProviderError`` where there is none."""
        if case.id not in self.answers:
            raise ProviderError(
                f"There is no answer for the case {case.id!r}; add one to the file of answers."
            )
        text = self.answers[case.id]
        verdict = verify_analysis(draft, text)
        attempt = Attempt("answers", tuple(one.rule for one in verdict.report.findings), verdict.breaks)
        return Result(
            released=bool(text),
            text=text,
            subject=None,
            kind=draft.kind,
            engine="llm",
            before=lint(draft),
            after=verdict.report if text else None,
            ledger=verdict.ledger,
            attempts=(attempt,),
        )

    async def close(self) -> None:
        """Do nothing: the texts are there."""
