"""The tagger finds what a plain search with each expression finds, and nothing else."""

import time
from itertools import pairwise

import pytest
import re2
from hypothesis import given, settings
from hypothesis import strategies as st

from tactful.rulebook import built_in
from tactful.rulebook.gates import gates_of
from tactful.rulebook.tagger import LONG_TEXT, MOST_TEXTS, Tagger, options
from tactful.text import fold

EXPRESSIONS = [
    r"\b(?:mess|shambles|fail\w*)\b",
    r"\b(?:not +(?:a|the) +(?:good +)?fit|no +fit)\b",
    r"\b(?:i|we) +(?:can'?t|cannot|will +not) +(?:\w+ +){0,2}(?:accept|join)\b",
    r"^(?:and|but)\b|\bplease$",
    r"(?:ha){2,}h?|\bso{3,}\b",
    r"[\[({]\s*(?:name|role)\s*[\])}]",
    r"\d{1,2}(?:st|th)?\W+(?:june|july)",
    r"\?\?|!|\x01",
    r"[^a-z ]{3}",
    r"\b(?:[a-z]+-free|e\.g)\b",
    r"(?i)thanks",
    r"_{3,}|\b(?:a|an) +\w+ly\b",
]


def tagger(expressions=EXPRESSIONS):
    return Tagger(expressions, gates_of(dict(enumerate(expressions))))


def plain(expressions, text):
    """Return the mask that a plain search gives."""
    found = [re2.compile(one, options()).search(text) is not None for one in expressions]
    return sum(1 << at for at, hit in enumerate(found) if hit)


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "what a mess",
        "what a messy failure",
        "not  a good  fit, no-fit",
        "not, a fit",
        "we can't really ever accept",
        "i cant accept",
        "and please",
        "please and",
        "hahaha so sooo",
        "[ name ], (role)",
        "the 3rd of june or 12th  july",
        "12 - july",
        "what??",
        "\x01",
        "a...b",
        "sugar-free, e.g. this",
        "THANKS",
        "a friendly ____",
        "caf\u00e9 mess \u2026",
        "mess" + " and" * LONG_TEXT + " not a fit",
    ],
)
def test_it_finds_what_a_plain_search_finds(text):
    assert tagger().mask(text) == plain(EXPRESSIONS, text)


words = st.sampled_from(["a", "b", "no", "not", "good", "fit", "x1", "7", "isn't", "re-do"])
atoms = st.one_of(
    words,
    st.sampled_from(
        [" +", " ", "'?", r"\w*", r"\w+", r"\d+", r"\b", "[ab]", "[^a]", ".", r"\W", r"\s*", "!", r"\?", "-"]
    ),
)
expressions = st.recursive(
    atoms,
    lambda inner: st.one_of(
        st.lists(inner, min_size=1, max_size=5).map("".join),
        st.lists(inner, min_size=2, max_size=4).map(lambda parts: f"(?:{'|'.join(parts)})"),
        inner.map(lambda part: f"(?:{part})?"),
        inner.map(lambda part: f"(?:{part})+"),
        inner.map(lambda part: f"({part}){{0,2}}"),
        inner.map(lambda part: f"(?:{part}){{2}}"),
        inner.map(lambda part: rf"\b(?:{part})\b"),
        inner.map(lambda part: rf"^{part}$"),
    ),
    max_leaves=12,
)
texts = st.lists(st.one_of(words, st.sampled_from([" ", "  ", ", ", "!", "?", "'", "-"])), max_size=12).map(
    "".join
)


@settings(max_examples=400, deadline=None)
@given(st.lists(expressions, min_size=1, max_size=3), st.lists(texts, min_size=1, max_size=6))
def test_it_finds_what_a_plain_search_finds_with_any_expression(some, samples):
    quick = tagger(some)
    for text in samples:
        assert quick.mask(text) == plain(some, text), (some, text)


@pytest.fixture(scope="module")
def samples():
    """Every example of the rule book, and each two of them in one."""
    texts = []
    for rule in built_in().data["rules"]:
        texts += [
            rule["message"],
            rule["why"],
            rule["advice"],
            *(word for pair in rule["replace"] for word in pair),
        ]
    texts += [phrase["text"] for phrase in built_in().data["phrases"]]
    texts += [word for listed in built_in().data["lexicons"].values() for word in listed[:40]]
    folded = [fold(text) for text in texts]
    return [*folded, *(f"{one} {other}" for one, other in pairwise(folded[::3]))]


def test_the_rule_book_s_tags_are_those_of_a_plain_search(samples):
    book = built_in()
    cased = set(book.data["cased"])
    patterns = [re2.compile(text, options()) for _, text in book.data["tags"]]
    for text in samples[::5]:
        expected = sum(
            1 << at
            for at, one in enumerate(patterns)
            if at not in cased and one.search(text.encode()) is not None
        )
        assert book.tags(book.mask(text)) == book.tags(expected), text


def test_few_of_the_rule_book_s_tags_are_tried_on_every_text():
    assert len(built_in().data["gates"]["always"]) <= 5


@pytest.mark.parametrize("unit", ["i cannot accept not a fit ", "a", "((", "not ", "1st ", "so", "hahaha'"])
def test_a_long_text_takes_little_time(unit):
    book = built_in()
    text = (unit * 20_000)[:20_000]
    book.mask("warm")
    start = time.process_time()
    book.mask(text)
    assert time.process_time() - start < 2


def test_it_stays_right_when_it_has_seen_more_texts_than_it_keeps():
    quick = tagger()
    for number in range(MOST_TEXTS + 10):
        quick.mask(f"text {number}")
    assert quick.mask("what a mess") == quick.mask("what a mess") == 1


def test_the_same_alternative_in_several_tags_and_twice_in_one_tells_each_of_them():
    some = [r"\b(?:not +here|not +here|gone +away)\b", r"\b(?:gone +away|not +here)\b", "x +y"]
    quick = tagger(some)
    for text in ("not here", "gone away", "x y"):
        assert quick.mask(text) == plain(some, text)
