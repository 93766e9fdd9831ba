"""Suite files are read whole, and what is wrong in them is said with file, line and mend."""

from __future__ import annotations

import pytest

from tactful.errors import FileError
from tactful.evals.suite import Expectation
from tactful.evals.suite_file import read_suite

RULES = ("blame", "sarcasm")
ADD = "Add a case with this source and the tone as-is, and give this one a tone."
UNCLOSED = "missing ), unterminated subpattern at position 0"
MEND = "Mend it; a sign meant as itself needs a backslash."
COPY = "Copy the sentence from the draft."
SCORERS = (
    "The scorers here are added, decision, detection, detection:blame, detection:sarcasm, dropped, kept, "
    "lost, released, rule, tone, tone:formality."
)


def test_every_key_of_a_suite_is_read(write_suite):
    suite = read_suite(write_suite(), RULES)
    first, warm, piece = suite.cases
    assert (suite.name, suite.describe, suite.bars) == (
        "small",
        "Three cases.",
        {"kept": 0.5, "rule:blame": 1.0},
    )
    assert first.expect == Expectation(decision="decline", keep=("Priya",), drop=("circus",))
    assert (first.source, warm.source, first.labels) == ("small-1", "small-1", {"voice": "nurse"})
    assert warm.options == {"tone": "formal"}
    assert (piece.fragment, piece.only_checked, first.only_checked) == (True, True, False)


@pytest.mark.parametrize(
    ("decision", "released", "release"),
    [
        ("decline", None, True),
        ("undecided", None, False),
        ("accept", None, False),
        ("more-time", False, False),
        (None, None, None),
        (None, True, True),
    ],
)
def test_whether_a_text_must_come_out_follows_from_the_decision(decision, released, release):
    assert Expectation(decision=decision, released=released).release is release


def test_the_digest_changes_with_the_file(write_suite):
    before = read_suite(write_suite(), RULES).digest
    after = read_suite(write_suite(write_suite().read_text() + "# a remark\n"), RULES).digest
    assert before != after


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("keep:", "keeep:", "12: cases.0.expect.keeep: Extra inputs are not permitted. Did you mean 'keep'?"),
        ("labels:", "label:", "13: cases.0.label: Extra inputs are not permitted. Did you mean 'labels'?"),
        (
            "id: small-2",
            "id: small-1",
            "24: the id 'small-1' stands already in line 5. Give the case an id of its own.",
        ),
        (
            "kept: 0.5",
            "kept: 1.5",
            "3: the bar of kept is 1.5, and no run can meet it. Give a share from 0 to 1.",
        ),
        (
            "kept: 0.5",
            "kept: -1",
            "3: the bar of kept is -1.0, and no run can meet it. Give a share from 0 to 1.",
        ),
        (
            "kept: 0.5",
            "kept: .nan",
            "3: the bar of kept is nan, and no run can meet it. Give a share from 0 to 1.",
        ),
        (
            "rule:blame",
            "rule:blaim",
            f"3: no case of the suite is scored by 'rule:blaim', so its bar holds nothing. {SCORERS}",
        ),
        ("blame: found", "blaim: found", "27: there is no rule 'blaim'. Did you mean 'blame'?"),
        (
            '"Priya"',
            '"(Priya"',
            f"12: '(Priya' is no regular expression ({UNCLOSED}). {MEND}",
        ),
        (
            "tone: formal}",
            "tonne: formal}",
            "22: there is no option 'tonne'. Did you mean 'tone'?",
        ),
        (
            "    source: small-1\n",
            "",
            f"22: the suite has no case of 'small-1.warm' in its own tone to measure against. {ADD}",
        ),
        (
            "    context: {tone: formal}\n",
            "",
            f"22: 'small-1.warm' expects a change of tone and asks for none. {ADD}",
        ),
        (
            'keep: ["Priya"]',
            "only-change: Priya is gone",
            f"12: only-change 'Priya is gone' does not stand once in the draft. {COPY}",
        ),
        (
            "{decision: decline, tone: {formality: up}}",
            "{}",
            "23: nothing is expected of the case. Write what must hold.",
        ),
        (
            "suite: small",
            "suite: large",
            "1: the suite 'large' is not the file's name 'small'. Make them the same.",
        ),
    ],
)
def test_what_is_wrong_is_said_with_line_and_mend(write_suite, old, new, message):
    path = write_suite()
    text = path.read_text()
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(FileError) as caught:
        read_suite(path, RULES)
    assert str(caught.value) == f"{path}:{message}"


def test_a_suite_without_a_case_is_refused(write_suite):
    path = write_suite("suite: small\ndescribe: None.\ncases: []\n")
    with pytest.raises(FileError, match="the suite has no case"):
        read_suite(path, RULES)


def test_every_suite_of_the_repository_can_be_read(repository, book):
    rules = tuple(rule.id for rule in book.rules)
    found = {
        path.stem: read_suite(path, rules)
        for path in sorted((repository / "evals" / "suites").glob("*.yaml"))
    }
    assert tuple(found) == ("adversarial", "article", "detection", "rough", "tone")
    assert all(case.only_checked for case in found["detection"].cases)
    assert not any(case.only_checked for name in ("rough", "article", "tone") for case in found[name].cases)
