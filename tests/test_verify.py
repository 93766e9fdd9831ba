"""Verification is not circular: what is changed in a released text is rejected."""

from __future__ import annotations

import pytest

from tactful.draft import Context, read_draft
from tactful.result import Verdict
from tactful.rulebook import RuleBook
from tactful.verify import verify

DRAFT = """Dear Ms. Halvorsen,

Thank you for offering me the position of site engineer at Harbourline. Your interview process was a joke. \
I have decided not to accept the offer, as I cannot move to Bergen. I will return the badge, \
number 4471, by Friday.

I wish you and the team every success.

Kind regards,
Tom Abara
"""
RELEASED = DRAFT.replace("Your interview process was a joke. ", "")


def verdict(candidate: str, book: RuleBook) -> Verdict:
    return verify(read_draft(DRAFT, Context()), candidate, book)


def test_what_was_composed_passes(book: RuleBook) -> None:
    assert verdict(RELEASED, book).passed


@pytest.mark.parametrize(
    ("before", "after"),
    [
        pytest.param(
            "Thank you for offering me the position of site engineer at Harbourline. ", "", id="no thanks"
        ),
        pytest.param("I will return the badge, number 4471, by Friday.", "", id="no promise"),
        pytest.param("I wish you and the team every success.", "", id="no goodwill"),
        pytest.param("Halvorsen", "Rosalind", id="another reader"),
        pytest.param("Tom Abara", "Jim Abara", id="another writer"),
        pytest.param("Harbourline", "Zentara", id="another company"),
        pytest.param("site engineer", "data analyst", id="another role"),
        pytest.param("4471", "4472", id="another number"),
        pytest.param("Friday", "Monday", id="another day"),
        pytest.param("decided not to accept", "decided to accept", id="a yes"),
        pytest.param("cannot move", "can move", id="a reason turned"),
        pytest.param("I will return", "I will not return", id="a promise turned"),
        pytest.param("by Friday.", "by Friday. I was impressed by the new building.", id="praise"),
        pytest.param("by Friday.", "by Friday. I have accepted an offer from Zentara.", id="another offer"),
        pytest.param(
            "by Friday.", "by Friday. I could start in May if the pay were higher.", id="a condition"
        ),
        pytest.param("as I cannot move to Bergen", "as the salary is too low", id="another reason"),
        pytest.param("I have decided", "Your manager is rude. I have decided", id="an insult"),
    ],
)
def test_what_was_changed_afterwards_is_rejected(before: str, after: str, book: RuleBook) -> None:
    assert before in RELEASED
    assert not verdict(RELEASED.replace(before, after), book).passed


def test_an_empty_candidate_is_rejected(book: RuleBook) -> None:
    assert not verdict("", book).passed


def test_the_draft_itself_is_rejected_for_its_offence(book: RuleBook) -> None:
    outcome = verdict(DRAFT, book)
    assert not outcome.passed
    assert {one.rule for one in outcome.report.findings if one.severity == "error"} >= {"rude-language"}


@pytest.fixture(scope="module")
def small(make_book):
    """Return a book in which the name of an act is its keyword, and every word is known."""
    names = ("accept", "conditional-yes", "decline", "more-time", "negotiate", "withdraw")
    return make_book(acts={name: [f"so {name.replace('-', ' ')}"] for name in names})


@pytest.mark.parametrize(
    ("draft", "candidate", "breaks"),
    [
        ("It is so decline.", "It is so decline.", ()),
        ("It is so decline.", "It is so withdraw.", ()),
        ("It is so decline.", "It is.", ("the decision is missing",)),
        ("It is so withdraw.", "It is.", ("the decision is missing",)),
        ("It is so decline.", "It is so decline. It is so accept.", ("the decision turned into a yes",)),
        ("It is so decline.", "It is so decline. It is so conditional yes.", ("the no became a condition",)),
        (
            "It is so decline.",
            "It is so accept. It is so conditional yes.",
            ("the decision is missing", "the decision turned into a yes", "the no became a condition"),
        ),
        ("The offer is so negotiate.", "It is so negotiate.", ()),
        ("The offer is so negotiate.", "It is so decline.", ("the decision turned into a no",)),
        ("The offer is so negotiate.", "It is so accept.", ("the condition turned into a yes",)),
        ("The offer is so more time.", "It is so withdraw.", ("the decision turned into a no",)),
    ],
)
def test_a_decision_that_turns_is_named(small, draft, candidate, breaks):
    assert verify(read_draft(draft, Context()), candidate, small).breaks == breaks


def test_a_condition_that_is_negotiable_is_none(make_book):
    book = make_book(
        acts={"decline": ["decline"], "conditional-yes": ["would"]}, lexicons={"topic-pay": ["pay", "salary"]}
    )
    text = "I decline. For more pay I would."
    assert verify(read_draft(text, Context(kind="decline")), text, book).breaks == (
        "the no became a condition",
    )
    assert verify(read_draft(text, Context(kind="decline", negotiable=("salary",))), text, book).breaks == ()
