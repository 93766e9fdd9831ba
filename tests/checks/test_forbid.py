"""What must not stand in a clause, a sentence or a part of the message is found where it stands."""

from __future__ import annotations

import pytest

from tactful.analysis import analyse
from tactful.checks.forbid import findings
from tactful.draft import Context, take_apart

MAIL = "Subject: {subject}\n\nDear {name},\n\n{body}\n\n{close},\n{signed}\n"


def made(make_book, *, detect=None, patterns=None, **keys):
    rule = {
        "id": "bad",
        "kind": "forbid",
        "patterns": patterns or {"x": "awful", "y": "mess"},
        "detect": detect or [{"any": ["x"]}],
        **keys,
    }
    return make_book(acts={"decline": ["decline"]}, lexicons={"topic-pay": ["pay", "salary"]}, rules=[rule])


def found(text, book, **context):
    analysis = analyse(take_apart(text, Context(**context)), book)
    return [(one.text, tuple(one.span)) for one in findings(analysis)]


def parts(**words):
    plain = {"subject": "Offer", "name": "Anna", "body": "We met.", "close": "Kind regards", "signed": "Tom"}
    return MAIL.format(**{**plain, **words})


@pytest.mark.parametrize(
    ("scope", "where"),
    [
        ("clause", ["subject", "body", "close"]),
        ("anywhere", ["subject", "body", "close", "signed"]),
        ("subject", ["subject"]),
        ("sign-off", ["close"]),
        ("sentence", ["body"]),
        ("body", ["body"]),
        ("message", ["body"]),
    ],
)
def test_a_scope_says_where_a_rule_looks(make_book, scope, where):
    book = made(make_book, patterns={"x": "offer|met|kind regards|tom"}, scope=scope)
    said = {"subject": "Offer", "body": "met", "close": "Kind regards", "signed": "Tom"}
    assert [text for text, _ in found(parts(), book)] == [said[one] for one in where]


def test_a_greeting_is_looked_at_on_its_own(make_book):
    book = made(make_book, patterns={"x": "anna"}, scope="greeting")
    assert found(parts(body="I met Anna."), book) == [("Anna", (21, 25))]


def test_the_span_is_the_hull_of_the_tags_in_a_clause(make_book):
    book = made(make_book, detect=[{"all": ["x", "y"]}])
    assert found("An awful big mess. An awful day.", book) == [("awful big mess", (3, 17))]
    assert found("An awful day. A mess.", book) == []


def test_one_rule_may_speak_in_several_clauses(make_book):
    assert found("An awful day, but an awful night.", made(make_book)) == [
        ("awful", (3, 8)),
        ("awful", (21, 26)),
    ]


def test_tags_in_two_clauses_count_for_the_sentence(make_book):
    book = made(make_book, detect=[{"all": ["x", "y"]}], scope="sentence")
    assert found("It was awful, but we left a mess.", book) == [("awful, but we left a mess", (7, 32))]
    assert found("It was awful. We left a mess.", book) == []


@pytest.mark.parametrize("scope", ["body", "message"])
def test_tags_in_two_sentences_count_for_the_body(make_book, scope):
    book = made(make_book, detect=[{"all": ["x", "y"]}], scope=scope)
    assert found("It was awful. We left a mess.", book) == [("awful. We left a mess", (7, 28))]


def test_blanks_around_a_match_are_no_part_of_it(make_book):
    book = made(make_book, patterns={"x": "=[ ]+awful[ ]+"})
    assert found("An  awful  day.", book) == [("awful", (4, 9))]


def test_a_match_of_blanks_alone_stays(make_book):
    book = made(make_book, patterns={"x": "= {3}"})
    assert found("An   day.", book) == [("   ", (2, 5))]


def test_an_order_that_does_not_hold_is_no_finding(make_book):
    book = made(make_book, detect=[{"before": ["x", "y"]}])
    assert found("A mess so awful.", book) == []
    assert found("An awful mess.", book) == [("awful mess", (3, 13))]
    wide = made(make_book, detect=[{"before": ["x", "y"]}], scope="sentence")
    assert found("A mess, but it was awful.", wide) == []


@pytest.mark.parametrize("scope", ["clause", "sentence"])
@pytest.mark.parametrize(
    ("terms", "texts"),
    [
        ((), ["pay is awful"]),
        (("salary",), []),
    ],
)
def test_a_negotiable_term_silences_a_rule_that_says_so(make_book, scope, terms, texts):
    detect = [{"all": ["x", "topic-pay"]}]
    book = made(make_book, detect=detect, scope=scope, unless_negotiable=True)
    assert [text for text, _ in found("The pay is awful.", book, negotiable=terms)] == texts
    loud = made(make_book, detect=detect, scope=scope)
    assert [text for text, _ in found("The pay is awful.", loud, negotiable=terms)] == ["pay is awful"]


@pytest.mark.parametrize("scope", ["clause", "sentence"])
@pytest.mark.parametrize("narrow", ["rule", "block"])
def test_conditions_of_rule_and_block_both_count(make_book, scope, narrow):
    when = {"channel": ["phone"]}
    if narrow == "rule":
        book = made(make_book, when=when, scope=scope)
    else:
        book = made(make_book, detect=[{"any": ["x"], "when": when}], scope=scope)
    assert found("It was awful.", book) == []
    assert found("It was awful.", book, channel="phone") == [("awful", (7, 12))]


def test_a_text_without_sentences_has_no_wide_finding(make_book):
    assert found("", made(make_book, scope="body")) == []
