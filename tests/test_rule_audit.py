"""What is wrong with the examples of a rule book is found: each kind of fault by its own message."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tactful.assets import asset
from tactful.rule_audit import audit
from tactful.rulebook import RuleBook, built_in, compile_book

SMALL_BOOK = Path(__file__).parent / "small_book"


@pytest.fixture
def root(tmp_path):
    return Path(shutil.copytree(SMALL_BOOK, tmp_path / "book"))


@pytest.fixture
def problems(root):
    """Change a file and return the problems, without the path of the folder."""

    def find(name="", old="", new="", *, built_in=False):
        if name:
            path = root / name
            text = path.read_text(encoding="utf-8")
            assert old in text
            path.write_text(text.replace(old, new), encoding="utf-8")
        found = audit(RuleBook(compile_book(root)), root, built_in=built_in)
        return [one.replace(f"{root}/", "") for one in found.problems]

    return find


def test_a_book_that_holds(root):
    found = audit(RuleBook(compile_book(root)), root, built_in=False)
    assert found.problems == ()
    assert found.examples == 19
    assert found.recall == {"blame": (4, 4), "emoji": (2, 2), "over-explaining": (2, 2)}


def test_the_rules_that_are_shipped_hold():
    found = audit(built_in(), asset("rules"), built_in=True)
    assert found.problems == ()
    assert found.examples > 1000


def test_built_in_rules_need_six_of_each(problems):
    assert problems(built_in=True)[0] == "language/blame.yaml:12: blame has 1 bad examples. Write at least 6."


@pytest.mark.parametrize(
    ("name", "old", "new", "problem"),
    [
        (
            "language/blame.yaml",
            'match: "Your process was a mess."',
            'match: "a mess"',
            (
                "language/blame.yaml:13: blame: bad example «Your process was a mess.»: "
                "the match is 'Your process was a mess.', not 'a mess'"
            ),
        ),
        (
            "language/blame.yaml",
            "Thank you for the process.",
            "Your process is a joke.",
            (
                "language/blame.yaml:13: blame: fixed example «Your process is a joke.»: "
                "blame fires on 'Your process is a joke.'"
            ),
        ),
        (
            "language/blame.yaml",
            "My desk is a mess.",
            "Your desk is a mess.",
            (
                "language/blame.yaml:14: blame: good example «Your desk is a mess.»: "
                "blame fires on 'Your desk is a mess.'"
            ),
        ),
        (
            "acts/decline.yaml",
            "Thank you for the offer.",
            "I decline.",
            "acts/decline.yaml:9: decline: no example «I decline.»: it performs the act",
        ),
        (
            "acts/decline.yaml",
            "I must decline it.",
            "I accept it.",
            "acts/decline.yaml:8: decline: yes example «I accept it.»: it does not perform the act",
        ),
        (
            "form/emoji.yaml",
            'good: ["Thank you."]',
            'good: ["Thank you.", "Thank you."]',
            "form/emoji.yaml:16: emoji: good example «Thank you.» asserts nothing: it stands twice",
        ),
        (
            "whole/missing-thanks.yaml",
            '{text: "Thank you for the offer. I decline it.", as: message}',
            "Thank you.",
            (
                "whole/missing-thanks.yaml:17: missing-thanks: good example «Thank you.» asserts nothing: "
                "it is a fragment, and the rule looks at whole messages (say as: message)"
            ),
        ),
        (
            "whole/missing-thanks.yaml",
            "when: {kind: [decline, withdraw]}",
            "when: {kind: [withdraw]}",
            (
                "whole/missing-thanks.yaml:17: missing-thanks: good example "
                "«Thank you for the offer. I decline it.» "
                "asserts nothing: the rule does not speak about a decline without a context of its own"
            ),
        ),
        (
            "language/blame.yaml",
            "Thank you for the process.",
            "Your process was a mess.",
            (
                "language/blame.yaml:13: blame: bad example «Your process was a mess.» asserts nothing: "
                "its fixed text is the text itself"
            ),
        ),
        (
            "language/blame.yaml",
            "all: [target-employer, harsh]",
            "all: ['act:thanks', harsh]",
            "language/blame.yaml:12: blame: no example makes the rule fire",
        ),
    ],
)
def test_a_fault_is_named_with_its_place(problems, name, old, new, problem):
    assert problem in problems(name, old, new)


def test_a_rule_that_is_off_is_not_tried(root, tmp_path):
    pack = tmp_path / "pack"
    pack.mkdir()
    (pack / "pack.yaml").write_text("off: {blame: No need.}\n", encoding="utf-8")
    book = RuleBook(compile_book(root, (pack,)))
    found = audit(book, root, built_in=False)
    assert found.problems == ()
    assert "blame" not in found.recall


def test_the_same_text_in_another_context_is_another_example(problems):
    more = '{text: "Thank you for the offer. I decline it.", as: message, context: {channel: phone}}'
    assert problems("whole/missing-thanks.yaml", "  good:\n", f"  good:\n    - {more}\n") == []
