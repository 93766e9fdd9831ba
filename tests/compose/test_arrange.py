"""Pieces stand in the writer's order; what the plan lacks is put where it belongs."""

from __future__ import annotations

from datetime import date

import pytest

from tactful.analysis import analyse
from tactful.compose.arrange import arrange
from tactful.compose.pieces import Piece
from tactful.compose.slots import slot_values
from tactful.compose.supply import Supplier
from tactful.draft import Context, take_apart

KINDS = ["decline", "withdraw", "negotiate", "more-time"]
PHRASES = [
    {"text": "Thank you for all.", "act": "thanks", "kinds": KINDS},
    {"text": "Thank you for the post of {role} at {company}.", "act": "thanks", "kinds": KINDS},
    {"text": "I have to say no.", "act": "decline", "kinds": KINDS},
    {"text": "I wish you well.", "act": "goodwill", "kinds": KINDS},
    {"text": "All the best.", "act": "plain-good-wish", "kinds": KINDS},
    {"text": "Sorry for the wait.", "act": "apology", "kinds": KINDS},
    {"text": "Sorry for the change.", "act": "apology-for-change", "kinds": KINDS},
    {"text": "The pay does not suit me.", "act": "reason", "topic": "pay", "kinds": KINDS},
    {"text": "I look forward to it.", "act": "close", "kinds": KINDS},
    {"text": "Could we speak of terms?", "act": "negotiate", "kinds": KINDS},
]


@pytest.fixture(scope="module")
def small(make_book):
    return make_book(
        acts={
            "thanks": ["thank you", "thanks"],
            "decline": ["decline"],
            "goodwill": ["all the luck"],
            "no-contact": ["never write"],
            "takes-back-acceptance": ["take back"],
            "negotiate": ["raise"],
        },
        lexicons={"fact-function-words": ["the"], "topic-pay": ["pay"]},
        phrases=PHRASES,
    )


def piece(text, *acts, making="own", source=0, part="body"):
    return Piece(text, making, source, frozenset(acts), part=part)


THANKS = piece("Thank you, all.", "thanks")
NO = piece("I decline.", "decline", source=1)
BYE = piece("All the luck.", "goodwill", source=2)
STORY = piece("We met.", source=3)


def arranged(pieces, book, *, draft="We met.", topics=(), reorder=False, kind="decline", **context):
    analysis = analyse(take_apart(draft, Context(**context)), book)
    supplier = Supplier(analysis, slot_values(analysis, {}), kind, analysis.draft.context.tone)
    return [one.text for one in arrange(list(pieces), topics, supplier, reorder=reorder)]


@pytest.mark.parametrize(
    ("pieces", "expected"),
    [
        pytest.param(
            [THANKS, NO, BYE], ["Thank you, all.", "I decline.", "All the luck."], id="nothing is missing"
        ),
        pytest.param(
            [], ["Thank you for all.", "I have to say no.", "I wish you well."], id="all is missing"
        ),
        pytest.param(
            [STORY], ["Thank you for all.", "I have to say no.", "We met.", "I wish you well."], id="a story"
        ),
        pytest.param([NO, BYE], ["Thank you for all.", "I decline.", "All the luck."], id="no thanks"),
        pytest.param(
            [THANKS, STORY],
            ["Thank you, all.", "I have to say no.", "We met.", "I wish you well."],
            id="no no",
        ),
        pytest.param(
            [BYE, NO, THANKS], ["All the luck.", "I decline.", "Thank you, all."], id="the writer's order"
        ),
    ],
)
def test_gaps_are_filled_where_they_belong(small, pieces, expected):
    assert arranged(pieces, small) == expected


def test_a_buried_decision_is_brought_forward_on_demand(small):
    pieces = [BYE, STORY, NO, THANKS]
    assert arranged(pieces, small, reorder=True) == [
        "Thank you, all.",
        "I decline.",
        "We met.",
        "All the luck.",
    ]


def test_made_pieces_are_not_said_twice_and_own_ones_stay(small):
    cut = piece("I DECLINE.", "decline", making="cut", source=4)
    assert arranged([THANKS, NO, cut, NO, BYE], small) == [
        "Thank you, all.",
        "I decline.",
        "I decline.",
        "All the luck.",
    ]


def test_a_postscript_stays_behind_all(small):
    late = piece("By the way.", part="postscript")
    assert arranged([late, THANKS, NO], small)[-2:] == ["I wish you well.", "By the way."]


LATE = {"answer_on": date(2026, 3, 4), "today": date(2026, 3, 9)}


@pytest.mark.parametrize(
    ("pieces", "first"),
    [
        ([THANKS, NO, BYE], "Sorry for the wait."),
        ([THANKS, piece("I take back my yes.", "takes-back-acceptance"), BYE], "Sorry for the change."),
        ([piece("Sorry, all.", "apology"), THANKS, NO, BYE], "Sorry, all."),
    ],
)
def test_a_late_answer_begins_with_one_apology(small, pieces, first):
    taken_back = "I take back my yes." if first == "Sorry for the change." else ""
    texts = arranged(pieces, small, draft=f"We met. {taken_back}", **LATE)
    assert texts[0] == first
    assert sum("Sorry" in text for text in texts) == 1


def test_who_wants_no_contact_gets_a_plain_wish(small):
    assert arranged([THANKS, NO], small, draft="Never write again.")[-1] == "All the best."


@pytest.mark.parametrize(
    ("pieces", "kind", "has_reason"),
    [
        pytest.param([THANKS, NO, BYE], "decline", True, id="behind the decision"),
        pytest.param(
            [THANKS, NO, piece("It is far.", "reason"), BYE], "decline", False, id="not beside another"
        ),
        pytest.param(
            [THANKS, piece("Raise it.", "negotiate"), BYE], "negotiate", False, id="not where terms are asked"
        ),
    ],
)
def test_a_topic_becomes_one_plain_reason(small, pieces, kind, has_reason):
    texts = arranged(pieces, small, topics=("pay", "place"), kind=kind)
    assert ("The pay does not suit me." in texts) is has_reason
    if has_reason:
        assert texts == ["Thank you, all.", "I decline.", "The pay does not suit me.", "All the luck."]


def test_role_and_company_find_a_place_in_the_thanks_that_is_supplied(small):
    texts = arranged([NO, BYE], small, role="clerk", company="Zentara")
    assert texts == ["Thank you for the post of clerk at Zentara.", "I decline.", "All the luck."]


def test_role_and_company_take_the_place_of_a_mended_formula_but_not_of_the_writers_own(small):
    mended = piece("Thanks for it.", "thanks", making="mended")
    told = {"role": "clerk", "company": "Zentara"}
    assert arranged([mended, NO, BYE], small, **told)[0] == "Thank you for the post of clerk at Zentara."
    assert arranged([THANKS, NO, BYE], small, **told)[0] == "Thank you, all."
    more = piece("Thanks, and we met.", "thanks", "praise", making="mended")
    assert arranged([more, NO, BYE], small, **told)[0] == "Thanks, and we met."
