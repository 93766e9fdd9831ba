"""Abbreviations: the words whose full stop may not end a sentence.

The text before a full stop enters; whether the stop belongs to the word leaves.
"""

from __future__ import annotations

import re

from tactful.draft.word_sets import word_set

NEVER_END = word_set(
    """
    mr mrs ms dr prof st rev hr fr frau messrs mt gen col capt lt vs cf ca e.g i.e eg ie approx incl excl resp viz
    dipl-ing esp asst c
    """
)
END_BEFORE_STARTER = word_set(
    """
    ltd inc corp co llc plc gmbh ag bros etc a.m p.m am pm u.s u.k e.u ph.d jr sr dept est al hrs yrs min max avg
    u.s.a b.a m.a m.sc b.sc ing sen
    """
)
NO_END_BEFORE_NUMBER = word_set(
    """
    no nr nos ref refs fig vol ed tel ext art sec ch p pp jan feb mar apr jun jul aug sep sept oct nov dec
    """
)
REFERENCE = word_set("ref refs tel fax")
_LAST_WORD = re.compile(r"[^\s()\[\]\"]+$")
_REACH = 24


def last_word(folded: str, start: int, stop: int) -> re.Match[str] | None:
    """Return the word that ends right before a mark, if one does."""
    return _LAST_WORD.search(folded, max(start, stop - _REACH), stop)


def is_abbreviation(folded: str, stop: int) -> bool:
    """Return whether the full stop at ``stop`` follows a title, an initial or a reference."""
    if folded[stop] != ".":
        return False
    found = last_word(folded, 0, stop)
    if found is None:
        return False
    word = found.group().lstrip("'")
    return len(word) == 1 or word in NEVER_END or word in REFERENCE
