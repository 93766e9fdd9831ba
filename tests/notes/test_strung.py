"""A line that strings notes together is parted; a line of prose stays whole."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tactful.notes.strung import parted_line

LONG_WINDED = (
    "I have thought about the kind offer for a whole long week now - and the longer I did think about it "
    "the clearer it got - that the drive over the pass in the winter months and with the two small "
    "children - would in the end be far too much for all of us in the long run"
)


@pytest.mark.parametrize(
    ("line", "notes"),
    [
        ("decline / Fernhill Bakery / Tomasz", ["decline", "Fernhill Bakery", "Tomasz"]),
        ("Ruth | vet nurse | not taking it", ["Ruth", "vet nurse", "not taking it"]),
        ("Ruth|vet nurse|no", ["Ruth", "vet nurse", "no"]),
        ("Kwame // no // return lab coat //", ["Kwame", "no", "return lab coat"]),
        ("Marek \u00b7 welder \u00b7 no thanks", ["Marek", "welder", "no thanks"]),
        ("Offer from Hale -> turn it down => pay", ["Offer from Hale", "turn it down", "pay"]),
        ("offer \u2192 no \u2192 pay", ["offer", "no", "pay"]),
        ("1) thank Dr Feld 2) say no 3) pay", ["thank Dr Feld", "say no", "pay"]),
        ("Anya - gardener - no thanks - commute", ["Anya", "gardener", "no thanks", "commute"]),
        (
            "Dear Ivo; cannot take it; health; best, Rade",
            ["Dear Ivo", "cannot take it", "health", "best, Rade"],
        ),
        ("offer: rink manager, Galt / contact: Beau", ["offer: rink manager, Galt", "contact: Beau"]),
    ],
)
def test_a_strung_line_is_parted(line, notes):
    assert parted_line(line) == notes


@pytest.mark.parametrize(
    "line",
    [
        "",
        "Dr Haruka Minamoto / Blue Cedar",
        "I was glad - really - to hear from you",
        "badge -> Ali brings it",
        "I have thought about it; the answer is no; I am sorry",
        "I have 2 children and 3. is my age",
        "The work on the and/or gates and the night/day shifts was fun",
        LONG_WINDED,
    ],
)
def test_prose_stays_whole(line):
    assert parted_line(line) == [line]


@given(st.lists(st.from_regex(r"[a-z]{1,8}( [a-z]{1,8}){0,3}", fullmatch=True), min_size=4, max_size=8))
def test_what_was_strung_comes_back(notes):
    assert parted_line(" | ".join(notes)) == notes
