"""Whether a rule speaks: every condition must hold, and what is unknown fulfils none."""

from __future__ import annotations

from datetime import date

import pytest

from tactful.analysis import analyse
from tactful.checks.when import applies, fulfils, is_negotiable, negotiable_mask
from tactful.draft import Context, take_apart


@pytest.fixture(scope="module")
def small(make_book):
    return make_book(
        acts={"decline": ["decline"]},
        lexicons={"topic-pay": ["pay", "salary"], "topic-place": ["Oslo", "location"], "other": ["badge"]},
        rules=[
            {
                "id": "narrow",
                "kind": "forbid",
                "patterns": {"x": "awful"},
                "detect": [{"any": ["x"]}],
                "when": {"kind": ["decline"], "channel": ["phone"]},
            }
        ],
    )


def read(book, text="I decline.", **context):
    return analyse(take_apart(text, Context(**context)), book)


LATE = {"answer_on": date(2026, 3, 4), "today": date(2026, 3, 5)}


@pytest.mark.parametrize(
    ("conditions", "context", "holds"),
    [
        ({}, {}, True),
        ({"kind": ["decline"]}, {}, True),
        ({"kind": ["accept", "decline"]}, {}, True),
        ({"kind": ["decline"]}, {"kind": "withdraw"}, False),
        ({"channel": ["email"]}, {}, True),
        ({"channel": ["phone"]}, {}, False),
        ({"tone": ["warm"]}, {"tone": "warm"}, True),
        ({"tone": ["warm"]}, {}, False),
        ({"stage": ["offered"]}, {"stage": "offered"}, True),
        ({"stage": ["offered"]}, {}, False),
        ({"late": True}, LATE, True),
        ({"late": True}, {}, False),
        ({"late": False}, {}, True),
        ({"via_recruiter": True}, {"via_recruiter": True}, True),
        ({"via_recruiter": True}, {}, False),
        ({"via_recruiter": False}, {}, False),
        ({"rounds_at_least": 3}, {"rounds": 3}, True),
        ({"rounds_at_least": 3}, {"rounds": 2}, False),
        ({"rounds_at_least": 3}, {}, False),
        ({"kind": ["decline"], "channel": ["phone"]}, {}, False),
        ({"either": [{"channel": ["phone"]}, {"tone": ["as-is"]}]}, {}, True),
        ({"either": [{"channel": ["phone"]}, {"tone": ["warm"], "kind": ["decline"]}]}, {}, False),
    ],
)
def test_conditions(small, conditions, context, holds):
    assert fulfils(conditions, read(small, **context)) is holds


def test_a_rule_applies_where_all_of_its_when_holds(small):
    rule = small.rule_by_id["narrow"]
    assert applies(rule, read(small, channel="phone")) is True
    assert applies(rule, read(small)) is False
    assert applies(rule, read(small, "We met.", channel="phone")) is False


def test_the_topics_of_a_book(small):
    assert small.tags(small.topics_mask) == ["topic-pay", "topic-place"]


@pytest.mark.parametrize(
    ("terms", "tags"),
    [
        ((), []),
        (("salary",), ["topic-pay"]),
        (("SALARY", "location"), ["topic-pay", "topic-place"]),
        (("badge",), []),
        (("unheard of",), []),
    ],
)
def test_a_negotiable_term_names_its_topic(small, terms, tags):
    assert small.tags(negotiable_mask(read(small, negotiable=terms))) == tags


@pytest.mark.parametrize(
    ("said", "terms", "negotiable"),
    [
        pytest.param("Raise the pay.", ("salary",), True, id="its own topic"),
        pytest.param("Move to Oslo.", ("salary",), False, id="another topic"),
        pytest.param("Raise the pension.", ("salary",), True, id="a kindred topic"),
        pytest.param("Make it more.", ("location",), True, id="no topic: it is what was marked"),
        pytest.param("Raise the pay.", ("unheard of",), True, id="a term that no topic knows may be any"),
        pytest.param("Raise the pay.", (), False, id="nothing is negotiable"),
    ],
)
def test_a_sentence_is_negotiable_by_its_topic_or_the_messages(small, said, terms, negotiable):
    analysis = read(small, f"The pay is low. {said}", negotiable=terms)
    around = analysis.readings[-1].around
    assert is_negotiable(around, negotiable_mask(analysis), analysis) is negotiable
