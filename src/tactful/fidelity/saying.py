"""Tells whether a candidate says a clause of the draft, in its own words or in others.

A clause and the accounts of a candidate enter; a yes or no leaves.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain, groupby

from tactful.fidelity.account import DECIDING_ACTS, MOST_CLAUSES, REWORDED_ACTS, Account, Accountant
from tactful.fidelity.paraphrase import Said, stem
from tactful.fidelity.source import SourceClause
from tactful.fidelity.tokens import NEGATIONS, is_subsequence, negations
from tactful.spelling import is_no_word

# One word in so many may be missing where a clause is said in other words.
_SPARED = 4
_MOST_SENTENCES = 2
# What a formula says beside its own act.
_BESIDE = frozenset({"offer-mentioned", "late-reply"})


class Saying:
    """What the free words of a candidate say."""

    def __init__(self, accounts: Sequence[Account], accountant: Accountant) -> None:
        self._paraphrase = paraphrase = accountant.paraphrase
        self._named = accountant.named
        self._formula = accountant.formula
        self._runs = [self._read(run) for run in _runs(accounts)]
        others = [one for one in accounts if not one.clauses]
        self._acts = frozenset(act for one in others for act in one.acts)
        self._said = paraphrase.said(word for one in others for word in one.words)

    def _read(self, run: tuple[tuple[str, ...], ...]) -> tuple[Said, dict[str, set[bool]], tuple[str, ...]]:
        """Return what a run of clauses says, and whether each sense is denied there."""
        polarities: dict[str, set[bool]] = {}
        for part in run:
            for word, denied in self._paraphrase.polarities(part).items():
                for sense in self._paraphrase.senses(word):
                    polarities.setdefault(sense, set()).add(denied)
        words = tuple(chain.from_iterable(run))
        return self._paraphrase.said(words), polarities, words

    def says(self, clause: SourceClause) -> bool:
        """Return whether one place says a clause in other words, and denies as much."""
        states = self._states(clause)
        typed = "texting-style" in clause.sentence_rules
        forms = dict.fromkeys((clause.words, clause.mended))
        return any(self._says(self._spelled(form) if typed else form, states) for form in forms)

    def _spelled(self, form: tuple[str, ...]) -> tuple[str, ...]:
        """Return the words without short forms that nobody could say again."""
        spelled = (word for word in form if not is_no_word(word) and not (word.isdigit() and len(word) == 1))
        return tuple(spelled) or form

    def _says(self, form: tuple[str, ...], states: dict[str, set[bool]]) -> bool:
        needed, spared = self._needed(form)
        if not needed:
            return not self._named.isdisjoint(form)
        return any(
            len(self._paraphrase.unsaid(needed, said)) <= spared
            and (self._agrees(states, polarities) or self._denies_alike(form, words))
            for said, polarities, words in self._runs
        )

    def _denies_alike(self, form: tuple[str, ...], words: tuple[str, ...]) -> bool:
        return bool(negations(form)) and self._paraphrase.denies_alike(form, words)

    def _states(self, clause: SourceClause) -> dict[str, set[bool]]:
        """Return whether a clause denies its words; what is said in a decision may be put either way."""
        if clause.acts & DECIDING_ACTS:
            return {}
        states: dict[str, set[bool]] = {}
        for form in {clause.words, clause.mended}:
            for word, denied in self._paraphrase.polarities(form).items():
                states.setdefault(word, set()).add(denied)
        return states

    def _agrees(self, states: dict[str, set[bool]], polarities: dict[str, set[bool]]) -> bool:
        """Return whether most words of a clause are denied where they are denied in the draft."""
        agreeing = turned = 0
        for word, denied in states.items():
            said = {one for sense in self._paraphrase.senses(word) for one in polarities.get(sense, ())}
            agreeing += bool(said & denied)
            turned += bool(said) and said.isdisjoint(denied)
        return turned == 0 or turned < agreeing

    def performs(self, clause: SourceClause) -> bool:
        """Return whether a bare formula is said in other words: its acts, and most of what it names."""
        acts = clause.acts & REWORDED_ACTS
        if clause.acts == {"offer-mentioned"}:
            acts = frozenset({"thanks"})
        if acts == {"deliberation"}:
            acts = frozenset({"decline"})
        if not acts or not acts <= self._acts:
            return False
        weighty = self._paraphrase.weighty(word for word in clause.words if word not in self._named)
        if weighty and not clause.acts <= REWORDED_ACTS | _BESIDE:
            return False
        if "thanks" not in acts:
            return True
        matter = [word for word in weighty if stem(word) not in self._formula]
        return len(self._paraphrase.unsaid(matter, self._said)) * 2 <= len(matter)

    def _needed(self, form: tuple[str, ...]) -> tuple[list[str], int]:
        """Return the words of a clause that must be said, and how many of them may be missing."""
        weighty = [word for word in self._paraphrase.weighty(form) if word not in self._named]
        if weighty:
            return weighty, len(weighty) // _SPARED
        light = [word for word in form if word not in NEGATIONS and word not in self._named]
        return light, len(light) // 2


def covers(account: Account, clause: SourceClause) -> bool:
    """Return whether a sentence of free words holds all that a clause says."""
    return bool(clause.words) and (
        is_subsequence(clause.words, account.words) or is_subsequence(clause.mended, account.words)
    )


def _runs(accounts: Sequence[Account]) -> Iterator[tuple[tuple[str, ...], ...]]:
    """Yield the clauses of every run of neighbouring free ones, of two sentences at most."""
    for free, group in groupby(accounts, key=lambda one: not one.clauses and one.phrase is None):
        parts = [(at, part) for at, one in enumerate(group) for part in one.parts] if free else []
        for start, (first, _) in enumerate(parts):
            for end in range(start + 1, min(len(parts), start + MOST_CLAUSES) + 1):
                if parts[end - 1][0] - first >= _MOST_SENTENCES:
                    break
                yield tuple(part for _, part in parts[start:end])
