"""Each scorer says what it was made to say, and none fails the others."""

from __future__ import annotations

import pytest

from tactful.evals import scorers
from tactful.evals.record import Score
from tactful.evals.scorers import score

DRAFT = (
    "Hi Priya,\n\nThank you for the offer. Your process was a mess. I have decided to decline it.\n\n"
    "I wish you and the team all the best.\n\nSam"
)
ONLY = " Your process was a mess."
GOOD = DRAFT.replace(ONLY, "")


def _state(evidence, scorer):
    return next((one.state for one in score(evidence) if one.scorer == scorer), None)


@pytest.mark.parametrize(
    ("scorer", "text", "expected", "state"),
    [
        ("released", GOOD, {"decision": "decline"}, "holds"),
        ("released", None, {"decision": "decline"}, "broken"),
        ("released", None, {"decision": "undecided"}, "holds"),
        ("released", GOOD, {"decision": "undecided"}, "broken"),
        ("released", GOOD, {"released": False}, "broken"),
        ("released", GOOD, {"keep": ("Priya",)}, None),
        ("decision", GOOD, {"decision": "decline"}, "holds"),
        ("decision", GOOD, {"decision": "withdraw"}, "holds"),
        ("decision", GOOD, {"decision": "negotiate"}, "broken"),
        ("decision", "Thank you. I am happy to accept the offer.", {"decision": "decline"}, "broken"),
        ("decision", "Thank you for the offer. I wish you well.", {"decision": "decline"}, "broken"),
        ("decision", None, {"decision": "decline"}, "not-applicable"),
        ("decision", None, {"decision": "accept"}, "holds"),
        ("decision", GOOD, {"decision": "accept"}, "broken"),
        ("kept", GOOD, {"keep": ("PRIYA|Ms Nair", "the\\s+team")}, "holds"),
        ("kept", GOOD, {"keep": ("Priya", "Oslo")}, "broken"),
        ("kept", GOOD.replace("the team", "the\nteam"), {"keep": ("the team",)}, "holds"),
        ("kept", None, {"keep": ("Priya",)}, "not-applicable"),
        ("dropped", GOOD, {"drop": ("mess",)}, "holds"),
        ("dropped", DRAFT, {"drop": ("Mess",)}, "broken"),
        ("dropped", None, {"drop": ("Mess",)}, "not-applicable"),
        ("added", GOOD, {"decision": "decline"}, "holds"),
        (
            "added",
            GOOD.replace("decline it", "decline it for Oslo"),
            {"decision": "decline"},
            "broken",
        ),
        ("added", None, {"decision": "decline"}, "not-applicable"),
        ("lost", DRAFT, {"decision": "decline"}, "holds"),
        ("lost", GOOD.replace("Hi Priya,\n\n", ""), {"decision": "decline"}, "broken"),
        ("unchanged", DRAFT, {"unchanged": True}, "holds"),
        ("unchanged", DRAFT + " ", {"unchanged": True}, "broken"),
        ("unchanged", None, {"unchanged": True}, "broken"),
        ("only-change", GOOD, {"only_change": ONLY}, "holds"),
        (
            "only-change",
            GOOD.replace("Hi", "Dear"),
            {"only_change": " Your process was a mess."},
            "broken",
        ),
        ("only-change", GOOD, {"only_change": ONLY.strip()}, "holds"),
        ("only-change", DRAFT.replace(ONLY, " It was long."), {"only_change": ONLY.strip()}, "holds"),
        ("only-change", GOOD.replace(" I have", ""), {"only_change": ONLY.strip()}, "broken"),
        ("only-change", None, {"only_change": ONLY}, "broken"),
        ("length", GOOD, {"decision": "decline"}, "holds"),
        ("length", GOOD + " I saw the garden there." * 80, {"decision": "decline"}, "broken"),
        ("rule:blame", GOOD, {"decision": "decline"}, "holds"),
        ("rule:blame", DRAFT, {"decision": "decline"}, "broken"),
        ("rule:blame", None, {"decision": "decline"}, "not-applicable"),
        ("rule:missing-reply-date", GOOD, {"decision": "decline"}, "not-applicable"),
        ("attempt:blame", GOOD, {"decision": "decline"}, None),
    ],
)
def test_a_scorer_says_pass_or_fail(evidence, scorer, text, expected, state):
    assert _state(evidence(text, **expected), scorer) == state


def test_words_that_overlap_do_not_hide_that_something_is_gone(evidence):
    draft = "I decline. I decline. I decline."
    assert _state(evidence("I decline.", draft=draft, only_change="I decline. I"), "only-change") == "broken"


@pytest.mark.parametrize(
    ("draft", "fragment", "rules", "state"),
    [
        ("Your process was a mess.", True, {"blame": "found"}, "holds"),
        ("Your process was a mess.", True, {"blame": "clean"}, "broken"),
        ("Your process was clear.", True, {"blame": "clean"}, "holds"),
        ("Your process was clear.", True, {"blame": "found"}, "broken"),
        ("I decline the offer.", False, {"missing-thanks": "found"}, "holds"),
        ("I decline the offer.", True, {"missing-thanks": "clean"}, "holds"),
    ],
)
def test_detection_says_what_a_check_finds_in_the_draft(evidence, draft, fragment, rules, state):
    made = evidence(draft=draft, fragment=fragment, rules=rules)
    assert [(one.scorer, one.state) for one in score(made)] == [(f"detection:{next(iter(rules))}", state)]


def test_the_first_text_of_a_model_is_scored_beside_the_last(evidence):
    first = {"maker": "model", "findings": ["blame", "emoji"]}
    result = {"attempts": [first, {"maker": "model", "findings": []}]}
    made = evidence(GOOD, result=result, decision="decline")
    assert _state(made, "attempt:blame") == "broken"
    assert _state(made, "attempt:sarcasm") == "holds"
    assert _state(made, "rule:blame") == "holds"


def _numbers(evidence):
    return {one.scorer: one.value for one in score(evidence) if one.value is not None}


def test_measures_are_numbers(evidence):
    found = _numbers(evidence(GOOD, decision="decline"))
    assert set(found) == {"words", "reading-grade", "rewritten"}
    assert found["words"] == 23
    assert found["rewritten"] == 0


def test_a_fine_sentence_that_was_rewritten_is_measured(evidence):
    text = GOOD.replace("I wish you and the team all the best.", "I wish you and the team every success.")
    measured = _numbers(evidence(text, decision="decline"))["rewritten"]
    # One of the three fine sentences shares six words of nine with its new form, and eight on that side.
    assert measured == pytest.approx((1 - 2 * 6 / (9 + 8)) / 3)


def test_a_scorer_that_fails_is_not_scored_and_the_others_go_on(evidence, monkeypatch):
    def broken(_):
        raise ZeroDivisionError("division by zero")

    monkeypatch.setitem(scorers.SCORERS, "kept", broken)
    found = score(evidence(GOOD, keep=("Priya",), drop=("mess",)))
    assert Score("kept", "not-scored", note="ZeroDivisionError: division by zero") in found
    assert Score("dropped", "holds") in found
