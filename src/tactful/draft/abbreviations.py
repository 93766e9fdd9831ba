"""Abbreviations: the words whose full stop may not end a sentence.

The text before a full stop enters; whether the stop belongs to the word leaves.
"""

from __future__ import annotations

from tactful.draft.word_sets import word_set

NEVER_END = word_set(
    """
    mr mrs ms dr prof st rev hr fr frau messrs mt gen col capt lt vs cf ca e.g i.e eg ie approx incl excl resp
    viz dipl-ing esp str ul avda asst c p.o sgt maj cmdr insp supt
    """
)
END_BEFORE_STARTER = word_set(
    """
    ltd inc corp co llc plc gmbh ag bros etc a.m p.m am pm u.s u.k e.u ph.d jr sr dept est al hrs yrs min max
    avg u.s.a b.a m.a m.sc b.sc ing sen
    """
)
NO_END_BEFORE_NUMBER = word_set(
    """
    no nr nos ref refs fig vol ed tel ext art sec ch p pp jan feb mar apr jun jul aug sep sept oct
    nov dec
    """
)
REFERENCE = word_set("ref refs tel fax")
_OPENING_MARKS = "([\"'"
_REACH = 24


def last_word(folded: str, start: int, stop: int) -> str:
    """Return the word that ends right before a mark; it is empty where a blank does."""
    low = max(start, stop - _REACH)
    return folded[folded.rfind(" ", low, stop) + 1 or low : stop].lstrip(_OPENING_MARKS)


def is_abbreviation(folded: str, stop: int) -> bool:
    """Return whether the full stop at ``stop`` follows a title, an initial or a reference."""
    if folded[stop] != ".":
        return False
    word = last_word(folded, 0, stop)
    return len(word) == 1 or word in NEVER_END or word in REFERENCE
