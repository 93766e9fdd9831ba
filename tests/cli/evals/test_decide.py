"""``tactful eval compare``, ``gate`` and ``baseline`` work on finished runs and make no call."""

from __future__ import annotations

import pytest

from tactful.evals.record import Key, Plan, Record, Score
from tactful.evals.store import RunStore


@pytest.fixture
def baseline(run, suite):  # noqa: ARG001 - its effect is wanted
    """Record a run and keep it as the baseline."""
    assert run("eval", "small", "--run", "good.sqlite").code == 0
    kept = run("eval", "baseline", "good.sqlite")
    assert (kept.code, kept.err) == (0, "wrote evals/baselines/small.composer.json\n")


def _record(case, text, scores):
    return Record(
        Key("small", case, "composer", 0),
        case,
        "a draft",
        {},
        {},
        released=bool(text),
        text=text,
        scores=scores,
    )


def _write(path, *records):
    plan = Plan(
        version="1",
        rule_book="r",
        prompts="p",
        engines=("composer",),
        settings={},
        suites={"small": "d"},
        bars={"small": {"kept": 0.6, "rule": 1.0}},
        cases={"small": ("one", "two")},
        whole={"small": ("one", "two")},
    )
    with RunStore(path, plan) as store:
        for record in records:
            store.write(record)


LETTER = "Dear Priya,\n\nThank you for the offer. I have decided to decline it, and I wish you well.\n\nSam"


@pytest.fixture
def finished(tmp_path):
    """Write two runs, the second of them worse."""
    good = (Score("released", "holds"), Score("kept", "holds"), Score("rule:blame", "holds"))
    words = Score("words", "measured", 18.0)
    _write(tmp_path / "good.sqlite", _record("one", LETTER, (*good, words)), _record("two", LETTER, good))
    bad = (Score("released", "holds"), Score("kept", "broken", note="Priya"), Score("rule:blame", "broken"))
    fewer = Score("words", "measured", 6.0)
    withheld = (Score("released", "broken"),)
    _write(
        tmp_path / "bad.sqlite",
        _record("one", "No. It was a mess.", (*bad, fewer)),
        _record("two", "", withheld),
    )


@pytest.mark.usefixtures("baseline")
def test_the_same_run_passes_the_gate(run):
    found = run("eval", "gate", "good.sqlite")
    assert (found.code, found.out) == (0, "gate: passed, held against evals/baselines\n")


@pytest.mark.usefixtures("baseline")
def test_a_run_is_gated_when_it_is_finished(run):
    found = run("eval", "small", "--run", "again.sqlite", "--gate")
    assert found.code == 0
    assert found.out.endswith("gate: passed, held against evals/baselines\n")


@pytest.mark.usefixtures("finished")
def test_what_got_worse_is_named(run, golden):
    found = run("eval", "gate", "bad.sqlite", "good.sqlite")
    assert found.code == 1
    golden("eval-gate.out", found.out)


@pytest.mark.usefixtures("finished")
def test_the_flipped_cases_are_shown_side_by_side(run, golden, monkeypatch):
    monkeypatch.setenv("COLUMNS", "100")
    found = run("eval", "compare", "bad.sqlite", "good.sqlite")
    assert found.code == 0
    golden("eval-compare.out", found.out)


@pytest.mark.usefixtures("baseline")
def test_a_run_is_the_same_as_itself(run):
    found = run("eval", "compare", "good.sqlite", "good.sqlite")
    assert "4 cases in both, 0 new, 0 gone\nNo scorer says anything else than before.\n" in found.out


@pytest.mark.usefixtures("baseline")
def test_part_of_the_cases_proves_nothing(run):
    found = run("eval", "small", "--limit", "2", "--run", "part.sqlite", "--gate")
    assert found.code == 3
    assert "proves nothing: the run takes in 2 of 4 cases" in found.out
    refused = run("eval", "baseline", "part.sqlite")
    assert refused.code == 2
    assert "a baseline needs every case" in refused.err


@pytest.mark.usefixtures("baseline")
def test_every_call_failing_is_no_success(run, tmp_path):
    (tmp_path / "none.jsonl").write_text("")
    options = ("--engine", "answers", "--answers", "none.jsonl", "--run", "none.sqlite", "--gate")
    found = run("eval", "small", *options)
    assert found.code == 3
    assert "2 of 4 calls failed" in found.out


@pytest.mark.usefixtures("finished")
def test_without_a_baseline_the_bars_hold(run):
    found = run("eval", "gate", "bad.sqlite")
    assert found.code == 1
    assert found.out == (
        "worse: small, composer: kept holds in 0 of 1, and the suite demands 60%\n"
        "worse: small, composer: rule holds in 0 of 1, and the suite demands 100%\n"
        "gate: failed, held against its bars alone\n"
    )


@pytest.mark.usefixtures("baseline")
@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["gate", "good.sqlite", "gone.json"], "gone.json: there is no such baseline"),
        (["gate", "good.sqlite", "--minimum-fall", "2"], "minimum-fall is '2'; give a number from 0 to 1."),
        (["compare", "gone.sqlite", "good.sqlite"], "gone.sqlite: there is no such run"),
    ],
)
@pytest.mark.usefixtures("baseline")
def test_a_wrong_option_is_said(run, arguments, message):
    found = run("eval", *arguments)
    assert found.code == 2
    assert message in found.err
