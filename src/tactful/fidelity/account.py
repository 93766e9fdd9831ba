"""Accounts for every sentence of a candidate: the writer's, a phrase, or words of its own.

The draft's clauses and an analysed candidate enter; for each sentence an ``Account`` leaves, and what
no source accounts for.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from tactful.analysis import Analysis
from tactful.fidelity.slips import slips_of
from tactful.fidelity.source import SourceClause, topics_in
from tactful.fidelity.tokens import content_words, is_subsequence, negations
from tactful.phrases import Phrase, bank_for
from tactful.text import fold

FORMULA_ACTS = frozenset({"thanks", "decline", "withdraw", "goodwill", "apology", "deliberation", "close"})
MOST_CLAUSES = 12
_NAMES = frozenset({"person", "organisation", "role"})


@dataclass(frozen=True, slots=True)
class Account:
    """One candidate sentence: ``clauses`` are the draft's clauses it consists of."""

    text: str
    words: tuple[str, ...]
    acts: frozenset[str]
    topics: frozenset[str]
    clauses: tuple[int, ...] = ()
    phrase: Phrase | None = None
    added: tuple[str, ...] = ()


class Accountant:
    """Holds what the draft offers while the sentences of a candidate are accounted for."""

    def __init__(self, draft: Analysis, clauses: Sequence[SourceClause]) -> None:
        self._draft = draft
        self._clauses = clauses
        self._by_sentence: dict[int, list[int]] = {}
        for at, clause in enumerate(clauses):
            self._by_sentence.setdefault(clause.sentence, []).append(at)
        self._known_text = fold(" \n ".join((draft.draft.written, *_context_values(draft))))
        self._known = frozenset(content_words(self._known_text, draft.book)) | frozenset(
            word for clause in clauses for word in clause.mended
        )
        self._named = frozenset(
            content_words(" ".join(fact.text for fact in draft.facts if fact.type in _NAMES), draft.book)
        )
        self._topics = frozenset(topic for clause in clauses for topic in clause.topics)

    def account(self, candidate: Analysis) -> tuple[Account, ...]:
        """Return the account of every body sentence of a candidate."""
        return tuple(self._sentence(candidate, at) for at in range(len(candidate.draft.sentences)))

    def knows(self, text: str) -> bool:
        """Return whether draft or context has this text, by its letters."""
        return fold(text).strip() in self._known_text

    def _sentence(self, candidate: Analysis, at: int) -> Account:
        sentence = candidate.draft.sentences[at]
        text = candidate.draft.slice(sentence)
        words = slips_of(self._draft).as_written(content_words(text, candidate.book))
        readings = [one for one in candidate.readings if one.sentence == at]
        mask = 0
        for reading in readings:
            mask |= reading.mask
        acts = frozenset(name for name, tag in candidate.book.act_tags.items() if mask >> tag & 1)
        topics = topics_in(mask, candidate.book)
        made_of = self._made_of(words)
        if made_of:
            return Account(text, words, acts, topics, clauses=made_of)
        recognised = [
            (self._unlicensed(phrase, values), phrase)
            for phrase, values in bank_for(candidate.book).recognise(text)
        ]
        if recognised:
            added, phrase = min(recognised, key=lambda one: len(one[0]))
            return Account(text, words, acts, topics, phrase=phrase, added=added)
        return Account(text, words, acts, topics, added=self._beyond(words, acts))

    def _made_of(self, words: tuple[str, ...]) -> tuple[int, ...]:
        """Return the clauses of one draft sentence that these words are, whole and in order."""
        if not words:
            return ()
        for places in self._by_sentence.values():
            for form in ("words", "mended"):
                found = _tile(words, [(at, getattr(self._clauses[at], form)) for at in places[:MOST_CLAUSES]])
                if found:
                    return found
        return ()

    def _unlicensed(self, phrase: Phrase, values: dict[str, str]) -> tuple[str, ...]:
        added = [value for value in values.values() if not self.knows(value)]
        added.extend(claim for claim in sorted(phrase.claims) if claim not in self._draft.act_names)
        if phrase.topic is not None and phrase.topic not in self._topics:
            added.append(phrase.topic)
        return tuple(added)

    def _beyond(self, words: tuple[str, ...], acts: frozenset[str]) -> tuple[str, ...]:
        """Return what free words say beyond the draft: unknown words, or a turned meaning."""
        formula = bank_for(self._draft.book).vocabulary() if acts & FORMULA_ACTS else frozenset()
        unknown = [word for word in words if word not in self._known and word not in formula]
        if unknown:
            return tuple(unknown)
        expected = self._negations_behind(words)
        if expected is None:
            plain = acts & FORMULA_ACTS or set(words) <= self._named
            return () if plain and not negations(words) else tuple(words)
        return () if negations(words) == expected else ("not",)

    def _negations_behind(self, words: tuple[str, ...]) -> int | None:
        """Return how often the clauses that these words come from negate; ``None`` where none are."""
        said = set(words)
        behind = [
            form
            for clause in self._clauses
            for form in (clause.words, clause.mended)[: 1 + (clause.words != clause.mended)]
            if form and len(said.intersection(form)) * 2 > len(set(form))
        ]
        if not behind:
            return None
        return sum(map(negations, _distinct(behind)))


def _distinct(forms: list[tuple[str, ...]]) -> list[tuple[str, ...]]:
    """Return the forms without those that another form holds: as written and as mended are one."""
    kept: list[tuple[str, ...]] = []
    for form in sorted(forms, key=len, reverse=True):
        if not any(len(set(form) & set(other)) * 2 > len(set(form)) for other in kept):
            kept.append(form)
    return kept


def _context_values(analysis: Analysis) -> list[str]:
    context = analysis.draft.context
    values = [context.to, context.sender, context.role, context.company, *context.negotiable]
    if context.answer_on is not None:
        day = context.answer_on
        values.append(f"{day.strftime('%A')}, {day.day} {day.strftime('%B %Y')}")
    return [value for value in values if value]


def _tile(words: tuple[str, ...], clauses: list[tuple[int, tuple[str, ...]]]) -> tuple[int, ...]:
    """Return the clauses that, whole and in order, are these words; empty where they are not."""
    made_of: list[int] = []
    rest = list(words)
    for at, clause in clauses:
        if clause and rest[: len(clause)] == list(clause):
            rest = rest[len(clause) :]
            made_of.append(at)
    return tuple(made_of) if not rest else ()


def covers(account: Account, clause: SourceClause) -> bool:
    """Return whether a sentence of free words holds all that a clause says."""
    return bool(clause.words) and (
        is_subsequence(clause.words, account.words) or is_subsequence(clause.mended, account.words)
    )
