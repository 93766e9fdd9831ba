"""Word sets, written as plain text.

A string of words enters; a frozen set leaves.
"""

from __future__ import annotations


def word_set(words: str) -> frozenset[str]:
    """Return the words of a text as a set."""
    return frozenset(words.split())
