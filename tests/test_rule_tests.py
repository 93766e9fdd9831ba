"""The examples of rules run as tests, each with its place; variants of bad ones give the recall."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tactful.fragments import message_wide
from tactful.rule_tests import findings_in, recall, run_examples, variants
from tactful.rulebook import RuleBook, compile_book

SMALL_BOOK = Path(__file__).parent / "small_book"


@pytest.fixture
def root(tmp_path):
    return Path(shutil.copytree(SMALL_BOOK, tmp_path / "book"))


def run(root):
    return list(run_examples(RuleBook(compile_book(root)), root))


def change(root, name, old, new):
    path = root / name
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def test_every_example_runs_once_and_holds(root):
    outcomes = run(root)
    assert [(one.rule, one.label) for one in outcomes] == [
        (rule, label)
        for rule in ("blame", "emoji", "missing-thanks", "over-explaining")
        for label in ("bad", "fixed", "good")
    ]
    assert {one.problem for one in outcomes} == {""}
    assert outcomes[0].place == f"{root}/language/blame.yaml:13"


@pytest.mark.parametrize(
    ("name", "old", "new", "label", "problem"),
    [
        (
            "language/blame.yaml",
            'text: "Your process was a mess."',
            'text: "A fine day."',
            "bad",
            "the rule does not fire",
        ),
        (
            "language/blame.yaml",
            'match: "Your process was a mess."',
            'match: "mess"',
            "bad",
            "the match is 'Your process was a mess.', not 'mess'",
        ),
        (
            "language/blame.yaml",
            "Thank you for the process.",
            "Your team is a joke 😊.",
            "fixed",
            "blame fires on 'Your team is a joke 😊.'; emoji fires on '😊'",
        ),
        (
            "language/blame.yaml",
            "My desk is a mess.",
            "Your desk is a mess.",
            "good",
            "blame fires on 'Your desk is a mess.'",
        ),
        (
            "whole/missing-thanks.yaml",
            'Thank you for the offer. I decline it.", as',
            'I decline it.", as',
            "good",
            "missing-thanks fires on ''",
        ),
    ],
)
def test_what_does_not_hold_is_said(root, name, old, new, label, problem):
    change(root, name, old, new)
    assert [(one.label, one.problem) for one in run(root) if one.problem] == [(label, problem)]


def test_another_rules_suggestion_spoils_no_good_example_but_its_own_does(root):
    change(root, "language/blame.yaml", "My desk is a mess.", "My desk is a mess 😊.")
    assert [one for one in run(root) if one.problem] == []
    change(root, "form/emoji.yaml", 'good: ["Thank you."]', 'good: ["Thank you 😊."]')
    assert [(one.rule, one.problem) for one in run(root) if one.problem] == [("emoji", "emoji fires on '😊'")]


def test_a_fragment_leaves_out_what_only_messages_break():
    book = RuleBook(compile_book(SMALL_BOOK))
    assert findings_in("I decline.", book) == []
    assert [one.rule for one in findings_in("I decline.", book, message=True)] == ["missing-thanks"]
    assert findings_in("I decline.", book, {"kind": "accept"}, message=True) == []
    assert [message_wide(rule.id, book) for rule in book.rules] == [False, False, True, False]


@pytest.mark.parametrize("measure", ["words", "sentences", "readability", "idle-words"])
def test_measures_of_a_whole_message_are_message_wide(make_book, measure):
    book = make_book(rules=[{"id": "long", "kind": "limit", "detect": {"measure": measure, "at_most": 1}}])
    assert message_wide("long", book) is True


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("I am tired.", "I'm tired."),
        ("I'm tired.", "I am tired."),
        ("It isn't right.", "It is not right."),
        ("I would not go.", "I wouldn't go."),
        ("It was late.", "It is late."),
        ("We were late.", "We are late."),
        ("I met your team.", "I met your organisation."),
        ("Your team met.", "Your organisation met."),
        ("We met.", "To be clear, We met."),
        ("We met.", "We met, and that is all."),
        ("It is far, but I like it.", "I like it, and it is far."),
    ],
)
def test_a_variant_says_the_same_in_another_form(text, form):
    assert form in variants(text)


def test_variants_are_distinct_and_none_is_the_text():
    made = variants("I am late, and your team was not, so I left.")
    assert len(made) == len(set(made))
    assert "I am late, and your team was not, so I left." not in made


def test_recall_counts_the_variants_that_are_found(root):
    book = RuleBook(compile_book(root))
    assert recall(book, root) == {
        "blame": (4, 4),
        "emoji": (2, 2),
        "missing-thanks": (0, 0),
        "over-explaining": (2, 2),
    }
    change(root, "language/blame.yaml", "[target-employer, harsh]", "[target-employer, harsh, blame.was]")
    change(root, "language/blame.yaml", "detect:", "patterns: {was: was}\ndetect:")
    assert recall(RuleBook(compile_book(root)), root)["blame"] == (3, 4)
