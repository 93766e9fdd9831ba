"""Blocks combine tags."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tactful.rulebook.detector import Detector, block_from, hull
from tactful.text import Span

A, B, C = 1, 2, 4


@pytest.mark.parametrize(
    ("data", "mask", "around", "holds"),
    [
        ({"all": [0, 1]}, A | B, 0, True),
        ({"all": [0, 1]}, A, 0, False),
        ({"any": [0, 1]}, B, 0, True),
        ({"any": [0, 1]}, C, 0, False),
        ({"all": [0], "any": [1, 2]}, A | C, 0, True),
        ({"all": [0], "any": [1, 2]}, A, 0, False),
        ({"all": [0], "not": [1]}, A, 0, True),
        ({"all": [0], "not": [1]}, A | B, 0, False),
        ({"before": [0, 1]}, A | B, 0, True),
        ({"before": [0, 1]}, A, 0, False),
        ({"all": [0], "near": [1]}, A, B, True),
        ({"all": [0], "near": [1]}, A, A, False),
        ({"all": [0], "near_any": [1, 2]}, A, C, True),
        ({"all": [0], "near_any": [1, 2]}, A, 0, False),
        ({"all": [0], "not_near": [1]}, A, C, True),
        ({"all": [0], "not_near": [1]}, A, B, False),
    ],
)
def test_a_block(data, mask, around, holds):
    block = block_from(7, data)
    assert block.holds(mask, around) is holds
    assert [one.owner for one in Detector([block]).candidates(mask, around)] == [7] * holds


TAGS = st.lists(st.integers(0, 5), max_size=3)
BLOCKS = st.fixed_dictionaries({"all": TAGS, "any": TAGS, "not": TAGS}).filter(
    lambda one: one["all"] or one["any"]
)


@given(st.lists(BLOCKS, max_size=6), st.integers(0, 63))
def test_the_index_finds_what_trying_every_block_would(blocks, mask):
    made = [block_from(at, data) for at, data in enumerate(blocks)]
    found = [one.owner for one in Detector(made).candidates(mask, mask)]
    assert sorted(found) == [one.owner for one in made if one.holds(mask, mask)]


PATTERNS = ("you", "bad", "so")


def _locate(tag, folded, start, end):
    match = re.compile(PATTERNS[tag]).search(folded, start, end)
    return Span(*match.span()) if match else None


@pytest.mark.parametrize(
    ("data", "shown"),
    [
        ({"all": [0, 1]}, "you are so bad"),
        ({"all": [1, 2]}, "so bad"),
        ({"all": [0, 1], "span": [1]}, "bad"),
        ({"all": [0], "span": "clause"}, "well you are so bad now"),
        ({"all": [0], "span": "sentence"}, "well you are so bad now"),
        ({"before": [0, 1]}, "you are so bad"),
        ({"before": [1, 0]}, None),
        ({"all": [0], "before": [2, 1], "any": [2]}, "you are so bad"),
    ],
)
def test_the_span(data, shown):
    text = "well you are so bad now"
    span = hull(block_from(0, data), _locate, text, 0, len(text))
    assert (text[span.start : span.end] if span else None) == shown


def test_an_order_may_repeat_a_tag():
    text = "bad you bad"
    assert hull(block_from(0, {"before": [0, 1]}), _locate, text, 0, len(text)) is not None


def test_where_nothing_is_located_the_whole_is_shown():
    assert hull(block_from(0, {"all": [0], "span": [1]}), _locate, "you", 0, 3) == Span(0, 3)


def test_a_block_may_have_conditions_of_its_own():
    assert block_from(0, {"all": [0], "when": {"late": True}}).when == {"late": True}
