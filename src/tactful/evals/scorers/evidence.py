"""What scorers look at: a case, what came of it, and both texts as the rule book reads them.

A ``Case``, its ``Record`` and a ``RuleBook`` enter; readings leave, each made once and only if asked for.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from tactful.analysis import Analysis, analyse
from tactful.draft import read_draft
from tactful.draft.model import Draft
from tactful.evals.record import Record
from tactful.evals.suite import Case
from tactful.options import context_from
from tactful.result import Verdict
from tactful.rulebook import RuleBook
from tactful.verify import read_candidate, verdict_on


@dataclass(frozen=True)
class Evidence:
    """One case and its record."""

    case: Case
    record: Record
    book: RuleBook

    @cached_property
    def draft(self) -> Analysis:
        """The draft as read; raises ``InputError`` where it is none."""
        return analyse(read_draft(self.case.draft, context_from(self.case.options)), self.book)

    @cached_property
    def text(self) -> Analysis:
        """The released text, as read in the circumstances of the draft."""
        return read_candidate(self.draft, self.record.text)

    @cached_property
    def verdict(self) -> Verdict:
        """The verdict on the released text, made anew whatever the engine said of it."""
        return verdict_on(self.draft, self.text)

    @property
    def untouched(self) -> bool:
        """Whether the released text is what the writer wrote."""
        draft = self.draft.draft
        return is_the_draft(self.record.text, draft) or self.record.text == self.case.draft


def is_the_draft(text: str, draft: Draft) -> bool:
    """Return whether a text is the draft, byte for byte; a quoted thread below may be gone."""
    return text in {draft.text, draft.written}
