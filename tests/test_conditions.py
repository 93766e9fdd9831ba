"""A yes that hangs on a term, and a no that is only its other half, decide nothing."""

from __future__ import annotations

import pytest

from tactful.analysis import analyse
from tactful.draft import Context, read_draft, take_apart
from tactful.refine import refine

DECIDING = {"accept", "decline", "withdraw", "maybe", "conditional-yes"}


def decides(text, book, *negotiable):
    return analyse(take_apart(text, Context(negotiable=negotiable)), book).act_names & DECIDING


@pytest.mark.parametrize(
    "text",
    [
        "I could accept at £36,500.",
        "One thing is open, the salary. With that agreed, I would be glad to accept.",
        "I would need a salary of 50,000 to say yes.",
        "Raise the salary to 50,000 and I accept.",
        "Pay me 50,000 and I'm in. Otherwise it is a no from me.",
        "If the salary were 50,000, I would accept. If that isn't possible, I have to decline.",
        "I can't do it for 40,000. At 50,000 you have a deal.",
    ],
)
@pytest.mark.parametrize("negotiable", [(), ("salary",)], ids=["unmarked", "negotiable"])
def test_a_yes_that_hangs_on_a_term_is_a_condition(book, text, negotiable):
    assert decides(text, book, *negotiable) == {"conditional-yes"}


def test_a_no_to_a_term_counts_unless_a_term_is_negotiable(book):
    text = "I can't come in five mornings. I could accept if two of them were worked from home."
    assert "decline" in decides(text, book)
    assert decides(text, book, "hours") == {"conditional-yes"}


@pytest.mark.parametrize("negotiable", [(), ("salary",)], ids=["unmarked", "negotiable"])
@pytest.mark.parametrize(
    ("text", "decision"),
    [
        ("I am delighted to accept the offer. If you need my bank details, let me know.", {"accept"}),
        ("I am happy to accept the job with a start on 1 May.", {"accept"}),
        ("I have decided to decline. If another role opens, I would be glad to hear of it.", {"decline"}),
        ("I must decline the offer. If it rains, otherwise, I swim.", {"decline"}),
        ("I would have accepted with a higher salary.", {"decline"}),
    ],
)
def test_what_is_decided_stays_decided(book, text, decision, negotiable):
    assert decides(text, book, *negotiable) == decision


def test_a_firm_no_beside_a_condition_stays_one(book):
    text = "I have decided to decline. I would accept if the salary were 50,000."
    assert "decline" in decides(text, book)


@pytest.mark.parametrize(
    ("negotiable", "text"),
    [
        (
            "start date",
            "If you can move the start to 1 July I will sign the contract. If not, then I have to decline.",
        ),
        (
            "working from home",
            "I can't come in five mornings. I could accept if two of them were worked from home.",
        ),
        (
            "parking",
            "If a parking space comes with the post, consider me hired; if not, I must pass.",
        ),
        ("salary", "With 58,000 I would accept, and I would be able to start on 1 September."),
    ],
)
def test_an_honest_condition_is_kept_and_comes_back_the_same(book, negotiable, text):
    context = Context(negotiable=(negotiable,))
    draft = (
        f"Dear Ms Novak,\n\nThank you for the offer. Your manager is an idiot. {text}\n\nKind regards,\nIda"
    )
    done = refine(read_draft(draft, context), book)
    assert (done.released, done.kind) == (True, "negotiate")
    assert text in done.text
    assert "idiot" not in done.text
    assert refine(read_draft(done.text, context), book).text == done.text


def test_without_the_option_a_condition_is_asked_about(book):
    text = "Thank you for the offer. If the start date is 1 July, I will sign. If not, I have to decline."
    done = refine(read_draft(text, Context()), book)
    assert not done.released
    assert [one.option for one in done.questions] == ["--negotiable start-date or --kind decline"]


def test_notes_stand_for_a_message_whose_conditions_are_weighed(book):
    notes = (
        "to: Ms Ozols, Gulf Rowing Club\ntell her I could accept at £36,500\nthank her for the tour\n"
        "from Ida Brandt"
    )
    analysis = analyse(take_apart(notes, Context(negotiable=("salary",))), book)
    assert analysis.told.act_names & DECIDING == {"conditional-yes"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("I must decline the offer. I would be glad to join the autumn walk.", {"decline"}),
        (
            "I would be happy to join you. Could the pay be 50,000? If so, I will sign.",
            {"conditional-yes"},
        ),
        ("I would very much like to take the job. I could accept at £37,500.", {"conditional-yes"}),
        pytest.param("I would be happy to join you.", {"accept"}, id="by itself it is a yes"),
        pytest.param("I accept the offer. I must decline the car.", {"accept", "decline"}, id="a plain yes"),
        pytest.param(
            "I am happy to accept your offer. If you can go to 95k I would sign.",
            {"accept", "conditional-yes"},
            id="a yes said now is one",
        ),
    ],
)
def test_a_yes_of_courtesy_is_none_beside_a_no_or_a_question_of_terms(book, text, expected):
    assert decides(text, book) == expected
