"""A measure over or under its limit is found at the first place too many, or at each."""

from __future__ import annotations

import pytest

from tactful.analysis import analyse
from tactful.checks.limit import limit
from tactful.draft import Context, take_apart
from tactful.lint import findings_of

THREE = "Dear Anna,\n\nIt is bad. It is poor. It is grim.\n\nTom"


@pytest.fixture
def found(make_book):
    def find(text, *, channel="email", **detect):
        bad = {"id": "bad", "kind": "forbid", "patterns": {"x": "bad"}, "detect": [{"any": ["x"]}]}
        poor = {"id": "poor", "kind": "forbid", "patterns": {"x": "poor"}, "detect": [{"any": ["x"]}]}
        rule = {"id": "rule", "kind": "limit", "detect": detect}
        book = make_book(acts={"say": ["it is"]}, rules=[bad, poor, rule])
        analysis = analyse(take_apart(text, Context(channel=channel)), book)
        others = [one for one in findings_of(analysis) if one.rule != "rule"]
        return [(one.text, tuple(one.span)) for one in limit(book.rule_by_id["rule"], analysis, others)]

    return find


def test_at_the_limit_is_fine(found):
    assert found(THREE, measure="sentences", at_most=3) == []
    assert found(THREE, measure="sentences", at_least=3) == []


def test_the_first_place_too_many_is_named(found):
    assert found(THREE, measure="sentences", at_most=1) == [("It is poor.", (23, 34))]


def test_each_place_is_named_where_the_rule_says_so(found):
    assert found(THREE, measure="clauses-with", of="act:say", at_most=2, each=True) == [
        ("It is bad.", (12, 22)),
        ("It is poor.", (23, 34)),
        ("It is grim.", (35, 46)),
    ]


def test_a_measure_of_one_place_names_it(found):
    text = "We met. It is a long way from here to there."
    assert found(text, measure="sentence-words", at_most=5) == [(text[8:], (8, 44))]


def test_a_measure_without_a_place_names_the_body(found):
    assert found(THREE, measure="words", at_most=5) == [("It is bad. It is poor. It is grim.", (12, 46))]


def test_words_over_many_places_name_the_body(found):
    text = "It is one very long way there. It is another."
    assert found(text, measure="words-with", of="act:say", at_most=5) == [(text, (0, 45))]


def test_under_the_limit_names_the_body(found):
    assert found(THREE, measure="sentences", at_least=4) == [("It is bad. It is poor. It is grim.", (12, 46))]


def test_a_message_without_a_body_is_found_where_the_body_would_be(found):
    assert found("", measure="words", at_least=1) == [("", (0, 0))]


@pytest.mark.parametrize(("channel", "count"), [("email", 0), ("phone", 1), ("linkedin", 0)])
def test_a_limit_may_differ_by_channel(found, channel, count):
    bounds = {"email": 3, "phone": 2, "default": 9}
    assert len(found(THREE, channel=channel, measure="sentences", at_most=bounds)) == count


def test_a_channel_that_is_not_named_has_no_limit(found):
    assert found(THREE, channel="email", measure="sentences", at_most={"phone": 1}) == []


def test_only_the_findings_of_named_rules_count(found):
    text = "It is bad. We met. It is poor. We left."
    one = {"measure": "quarrel-beside-findings", "at_most": 0, "each": True}
    assert found(text, **one) == [("We met.", (11, 18)), ("We left.", (31, 39))]
    assert found(text, **one, beside=["poor"]) == [("We met.", (11, 18)), ("We left.", (31, 39))]
    assert found(text, **one, beside=["bad"]) == [("We met.", (11, 18))]


def test_a_measure_that_is_not_there_is_an_error_that_names_the_rule(make_book):
    from dataclasses import replace

    from tactful.errors import InternalError

    book = make_book(rules=[{"id": "rule", "kind": "limit", "detect": {"measure": "words", "at_most": 1}}])
    rule = replace(book.rules[0], detect={"measure": "weight"})
    with pytest.raises(InternalError, match="The rule 'rule' asks for the measure 'weight'"):
        list(limit(rule, analyse(take_apart("We met.", Context()), book), ()))
