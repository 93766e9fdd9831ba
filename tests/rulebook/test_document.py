"""docs/rules.md is what the rule files say."""

from __future__ import annotations

import pytest

from tactful.rulebook import document


@pytest.fixture
def small(monkeypatch, root):
    monkeypatch.setattr(document, "asset", lambda _: root)
    return root


def test_the_page_of_the_small_book_is_the_golden_one(root, golden_page):
    assert document.page(root) == golden_page(document.page(root))


@pytest.fixture
def golden_page():
    """Return the golden page; TACTFUL_RENEW_GOLDEN=1 writes it anew."""
    import os
    from pathlib import Path

    path = Path(__file__).parent / "golden" / "rules.md"

    def read(text):
        if os.environ.get("TACTFUL_RENEW_GOLDEN"):
            path.parent.mkdir(exist_ok=True)
            path.write_text(text, encoding="utf-8")
        return path.read_text(encoding="utf-8")

    return read


@pytest.mark.usefixtures("small")
def test_write_then_check(tmp_path, capsys):
    path = tmp_path / "rules.md"
    assert document.main(["--write", "--file", str(path)]) == 0
    assert document.main(["--check", "--file", str(path)]) == 0
    path.write_text("old", encoding="utf-8")
    assert document.main(["--check", "--file", str(path)]) == 1
    assert capsys.readouterr().err == f"{path} is not what the rule files say. Run: make docs\n"
    path.unlink()
    assert document.main(["--check", "--file", str(path)]) == 1


def test_a_broken_rule_is_said(small, capsys):
    path = small / "language" / "blame.yaml"
    path.write_text("id: [", encoding="utf-8")
    assert document.main(["--check"]) == 2
    assert capsys.readouterr().err.startswith(f"{path}:2: no valid YAML")


@pytest.mark.parametrize("arguments", [[], ["--write", "--check"]])
def test_one_action_is_required(arguments, capsys):
    with pytest.raises(SystemExit):
        document.main(arguments)
    assert "usage: python -m tactful.rulebook.document" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("when", "words"),
    [
        ({}, "speaks always"),
        ({"kind": ["decline", "withdraw"]}, "speaks when the message is of the kind decline or withdraw"),
        ({"late": True, "channel": ["email"]}, "speaks when it goes by email and the answer is late"),
        ({"late": False}, "speaks when the answer is not late"),
        (
            {"via_recruiter": True, "stage": ["offered"]},
            "speaks when the stage is offered and a recruiter stands between",
        ),
        ({"via_recruiter": False}, "speaks when no recruiter stands between"),
        ({"rounds_at_least": 3}, "speaks when there were 3 interviews or more"),
        ({"tone": ["formal"]}, "speaks when the tone is formal"),
        (
            {"either": [{"late": True}, {"rounds_at_least": 1, "stage": ["offered"]}]},
            "speaks when the answer is late or the stage is offered and there were 1 interviews or more",
        ),
    ],
)
def test_when_in_words(root, when, words):
    from tactful.rulebook.files import read_rules
    from tactful.rulebook.schema import When

    rule = read_rules(root)[0].model.model_copy(update={"when": When.model_validate(when)})
    assert document.speaks(rule) == words
    negotiable = rule.model_copy(update={"unless_negotiable": True})
    assert document.speaks(negotiable) == f"{words}; silent about a term that you marked negotiable"


def test_marks_of_markdown_are_made_plain(root):
    from tactful.rulebook.files import read_rules

    rule = read_rules(root)[0].model.model_copy(update={"why": "a *b* [c] <d> |\n_e_"})
    assert r"a \*b\* \[c\] \<d\> \| \_e\_" in document.section(rule)


def test_a_rule_without_examples_has_none_on_the_page(root):
    from tactful.rulebook.files import read_rules
    from tactful.rulebook.schema import Examples

    rule = read_rules(root)[0].model.model_copy(update={"examples": Examples(bad=(), good=())})
    assert "Instead of" not in document.section(rule)
    assert "Fine as it is" not in document.section(rule)


def test_rules_at_the_top_have_a_heading_too(root):
    (root / "language" / "blame.yaml").rename(root / "blame.yaml")
    assert "## Rules\n\n### blame\n" in document.page(root)
