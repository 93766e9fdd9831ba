"""Every sentence of a candidate is the writer's, a phrase of the bank, or words that must be known."""

from __future__ import annotations

from datetime import date

import pytest

from tactful.analysis import analyse
from tactful.draft import Context, take_apart
from tactful.fidelity.account import Accountant
from tactful.fidelity.saying import covers
from tactful.fidelity.source import source_clauses
from tactful.lint import findings_of

DRAFT = "We met on Monday, but I decline because the pay is low. thx for the tour. I can't move to Bergen."


@pytest.fixture(scope="module")
def small(make_book):
    return make_book(
        acts={"thanks": ["thank you", "thanks"], "decline": ["decline"], "deliberation": ["careful thought"]},
        lexicons={
            "fact-function-words": ["the", "is", "but", "i", "on", "to", "for", "you", "of", "it"],
            "topic-pay": ["pay"],
            "topic-place": ["bergen", "location"],
        },
        rules=[
            {
                "id": "short",
                "kind": "forbid",
                "patterns": {"x": "thx"},
                "detect": [{"any": ["x"]}],
                "replace": [{"find": "thx", "with": "thanks"}],
            }
        ],
        phrases=[
            {"text": "Thank you for the kind offer.", "act": "thanks"},
            {"text": "Thank you for the post of {role}.", "act": "thanks"},
            {"text": "After careful thought I decline.", "act": "decline", "claims": ["deliberation"]},
            {"text": "The pay does not suit me.", "act": "reason", "topic": "pay"},
            {"text": "The hours do not suit me.", "act": "reason", "topic": "hours"},
        ],
    )


def accounts(candidate, book, draft=DRAFT, **context):
    source = analyse(take_apart(draft, Context(**context)), book)
    clauses = source_clauses(source, findings_of(source))
    accountant = Accountant(source, clauses)
    return accountant.account(analyse(take_apart(candidate, Context(**context)), book)), clauses


def one(candidate, book, **options):
    (made,), _ = accounts(candidate, book, **options)
    return made


@pytest.mark.parametrize(
    ("candidate", "clauses"),
    [
        pytest.param("We met on Monday.", (0,), id="one clause"),
        pytest.param("We met on Monday, but I decline.", (0, 1), id="two clauses"),
        pytest.param("We met on Monday because the pay is low.", (0, 2), id="one left out"),
        pytest.param("Thanks for the tour.", (3,), id="as mended"),
        pytest.param("I cannot move to Bergen.", (4,), id="a contraction taken apart"),
    ],
)
def test_a_sentence_of_whole_clauses_in_their_order_is_the_writers(small, candidate, clauses):
    made = one(candidate, small)
    assert (made.clauses, made.phrase, made.added) == (clauses, None, ())


@pytest.mark.parametrize(
    "candidate",
    [
        pytest.param("I decline, but we met on Monday.", id="clauses in another order"),
        pytest.param("We met.", id="a part of a clause"),
        pytest.param("We met on Monday, we met on Monday.", id="a clause said twice"),
        pytest.param("I decline, thanks for the tour.", id="clauses of two sentences"),
    ],
)
def test_anything_else_is_not_the_writers_own_sentence(small, candidate):
    assert one(candidate, small).clauses == ()


def test_a_phrase_of_the_bank_is_known_by_its_words(small):
    made = one("Thank you for the kind offer.", small)
    assert made.phrase is not None
    assert (made.phrase.text, made.added, made.acts) == ("Thank you for the kind offer.", (), {"thanks"})


@pytest.mark.parametrize(
    ("candidate", "context", "added"),
    [
        pytest.param("Thank you for the post of clerk.", {}, ("clerk",), id="a slot that nobody filled"),
        pytest.param("Thank you for the post of clerk.", {"role": "Clerk"}, (), id="a slot from the context"),
        pytest.param(
            "After careful thought I decline.", {}, ("deliberation",), id="a claim that is not made"
        ),
        pytest.param("The pay does not suit me.", {}, (), id="a reason that the draft gives"),
        pytest.param("The hours do not suit me.", {}, ("hours",), id="a reason that it does not give"),
    ],
)
def test_a_phrase_needs_a_licence_for_slots_claims_and_topic(small, candidate, context, added):
    assert one(candidate, small, **context).added == added


@pytest.mark.parametrize(
    ("candidate", "added"),
    [
        pytest.param("I decline because the pay is awful.", ("awful",), id="an unknown word"),
        pytest.param("The pay is not low, because we met on Monday.", ("not",), id="a negation put in"),
        pytest.param("I can move to Bergen.", ("not",), id="a negation taken out"),
        pytest.param("I decline because of the low pay.", (), id="the same words turned"),
        pytest.param("Thank you kind Bergen.", (), id="the words of formulas, in a formula"),
        pytest.param("The kind pay is low.", ("kind",), id="the words of formulas, in a claim"),
    ],
)
def test_free_words_must_be_known_and_mean_the_same(small, candidate, added):
    assert one(candidate, small).added == added


def test_known_words_from_nowhere_together_are_added(small):
    assert one("Low Monday tour.", small).added == ("low", "monday", "tour")


def test_the_context_gives_words_too(small):
    context = Context(
        to="Anna",
        sender="Tom",
        role="clerk",
        company="Zentara",
        negotiable=("salary",),
        answer_on=date(2026, 12, 4),
    )
    source = analyse(take_apart(DRAFT, context), small)
    accountant = Accountant(source, source_clauses(source, ()))
    for text in ("Anna", "tom", "clerk", "ZENTARA", "salary", "Friday, 4 December 2026", "move to Bergen"):
        assert accountant.knows(text)
    for text in ("Monday, 4 December 2026", "Ruth"):
        assert not accountant.knows(text)


@pytest.mark.parametrize(
    ("candidate", "covered"),
    [
        ("The tour was fine, thanks.", []),
        ("Thanks a lot for the big tour.", [3]),
        ("I really can not ever move the badge to Bergen.", [4]),
    ],
)
def test_free_words_cover_the_clauses_whose_words_they_hold_in_order(small, candidate, covered):
    made, clauses = accounts(candidate, small)
    assert [at for at, clause in enumerate(clauses) if covers(made[0], clause)] == covered


def test_a_clause_without_content_is_covered_by_nothing(small):
    made, clauses = accounts("It is on.", small, draft="It is on.")
    assert clauses[0].words == ()
    assert not covers(made[0], clauses[0])
