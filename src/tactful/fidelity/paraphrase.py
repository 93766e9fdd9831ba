"""Paraphrase: when two words say the same, and which words assert nothing.

A rule book's lexicons enter; a ``Paraphrase`` leaves that tells which folded words share a sense.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet
from functools import cached_property, lru_cache

from tactful.fidelity.entailment import entailing
from tactful.fidelity.tokens import NEGATIONS, parts_of
from tactful.rulebook.book import RuleBook

_ENDINGS = ("ations", "ation", "ments", "ment", "ness", "ings", "ing", "ed", "ly", "es", "s")
_SHORTEST = 3
_FEW = 2
# «I would like» is courtesy; that somebody liked it is a feeling, and of the writer alone.
_FELT = frozenset({"liked", "loved", "enjoyed", "pleasure", "privilege", "welcomed"})
# «My answer is no, since the pay is low»: that no denies nothing of what follows.
_ANSWERING = frozenset({"say", "said", "saying", "answer", "reply", "decision"})


class Said:
    """What the words of a candidate say; worked out when asked for, and once."""

    def __init__(self, paraphrase: Paraphrase, words: tuple[str, ...]) -> None:
        self._paraphrase = paraphrase
        self._words = words

    @cached_property
    def senses(self) -> frozenset[str]:
        """What the words may stand for, the parts of compounds with them."""
        parts = (part for word in self._words if "-" in word for part in parts_of(word))
        return self._paraphrase.senses_of((*self._words, *parts))

    @cached_property
    def entailing(self) -> frozenset[str]:
        """The roots of words that say at least what one of these words says."""
        return frozenset(one for word in self._words for one in entailing(stem(word)))


class Paraphrase:
    """The senses of words: those of one group share one, as do the forms of one word."""

    def __init__(self, book: RuleBook) -> None:
        lexicons = book.data["lexicons"]
        self._groups: dict[str, set[str]] = {}
        for at, group in enumerate(lexicons.get("fact-paraphrases", ())):
            for word in group.replace('"', "").split():
                self._groups.setdefault(stem(word), set()).add(f"group {at}")
        self._senses: dict[str, frozenset[str]] = {}
        self.light = frozenset(map(stem, lexicons.get("fact-courtesies", ())))
        self.reasoning = frozenset(map(stem, lexicons.get("fact-reason-words", ())))
        self._denials = frozenset(map(stem, lexicons.get("fact-denials", ())))

    def senses(self, word: str) -> frozenset[str]:
        """Return what a folded word may stand for."""
        found = self._senses.get(word)
        if found is None:
            root = stem(word)
            found = self._senses[word] = frozenset({root, *self._groups.get(root, ())})
        return found

    def senses_of(self, words: Iterable[str]) -> frozenset[str]:
        """Return what folded words may stand for, together."""
        return frozenset(sense for word in words for sense in self.senses(word))

    def said(self, words: Iterable[str]) -> Said:
        """Return what folded words of a candidate say."""
        return Said(self, tuple(words))

    def unsaid(self, told: Iterable[str], said: Said) -> list[str]:
        """Return the words of the draft that a candidate says with none of its own.

        It says the same, or less: whoever tells of a commute is told of a journey.
        """
        unsaid = [word for word in told if self.senses(word).isdisjoint(said.senses)]
        return [
            word
            for word in unsaid
            if (stem(word) in self._groups or stem(word) not in said.entailing)
            and not self._in_parts(word, said.senses)
        ]

    def unaccounted(self, said: Iterable[str], senses: AbstractSet[str]) -> list[str]:
        """Return the words of a candidate that say more than the words of these senses, or something else.

        What the lexicon groups stands for its group alone; the table is for the words it does not have.
        """
        return [
            word
            for word in said
            if self.senses(word).isdisjoint(senses)
            and (stem(word) in self._groups or entailing(stem(word)).isdisjoint(senses))
            and not self._in_parts(word, senses)
        ]

    def _in_parts(self, word: str, senses: AbstractSet[str]) -> bool:
        """Return whether each part of a compound has one of the senses: «six-day» of «six days»."""
        return "-" in word and all(not self.senses(part).isdisjoint(senses) for part in parts_of(word))

    def weighty(self, words: Iterable[str]) -> list[str]:
        """Return the words that assert something: neither light words nor negations."""
        return [
            word
            for word in words
            if word not in NEGATIONS and (word in _FELT or stem(word) not in self.light)
        ]

    def tells(self, form: Sequence[str], said: Sequence[str]) -> bool:
        """Return whether somebody says a clause of ``form`` with these words: most of one is in the other."""
        told = self.weighty(form) or [word for word in form if word not in NEGATIONS]
        asserted = self.weighty(said)
        shared = len(told) - len(self.unsaid(told, self.said(said)))
        if shared == 1 and len(asserted) > _FEW:
            return shared * 2 > len(told)
        accounted = len(asserted) - len(self.unaccounted(asserted, self.senses_of(form)))
        return shared > 0 and (shared * 2 >= len(told) or accounted * 2 >= len(asserted))

    def denies_a_denial(self, words: Iterable[str]) -> bool:
        """Return whether a negation and a word such as «below» stand together."""
        return bool(NEGATIONS.intersection(words)) and any(stem(word) in self._denials for word in words)

    def denies_alike(self, one: Sequence[str], other: Sequence[str]) -> bool:
        """Return whether what stands behind each negation is the same, wherever the rest of it stands."""
        heads, others = self._heads(one), self._heads(other)
        return len(heads) == len(others) and not any(map(frozenset.isdisjoint, heads, others))

    def _heads(self, words: Sequence[str]) -> list[frozenset[str]]:
        """Return what the words behind each negation may stand for: the first, and the first with weight."""
        heads = []
        for at, word in enumerate(words):
            if word in NEGATIONS and not is_answer(words, at):
                behind = words[at + 1 :]
                heads.append(self.senses_of((*behind[:1], *self.weighty(behind)[:1])))
        return heads

    def polarities(self, words: Sequence[str]) -> dict[str, bool]:
        """Return the words that assert something, each with whether it is denied.

        A denial reaches to the end of its clause; one with nothing behind it reaches back.
        """
        found: dict[str, bool] = {}
        denied = trailing = False
        before = ""
        for at, word in enumerate(words):
            kind = "light" if is_answer(words, at) else self._kind(word)
            if kind == "negation" or (kind == "denial" and before != "denial"):
                denied, trailing = not denied, not trailing
            elif kind == "weighty":
                found[word], trailing = denied, False
            before = kind
        return {word: state != trailing for word, state in found.items()}

    def _kind(self, word: str) -> str:
        """Return what a word is to a clause: a negation, a denial of its own, light or weighty."""
        if word in NEGATIONS:
            return "negation"
        root = stem(word)
        if root in self._denials:
            return "denial"
        light = root in self.light and word not in _FELT
        return "light" if light or root in self.reasoning else "weighty"


def is_answer(words: Sequence[str], at: int) -> bool:
    """Return whether the word at a place is the «no» that somebody says, and denies no other."""
    return words[at] == "no" and at > 0 and words[at - 1] in _ANSWERING


def answers_no(words: Sequence[str]) -> bool:
    """Return whether somebody says «no» with these words, and not that it can't be said."""
    return any(
        is_answer(words, at) and (at < _FEW or words[at - _FEW] not in NEGATIONS) for at in range(len(words))
    )


@lru_cache(maxsize=4)
def paraphrase_of(book: RuleBook) -> Paraphrase:
    """Return the paraphrases of a rule book."""
    return Paraphrase(book)


@lru_cache(maxsize=8192)
def stem(word: str) -> str:
    """Return a word without the ending of a plural, a tense or a noun made of a verb."""
    for ending, instead in (("ies", "y"), ("ied", "y")):
        if word.endswith(ending) and len(word) > len(ending) + 1:
            return word.removesuffix(ending) + instead
    for ending in _ENDINGS:
        root = word.removesuffix(ending)
        if root != word and len(root) >= _SHORTEST and not (ending == "s" and root.endswith("s")):
            if len(root) > _SHORTEST and root[-1] == root[-2] and root[-1] not in "se":
                root = root[:-1]
            return root.removesuffix("e")
    return word.removesuffix("e") if len(word) > _SHORTEST else word
