"""Slips of the pen in a draft: a word and its mended form are held to be one.

An analysed draft enters; content words leave as the draft misspells them, whoever wrote them right.
"""

from __future__ import annotations

from collections.abc import Iterable

from tactful.analysis import Analysis
from tactful.fidelity.tokens import content_words
from tactful.spelling import is_no_word, is_same_word

_SAID = frozenset({"reason", "request", "commitment"})


class Slips:
    """The words of a draft that are no English words, and in no name, place or date."""

    def __init__(self, draft: Analysis) -> None:
        facts = " ".join(fact.text for fact in draft.facts if fact.type not in _SAID)
        words = set(content_words(draft.draft.written, draft.book))
        words.difference_update(content_words(facts, draft.book))
        self._slips = sorted(filter(is_no_word, words))

    def as_written(self, words: Iterable[str]) -> tuple[str, ...]:
        """Return the words, each that mends a slip as the draft has it."""
        if not self._slips:
            return tuple(words)
        return tuple(next((slip for slip in self._slips if is_same_word(slip, word)), word) for word in words)


def slips_of(draft: Analysis) -> Slips:
    """Return the slips of a draft, found once."""
    if "slips" not in draft.memo:
        draft.memo["slips"] = Slips(draft)
    found: Slips = draft.memo["slips"]
    return found
