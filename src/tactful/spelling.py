"""Tells whether one word is another one with a slip of the pen in it.

Two folded words enter; a yes or no leaves.  Who corrects a slip and who holds two texts against each
other ask the same question, so that a corrected word is never taken for an added one.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import takewhile
from string import ascii_lowercase

from tactful.facts import read_english_words

FEWEST_LETTERS = 6
# Among shorter words another vowel often makes another word: «commut», «hangry».
FEWEST_FOR_VOWELS = 8
FEWEST_OF_COMPOUND = 3
_VOWELS = frozenset("aeiouy")
# «alot», «aswell», «atleast», «infact»: these stand before many a word with no blank between.
_RUN_TOGETHER = ("a", "as", "at", "in")


def is_no_word(word: str) -> bool:
    """Return whether a word is all letters and no English word."""
    return word.isalpha() and word not in read_english_words()


def is_same_word(written: str, other: str) -> bool:
    """Return whether two words are one: the same, or the first is a slip of the other's."""
    return written == other or (
        is_no_word(written) and (is_slip_of(written, other) or _runs_together(written, other))
    )


def is_slip_of(written: str, meant: str) -> bool:
    """Return whether ``written`` is no word, and ``meant`` is one that is a single slip away from it."""
    return (
        len(written) >= FEWEST_LETTERS
        and is_no_word(written)
        and meant in read_english_words()
        and _one_slip_apart(written, meant)
        and not (len(meant) > len(written) and _is_compound(written))
    )


def _is_compound(written: str) -> bool:
    """Return whether two words make it up, as trades make theirs: «barback» is no slip of anything."""
    english = read_english_words()
    return any(
        written[:at] in english and written[at:] in english
        for at in range(FEWEST_OF_COMPOUND, len(written) - FEWEST_OF_COMPOUND + 1)
    )


def may_be_slip(written: str) -> bool:
    """Return whether some English word is one slip away, or the last of two that run together."""
    english = read_english_words()
    return is_no_word(written) and (
        any(written.startswith(first) and written[len(first) :] in english for first in _RUN_TOGETHER)
        or (len(written) >= FEWEST_LETTERS and any(word in english for word in _without_slip(written)))
    )


def _without_slip(written: str) -> Iterator[str]:
    """Yield all that ``_one_slip_apart`` takes for the word that was meant."""
    for at in range(1, len(written)):
        head, letter, tail = written[:at], written[at], written[at + 1 :]
        if letter == written[at - 1]:
            yield head + tail
        for missing in ascii_lowercase:
            yield head + missing + letter + tail
        if tail[1:]:
            yield head + tail[0] + letter + tail[1:]
        if tail and letter in _VOWELS and len(written) >= FEWEST_FOR_VOWELS:
            yield from (head + vowel + tail for vowel in _VOWELS)


def _runs_together(written: str, last: str) -> bool:
    """Return whether a word is a small one and ``last`` with no blank between them."""
    return last in read_english_words() and any(written == first + last for first in _RUN_TOGETHER)


def _one_slip_apart(written: str, meant: str) -> bool:
    """Return whether two words with the same first and last letter differ by one slip.

    A letter is missing, one is doubled, two changed places, or a vowel is another vowel.  Other slips
    are as often a name or a word of some trade: «postgres» is no «postures».
    """
    if (written[0], written[-1]) != (meant[0], meant[-1]):
        return False
    start = _shared(written, meant)
    rest, other = written[start:], meant[start:]
    end = _shared(rest[::-1], other[::-1])
    rest, other = rest[: len(rest) - end], other[: len(other) - end]
    if len(rest) == len(other) == 1:
        return len(written) >= FEWEST_FOR_VOWELS and _VOWELS.issuperset((rest, other))
    if not other:
        return len(rest) == 1 and written[start - 1] == rest
    return (not rest and len(other) == 1) or (len(rest) == 2 and rest == other[::-1])


def _shared(one: str, other: str) -> int:
    """Return how many letters two words begin with together."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))
