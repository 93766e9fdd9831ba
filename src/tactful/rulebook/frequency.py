"""Guesses how often a word stands in a letter about a job offer.

A word, a sign, a pair of words or a part of a word enters; a weight leaves.
"""

from __future__ import annotations

from functools import cache

from tactful.rulebook.shapes import DIGIT, UNKNOWN

# Stands before or behind a part of a word, where the word may go on.
ANY = UNKNOWN

_FREQUENT: dict[float, str] = {
    60: "i you the to and a of for it in my is that",
    30: "not t s your this have be with was but me so as at do on are we am or will",
    12: """
        if can just what they an from no would by he all more there about time get been like has up one
        out had who were when think which don m ve ll re d offer thank thanks position role job
        opportunity company team work know very could any much how than their our also""",
    4: """
        take make want need go going see say back good new only now really please never feel even because
        some them then other into over after first well way right should too us she his her him its let
        didn doesn isn wasn won cant dont im did does done being where here still most many such own same
        those these again off down before while may might must year day days week people interview
        manager process decision hope wish best further""",
}
_WEIGHTS = {word: weight for weight, words in _FREQUENT.items() for word in words.split()}
_RARE = 0.3
_DIGITS = 2.0
# A part of a word stands in many words; the shorter, the more.
_PARTS = {1: 60.0, 2: 25.0, 3: 6.0, 4: 2.0}
_PAIRS = 400


@cache
def weight(mark: str) -> float:
    """Return about how many of a thousand words are this one."""
    first, _, second = mark.partition(" ")
    if second:
        return max(_RARE / 3, weight(first) * weight(second) / _PAIRS)
    if mark == DIGIT:
        return _DIGITS
    bare = mark.strip(ANY)
    known = _WEIGHTS.get(bare, _RARE)
    return known if bare == mark else max(known, _PARTS.get(len(bare), 2 * _RARE))
