"""Clauses are tagged, and the acts they perform are told by clause, in the order of the text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tactful.acts import MOST_SENTENCES, acts_of, read_clauses
from tactful.draft import Context, take_apart
from tactful.rulebook import built_in
from tactful.text import Span

MAIL = """Subject: The offer

Dear Anna,

I must decline, because the pay is low. Thank you.

Kind regards,
Tom
"""


@pytest.fixture(scope="module")
def small(make_book):
    return make_book(
        acts={
            "thanks": ["thank you", "kind regards"],
            "decline": ["decline"],
            "reason": ["because", "reason"],
            "shout": ["case:STOP IT"],
        },
        unless={"reason": ["thanks"]},
        lexicons={"topic-pay": ["pay"]},
    )


def told(text, book, **context):
    draft = take_apart(text, Context(**context))
    return [(act.act, draft.slice(act.span), act.topic) for act in acts_of(read_clauses(draft, book), book)]


def test_an_act_is_told_with_its_clause_and_its_topic(small):
    assert told(MAIL, small) == [
        ("decline", "I must decline,", None),
        ("reason", "because the pay is low.", "pay"),
        ("thanks", "Thank you.", None),
    ]


def test_one_clause_may_perform_two_acts(small):
    assert told("Thank you and I decline.", small) == [
        ("decline", "Thank you and I decline.", None),
        ("thanks", "Thank you and I decline.", None),
    ]


def test_an_act_gives_way_to_the_one_it_does_not_stand_beside(small):
    assert told("Thank you for the reason.", small) == [("thanks", "Thank you for the reason.", None)]


def test_parts_outside_the_body_are_tagged_and_perform_no_act(small):
    text = "Subject: I decline\n\nHi Anna,\n\nWe met on Monday.\n\nKind regards,\nTom\n"
    draft = take_apart(text, Context())
    readings = read_clauses(draft, small)
    assert [(one.part, one.sentence) for one in readings] == [
        ("subject", -1),
        ("greeting", -1),
        ("body", 0),
        ("sign-off", -1),
        ("signature", -1),
    ]
    assert small.tags(readings[0].mask) == ["decline.word"]
    assert small.tags(readings[3].mask) == ["thanks.word"]
    assert acts_of(readings, small) == ()


def test_a_postscript_performs_acts(small):
    text = "We met on Monday.\n\nKind regards,\nTom\n\nP.S. I decline."
    assert told(text, small) == [("decline", "I decline.", None)]


def test_a_clause_knows_what_its_sentence_performs(small):
    draft = take_apart("I decline, because the pay is low. We met.", Context())
    first, second, third = read_clauses(draft, small)
    assert first.around == second.around == first.mask | second.mask
    assert small.tags(first.around) == [
        "topic-pay",
        "decline.word",
        "reason.word",
        "act:decline",
        "act:reason",
    ]
    assert third.around == third.mask == 0


@pytest.mark.parametrize(
    ("text", "acts"),
    [
        ("Please STOP IT now.", ["shout"]),
        ("Please stop it now.", []),
        ("Please Stop It now.", []),
    ],
)
def test_a_pattern_in_capitals_asks_for_capitals(small, text, acts):
    assert [name for name, _, _ in told(text, small)] == acts


def test_an_ordered_act_needs_its_tags_in_their_order(make_book):
    promise = {"patterns": {"will": "will", "send": "send"}, "detect": [{"before": ["will", "send"]}]}
    book = make_book(acts={"promise": promise})
    assert told("I will send the badge.", book) == [("promise", "I will send the badge.", None)]
    assert told("Did you send the will?", book) == []


@pytest.mark.parametrize(
    ("text", "small_start"),
    [
        pytest.param("we met. We spoke.", True, id="a message that starts small"),
        pytest.param("We met. we spoke.", True, id="a sentence that starts small"),
        pytest.param("Hi Anna, we met.", False, id="after a greeting on its line"),
        pytest.param("Hi Anna,\n\nwe met.", False, id="after a greeting that ends in a comma"),
        pytest.param("Hi Anna\n\nwe met.", True, id="after a greeting that does not lead on"),
        pytest.param("We met, but we left.", False, id="a clause inside a sentence"),
    ],
)
def test_a_small_letter_counts_only_where_a_sentence_starts(make_book, text, small_start):
    book = make_book(acts={"small": ["case:=^[a-z]"]})
    assert bool(told(text, book)) is small_start


@pytest.mark.parametrize(
    ("text", "clause", "act"),
    [
        ("Thank you for the offer, but I must decline it.", "but I must decline it.", "decline"),
        ("Thank you for the offer, but I must decline it.", "Thank you for the offer,", "thanks"),
        ("I have accepted another position.", "I have accepted another position.", "accepted-other"),
        ("I am happy to accept your offer.", "I am happy to accept your offer.", "accept"),
        ("I wish you and the team all the best.", "I wish you and the team all the best.", "goodwill"),
        ("Please withdraw my application.", "Please withdraw my application.", "withdraw"),
        ("If you paid more, I would accept.", "I would accept.", "conditional-yes"),
        ("Could you raise the salary?", "Could you raise the salary?", "negotiate"),
        ("Could I have until Friday to decide?", "Could I have until Friday to decide?", "more-time"),
        ("I am sorry for my late reply.", "I am sorry for my late reply.", "apology"),
    ],
)
def test_the_built_in_book_sees_clear_acts(book, text, clause, act):
    assert (act, clause) in [(name, said) for name, said, _ in told(text, book)]


def test_a_no_in_the_negative_is_no_acceptance(book):
    assert "accept" not in [name for name, _, _ in told("I cannot accept your offer.", book)]


WORDS = st.sampled_from(
    [
        "I",
        "decline",
        "thank",
        "you",
        "the offer",
        "because",
        "pay",
        "is",
        "low",
        ",",
        ".",
        "\n",
        "STOP",
        "né",
        "😊",
        "P.S.",
    ]
)


@given(st.lists(WORDS, max_size=14).map(" ".join))
def test_readings_lie_in_order_within_the_text_and_acts_on_whole_clauses(text):
    draft = take_apart(text, Context())
    readings = read_clauses(draft, built_in())
    starts = [one.start for one in readings if one.sentence >= 0]
    assert starts == sorted(starts)
    assert all(0 <= one.start <= one.end <= len(text) for one in readings)
    own = ~built_in().sense_tags  # of a mixed sentence each clause has a sense of its own
    assert all(one.mask & own & one.around == one.mask & own for one in readings)
    clauses = {(one.start, one.end) for sentence in draft.sentences for one in sentence.clauses}
    assert {tuple(act.span) for act in acts_of(readings, built_in())} <= clauses


def test_a_sentence_is_read_alike_where_it_stands_and_how_often_it_is_read(small):
    alone = "I decline, because the pay is low."
    for text in (alone, f"We met. {alone} Thank you.", f"Hi Tom, {alone}", alone):
        draft = take_apart(text, Context())
        read = [one for one in read_clauses(draft, small) if draft.slice(Span(one.start, one.end)) in alone]
        assert [small.tags(one.mask) for one in read] == [
            ["decline.word", "act:decline"],
            ["topic-pay", "reason.word", "act:reason"],
        ]


def test_it_stays_right_when_it_has_read_more_sentences_than_it_keeps(small):
    for number in range(MOST_SENTENCES + 10):
        read_clauses(take_apart(f"We met {number} times.", Context()), small)
    assert told("I decline.", small) == told("I decline.", small) == [("decline", "I decline.", None)]
