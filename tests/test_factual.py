"""The facts of a draft: what is named, and what its acts say."""

from __future__ import annotations

from tactful.analysis import analyse
from tactful.draft import Context, take_apart
from tactful.factual import facts_of, finder_for

DRAFT = (
    "Dear Anna,\n\nThank you for the offer for the role of site engineer at Harbourline. I must decline it "
    "because the salary is too low. I will return the badge by Friday. Please send me the form. My friend "
    "Lila Brandt would be a good fit.\n\nTom Abara"
)


def facts(text, book, **context):
    return [(fact.type, fact.text) for fact in analyse(take_apart(text, Context(**context)), book).facts]


def test_named_and_said_facts_stand_in_the_order_of_the_text(book):
    assert facts(DRAFT, book) == [
        ("person", "Anna"),
        ("role", "site engineer"),
        ("organisation", "Harbourline"),
        ("reason", "because the salary is too low."),
        ("commitment", "I will return the badge by Friday."),
        ("date", "Friday"),
        ("request", "Please send me the form."),
        ("commitment", "My friend Lila Brandt would be a good fit."),
        ("person", "Lila Brandt"),
        ("person", "Tom Abara"),
    ]


def test_every_fact_has_the_text_of_its_span(book):
    draft = take_apart(DRAFT, Context())
    analysis = analyse(draft, book)
    assert [draft.slice(fact.span) for fact in analysis.facts] == [fact.text for fact in analysis.facts]


def test_without_acts_only_names_are_left(book):
    draft = take_apart(DRAFT, Context())
    types = {fact.type for fact in facts_of(draft, (), book)}
    assert types == {"person", "role", "organisation", "date"}


def test_a_quoted_thread_tells_no_facts(book):
    assert facts(DRAFT + "\n\nOn Monday, Ruth wrote:\n> Zentara pays 50k.\n", book) == facts(DRAFT, book)


def test_a_book_has_one_finder(book, make_book):
    assert finder_for(book) is finder_for(book)
    assert finder_for(book) is not finder_for(make_book())
