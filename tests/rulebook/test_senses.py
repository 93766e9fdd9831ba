"""The sense of a sentence is the sum of the weights of its words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tactful.rulebook.senses import FIELD_BITS, Senses, pack, pairs, unpack, words

LIMIT = (1 << (FIELD_BITS - 1)) - 1


def senses(weights, *, of_tag=(), bias=(0, 0)):
    return Senses(
        {
            "names": ["quarrel", "matter"],
            "bias": pack(bias),
            "weights": {word: pack(row) for word, row in weights.items()},
            "of_tag": [[tag, pack(row)] for tag, row in of_tag],
            "tags": [
                {"tag": 5, "of": ["quarrel"], "at_least": 0.9, "at_most": 1.0},
                {"tag": 7, "of": ["matter"], "at_least": 0.0, "at_most": 0.4},
            ],
        }
    )


def test_senses_are_asked_for_only_among_the_sentences_that_have_a_tag():
    table = {"bad": pack((400, 0))}
    tags = [{"tag": 5, "of": ["quarrel"], "at_least": 0.9, "at_most": 1.0}]
    data = {"names": ["quarrel", "matter"], "bias": 0, "weights": table, "of_tag": [], "tags": tags}
    among = Senses({**data, "among": 3})
    assert among.mask("bad", 0) == 0
    assert among.mask("bad", 1 << 3) == 1 << 5


@given(st.lists(st.integers(-LIMIT // 64, LIMIT // 64), min_size=1, max_size=10))
def test_what_is_packed_comes_out_again(weights):
    assert unpack(pack(weights), len(weights)) == weights


@given(st.lists(st.tuples(st.integers(-500, 500), st.integers(-500, 500)), max_size=60))
def test_a_sum_of_packed_weights_is_the_weights_of_the_sums(rows):
    total = sum(pack(row) for row in rows)
    assert unpack(total, 2) == [sum(row[0] for row in rows), sum(row[1] for row in rows)]


def test_words_count_each_time_and_figures_are_one_word():
    assert words("no, no 14/3 don't!") == ["no", ",", "no", "#", "don't", "!"]


def test_pairs_of_neighbours_count_once():
    assert pairs(["no", "no", "no", "#"]) == {"^ no", "no no", "no #", "# $"}


def test_a_word_that_stands_twice_weighs_twice():
    once = senses({"circus": (64, 0)}).probabilities("circus", 0)[0]
    assert senses({"circus": (32, 0)}).probabilities("circus circus", 0)[0] == pytest.approx(once)


def test_the_longest_sentence_stays_a_probability():
    assert senses({"circus": (524, -524)}).probabilities("circus " * 3000, 0)[0] == pytest.approx(1.0)


def test_without_a_known_word_the_bias_decides():
    assert senses({}).probabilities("we met", 0) == (0.5, 0.5)
    assert senses({}, bias=(640, 0)).probabilities("we met", 0)[0] > 0.99


def test_a_word_moves_the_chances():
    quarrel, matter = senses({"circus": (128, -64)}).probabilities("what a circus", 0)
    assert quarrel == pytest.approx(0.9526, abs=0.0001)
    assert quarrel + matter == pytest.approx(1.0)


def test_a_tag_of_the_sentence_moves_them_too():
    one = senses({}, of_tag=[(3, (256, 0))])
    assert one.probabilities("we met", 1 << 3)[0] > 0.98
    assert one.probabilities("we met", 1 << 4)[0] == 0.5


def test_a_tag_stands_for_a_chance_between_its_bounds():
    one = senses({"circus": (256, 0), "hall": (0, 256)})
    assert one.mask("a circus", 0) == 1 << 5 | 1 << 7
    assert one.mask("a hall", 0) == 0


@given(st.text(max_size=80))
def test_every_text_has_a_sense(text):
    assert sum(senses({"a": (9, 1)}).probabilities(text.lower(), 0)) == pytest.approx(1.0)
