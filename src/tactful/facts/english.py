"""The big list of English words, read once and only when first asked for.

Nothing enters; a frozen set of lower-case words leaves.
"""

from __future__ import annotations

from functools import cache

from tactful.assets import asset

_FILE = "rules/lexicons/fact-english-words.txt"


@cache
def read_english_words() -> frozenset[str]:
    """Return the most frequent English words that are no first name, place or company."""
    _, _, words = asset(_FILE).read_text(encoding="utf-8").partition("\n\n")
    return frozenset(words.split())
