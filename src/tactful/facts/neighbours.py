"""Looking around in a folded text: where a word stands, and which words stand beside it.

A folded text and positions enter; positions and words leave.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_NEXT = re.compile(r"[ ,]{0,2}([a-z]+)")
_WINDOW = 28


def occurrences(folded: str, word: str) -> Iterator[int]:
    """Yield where a word stands as a whole word."""
    start = folded.find(word)
    while start >= 0:
        end = start + len(word)
        if not (start and folded[start - 1].isalnum()) and not folded[end : end + 1].isalnum():
            yield start
        start = folded.find(word, end)


def word_after(folded: str, end: int) -> str:
    """Return the word right after a position, empty where a sentence ends there."""
    match = _NEXT.match(folded, end)
    return match.group(1) if match else ""


def words_before(folded: str, start: int) -> list[str]:
    """Return the last words before a position in the same clause, the nearest one last."""
    window = folded[max(0, start - _WINDOW) : start]
    return window.split()


def last_word(folded: str, start: int) -> str:
    """Return the word right before a position, empty at the start."""
    before = words_before(folded, start)
    return before[-1] if before else ""
