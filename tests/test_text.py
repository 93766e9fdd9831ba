"""Text primitives."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tactful.text import PICTOGRAPH, capitalise, close_sentence, count_words, fold, words


@given(st.text())
def test_folding_keeps_the_length_and_gives_plain_letters(text):
    folded = fold(text)
    assert len(folded) == len(text)
    assert folded.isascii()
    assert folded == folded.lower()


@given(st.text(alphabet=st.characters(codec="ascii")))
def test_folding_twice_is_folding_once(text):
    assert fold(fold(text)) == fold(text)


@given(st.text(), st.text())
def test_folding_goes_character_by_character(first, second):
    assert fold(first + second) == fold(first) + fold(second)


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Don\u2019t", "don't"),
        ("\u201cYes\u201d \u2013 no\u2026", '"yes" - no.'),
        ("Søren Łódź Ærø", "soren lodz aro"),
        ("İstanbul", "istanbul"),
        ("a\u00a0b\tc\n", "a b c "),
        ("ﬁne", "fne"),
        ("Жar", "xar"),
        ("٣ 3", "0 3"),
        ("😊!", f"{PICTOGRAPH}!"),
        ("\u200d\u0301", " ."),
    ],
)
def test_folding(text, folded):
    assert fold(text) == folded


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("", []),
        ("I can't, won't and don\u2019t.", ["I", "can't", "won't", "and", "don\u2019t"]),
        ("well-known O'Reilly & Søns 23andMe", ["well", "known", "O'Reilly", "Søns", "23andMe"]),
        ("'quoted' snake_case", ["quoted", "snake", "case"]),
    ],
)
def test_words(text, found):
    assert words(text) == found
    assert count_words(text) == len(found)


@pytest.mark.parametrize(
    ("sentence", "result"),
    [
        ("no.", "No."),
        ("«no».", "«No»."),
        ("élan", "Élan"),
        ("3 days", "3 days"),
        ("23andMe is", "23andMe is"),
        ("...", "..."),
        ("", ""),
    ],
)
def test_capitalise(sentence, result):
    assert capitalise(sentence) == result


@given(st.text())
def test_capitalising_changes_one_letter_at_most(sentence):
    result = capitalise(sentence)
    differing = [at for at, (one, two) in enumerate(zip(sentence, result, strict=False)) if one != two]
    if len(result) == len(sentence):
        assert len(differing) <= 1
    assert capitalise(result) == result or result[:1] != sentence[:1]


@pytest.mark.parametrize(
    ("sentence", "result"),
    [
        ("No", "No."),
        ("No,", "No."),
        ("No -", "No."),
        ("No.", "No."),
        ("No?", "No?"),
        ("No\u2026", "No\u2026"),
        ("(No)", "(No)"),
        ("“No”", "“No”"),
        (" ,", ""),
        ("", ""),
    ],
)
def test_close_sentence(sentence, result):
    assert close_sentence(sentence) == result


@given(st.text())
def test_closing_twice_is_closing_once(sentence):
    assert close_sentence(close_sentence(sentence)) == close_sentence(sentence)
