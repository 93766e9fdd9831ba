"""Files are read, and what is wrong in them is said with file, line and mend."""

from __future__ import annotations

import pytest

from tactful.errors import FileError
from tactful.rulebook.schema import FragmentFile, LexiconFile, RuleFile
from tactful.rulebook.source import line_of, read_model, read_yaml

RULE = """\
id: a-rule
severity: error
kind: forbid
message: M
why: W
advice: A
source: {title: T}
patterns:
  bad: bad
detect:
  - any: [bad]
examples:
  bad: []
  good: []
"""


EXTRA = "Extra inputs are not permitted"
SEVERITIES = (
    "Input should be 'error', 'warning' or 'suggestion'. Choose one of the words that the message names."
)


def _problem(tmp_path, text, model=RuleFile):
    path = tmp_path / "a-rule.yaml"
    if isinstance(text, bytes):
        path.write_bytes(text)
    else:
        path.write_text(text, encoding="utf-8")
    with pytest.raises(FileError) as caught:
        read_model(path, model)
    return str(caught.value).removeprefix(f"{path}:")


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "1: the file is empty. Fill it or delete it."),
        ("a: [", "2: no valid YAML (did not find expected node content). Mend the line."),
        ("a: 1\na: 2\n", "2: the key 'a' stands twice. Keep one of them."),
        ("a: \x01\n", None),
        (b"a: \xff\n", None),
        ("- 1\n", None),
        (RULE.replace("severity: error", "severity: bad"), f"2: severity: {SEVERITIES}"),
        (RULE.replace("advice", "advise"), f"6: advise: {EXTRA}. Did you mean 'advice'?"),
        (RULE + "zzz: 1\n", f"15: zzz: {EXTRA}. Remove the key or correct its spelling."),
        (RULE.replace("why: W\n", ""), "1: why: Field required. Add the key."),
        (RULE.replace("id: a-rule", "id: A Rule"), None),
        (RULE.replace("why: W", "why: ' '"), None),
        (RULE.replace("  - any: [bad]", "  - not: [bad]"), None),
        (RULE.replace("  - any: [bad]", "  - before: [bad]"), None),
        (RULE.replace("kind: forbid", "kind: limit"), None),
        (RULE.replace("kind: forbid", "kind: require"), None),
    ],
)
def test_a_mistake_names_line_and_mend(tmp_path, text, message):
    found = _problem(tmp_path, text)
    assert found.split(":")[0].isdecimal()
    assert found.endswith((".", "?"))
    if message:
        assert found == message


def test_identifiers_are_in_kebab_case(tmp_path):
    found = _problem(tmp_path, RULE.replace("id: a-rule", "id: A Rule"))
    assert found.startswith("1: id: String should match pattern ")
    assert found.endswith("Write it in kebab-case: lower-case words joined by hyphens.")


def test_a_file_that_is_not_there(tmp_path):
    with pytest.raises(FileError, match=r":1: the file cannot be read \(.*\)\. Save it as UTF-8\.$"):
        read_yaml(tmp_path / "none.yaml")


def test_words_stay_words(tmp_path):
    path = tmp_path / "a.yaml"
    path.write_text(
        "id: a\nwhat: W\nsource: S\nlicence: L\nwords: [no, off, yes, on, 2026-01-01, n]\n", encoding="utf-8"
    )
    model, _ = read_model(path, LexiconFile)
    assert model.words == ("no", "off", "yes", "on", "2026-01-01", "n")
    path.write_text("a: true\nb: True\n", encoding="utf-8")
    assert read_yaml(path)[0] == {"a": True, "b": "True"}


def test_every_place_has_its_line(tmp_path):
    path = tmp_path / "a.yaml"
    path.write_text("id: a\nwhat: W\nfragments:\n  one: x\n  two:\n    y\n", encoding="utf-8")
    _, lines = read_model(path, FragmentFile)
    assert lines["fragments", "two"] == 5
    assert line_of(lines, ("fragments", "two", "deeper", 3)) == 5
    assert line_of(lines, ("nowhere",)) == 1
    assert line_of({}, ("nowhere",)) == 1
