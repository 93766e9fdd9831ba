"""A fragment gets the subject, the verb and the article that it lacks, and no word with a meaning."""

from __future__ import annotations

import pytest

from tactful.notes.fullness import full, with_article


@pytest.mark.parametrize(
    ("fragment", "sentence"),
    [
        ("found work nearer home", "I found work nearer home"),
        ("staying with current lab", "I am staying with my current lab"),
        ("too many weekends, want Sundays off", "There are too many weekends, and I want Sundays off"),
        ("not enough remote days", "There are not enough remote days"),
        ("too far away", "It is too far away"),
        ("shifts clash with my degree", "The shifts clash with my degree"),
        ("contract only six months", "The contract is only six months"),
        ("wife expecting", "My wife is expecting"),
        ("the drive is 70 minutes", "The drive is 70 minutes"),
        ("my knee", "The reason is my knee"),
        ("back trouble", "The reason is back trouble"),
        ("6 month contract, I need stability", "The reason is the 6 month contract; I need stability"),
    ],
)
def test_a_reason_becomes_a_sentence(fragment, sentence):
    assert full(fragment, reason=True) == sentence


@pytest.mark.parametrize(
    ("noun", "phrase"),
    [
        ("parking permit", "the parking permit"),
        ("my degree", "my degree"),
        ("Almaz", "Almaz"),
        ("showing me around", "showing me around"),
        ("operating theatre tour", "the operating theatre tour"),
        ("PPE set", "the PPE set"),
        ("", ""),
    ],
)
def test_a_bare_noun_gets_its_article(noun, phrase):
    assert with_article(noun) == phrase
