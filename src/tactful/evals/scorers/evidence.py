"""What scorers look at: a case, what came of it, and both texts as the rule book reads them.

A case as read and its ``Record`` enter; readings leave, each made once and only if asked for.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from tactful.analysis import Analysis
from tactful.draft.model import Draft
from tactful.evals.reading import CaseReading
from tactful.evals.record import Record
from tactful.evals.suite import Case
from tactful.result import Verdict
from tactful.rulebook import RuleBook
from tactful.verify import read_candidate, verdict_on


@dataclass(frozen=True)
class Evidence:
    """One case and its record."""

    reading: CaseReading
    record: Record

    @property
    def case(self) -> Case:
        """The case."""
        return self.reading.case

    @property
    def book(self) -> RuleBook:
        """The rule book that reads both texts."""
        return self.reading.book

    @property
    def draft(self) -> Analysis:
        """The draft as read; raises ``InputError`` where it is none."""
        return self.reading.analysis

    @cached_property
    def text(self) -> Analysis:
        """The released text, as read in the circumstances of the draft."""
        return read_candidate(self.draft, self.record.text)

    @cached_property
    def verdict(self) -> Verdict:
        """The verdict on the released text by this rule book, whatever the engine said of it."""
        return verdict_on(self.draft, self.text)

    @property
    def untouched(self) -> bool:
        """Whether the released text is what the writer wrote."""
        draft = self.draft.draft
        return is_the_draft(self.record.text, draft) or self.record.text == self.case.draft


def is_the_draft(text: str, draft: Draft) -> bool:
    """Return whether a text is the draft, byte for byte; a quoted thread below may be gone."""
    return text in {draft.text, draft.written}
