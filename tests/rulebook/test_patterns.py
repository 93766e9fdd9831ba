"""Patterns and word lists become RE2 expressions."""

from __future__ import annotations

import pytest
import re2
from hypothesis import given
from hypothesis import strategies as st

from tactful.rulebook.patterns import (
    PatternError,
    alternation,
    expand,
    expression,
    is_cased,
    word_pattern,
)
from tactful.text import fold

FRAGMENTS = {
    "you": "you|u",
    "your": "{you}r?|ya",
    "loop": "{loop}",
    "one": "{two}",
    "two": "{three}",
    "three": "x",
}


def _finds(pattern, text):
    return re2.search(expression(pattern, FRAGMENTS), text) is not None


@pytest.mark.parametrize(
    ("pattern", "text"),
    [
        ("no thanks", "oh no thanks"),
        ("no thanks", "no   thanks"),
        ("don't", "dont"),
        ("don't", "don't"),
        ("{your} pay", "your pay"),
        ("{your} pay", "u pay"),
        ("=[ ']x", " x"),
        ("a[ b]c", "a c"),
        (r"\d \w", "3 a"),
    ],
)
def test_found(pattern, text):
    assert _finds(pattern, text)


@pytest.mark.parametrize(
    ("pattern", "text"),
    [("no", "nothing"), ("no", "casino"), ("no thanks", "nothanks"), ("=don't", "dont"), ("=a b", "a  b")],
)
def test_not_found(pattern, text):
    assert not _finds(pattern, text)


def test_a_list_is_one_expression():
    expressions = alternation(["no", "=[!]{2}", "nope"], {})
    assert expressions == r"\b(?:no|nope)\b|[!]{2}"
    for text in ("no", "nope", "!!"):
        assert re2.search(expressions, text)


def test_capitals_are_asked_of_the_text_as_it_was_written():
    assert is_cased("case:HR")
    assert not is_cased("hr")
    found = alternation(["case:HR Team", "case:=[A-Z]{5}"], {})
    assert re2.search(found, "your HR\n Team")
    assert not re2.search(found, "your hr team")
    assert re2.search(alternation(["case:Don't"], {}), "Don\u2019t")


def test_capitals_and_none_do_not_mix():
    with pytest.raises(PatternError, match=r"^either all patterns of a tag start with 'case:' or none does$"):
        alternation(["case:A", "b"], {})


def test_fragments_take_each_other_in():
    assert expand("{one}", FRAGMENTS) == "(?:(?:(?:x)))"
    with pytest.raises(PatternError, match=r"^there is no fragment or lexicon named 'them'$"):
        expand("{them}", FRAGMENTS)
    with pytest.raises(PatternError, match=r"^fragments take each other in more than 5 deep$"):
        expand("{loop}", FRAGMENTS)


def test_numbers_in_braces_are_no_names():
    assert expand("a{2,3}", {}) == "a{2,3}"


@pytest.mark.parametrize(
    ("word", "found", "missed"),
    [
        ("disorgani(s|z)ed", "disorganized", "disorganised2"),
        ("insult*", "insulting", "consult"),
        ("a.b", "a.b", "axb"),
        ("c++", "c++", "c"),
        ("Waste of time", "waste of time", "waste time"),
    ],
)
def test_an_entry_of_a_lexicon(word, found, missed):
    pattern = re2.compile(rf"(?:{word_pattern(word)})(?:$|\s)")
    assert pattern.match(found)
    assert not pattern.match(missed)


@given(
    st.text(alphabet=st.characters(codec="ascii", categories=["L", "N", "P", "S"]), min_size=1, max_size=12)
)
def test_an_entry_without_syntax_of_its_own_finds_itself(word):
    plain = "".join(character for character in word if character not in "()*|")
    if plain.strip():
        assert re2.search(word_pattern(plain), fold(plain))
