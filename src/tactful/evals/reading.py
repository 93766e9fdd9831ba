"""Reads the draft of a case once, for the engine that works on it and for the scorers.

A ``Case`` and a ``RuleBook`` enter; its draft and analysis leave, each made only if asked for.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from tactful.analysis import Analysis, analyse
from tactful.draft import read_draft
from tactful.draft.model import Draft
from tactful.evals.suite import Case
from tactful.options import context_from
from tactful.rulebook import RuleBook


@dataclass(frozen=True)
class CaseReading:
    """One case as a rule book reads it."""

    case: Case
    book: RuleBook

    @cached_property
    def draft(self) -> Draft:
        """The draft; raises ``InputError`` where it is none."""
        return read_draft(self.case.draft, context_from(self.case.options))

    @cached_property
    def analysis(self) -> Analysis:
        """What is read in the draft; raises ``InputError`` where it is none."""
        return analyse(self.draft, self.book)
