"""Short forms and figures are spelled out where they stand for words, and stay where they count."""

from __future__ import annotations

import pytest

from tactful.texting.words import spelled_out


@pytest.mark.parametrize(
    ("typed", "spelled"),
    [
        ("lmk if u need it", "let me know if u need it"),
        ("where 2 post the card", "where to post the card"),
        ("jst 2 low 4 london", "just too low for london"),
        ("thx 4 showing me round", "thx for showing me round"),
        ("a no 4 the job @ quillon", "a no for the job at quillon"),
        ("the gig @quillon", "the gig at quillon"),
        ("i m at home n i ll ring", "i'm at home and i'll ring"),
        ("its doing my head in", "it's doing my head in"),
        ("see u on sat", "see u on Saturday"),
        ("yr agency woman", "your agency woman"),
        ("no hard feelins", "no hard feelings"),
        ("v kind of u", "very kind of u"),
        ("its only a yr", "it's only a yr"),
    ],
)
def test_what_stands_for_a_word_is_spelled_out(typed, spelled):
    assert spelled_out(typed) == spelled


@pytest.mark.parametrize(
    "typed",
    [
        "i waited 2 weeks",
        "at 4 sharp",
        "level 4 is mine",
        "2 of my friends",
        "i sat there",
        "pay me at @yess-m",
        "its own van",
        "the main cabin",
        "this yr was hard",
    ],
)
def test_what_counts_or_is_a_word_stays(typed):
    assert spelled_out(typed) == typed
