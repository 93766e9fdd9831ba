"""Every example of docs/rule-format.md loads, holds its own tests, and does what the page says."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tactful.rule_audit import audit
from tactful.rulebook import RuleBook, compile_book
from tactful.rulebook.known import MEASURES, TRANSFORMS
from tactful.rulebook.schema import RuleFile

SMALL_BOOK = Path(__file__).parents[1] / "small_book"
BLOCK = re.compile(r"```yaml\n# rules/(\S+)\n(.*?)```", re.DOTALL)


@pytest.fixture(scope="module")
def page(repository):
    return (repository / "docs" / "rule-format.md").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def pack(page, tmp_path_factory):
    """Return the folder of a pack that holds every example of the page."""
    folder = tmp_path_factory.mktemp("pack")
    for name, text in BLOCK.findall(page):
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def book(pack):
    return RuleBook(compile_book(SMALL_BOOK, (pack,)))


def test_every_example_of_the_page_is_tried(page, pack):
    assert page.count("```yaml") == len(BLOCK.findall(page)) == len(list(pack.rglob("*.yaml")))


def test_there_is_one_worked_example_a_kind(book):
    own = {"boasting", "recruiter-without-reason", "late-thanks", "many-thanks", "no-and-wait"}
    assert {rule.kind for rule in book.rules if rule.id in own} == {
        "forbid",
        "require",
        "order",
        "limit",
        "pair",
    }


def test_the_examples_of_the_examples_hold(book, pack):
    found = audit(book, pack, built_in=False)
    assert found.problems == ()
    assert found.examples > 20


def test_the_first_rule_has_examples_enough(pack):
    from tactful.rulebook.compile import check_examples
    from tactful.rulebook.files import read_rules

    check_examples(next(one for one in read_rules(pack) if one.model.id == "boasting"))


def test_the_pack_does_what_it_says(book):
    assert book.rule_by_id["over-explaining"].severity == "suggestion"
    assert "emoji" not in book.rule_by_id
    assert book.data["off"] == {"emoji": "Our candidates write to people they know."}
    assert "your (studio|agency)" in book.lexicon("target-employer")
    assert "target-employer" in book.tags(book.mask("your studio is here"))


def test_the_page_names_every_key_measure_and_transform(page):
    for name in RuleFile.model_fields:
        assert f"| `{name}` |" in page, name
    for name in (*MEASURES, *TRANSFORMS):
        assert f"`{name}`" in page, name
