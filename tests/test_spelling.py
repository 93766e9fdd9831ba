"""A slip of the pen is told from another word."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tactful.facts import read_english_words
from tactful.spelling import is_no_word, is_same_word, is_slip_of, may_be_slip


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("recieved", "received"),
        ("oportunity", "opportunity"),
        ("untill", "until"),
        ("thankfull", "thankful"),
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
        ("barback", "bareback"),
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


@pytest.mark.parametrize(
    "written", ["recieved", "oportunity", "untill", "alot", "infact", "thankfull", "opportunitty", "adress"]
)
def test_what_may_be_a_slip_is_told_without_the_word_that_was_meant(written):
    assert may_be_slip(written)


@pytest.mark.parametrize("written", ["infliximab", "metallica", "siemens", "received", "thx", "offprints"])
def test_a_name_or_a_word_of_some_trade_may_be_none(written):
    assert not may_be_slip(written)


LONG_WORDS = sorted(word for word in read_english_words() if 5 <= len(word) <= 10 and word.isalpha())


@given(st.sampled_from(LONG_WORDS), st.integers(1, 7), st.sampled_from("aeiouylnrst"), st.integers(0, 3))
def test_each_slip_of_a_word_may_be_one(meant, at, letter, kind):
    at = min(at, len(meant) - 2)
    head, tail = meant[:at], meant[at + 1 :]
    written = (
        head + tail,
        head + meant[at] * 2 + tail,
        head + tail[0] + meant[at] + tail[1:],
        head + letter + tail,
    )
    if is_slip_of(written[kind], meant):
        assert may_be_slip(written[kind])


@given(st.text("aeilnrst", min_size=6, max_size=9))
def test_what_may_be_a_slip_is_a_slip_of_some_word(written):
    near = [word for word in LONG_WORDS if word[0] == written[0]]
    run_together = is_no_word(written) and any(
        written.startswith(first) and written[len(first) :] in read_english_words()
        for first in ("a", "as", "at", "in")
    )
    assert may_be_slip(written) == (run_together or any(is_slip_of(written, word) for word in near))
