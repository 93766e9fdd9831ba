"""The vocabulary: the lexicons as sets that the seekers ask.

A mapping of lexicon names to words enters; a frozen ``Vocabulary`` leaves.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tactful.text import fold

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

_ENDINGS = ("s", "ing", "ed", "er", "ers", "ly", "ness", "able", "ment", "ship", "less", "wise")
_PREFIXES = ("re", "un", "pre", "over", "under", "non", "mis", "co", "out")
_LEAST_MISSPELT = 5
_LONGEST_WORD = 24
_NO_WORDS: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The words that tell names, places, companies and jobs apart; all folded."""

    first_names: frozenset[str]
    word_names: frozenset[str]
    places: frozenset[str]
    place_heads: frozenset[str]
    long_places: dict[str, tuple[tuple[str, frozenset[str]], ...]]
    companies: frozenset[str]
    company_suffixes: frozenset[str]
    company_words: frozenset[str]
    company_marks: frozenset[str]
    titles: frozenset[str]
    role_nouns: frozenset[str]
    role_words: frozenset[str]
    role_fields: frozenset[str]
    not_names: frozenset[str]
    not_words: frozenset[str]
    relations: frozenset[str]
    openers: frozenset[str]
    opener_edits: frozenset[str]
    english: frozenset[str]
    loose: frozenset[str]

    def is_ordinary(self, word: str) -> bool:
        """Return whether a folded word is an ordinary English word, also in the plural or possessive."""
        return word in self.english or word in self.not_words

    def is_derived(self, word: str) -> bool:
        """Return whether a word is an English one with an ending or a prefix."""
        for ending in _ENDINGS:
            stem = word.removesuffix(ending)
            if stem != word and not self.english.isdisjoint(_bases(stem)):
                return True
        return any(word.startswith(prefix) and word[len(prefix) :] in self.english for prefix in _PREFIXES)

    def is_misspelt_opener(self, word: str) -> bool:
        """Return whether a word is one that opens sentences, with one letter wrong, missing or too many."""
        return not self.opener_edits.isdisjoint(_shortened(word))


def _bases(stem: str) -> set[str]:
    """Return the words that a stem may stand for: hop and hope, stop of stopp, quantify of quantifi."""
    bases = {stem, stem + "e"}
    if stem[-1:] == stem[-2:-1]:
        bases.add(stem[:-1])
    if stem.endswith("i"):
        bases.add(stem[:-1] + "y")
    return bases


def _shortened(word: str) -> set[str]:
    """Return a word and every form of it with one letter left out; short words have none."""
    if not _LEAST_MISSPELT <= len(word) <= _LONGEST_WORD:
        return set()
    return {word} | {word[:index] + word[index + 1 :] for index in range(len(word))}


def read_vocabulary(
    lexicons: Mapping[str, Sequence[str]], english_words: Callable[[], frozenset[str]] | None
) -> Vocabulary:
    """Return the vocabulary of the lexicons ``fact-...``; one that is missing is empty."""

    def words(name: str) -> frozenset[str]:
        return frozenset(map(fold, lexicons.get(f"fact-{name}", ())))

    openers = words("openers")
    english = english_words() if english_words else _NO_WORDS
    places = words("places")
    long_places = _long_places(places)
    return Vocabulary(
        first_names=words("first-names"),
        word_names=words("word-names"),
        places=places,
        place_heads=frozenset(long_places),
        long_places=long_places,
        companies=words("companies"),
        company_suffixes=words("company-suffixes"),
        company_words=words("company-words"),
        company_marks=words("company-marks"),
        titles=words("titles"),
        role_nouns=words("role-nouns"),
        role_words=words("role-words"),
        role_fields=words("role-fields"),
        not_names=words("not-names"),
        not_words=words("not-words"),
        relations=words("relations"),
        openers=openers,
        opener_edits=frozenset().union(*map(_shortened, openers)),
        english=english,
        loose=english | openers | words("not-names"),
    )


def _long_places(places: frozenset[str]) -> dict[str, tuple[tuple[str, frozenset[str]], ...]]:
    """Return the places of several words by their first word, the longest first, each with its words."""
    found: dict[str, tuple[tuple[str, frozenset[str]], ...]] = {}
    for place in sorted(places, key=lambda name: (-len(name), name)):
        parts = place.replace(".", " ").replace("'", " ").replace("-", " ").split()
        if len(parts) > 1:
            found[parts[0]] = (*found.get(parts[0], ()), (place, frozenset(parts)))
    return found
