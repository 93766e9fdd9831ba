"""What a sentence is about as a whole, by the weight of its words.

The compiled weights, folded text and its tags enter; the probability of each sense leaves, or the tags
that stand for it.  The model is linear: a bias for each sense, and a weight for each sense in each word,
each pair of neighbours and each lexicon that has a word of the sentence; words count each time they
stand there, pairs and lexicons once.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache
from itertools import pairwise, repeat
from math import exp
from typing import Any

from tactful.rulebook.detector import numbers

# Weights are whole numbers of this part; those of one word are packed into one number, a field a sense,
# so that a sentence costs one sum.
SCALE = 64
FIELD_BITS = 20
_HALF = 1 << (FIELD_BITS - 1)
_FIELD = (1 << FIELD_BITS) - 1
# What a sentence says is clear by then; and the sums of more words might leave their fields.
MOST_WORDS = 120
_TOKEN = re.compile(r"(?:[^\W\d_]|')+|#|[?!,;:\"()-]|\.\.+")
_FIGURE = re.compile(r"\d+(?:[.,:/-]\d+)*")


def words(folded: str) -> list[str]:
    """Return the words and marks of a sentence, in order; every figure is the same word."""
    return _TOKEN.findall(_FIGURE.sub("#", folded))


def pairs(found: Sequence[str]) -> set[str]:
    """Return the pairs of neighbours among the words of a sentence, its two ends with them."""
    return set(map(" ".join, pairwise(("^", *found, "$"))))


def pack(weights: Sequence[int]) -> int:
    """Return the weights of one word as one number."""
    return sum(weight << (FIELD_BITS * at) for at, weight in enumerate(weights))


def unpack(packed: int, count: int) -> list[int]:
    """Return the weights, or the sums of weights, that one number holds."""
    # With half a field added to each, no field is negative and none borrows from the next.
    lifted = packed + _lift(count)
    return [(lifted >> at & _FIELD) - _HALF for at in range(0, count * FIELD_BITS, FIELD_BITS)]


@cache
def _lift(count: int) -> int:
    return pack((_HALF,) * count)


class Senses:
    """The senses of a rule book and the tags that stand for them."""

    def __init__(self, data: Mapping[str, Any]) -> None:
        self.names: tuple[str, ...] = tuple(data["names"])
        self._bias: int = data["bias"]
        self._weights: Mapping[str, int] = data["weights"]
        self._of_tag: dict[int, int] = dict(data["of_tag"])
        self._asked = sum(1 << tag for tag in self._of_tag)
        self._tags = tuple(
            (1 << tag["tag"], tuple(map(self.names.index, tag["of"])), tag["at_least"], tag["at_most"])
            for tag in data["tags"]
        )
        self.tags = frozenset(tag["tag"] for tag in data["tags"])
        self._among = 1 << data["among"] if "among" in data else 0

    def probabilities(self, folded: str, tags: int) -> tuple[float, ...]:
        """Return the probability of each sense, in the order of ``names``."""
        found = words(folded)[:MOST_WORDS]
        weights = map(self._weights.get, (*found, *pairs(found)), repeat(0))
        total = self._bias + sum(weights) + sum(map(self._of_tag.__getitem__, numbers(tags & self._asked)))
        scores = unpack(total, len(self.names))
        highest = max(scores)
        raised = [exp((score - highest) / SCALE) for score in scores]
        whole = sum(raised)
        return tuple(one / whole for one in raised)

    def mask(self, folded: str, tags: int) -> int:
        """Return the tags that stand for the sense of a sentence, one bit a tag; ``tags`` are its others.

        Senses that are asked for only among some sentences give nothing for the others.
        """
        if not self._tags or (self._among and not tags & self._among):
            return 0
        chances = self.probabilities(folded, tags)
        mask = 0
        for bit, places, least, most in self._tags:
            if least <= sum([chances[place] for place in places]) <= most:
                mask |= bit
        return mask
