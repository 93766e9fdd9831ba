"""Paraphrase: when two words say the same, and which words assert nothing.

A rule book's lexicons enter; a ``Paraphrase`` leaves that tells which folded words share a sense.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet
from functools import lru_cache

from tactful.fidelity.tokens import NEGATIONS
from tactful.rulebook.book import RuleBook

_ENDINGS = ("ations", "ation", "ments", "ment", "ness", "ings", "ing", "ed", "ly", "es", "s")
_SHORTEST = 3
_FEW = 2


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

    def unsaid(self, words: Iterable[str], senses: AbstractSet[str]) -> list[str]:
        """Return the words that share no sense with these senses."""
        return [word for word in words if self.senses(word).isdisjoint(senses)]

    def weighty(self, words: Iterable[str]) -> list[str]:
        """Return the words that assert something: neither light words nor negations."""
        return [word for word in words if word not in NEGATIONS and stem(word) not in self.light]

    def tells(self, form: Sequence[str], said: Sequence[str]) -> bool:
        """Return whether somebody says a clause of ``form`` with these words: most of one is in the other."""
        told = self.weighty(form) or [word for word in form if word not in NEGATIONS]
        asserted = self.weighty(said)
        shared = len(told) - len(self.unsaid(told, self.senses_of(said)))
        if shared == 1 and len(asserted) > _FEW:
            return shared * 2 > len(told)
        return shared > 0 and (shared * 2 >= len(told) or shared * 2 >= len(asserted))

    def denies_a_denial(self, words: Iterable[str]) -> bool:
        """Return whether a negation and a word such as «below» stand together."""
        return bool(NEGATIONS.intersection(words)) and any(stem(word) in self._denials for word in words)

    def polarities(self, words: Sequence[str]) -> dict[str, bool]:
        """Return the words that assert something, each with whether it is denied.

        A denial reaches to the end of its clause; one with nothing behind it reaches back.
        """
        found: dict[str, bool] = {}
        denied = trailing = False
        before = ""
        for word in words:
            kind = self._kind(word)
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
        return "light" if root in self.light or root in self.reasoning else "weighty"


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
