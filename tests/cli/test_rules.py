"""``tactful rules``, on the small rule book and on packs over it."""

from __future__ import annotations

import shutil
from importlib import import_module
from pathlib import Path

import pytest

GOOD_RULE = """\
id: no-cats
severity: warning
kind: forbid
message: "A cat: «{match}»."
why: Cats are not for offers.
advice: Leave the cat out.
source: {title: "Own work"}
patterns:
  cat: "cats?"
detect:
  - any: [cat]
examples:
  bad:
    - {text: "I have a cat.", match: "cat", fixed: "I have a dog."}
  good: ["Concatenate it."]
"""


@pytest.fixture(autouse=True)
def small_root(monkeypatch, tmp_path):
    """Let the built-in rule book be a copy of the small one."""
    root = tmp_path / "built-in"
    shutil.copytree(Path(__file__).parents[1] / "small_book", root)
    monkeypatch.setenv("TACTFUL_CACHE_DIR", str(tmp_path / "cache"))
    for module in ("tactful.rulebook.load", "tactful.cli.rules", "tactful.cli.doctor"):
        # By import_module: the name «load» in the package is the function, not the module.
        monkeypatch.setattr(import_module(module), "asset", lambda _: root)
    monkeypatch.setattr(import_module("tactful.rulebook.load"), "packaged", lambda _: None)
    return root


@pytest.fixture
def pack(tmp_path):
    """Return a pack of one good rule."""
    folder = tmp_path / "pack"
    folder.mkdir()
    (folder / "no-cats.yaml").write_text(GOOD_RULE, encoding="utf-8")
    return folder


@pytest.mark.parametrize("arguments", [["rules"], ["rules", "list"]])
def test_list(run, golden, arguments):
    done = run(*arguments)
    assert (done.code, done.err) == (0, "")
    golden("rules-list.out", done.out)


def test_list_with_a_pack_that_switches_a_rule_off(run, pack):
    (pack / "pack.yaml").write_text(
        "off: {emoji: We like them.}\nseverities: {blame: warning}\n", encoding="utf-8"
    )
    done = run("rules", "list", "--rules", "pack")
    assert "no-cats          warning     Cats are not for offers.\n" in done.out
    assert "blame            warning     " in done.out
    assert done.out.endswith("emoji            off         We like them.\n")


def test_show(run, golden, small_root):
    done = run("rules", "show", "blame")
    assert (done.code, done.err) == (0, "")
    golden("rules-show.out", done.out.replace(str(small_root), "rules"))


def test_show_of_a_packs_rule(run, pack):
    (pack / "pack.yaml").write_text("severities: {no-cats: error}\n", encoding="utf-8")
    done = run("rules", "show", "no-cats", "--rules", "pack")
    assert done.out.startswith("no-cats: error, looks at each clause, speaks always\n")
    assert f"File    {pack.name}/no-cats.yaml\n" in done.out


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("blam", "There is no rule 'blam'; did you mean 'blame'?"),
        ("zzz", "There is no rule 'zzz'; tactful rules list tells them all."),
        ("emoji", "The rule 'emoji' is switched off: We like them."),
    ],
)
def test_show_of_no_rule(run, pack, name, message):
    (pack / "pack.yaml").write_text("off: {emoji: We like them.}\n", encoding="utf-8")
    done = run("rules", "show", name, "--rules", "pack")
    assert (done.code, done.out, done.err) == (2, "", f"tactful: error: {message}\n")


def test_tests_of_the_built_in_rules_ask_for_examples_enough(run, golden, small_root):
    done = run("rules", "test")
    assert done.code == 1
    golden("rules-test.out", done.out.replace(str(small_root), "rules"))
    assert done.err == "19 examples, 4 failures\n"


def test_tests_of_a_pack_that_holds(run, pack):
    done = run("rules", "test", str(pack))
    assert (done.code, done.err) == (0, "3 examples, 0 failures\n")
    assert done.out == "no-cats: 2 of 2 varied forms found\n"


def test_tests_of_a_pack_that_fails(run, golden, pack, tmp_path):
    path = pack / "no-cats.yaml"
    text = path.read_text(encoding="utf-8")
    text = text.replace('match: "cat"', 'match: "a cat"').replace('"Concatenate it."', '"My cats."')
    path.write_text(text, encoding="utf-8")
    done = run("rules", "test", str(pack))
    assert done.code == 1
    golden("rules-test-pack.out", done.out.replace(str(tmp_path), ""))
    assert done.err == "3 examples, 2 failures\n"


def test_a_pack_that_cannot_run_is_no_failure_of_a_test(run, pack):
    path = pack / "no-cats.yaml"
    path.write_text(
        path.read_text(encoding="utf-8").replace("severity: warning", "severity: bad"), encoding="utf-8"
    )
    done = run("rules", "test", str(pack))
    assert (done.code, done.out) == (2, "")
    assert done.err == (
        f"tactful: error: {path}:2: severity: Input should be 'error', 'warning' or 'suggestion'. "
        "Choose one of the words that the message names.\n"
    )


def test_the_project_names_its_packs(run, pack, tmp_path):
    (tmp_path / "tactful.toml").write_text(f'rules = ["{pack.name}"]\n', encoding="utf-8")
    assert "no-cats" in run("rules").out
    assert "no-cats" not in run("rules", "--rules", "built-in").out
    (tmp_path / "tactful.toml").write_text('rules = ["gone"]\n', encoding="utf-8")
    assert run("rules").err == (
        f"tactful: error: {tmp_path / 'tactful.toml'}: there is no folder '{tmp_path / 'gone'}'; "
        "give the folder of a rule pack.\n"
    )


@pytest.mark.usefixtures("pack")
def test_doctor(run, tmp_path, small_root):
    from importlib.metadata import version

    done = run("doctor", "--rules", "pack")
    assert (done.code, done.err) == (0, "")
    lines = dict(line.split(maxsplit=1) for line in done.out.splitlines() if not line.startswith("rule book"))
    assert lines["tactful"].startswith(version("tactful"))
    assert lines["engine"] == "composer (the default)"
    assert lines["network"] == "not used"
    assert lines["settings"] == "no tactful.toml here"
    assert lines["packs"] == "pack"
    assert lines["cache"] == str(tmp_path / "cache")
    assert lines["rules"] == "5 rules, 3 acts, 1 phrases"
    assert f"rule book    {small_root} (compiled on first use)\n" in done.out


def test_doctor_finds_a_broken_pack(run, pack, monkeypatch):
    (pack / "no-cats.yaml").write_text("id: [", encoding="utf-8")
    monkeypatch.setattr("tactful.cli.doctor._LIBRARIES", ("no-such-library",))
    done = run("doctor", "--rules", "pack")
    assert done.code == 2
    assert "libraries    no-such-library is missing\n" in done.out
    assert "problem      pack/no-cats.yaml:2: no valid YAML" in done.out
