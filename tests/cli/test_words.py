"""The word diff."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tactful.cli.output import Paint
from tactful.cli.words import word_diff

PLAIN = Paint(on=False)


@pytest.mark.parametrize(
    ("before", "after", "shown"),
    [
        ("I say no.", "I say no.", "I say no."),
        ("I say no.", "I decline.", "I [-say no.-] {+decline.+}"),
        ("A mess. I say no.", "I say no.", "[-A mess.-] I say no."),
        ("I say no.", "Thank you. I say no.", "{+Thank you.+} I say no."),
        ("", "New.", "{+New.+}"),
        ("Old.", "", "[-Old.-]"),
        ("a\n\nb", "a b", "a b"),
    ],
)
def test_words(before, after, shown):
    assert word_diff(before, after, PLAIN) == shown


WORDS = st.lists(st.sampled_from(["a", "b", "c", "d."]), max_size=8).map(" ".join)


@given(WORDS, WORDS)
def test_without_the_removed_words_it_is_the_later_text(before, after):
    shown = word_diff(before, after, PLAIN)
    later = re.sub(r"\[-.*?-\]", "", shown).replace("{+", "").replace("+}", "")
    earlier = re.sub(r"\{\+.*?\+\}", "", shown).replace("[-", "").replace("-]", "")
    assert later.split() == after.split()
    assert earlier.split() == before.split()
