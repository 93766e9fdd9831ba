"""Content words are what two texts are compared by: contractions taken apart, negations kept."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tactful.fidelity.tokens import NEGATIONS, content_words, expand, is_subsequence, negations, plain
from tactful.rulebook import built_in
from tactful.text import fold


@pytest.fixture(scope="module")
def small(make_book):
    return make_book(lexicons={"fact-function-words": ["the", "a", "i", "am", "is", "will", "do", "have"]})


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", []),
        ("The badge is a loan.", ["badge", "loan"]),
        ("I can't come", ["can", "not", "come"]),
        ("I cannot come", ["can", "not", "come"]),
        ("I cant come", ["can", "not", "come"]),
        ("I won’t come", ["not", "come"]),
        ("I wont come", ["not", "come"]),
        ("we don't know", ["we", "not", "know"]),
        ("we dont know", ["we", "not", "know"]),
        ("shan't", ["shall", "not"]),
        ("I'm glad, they've left", ["glad", "they", "left"]),
        ("im glad, ive left", ["glad", "left"]),
        ("Anna's badge", ["anna", "badge"]),
        ("Zoë paid €38.50 to tom.b@web.example", ["zoe", "paid", "38.50", "to", "tom.b@web.example"]),
        ("ref. RK-7731, at 10:30", ["ref", "rk-7731", "at", "10:30"]),
    ],
)
def test_content_words(small, text, words):
    assert content_words(text, small) == words


def test_what_is_expanded_stays_expanded():
    assert (
        expand("i can't, won't, don't")
        == expand(expand("i can't, won't, don't"))
        == "i can not, will not, do not"
    )


@pytest.mark.parametrize(
    ("said", "contracted"),
    [
        ("I do not accept it.", "I don't accept it."),
        ("I will not come.", "I won't come."),
        ("I am not in.", "I'm not in."),
    ],
)
def test_a_contraction_says_the_same(book, said, contracted):
    assert content_words(said, book) == content_words(contracted, book)


@pytest.mark.parametrize("text", ["I will come.", "I will not come."])
def test_a_negation_is_never_a_function_word(book, text):
    words = content_words(text, book)
    assert negations(words) == text.count("not")


def test_no_negation_is_lost_in_the_built_in_book(book):
    for word in NEGATIONS:
        assert negations(content_words(word, book)) == 1


def test_negations_are_counted(book):
    assert negations(content_words("I never said no, not without them.", book)) == 4


@pytest.mark.parametrize(
    ("inner", "outer", "expected"),
    [
        ("", "abc", True),
        ("ac", "abc", True),
        ("ca", "abc", False),
        ("aa", "abc", False),
        ("abcd", "abc", False),
    ],
)
def test_a_subsequence_keeps_the_order(inner, outer, expected):
    assert is_subsequence(inner, outer) is expected


@given(st.lists(st.sampled_from("abc")), st.data())
def test_what_is_left_of_a_list_is_a_subsequence(outer, data):
    kept = data.draw(st.lists(st.booleans(), min_size=len(outer), max_size=len(outer)))
    assert is_subsequence([one for one, keep in zip(outer, kept, strict=True) if keep], outer)


@given(st.text(max_size=60))
def test_content_words_do_not_depend_on_case_or_quotes(text):
    turned = text.replace("'", "’")
    assert content_words(turned, built_in()) == content_words(text, built_in())
    assert content_words(fold(text), built_in()) == content_words(text, built_in())


@pytest.mark.parametrize(
    ("written", "otherwise"),
    [
        ("on 9 October", "on October 9"),
        ("on 9 October", "on the 9th of October"),
        ("by 1 Dec 2027", "by December 1st, 2027"),
        ("20 hours a week", "twenty hours per week"),
        ("twenty-five days", "25 days"),
    ],
)
def test_dates_and_numbers_read_the_same_however_they_are_written(written, otherwise):
    assert plain(written) == plain(otherwise)


@pytest.mark.parametrize(
    ("written", "other"),
    [("on 9 October", "on 10 October"), ("thirty-two days", "thirty days"), ("two keys", "three keys")],
)
def test_another_number_reads_otherwise(written, other):
    assert plain(written) != plain(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [("Sir Kowalski", "Mr. Kowalski"), ("Mrs Huang", "Ms. Huang"), ("Sir Shri Venkat", "Mr Venkat")],
)
def test_titles_that_address_the_same_person_read_the_same(one, other):
    assert plain(one) == plain(other)


def test_a_title_of_another_sex_reads_otherwise():
    assert plain("Mr Brandt") != plain("Ms Brandt")
