"""The assertion for promptfoo: it returns a grading result of the documented shape."""

from __future__ import annotations

import json

import pytest

from tactful.adapters.promptfoo import get_assert
from tactful.errors import OptionError

DRAFT = "Hi Priya, your interview was a circus. I decline. Please post my badge to me. Sam"
GOOD = (
    "Hi Priya,\n\nThank you for the offer. I decline it. Please post my badge to me. "
    "I wish you all the best.\n\nSam"
)
FINE = {"pass": True, "score": 1.0, "reason": "Nothing speaks against sending it."}


def context(config=None, **variables):
    """Return what promptfoo hands over, as far as its documentation promises it."""
    return {"prompt": "Rewrite it.", "vars": variables, "test": {"vars": variables}, "config": config}


def test_a_good_output_passes_in_every_aspect():
    assert get_assert(GOOD, context(draft=DRAFT)) == {
        **FINE,
        "namedScores": {"rules": 1.0, "decision": 1.0, "added": 1.0, "lost": 1.0},
        "componentResults": [FINE] * 4,
    }


def test_without_a_draft_only_the_rules_count():
    assert get_assert(GOOD, context())["namedScores"] == {"rules": 1.0}


def test_a_broken_aspect_fails_and_lowers_the_score():
    result = get_assert(GOOD.replace(" Please post my badge to me.", ""), context(draft=DRAFT))
    assert (result["pass"], result["score"]) == (False, 0.75)
    assert result["namedScores"] == {"rules": 1.0, "decision": 1.0, "added": 1.0, "lost": 0.0}
    assert [part["pass"] for part in result["componentResults"]] == [True, True, True, False]
    assert result["reason"].startswith("lost: the text leaves out without a reason: «")


def test_the_result_is_json():
    assert json.loads(json.dumps(get_assert("", context(draft=DRAFT))))["score"] == 0.0


def test_config_names_the_variable_the_gate_and_the_context():
    mild = GOOD.replace("best.", "best 😊")
    config = {"draft": "rough", "fail_on": "suggestion", "context": {"kind": "decline"}}
    result = get_assert(mild, context(config, rough=DRAFT))
    assert result["namedScores"] == {"rules": 0.0, "decision": 1.0, "added": 1.0, "lost": 1.0}
    assert result["reason"].startswith("emoji: ")


def test_the_context_of_a_test_goes_before_that_of_the_config():
    late = {"offered_on": "2026-01-01", "today": "2026-02-01"}
    config = {"context": late}
    assert get_assert(GOOD, context(config))["pass"] is False
    assert get_assert(GOOD, context(config, context={"today": "2026-01-02"}))["pass"] is True


def test_a_draft_that_is_no_string_is_refused():
    with pytest.raises(OptionError, match="The draft is int; give a string under «draft»"):
        get_assert(GOOD, context(draft=3))


def test_a_date_that_promptfoo_lost_is_said():
    with pytest.raises(OptionError, match="promptfoo loses the date today; put it in quotes"):
        get_assert(GOOD, context(context={"today": {}}))


def test_a_context_that_is_no_mapping_is_refused():
    with pytest.raises(OptionError, match="The context is list"):
        get_assert(GOOD, context({"context": ["decline"]}))
