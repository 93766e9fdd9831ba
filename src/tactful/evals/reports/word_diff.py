"""Shows which words two texts do not share.

Two texts enter; both leave in pieces, which together are the texts again, byte for byte.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import groupby

_WORD_AND_GAP = re.compile(r"\S+\s*|^\s+")


@dataclass(frozen=True, slots=True)
class Piece:
    """Some words in a row, and whether the other text has them too."""

    text: str
    shared: bool


def word_diff(before: str, after: str) -> tuple[tuple[Piece, ...], tuple[Piece, ...]]:
    """Return the pieces of both texts."""
    old, new = _WORD_AND_GAP.findall(before), _WORD_AND_GAP.findall(after)
    matcher = SequenceMatcher(
        None, [word.rstrip() for word in old], [word.rstrip() for word in new], autojunk=False
    )
    blocks = matcher.get_matching_blocks()
    return (
        _pieces(old, {at for block in blocks for at in range(block.a, block.a + block.size)}),
        _pieces(new, {at for block in blocks for at in range(block.b, block.b + block.size)}),
    )


def _pieces(words: list[str], shared: set[int]) -> tuple[Piece, ...]:
    runs = groupby(enumerate(words), key=lambda pair: pair[0] in shared)
    return tuple(Piece("".join(word for _, word in run), is_shared) for is_shared, run in runs)
