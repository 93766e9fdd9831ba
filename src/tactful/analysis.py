"""Everything that is read in one text, before anything is judged.

A ``Draft`` and a ``RuleBook`` enter; an ``Analysis`` leaves: clauses, acts, facts, kind, and the
circumstances that rules ask for.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from typing import Any

from tactful.acts import Reading, acts_of, read_clauses
from tactful.conditions import weigh_conditions
from tactful.draft import take_apart
from tactful.draft.model import Draft
from tactful.factual import facts_of
from tactful.kinds import ASKING_KINDS, kind_of, may_speak_of_work, speaks_of_a_job, speaks_of_work
from tactful.mends import mender_for
from tactful.notes import read_notes
from tactful.result import Act, Fact
from tactful.rulebook.book import RuleBook
from tactful.telling import Telling
from tactful.text import count_words
from tactful.texting import read_texting

LATE_AFTER_DAYS = 3
_TYPING_RULES = ("texting-style", "emoji")


@dataclass(frozen=True)
class Analysis:
    """One text as read by one rule book."""

    draft: Draft
    book: RuleBook
    readings: tuple[Reading, ...]
    # What others have worked out about this text, so that it is worked out once.
    memo: dict[str, Any] = field(default_factory=dict, compare=False, repr=False)
    # How this text was made of a draft that is no message itself, and what was read in that draft.
    telling: Telling | None = None
    behind: Analysis | None = None

    @cached_property
    def told(self) -> Analysis:
        """The message that a draft stands for: another one where it is notes or a text message."""
        role_nouns = self.book.data["lexicons"].get("fact-role-nouns", ())
        if self.telling:
            return self
        noted = read_notes(self.draft, role_nouns)
        if noted:
            return self._told_as(noted)
        telling = self._spelled_out()
        told = self._told_as(telling) if telling else self
        # Whole words may tell what short forms hid, and never another answer.
        return told if self.kind in {told.kind, "other"} else self

    def _told_as(self, telling: Telling) -> Analysis:
        message = take_apart(telling.text, self.draft.context)
        return replace(analyse(message, self.book), telling=telling, behind=self)

    def _spelled_out(self) -> Telling | None:
        mender = mender_for(self.book)
        return read_texting(self.draft, self.facts, lambda text: mender.mend(text, _TYPING_RULES))

    def tags_of(self, sentence: int) -> int:
        """Return the tags and acts of a sentence of the body, by its place."""
        return self._masks.get(sentence, 0)

    @cached_property
    def _masks(self) -> dict[int, int]:
        return {one.sentence: one.around for one in self.readings}

    @cached_property
    def acts(self) -> tuple[Act, ...]:
        """The speech acts, in the order of the text."""
        return acts_of(self.readings, self.book)

    @cached_property
    def act_names(self) -> frozenset[str]:
        """Which acts the text performs."""
        return frozenset(act.act for act in self.acts)

    @cached_property
    def facts(self) -> tuple[Fact, ...]:
        """The facts, sorted by span."""
        return facts_of(self.draft, self.acts, self.book)

    @cached_property
    def kind(self) -> str:
        """The kind of message: the one the context names, else the one the acts show."""
        return self.draft.context.kind or self.kind_shown

    @cached_property
    def kind_shown(self) -> str:
        """The kind of message that the text itself shows."""
        kind = kind_of(self.acts, self.draft.context)
        if kind in ASKING_KINDS and not speaks_of_a_job(self.draft.folded, self.draft.context):
            return "other"
        return "other" if self._is_of_daily_life(kind) else kind

    def _is_of_daily_life(self, kind: str) -> bool:
        """Return whether what is turned down is a thing of daily life, in a text that has no word of work."""
        if kind not in {"decline", "withdraw"} or speaks_of_work(self.draft.folded, self.draft.context):
            return False
        if "daily-matter" not in self.act_names and may_speak_of_work(self.draft.folded, self._length):
            return False
        return not any(one.type == "role" for one in self.facts)

    @property
    def _length(self) -> int:
        return sum(count_words(self.draft.slice(sentence)) for sentence in self.draft.sentences)

    @cached_property
    def late(self) -> bool:
        """Whether the answer comes late, by the dates of the context or by the text's own word."""
        context = self.draft.context
        today = context.today or date.today()  # noqa: DTZ011 - a calendar day as the writer counts it
        if context.answer_on is not None and today > context.answer_on:
            return True
        if context.offered_on is not None and (today - context.offered_on).days > LATE_AFTER_DAYS:
            return context.answer_on is None
        return bool(self.act_names & {"late-reply", "takes-back-acceptance"}) or context.stage == "accepted"


def analyse(draft: Draft, book: RuleBook) -> Analysis:
    """Return what is read in a draft."""
    readings = weigh_conditions(read_clauses(draft, book), book, draft.context.negotiable)
    return Analysis(draft, book, readings)
