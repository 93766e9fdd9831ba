"""Accounts for every sentence of a candidate: the writer's, a phrase, or words of its own.

The draft's clauses and an analysed candidate enter; for each sentence an ``Account`` leaves, and what
no source accounts for.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

from tactful.analysis import Analysis
from tactful.draft.model import Sentence
from tactful.fidelity.paraphrase import Paraphrase, paraphrase_of
from tactful.fidelity.slips import slips_of
from tactful.fidelity.source import SourceClause, topics_in
from tactful.fidelity.tokens import NEGATIONS, content_words, is_subsequence, negations
from tactful.phrases import Phrase, bank_for
from tactful.rulebook.book import RuleBook
from tactful.text import fold

FORMULA_ACTS = frozenset({"thanks", "decline", "withdraw", "goodwill", "apology", "deliberation", "close"})
MOST_CLAUSES = 12
DECIDING_ACTS = frozenset({"decline", "withdraw", "accepted-other", "takes-back-acceptance"})
# What a message claims, promises or feels by them must be in the draft too.
CLAIMING_ACTS = frozenset(
    {
        *("accept", "accepted-other", "conditional-yes", "negotiate", "more-time", "follow-up"),
        *("interest", "praise", "openness", "late-reply", "no-contact", "takes-back-acceptance"),
    }
)
# What any reason may be measured by: the writer's own needs.
_MEASURED = frozenset({"fit"})
_REFUSAL = frozenset({"declin", "refus", "reject", "withdraw"})
# Formulas that a negation belongs to: «not an easy choice», «sorry that I could not».
_DENYING_FORMULAS = frozenset({"deliberation", "apology", "decline", "withdraw"})
# What was accepted elsewhere is a reason, and a «not» turns it round.
_ELSEWHERE = frozenset({"another", "other", "elsewhere", "different", "new"})
_ABOUT_FORM = frozenset(
    {"texting-style", "shouting", "note-form", "over-explaining", "long-sentence", "hard-to-read", "rambling"}
)
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
    parts: tuple[tuple[str, ...], ...] = ()


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
        self._paraphrase = paraphrase_of(draft.book)
        self._formula = self._paraphrase.concepts(bank_for(draft.book).vocabulary())
        self._known_concepts = self._paraphrase.concepts(self._known)
        self._formula_acts = FORMULA_ACTS | (draft.act_names & DECIDING_ACTS)
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
        words = self._words_of(text, candidate.book)
        readings = [one for one in candidate.readings if one.sentence == at]
        mask = 0
        for reading in readings:
            mask |= reading.mask
        acts = frozenset(name for name, tag in candidate.book.act_tags.items() if mask >> tag & 1)
        topics = topics_in(mask, candidate.book)
        made_of = self._made_of(words)
        if made_of:
            return Account(text, words, acts, topics, clauses=made_of)
        parts = tuple(self._words_of(candidate.draft.slice(one), candidate.book) for one in sentence.clauses)
        recognised = [
            (self._unlicensed(phrase, values), phrase)
            for phrase, values in bank_for(candidate.book).recognise(text)
        ]
        if recognised:
            added, phrase = min(recognised, key=lambda one: len(one[0]))
            return Account(text, words, acts, topics, phrase=phrase, added=added, parts=parts)
        return Account(text, words, acts, topics, added=self._beyond(candidate, sentence, acts), parts=parts)

    def _words_of(self, text: str, book: RuleBook) -> tuple[str, ...]:
        """Return the content words of a text, mended slips as the writer wrote them."""
        return slips_of(self._draft).as_written(content_words(text, book))

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

    def _beyond(self, candidate: Analysis, sentence: Sentence, acts: frozenset[str]) -> tuple[str, ...]:
        """Return what free words say beyond the draft: unknown words, a turned meaning, an act of its own."""
        formula = self._formula if acts & self._formula_acts else frozenset()
        beyond: list[str] = []
        for clause in sentence.clauses:
            reading = next((one for one in candidate.readings if one.start == clause.start), None)
            mask = reading.mask if reading else 0
            words = self._words_of(candidate.draft.slice(clause), candidate.book)
            beyond.extend(self._clause_beyond(words, mask, formula, acts))
        beyond.extend(sorted((acts & CLAIMING_ACTS) - self._draft.act_names))
        return tuple(dict.fromkeys(beyond))

    def _clause_beyond(
        self, words: tuple[str, ...], mask: int, formula: frozenset[str], acts: frozenset[str]
    ) -> tuple[str, ...]:
        concepts = {word: self._paraphrase.concept(word) for word in words if word not in NEGATIONS}
        topics = topics_in(mask, self._draft.book)
        reason = bool(topics & self._topics) and topics - self._topics <= _MEASURED
        free = self._paraphrase.courtesies | (self._paraphrase.reason_words if reason else frozenset())
        unknown = [
            word
            for word, concept in concepts.items()
            if concept not in self._known_concepts and concept not in free | formula
        ]
        if unknown:
            return tuple(unknown)
        said = frozenset(concepts.values()) - free - formula
        negated = negations(words)
        if negated > 1 and self._negations_behind(frozenset(concepts.values())) != negated:
            return ("not",)
        if negated and not self._may_deny(concepts, mask, acts, topics if reason else frozenset()):
            return ("not",)
        if not said - self._paraphrase.concepts(self._named):
            return words if negated and not (acts & self._formula_acts or reason) else ()
        told = frozenset(concepts.values()) - self._paraphrase.courtesies
        expected = self._negations_behind(told)
        if expected is None:
            return () if reason else words
        decided = self._decides(mask) and negated == 1 and not _ELSEWHERE.intersection(words)
        fits = negated % 2 == expected % 2 or decided or (reason and negated == 1 and self._objected(told))
        return () if fits else ("not",)

    def _may_deny(
        self, concepts: dict[str, str], mask: int, acts: frozenset[str], topics: frozenset[str]
    ) -> bool:
        """Return whether a clause of free words may hold a negation at all.

        A refusal that is denied is none, a wish that is denied is none, and a reason is denied only
        where the draft denies something about the same matter or is rude about it.
        """
        refusal = _REFUSAL.intersection(concepts.values())
        if refusal:
            return any(
                negations(clause.words) and refusal & self._paraphrase.concepts(clause.words)
                for clause in self._clauses
            )
        if self._decides(mask) and not _ELSEWHERE.intersection(concepts):
            return True
        if topics:
            return any(
                topics & clause.topics and (negations(clause.words) or _offends(clause))
                for clause in self._clauses
            )
        kind = acts & self._formula_acts
        return not kind or bool(kind & _DENYING_FORMULAS)

    def _decides(self, mask: int) -> bool:
        tags = self._draft.book.act_tags
        return any(name in tags and mask >> tags[name] & 1 for name in DECIDING_ACTS)

    def _negations_behind(self, said: frozenset[str]) -> int | None:
        """Return how often the clauses that these concepts come from negate; ``None`` where none are."""
        behind = [
            form
            for clause in self._clauses
            for form in (clause.words, clause.mended)[: 1 + (clause.words != clause.mended)]
            if form and self._is_behind(form, said)
        ]
        if not behind:
            return None
        return sum(map(negations, _distinct(behind)))

    def _objected(self, said: frozenset[str]) -> bool:
        """Return whether rules object to every clause that these concepts come from."""
        behind = [clause for clause in self._clauses if clause.words and self._is_behind(clause.words, said)]
        return all(_offends(clause) for clause in behind)

    def _is_behind(self, form: tuple[str, ...], said: frozenset[str]) -> bool:
        concepts = self._paraphrase.concepts(word for word in form if word not in NEGATIONS)
        told = concepts - self._paraphrase.courtesies or concepts
        shared = len(told & said)
        if shared == 1 and len(said) > 1:
            return shared * 2 > len(concepts)
        return shared * 2 > len(told) or (shared > 1 and shared * 2 > len(said))


def _offends(clause: SourceClause) -> bool:
    """Return whether a rule objects to what a clause says, and not only to how it is typed."""
    return bool(set(clause.rules) - _ABOUT_FORM)


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


def says(account: Account, clause: SourceClause, paraphrase: Paraphrase) -> bool:
    """Return whether a sentence says a clause in other words, in clauses that deny as much."""
    wanted = paraphrase.concepts(word for word in clause.words if word not in NEGATIONS)
    needed = wanted - paraphrase.courtesies
    denied = _denials(clause.words, clause.acts, paraphrase) % 2
    return bool(needed) and any(
        _denials(words, account.acts, paraphrase) % 2 == denied
        and len(needed - paraphrase.concepts(words)) * 4 <= len(needed)
        for words in _runs(account.parts)
    )


def _denials(words: tuple[str, ...], acts: frozenset[str], paraphrase: Paraphrase) -> int:
    """Return how often words deny; the «not» of «will not accept» is the decision's own."""
    refused = "decline" in acts and "accept" in paraphrase.concepts(words)
    return max(0, negations(words) - refused)


def _runs(parts: tuple[tuple[str, ...], ...]) -> Iterator[tuple[str, ...]]:
    """Yield the words of every run of neighbouring clauses, the short runs first."""
    for length in range(1, min(len(parts), MOST_CLAUSES) + 1):
        for start in range(len(parts) - length + 1):
            yield tuple(chain.from_iterable(parts[start : start + length]))
