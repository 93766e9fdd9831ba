"""The table of words that say what others say: synonyms both ways, wider words one way."""

from __future__ import annotations

import pytest

from tactful.assets import asset
from tactful.fidelity.entailment import entailing
from tactful.fidelity.paraphrase import stem


@pytest.mark.parametrize(
    ("said", "told"),
    [("salary", "wage"), ("wage", "salary"), ("journey", "commute"), ("journey", "trip"), ("lend", "lent")],
)
def test_who_says_a_word_or_a_narrower_one_says_this(said, told):
    assert stem(told) in entailing(stem(said))


@pytest.mark.parametrize(
    ("said", "told"), [("commute", "journey"), ("mother", "father"), ("accept", "decline")]
)
def test_a_wider_word_or_another_one_does_not_say_this(said, told):
    assert stem(told) not in entailing(stem(said))


def test_a_word_that_is_not_in_the_table_is_said_by_none():
    assert entailing("zzyzx") == frozenset()


def test_the_table_bears_the_notice_that_its_licence_asks_for():
    notice, _, _ = asset("rules/lexicons/fact-entailed-words.txt").read_text("utf-8").partition("\n\n")
    assert "WordNet 3.0 Copyright 2006 by Princeton University. All rights reserved." in notice
    assert 'PROVIDED "AS IS"' in notice
