"""Tells whether free words deny what the draft asserts, or assert what it denies.

The draft's clauses, a paraphrase and the words of a clause enter; a yes or no leaves.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from tactful.fidelity.paraphrase import Paraphrase, answers_no, stem
from tactful.fidelity.source import SourceClause
from tactful.fidelity.tokens import negations

_REFUSAL = frozenset({"declin", "refus", "reject", "withdraw"})
# Formulas that a negation belongs to: «not an easy choice», «sorry that I could not».
_DENYING_FORMULAS = frozenset({"deliberation", "apology", "decline", "withdraw"})
# What these acts deny is the offer; what was accepted elsewhere is a reason, which a «not» turns round.
REFUSING_ACTS = frozenset({"decline", "withdraw", "takes-back-acceptance"})
_JOINING = frozenset({"join", "accept", "tak", "com"})
_COURTEOUS_ACTS = frozenset({"thanks", "apology", "goodwill"})
_ABOUT_FORM = frozenset(
    {"texting-style", "shouting", "note-form", "over-explaining", "long-sentence", "hard-to-read", "rambling"}
)


@dataclass(frozen=True, slots=True)
class About:
    """What a clause of free words is about.

    ``own`` are its acts, ``formulas`` the formulas of its sentence, ``topics`` those of the draft's
    reasons that it gives.
    """

    own: frozenset[str]
    formulas: frozenset[str]
    topics: frozenset[str]


class Denials:
    """What the draft denies; ``named`` are the words of its names, ``formula`` the roots of phrases."""

    def __init__(
        self,
        clauses: Sequence[SourceClause],
        paraphrase: Paraphrase,
        *,
        named: frozenset[str],
        formula: frozenset[str],
    ) -> None:
        self._clauses = clauses
        self._paraphrase = paraphrase
        self._named = named
        self._formula = formula

    def allow(self, words: Sequence[str], about: About) -> bool:
        """Return whether a clause of free words denies and asserts as the draft does."""
        if self.denies_as_the_draft(words):
            return True
        return self._may_deny(words, about) and not self._turned(words, about)

    def denies_as_the_draft(self, words: Sequence[str]) -> bool:
        """Return whether a sentence of the draft that tells these words denies what is denied here.

        What stands right behind a negation is what it denies, wherever the rest of the sentence is put.
        """
        return bool(negations(words)) and any(
            self._paraphrase.denies_alike(form, words) and self._paraphrase.tells(form, words)
            for form in self._sentences
        )

    @cached_property
    def _sentences(self) -> tuple[tuple[str, ...], ...]:
        sentences: dict[tuple[int, bool], list[str]] = {}
        for clause in self._clauses:
            sentences.setdefault((clause.sentence, False), []).extend(clause.words)
            sentences.setdefault((clause.sentence, True), []).extend(clause.mended)
        return tuple(dict.fromkeys(map(tuple, sentences.values())))

    def _may_deny(self, words: Sequence[str], about: About) -> bool:
        """Return whether a clause of free words may hold the negations that it has.

        A refusal that is denied is none, a wish that is denied is none, and a reason is denied only
        where the draft denies something about the same matter or is rude about it.
        """
        if not negations(words):
            return True
        refusal = _REFUSAL.intersection(map(stem, words))
        if refusal:
            return any(
                negations(clause.words) and refusal.intersection(map(stem, clause.words))
                for clause in self._clauses
            )
        if about.own & REFUSING_ACTS:
            return True
        if about.topics:
            return any(
                about.topics & clause.topics and (_denies(clause, self._paraphrase) or _offends(clause))
                for clause in self._clauses
            )
        formulas = about.formulas
        return not formulas or bool(formulas & _DENYING_FORMULAS) or self._denied_alike(words)

    def _denied_alike(self, words: Sequence[str]) -> bool:
        """Return whether the draft denies each of these words that a clause denies."""
        denied = [word for word, state in self._paraphrase.polarities(words).items() if state]
        return bool(denied) and all(self._polarities(word) == {True} for word in denied)

    def _turned(self, words: Sequence[str], about: About) -> bool:
        """Return whether a clause denies what the draft asserts, or asserts what it denies."""
        if negations(words) > 1 + answers_no(words) and not self._denied_as_often(words):
            return True
        if not negations(words) and about.own & _COURTEOUS_ACTS:
            return False
        if about.topics and self._paraphrase.denies_a_denial(words):
            return not any(self._paraphrase.denies_a_denial(clause.words) for clause in self._clauses)
        refused = bool(about.own & REFUSING_ACTS) and negations(words) == 1
        agreeing = turned = 0
        for word, denied in self._paraphrase.polarities(words).items():
            known = self._polarities(word)
            if not known or word in self._named or (refused and self._of_the_offer(word)):
                continue
            agreeing += denied in known
            turned += denied not in known
        return turned > 0 and turned >= agreeing

    def _denied_as_often(self, words: Sequence[str]) -> bool:
        """Return whether a clause that these words come from has as many negations."""
        return any(
            negations(form) == negations(words) and self._paraphrase.tells(form, words)
            for clause in self._clauses
            for form in {clause.words, clause.mended}
        )

    def _of_the_offer(self, word: str) -> bool:
        """Return whether a word tells what a refusal refuses: to join, to accept, an offer."""
        return stem(word) in _JOINING or stem(word) in self._formula

    def _polarities(self, word: str) -> set[bool]:
        """Return whether the draft denies a word, or asserts it, or both; empty where it does neither."""
        senses = self._paraphrase.senses(word)
        return {denied for sense in senses for denied in self._denied.get(sense, ())}

    @cached_property
    def _denied(self) -> dict[str, set[bool]]:
        """The senses of the draft's words, each with whether it is denied; rude words are taken as either."""
        denied: dict[str, set[bool]] = {}
        for clause in self._clauses:
            refused = bool(clause.acts & REFUSING_ACTS and negations(clause.words))
            for form in {clause.words, clause.mended}:
                for word, state in self._paraphrase.polarities(form).items():
                    either = _offends(clause) or (refused and stem(word) not in _JOINING)
                    for sense in self._paraphrase.senses(word):
                        denied.setdefault(sense, set()).update({True, False} if either else {state})
        return denied


def _denies(clause: SourceClause, paraphrase: Paraphrase) -> bool:
    return any(paraphrase.polarities(clause.words).values()) or bool(negations(clause.words))


def _offends(clause: SourceClause) -> bool:
    """Return whether a rule objects to what a clause says, and not only to how it is typed."""
    return bool(set(clause.rules) - _ABOUT_FORM)
