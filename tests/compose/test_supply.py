"""Phrases are supplied in the writer's register or the tone asked for, and only bare formulas change."""

from __future__ import annotations

import pytest

from tactful.analysis import analyse
from tactful.compose.pieces import Piece
from tactful.compose.supply import Supplier, register
from tactful.draft import Context, take_apart

PHRASES = [
    {"text": "Thank you very much.", "act": "thanks", "tones": ["formal"]},
    {"text": "Thank you.", "act": "thanks", "tones": ["neutral"]},
    {"text": "Thanks so much!", "act": "thanks", "tones": ["warm"]},
    {"text": "Thanks so much for the {role} post!", "act": "thanks", "tones": ["warm"]},
    {"text": "Post of {role}", "act": "subject", "channels": ["email"]},
    {"text": "Yours faithfully,", "act": "sign-off", "tones": ["formal"]},
    {"text": "Hugs,", "act": "sign-off", "tones": ["warm"]},
]


@pytest.fixture(scope="module")
def small(make_book):
    return make_book(
        acts={"thanks": ["thank you", "thanks"], "decline": ["decline"]},
        lexicons={"fact-function-words": ["for", "the", "i", "it"]},
        phrases=PHRASES,
    )


def supplier(book, draft="We met.", values=None, **context):
    analysis = analyse(take_apart(draft, Context(**context)), book)
    return Supplier(analysis, values or {}, "decline", analysis.draft.context.tone)


@pytest.mark.parametrize(
    ("draft", "tone"),
    [
        ("Dear Anna,\n\nI decline.", "formal"),
        ("Dear Anna,\n\nI don't know.", "neutral"),
        ("Hi Anna,\n\nI decline!", "warm"),
        ("Hello Anna,\n\nI decline.", "neutral"),
        ("I decline.", "neutral"),
        ("Good morning Anna,\n\nI decline.", "neutral"),
    ],
)
def test_the_register_is_the_writers(book, draft, tone):
    assert register(analyse(take_apart(draft, Context()), book)) == tone


def test_a_phrase_is_in_the_writers_register_or_the_tone_asked_for(small):
    assert supplier(small, "Dear Anna,\n\nWe met.").phrase("thanks").text == "Thank you very much."
    made = supplier(small, "Dear Anna,\n\nWe met.", tone="warm").phrase("thanks")
    assert made == Piece("Thanks so much!", "phrase", -1, frozenset({"thanks"}))
    assert supplier(small).phrase("apology") is None


def piece(text, *acts):
    return Piece(text, "own", 3, frozenset(acts))


@pytest.mark.parametrize(
    ("text", "acts", "said"),
    [
        pytest.param("Thank you.", ["thanks"], "Thanks so much!", id="a bare formula"),
        pytest.param("Thank you.", ["thanks", "offer-mentioned"], "Thanks so much!", id="with the offer"),
        pytest.param("Thanks so much!", ["thanks"], "Thanks so much!", id="in the tone already"),
        pytest.param("Thank you for the badge.", ["thanks"], None, id="with something of its own"),
        pytest.param("Thank you.", ["thanks", "decline"], None, id="two acts"),
        pytest.param("Thank you.", ["thanks", "reason"], None, id="with another act"),
        pytest.param("We met.", [], None, id="no formula"),
        pytest.param(
            "I decline it very much.", ["decline"], None, id="a formula that the bank does not have"
        ),
        pytest.param(
            "Thank you for the clerk post.",
            ["thanks"],
            "Thanks so much for the clerk post!",
            id="with the role",
        ),
    ],
)
def test_a_tone_changes_bare_formulas_only(small, text, acts, said):
    made = supplier(small, values={"role": "clerk"}, tone="warm").in_tone(piece(text, *acts))
    assert made.text == (said or text)
    assert (made.source, made.acts) == (3, frozenset(acts))


def test_a_formula_keeps_what_it_carries_or_stays(small):
    held = supplier(small, values={"company": "Zentara"}, tone="warm")
    assert held.in_tone(piece("Thank you for Zentara.", "thanks")).text == "Thank you for Zentara."


@pytest.mark.parametrize(
    ("tone", "said", "written"),
    [
        ("as-is", "Cheers,", "Cheers,"),
        ("warm", "Cheers,", "Hugs,"),
        ("warm", "Hugs,", "Hugs,"),
        ("formal", "Cheers,", "Yours faithfully,"),
    ],
)
def test_a_sign_off_takes_the_tone(small, tone, said, written):
    assert supplier(small, tone=tone).sign_off(said) == written


def test_without_a_sign_off_in_the_bank_the_writers_stays(make_book):
    assert supplier(make_book(), tone="warm").sign_off("Cheers,") == "Cheers,"


@pytest.mark.parametrize(
    ("draft", "context", "subject"),
    [
        ("We met.", {}, "Post of clerk"),
        ("Subject: The offer\n\nWe met.", {}, "The offer"),
        ("We met.", {"channel": "phone"}, None),
        ("We met.", {"channel": "linkedin"}, None),
    ],
)
def test_a_subject_is_the_drafts_or_a_neutral_one_where_the_channel_has_one(small, draft, context, subject):
    assert supplier(small, draft, {"role": "clerk"}, **context).subject() == subject


def test_without_a_phrase_there_is_no_subject(make_book):
    assert supplier(make_book()).subject() is None


def test_what_no_piece_says_is_unplaced(small):
    values = {"role": "clerk", "company": "Zentara", "name": "Anna"}
    held = supplier(small, "Subject: At Zentara\n\nWe met.", values)
    assert held.unplaced([]) == {"role"}
    assert held.unplaced([piece("The CLERK post.")]) == frozenset()
    assert supplier(small, values=values).unplaced([]) == {"role", "company"}
