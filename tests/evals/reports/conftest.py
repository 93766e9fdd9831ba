"""A small run with something of everything: fine, broken, failed, missing, not scored, hostile."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path

import pytest

from tactful.evals.record import Key, Plan, Record, Run, Score
from tactful.result import Usage

GOLDEN = Path(__file__).parent / "golden"
RENEW = "TACTFUL_RENEW_GOLDEN"
HOSTILE = (
    "</script><script>document.title='owned'</script><img src=x onerror=alert(1)> | `x` [a](b) {{7*7}} \x01"
)
DRAFT = "Hi Priya,\n\nYour interview was a circus. I decline the offer.\n\nSam"
TEXT = "Hi Priya,\n\nThank you for the offer. I decline the offer.\n\nSam"

RESULT = {
    "engine": "composer",
    "kind": "decline",
    "before": {
        "findings": [
            {"rule": "rude-language", "severity": "error", "message": "This is rude: «a circus»."},
        ]
    },
    "after": {"findings": [{"rule": "emoji", "severity": "suggestion", "message": "A picture."}]},
    "ledger": {
        "kept": [{"type": "person", "text": "Priya"}],
        "neutralised": [{"type": "reason", "text": "the pay is a joke", "rule": "blame", "as": "the pay"}],
        "dropped": [{"type": "words", "text": "Your interview was a circus.", "rule": "rude-language"}],
        "supplied": ["Thank you for the offer."],
        "added": [],
    },
    "questions": [{"about": "condition", "ask": "Is the pay open?", "option": "--negotiable salary"}],
    "attempts": [{"maker": "composer", "findings": [], "breaks": []}],
}
HOLDS = (Score("released", "holds"), Score("rule:blame", "holds"), Score("rule:sarcasm", "not-applicable"))
BASE = Record(
    key=Key("rough", "fine", "composer", 0),
    source="fine",
    draft=DRAFT,
    options={"tone": "warm"},
    labels={"voice": "nurse"},
    released=True,
    text=TEXT,
    result=RESULT,
    milliseconds=12.0,
    scores=(*HOLDS, Score("rule:emoji", "broken", note="😊"), Score("words", "measured", 11.0)),
)


def record(case: str, **changes) -> Record:
    return replace(BASE, key=replace(BASE.key, case=case, **changes.pop("key", {})), source=case, **changes)


RECORDS = (
    BASE,
    record("fine", key={"repeat": 1}, milliseconds=1500.0),
    record(
        "broken",
        scores=(
            Score("released", "holds"),
            Score("rule:blame", "broken", note=HOSTILE),
            Score("added", "broken", note="Oxford"),
        ),
    ),
    record("hostile", draft=f"{DRAFT}{HOSTILE}", text=f"{TEXT}{HOSTILE}", labels={"voice": HOSTILE}),
    record("failed", error=f"ProviderError: the server said {HOSTILE}", text="", result=None, scores=None),
    record("not-scored", scores=(*HOLDS, Score("reading-grade", "not-scored", note="KeyError: 'x'"))),
    record(
        "withheld",
        released=False,
        text="",
        usage=Usage(3, 100, 20),
        cost=0.0123,
        scores=(Score("released", "broken", note="released is false"), Score("rule:blame", "not-applicable")),
    ),
    record(
        "checked",
        key={"suite": "detection"},
        text="",
        result=None,
        released=False,
        milliseconds=0.0,
        scores=(Score("detection:blame", "holds"),),
    ),
)


@pytest.fixture
def run_of():
    """Make a run of these records; ``missing`` are cases of the suite «rough» without a record."""

    def make(records=RECORDS, *, missing=("gone",), whole=None) -> Run:
        cases: dict[str, list[str]] = {}
        for one in records:
            cases.setdefault(one.key.suite, []).append(one.key.case)
        cases.setdefault("rough", []).extend(missing)
        planned = {suite: tuple(dict.fromkeys(found)) for suite, found in cases.items()}
        plan = Plan(
            version="0.1.0",
            rule_book="b00c",
            prompts="0",
            engines=tuple(dict.fromkeys(one.key.engine for one in records)) or ("composer",),
            settings={},
            suites=dict.fromkeys(planned, "0"),
            bars={suite: {} for suite in planned},
            cases=planned,
            whole=whole or planned,
        )
        return Run("nightly", plan, tuple(records))

    return make


@pytest.fixture
def mixed(run_of):
    """Return the run with something of everything."""
    return run_of()


@pytest.fixture
def clean(run_of):
    """Return a run in which nothing is amiss."""
    return run_of((BASE,), missing=())


@pytest.fixture
def golden():
    """Compare a text with a file in golden/, or renew the file: TACTFUL_RENEW_GOLDEN=1."""

    def compare(name: str, text: str) -> None:
        path = GOLDEN / name
        if os.environ.get(RENEW):
            path.write_text(text, encoding="utf-8", newline="")
        assert path.exists(), f"{path} is missing: run the tests with {RENEW}=1"
        with path.open(encoding="utf-8", newline="") as file:
            assert text == file.read()

    return compare
