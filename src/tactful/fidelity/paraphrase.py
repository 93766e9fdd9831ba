"""Paraphrase: when two words say the same, and which words assert nothing.

A rule book's lexicons enter; a ``Paraphrase`` leaves that gives each folded word its concept.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from tactful.rulebook.book import RuleBook

_ENDINGS = ("ing", "ed", "es", "s")
_SHORTEST = 3


class Paraphrase:
    """The concepts of words: those of one group are one, as are the forms of one word."""

    def __init__(self, book: RuleBook) -> None:
        lexicons = book.data["lexicons"]
        self._groups: dict[str, str] = {}
        for group in lexicons.get("fact-paraphrases", ()):
            for word in group.replace('"', "").split():
                self._groups.setdefault(stem(word), stem(group.split()[0]))
        self.courtesies = frozenset(map(self.concept, lexicons.get("fact-courtesies", ())))
        self.reason_words = frozenset(map(self.concept, lexicons.get("fact-reason-words", ())))

    def concept(self, word: str) -> str:
        """Return what a folded word stands for."""
        root = stem(word)
        return self._groups.get(root, root)

    def concepts(self, words: Iterable[str]) -> frozenset[str]:
        """Return what folded words stand for."""
        return frozenset(map(self.concept, words))


@lru_cache(maxsize=4)
def paraphrase_of(book: RuleBook) -> Paraphrase:
    """Return the paraphrases of a rule book."""
    return Paraphrase(book)


@lru_cache(maxsize=4096)
def stem(word: str) -> str:
    """Return a word without the ending of a plural, a past or a progressive form."""
    for ending in _ENDINGS:
        root = word.removesuffix(ending)
        if root != word and len(root) >= _SHORTEST and not (ending == "s" and root.endswith("s")):
            if len(root) > _SHORTEST and root[-1] == root[-2] and root[-1] not in "lse":
                root = root[:-1]
            return root.removesuffix("e")
    return word.removesuffix("e") if len(word) > _SHORTEST else word
