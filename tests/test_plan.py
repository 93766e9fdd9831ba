"""The plan knows what a message lacks, and where each act stands."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tactful.decision import COMPOSED
from tactful.plan import FULFILLED_BY, MIDDLE, NEEDED, missing_acts, rank


def test_every_kind_that_is_composed_has_a_plan():
    assert set(NEEDED) == COMPOSED


@pytest.mark.parametrize(
    ("kind", "present", "missing"),
    [
        ("decline", [], ["thanks", "decline", "goodwill"]),
        ("decline", ["goodwill"], ["thanks", "decline"]),
        ("decline", ["thanks", "accepted-other"], ["goodwill"]),
        ("decline", ["thanks", "takes-back-acceptance", "goodwill"], []),
        ("withdraw", ["decline"], ["thanks", "goodwill"]),
        ("withdraw", ["reason", "praise"], ["thanks", "withdraw", "goodwill"]),
        ("negotiate", ["conditional-yes", "thanks"], ["close"]),
        ("negotiate", ["interest"], ["thanks", "negotiate"]),
        ("more-time", ["goodwill"], ["thanks", "more-time"]),
        ("more-time", ["thanks", "more-time", "close"], []),
        ("accept", [], []),
    ],
)
def test_what_is_missing_is_named_in_the_order_of_the_plan(kind, present, missing):
    assert missing_acts(kind, present) == missing


@given(st.sampled_from(sorted(NEEDED)), st.sets(st.sampled_from(sorted(FULFILLED_BY))))
def test_what_is_missing_fills_the_plan_and_nothing_more(kind, present):
    missing = missing_acts(kind, present)
    assert missing_acts(kind, {*present, *missing}) == []
    for act in missing:
        assert act in missing_acts(kind, {*present, *missing} - FULFILLED_BY[act])


def test_acts_stand_in_the_order_of_a_letter():
    letter = ["apology", "thanks", "praise", "decline", "reason", "logistics", "goodwill"]
    ranks = [rank(frozenset({act})) for act in letter]
    assert ranks == sorted(set(ranks))


@pytest.mark.parametrize("act", ["decline", "withdraw", "accepted-other", "negotiate", "more-time"])
def test_the_decision_weighs_most(act):
    assert rank(frozenset({act, "thanks", "apology", "reason", "goodwill"})) == rank(frozenset({act}))


def test_a_sentence_without_a_known_act_stands_in_the_middle():
    assert rank(frozenset()) == rank(frozenset({"critique"})) == MIDDLE
