"""What phrases may be filled with: only what draft or context gives, and only of this offer."""

from __future__ import annotations

from collections import defaultdict
from datetime import date

import pytest

from tactful.analysis import analyse
from tactful.compose.slots import offer_facts, slot_values
from tactful.draft import Context, take_apart
from tactful.lint import findings_of

DRAFT = (
    "Dear Ms Okoye,\n\nThank you for offering me the position of site engineer at Harbourline. "
    "I must decline it.\n\nKind regards,\nTom Abara"
)


def flagged(analysis):
    found = defaultdict(list)
    for one in findings_of(analysis):
        found[one.rule].append(one.span)
    return found


def values(text, book, **context):
    analysis = analyse(take_apart(text, Context(**context)), book)
    return slot_values(analysis, flagged(analysis))


def test_a_draft_gives_names_role_and_company(book):
    assert values(DRAFT, book) == {
        "name": "Ms Okoye",
        "role": "site engineer",
        "company": "Harbourline",
        "sender": "Tom Abara",
    }


def test_the_context_comes_first(book):
    given = values(
        DRAFT,
        book,
        to="Ruth",
        sender="Jo",
        role="clerk",
        company="Zentara",
        negotiable=("salary", "hours"),
        answer_on=date(2026, 12, 4),
    )
    assert given == {
        "name": "Ruth",
        "sender": "Jo",
        "role": "clerk",
        "company": "Zentara",
        "term": "salary",
        "day": "Friday, 4 December 2026",
    }


def test_what_is_unknown_is_no_key(book):
    assert values("I must decline it.", book) == {}
    assert "name" not in values("Dear hiring team,\n\nI must decline it.", book)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("We met on 4 May 2026. Could I have until Friday to decide?", "Friday"),
        ("We met on 4 May 2026. I decline.", "4 May 2026"),
    ],
)
def test_the_day_is_the_one_that_is_asked_for(book, text, day):
    assert values(text, book)["day"] == day


def test_another_employer_is_not_this_one(book):
    assert "company" not in values("I must decline. I have accepted an offer from Zentara.", book)
    text = "I have accepted an offer from Zentara. I must decline the offer at Harbourline."
    assert values(text, book)["company"] == "Harbourline"


def test_labelled_notes_give_values_where_the_draft_does_not(book):
    notes = (
        "- to: Ms Okoye\n- from: Tom Abara\n- role: site engineer\n- company: Harbourline\n"
        "- say no\n- pay too low"
    )
    given = values(notes, book, to="Ruth")
    assert given["name"] == "Ruth"
    assert (given["role"], given["company"], given["sender"]) == ("site engineer", "Harbourline", "Tom Abara")


def test_the_facts_of_the_offer_are_told_by_type(book):
    analysis = analyse(take_apart(DRAFT, Context()), book)
    assert [one.text for one in offer_facts(analysis, "organisation", flagged(analysis))] == ["Harbourline"]
    assert [one.text for one in offer_facts(analysis, "role", {})] == ["site engineer"]


@pytest.mark.parametrize(
    ("rule", "text", "company"),
    [
        ("rude-language", "The fools at Harbourline met me. I decline.", ["Harbourline"]),
        ("rude-language", "Those fools, Harbourline, met me, not Quayworks. I decline.", []),
        ("gossip", "The fools at Harbourline met me. I decline.", []),
        ("texting-style", "Those fools, Harbourline, met me. I decline.", ["Harbourline"]),
    ],
)
def test_a_name_in_a_flagged_stretch_counts_only_with_a_cue(make_book, rule, text, company):
    from tactful.text import Span

    book = make_book(lexicons={"fact-companies": ["harbourline", "quayworks"]})
    analysis = analyse(take_apart(text, Context()), book)
    spans = {rule: [Span(0, text.index(".") + 1)]}
    assert [one.text for one in offer_facts(analysis, "organisation", spans)] == company


def test_a_job_that_was_taken_elsewhere_is_not_the_one_on_offer(book):
    text = "I've taken the ranger job in Moab instead. So no to the outfitter manager position."
    analysis = analyse(take_apart(text, Context()), book)
    assert slot_values(analysis, {})["role"] == "outfitter manager"


def test_a_job_that_is_held_already_gives_neither_role_nor_company(book):
    assert values("Your panel sneered at my work as a night nurse at Quayworks. I decline.", book) == {}
    text = "My wife is a lab technician at Quayworks. I decline the site engineer post at Harbourline."
    assert values(text, book) == {"role": "site engineer", "company": "Harbourline"}


def test_a_company_beside_the_role_in_brackets_is_the_employer_even_in_a_grievance(make_book):
    from tactful.text import Span

    book = make_book(lexicons={"fact-role-nouns": ["clerk"], "fact-companies": ["harbourline", "quayworks"]})
    text = "The job (dock clerk, Harbourline) was a farce, Quayworks said. I decline."
    analysis = analyse(take_apart(text, Context()), book)
    spans = {"blame": [Span(0, text.index(".") + 1)]}
    assert [one.text for one in offer_facts(analysis, "organisation", spans)] == ["Harbourline"]


@pytest.mark.parametrize(
    ("said", "company"),
    [
        ("at St Osyth's. I decline", "St Osyth's"),
        ("at the Vechtstroom Water Board. I decline", "the Vechtstroom Water Board"),
        ("at the Marlowe Toy Museum, but I decline", "the Marlowe Toy Museum"),
        ("with Harbourline. I decline", "Harbourline"),
    ],
)
def test_a_company_is_named_as_the_draft_names_it(book, said, company):
    assert values(f"You offered me the post of night porter {said}.", book)["company"] == company


def test_the_article_before_a_firms_own_noun_is_not_part_of_its_name(book):
    assert values("Thank you for the job offer from the Harbourline team.", book)["company"] == "Harbourline"
