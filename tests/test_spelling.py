"""A slip of the pen is told from another word."""

from __future__ import annotations

import pytest

from tactful.spelling import is_same_word, is_slip_of


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("recieved", "received"),
        ("oportunity", "opportunity"),
        ("untill", "until"),
        ("seperate", "separate"),
        ("definately", "definitely"),
        ("unfortunatly", "unfortunately"),
    ],
)
def test_one_slip_is_forgiven(written, meant):
    assert is_slip_of(written, meant)
    assert is_same_word(written, meant)


@pytest.mark.parametrize(
    ("written", "other"),
    [
        ("zalando", "zealand"),
        ("siemens", "semen"),
        ("postgres", "postures"),
        ("metallica", "metallic"),
        ("commut", "commit"),
        ("thx", "the"),
        ("accepted", "excepted"),
        ("received", "recieved"),
        ("salary", "celery"),
        ("neither", "either"),
    ],
)
def test_another_word_is_no_slip(written, other):
    assert not is_slip_of(written, other)
    assert not is_same_word(written, other)


@pytest.mark.parametrize(("written", "last"), [("alot", "lot"), ("infact", "fact")])
def test_a_small_word_without_its_blank_is_the_same_word_but_no_misspelling(written, last):
    assert is_same_word(written, last)
    assert not is_slip_of(written, last)


def test_english_words_run_into_no_other():
    assert not is_same_word("about", "bout")
    assert not is_same_word("intent", "tent")
