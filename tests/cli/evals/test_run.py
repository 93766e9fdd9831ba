"""``tactful eval`` records a run, shows it, goes on with it, and never calls nothing a success."""

from __future__ import annotations

import json

import pytest

from tactful.cli.evals.arguments import parse_eval
from tactful.cli.evals.settings import RunSettings
from tactful.errors import OptionError
from tactful.evals.record import Score
from tactful.evals.store import read_run

NO_RUN = "gone.sqlite: there is no such run; give the file that tactful eval wrote."

pytestmark = pytest.mark.usefixtures("suite")


@pytest.fixture
def answers(tmp_path):
    """Write a file of answers and return its path."""

    def write(**texts: str) -> str:
        path = tmp_path / "answers.jsonl"
        lines = [json.dumps({name.replace("_", "-"): text}) for name, text in texts.items()]
        path.write_text("\n".join(lines), encoding="utf-8")
        return str(path)

    return write


def test_a_run_is_recorded_and_shown(run, golden, without_times, tmp_path):
    found = run("eval", "small", "--run", "a.sqlite")
    assert found.code == 0
    golden("eval.out", without_times(found.out))
    assert found.err == "0 failed, 0 calls, 0 tokens, cost 0.0000; recorded in a.sqlite\n"
    recorded = read_run(tmp_path / "a.sqlite")
    assert [record.key.case for record in recorded.records] == [
        "small-1",
        "small-1.formal",
        "small-2",
        "small-3",
    ]
    assert [record.refused for record in recorded.records] == ["", "", "", "not-english"]
    assert (recorded.missing, recorded.failed) == ((), ())


def test_suites_are_found_by_path_and_all_together(run, suite):
    by_name = run("eval", "small", "--run", "a.sqlite").out.split()[:20]
    assert run("eval", str(suite), "--run", "b.sqlite").out.split()[:20] == by_name
    assert run("eval", "--run", "c.sqlite").out.split()[:20] == by_name


def test_a_run_that_is_there_is_not_written_over(run):
    run("eval", "small", "--run", "a.sqlite")
    found = run("eval", "small", "--run", "a.sqlite")
    assert found.code == 2
    assert "a.sqlite: is there already; give --resume a.sqlite" in found.err


@pytest.mark.parametrize(
    ("more", "different"),
    [(["--limit", "1"], "cases"), (["--seed", "2"], "seed"), (["--repeats", "2"], "repeats")],
)
def test_a_run_is_not_gone_on_with_under_another_plan(run, more, different):
    run("eval", "small", "--run", "a.sqlite")
    found = run("eval", "small", "--resume", "a.sqlite", *more)
    assert found.code == 2
    assert found.err.startswith(f"tactful: error: a.sqlite: is another run ({different} differ); give the")


def test_a_run_is_not_gone_on_with_after_its_suite_changed(run, suite):
    run("eval", "small", "--run", "a.sqlite")
    suite.write_text(suite.read_text() + "# a remark\n", encoding="utf-8")
    assert "suites differ" in run("eval", "small", "--resume", "a.sqlite").err


def test_shards_put_together_are_the_whole_run(run, tmp_path, without_times):
    whole = run("eval", "small", "--run", "whole.sqlite")
    for part in "123":
        run("eval", "small", "--run", f"part-{part}.sqlite", "--shard", f"{part}/3")
    merged = run("eval", "merge", "merged.sqlite", "part-3.sqlite", "part-1.sqlite", "part-2.sqlite")
    assert (merged.code, without_times(merged.out)) == (0, without_times(whole.out))
    assert read_run(tmp_path / "merged.sqlite").plan == read_run(tmp_path / "whole.sqlite").plan


def test_variants_of_a_draft_stay_in_one_shard(run, tmp_path):
    run("eval", "small", "--run", "part.sqlite", "--shard", "1/3")
    cases = read_run(tmp_path / "part.sqlite").plan.cases["small"]
    assert cases == ("small-1", "small-1.formal")


@pytest.mark.parametrize(
    ("second", "message"),
    [
        (["--shard", "1/2"], "small/small-1 is in two of the runs"),
        (["--shard", "2/2", "--seed", "7"], "are no parts of one run: seed differ"),
    ],
)
def test_runs_that_are_no_shards_of_one_are_not_merged(run, second, message):
    run("eval", "small", "--run", "one.sqlite", "--shard", "1/2")
    run("eval", "small", "--run", "two.sqlite", *second)
    found = run("eval", "merge", "merged.sqlite", "one.sqlite", "two.sqlite")
    assert found.code == 2
    assert message in found.err


def test_texts_made_elsewhere_are_scored_as_they_are(run, answers, tmp_path):
    given = answers(small_1="No. Your process was a mess.", **{"small_1.formal": "", "small_3": ""})
    found = run("eval", "small", "--engine", "answers", "--answers", given, "--run", "a.sqlite")
    assert found.code == 0
    first, formal, *_ = read_run(tmp_path / "a.sqlite").records
    broken = {one.scorer for one in first.scores or () if one.passed is False}
    assert {"dropped", "kept", "rule:blame"} <= broken
    assert Score("released", "broken", note="released is false") in (formal.scores or ())
    assert "small, answers: broken" in found.out


def test_a_call_that_fails_is_no_score_and_is_tried_again(run, answers, tmp_path):
    options = ["--engine", "answers", "--answers", answers(small_1="No.")]
    found = run("eval", "small", *options, "--run", "a.sqlite")
    assert found.code == 3
    assert "the run is not complete: 0 cases have no record and 1 failed" in found.err
    assert (
        "small/small-1.formal: ProviderError: There is no answer for the case 'small-1.formal'" in found.err
    )
    assert [record.scores for record in read_run(tmp_path / "a.sqlite").failed] == [None]
    answers(small_1="Other.", **{"small_1.formal": "No."})
    assert run("eval", "small", *options, "--resume", "a.sqlite").code == 0
    # What was recorded is not made again.
    assert [record.text for record in read_run(tmp_path / "a.sqlite").records] == ["No.", "No.", "", ""]


@pytest.mark.parametrize(
    ("options", "cases"),
    [
        (["--filter", "voice=nurse"], ("small-1",)),
        (["--filter", "small-1*"], ("small-1", "small-1.formal")),
        (["--filter", "small-1*", "--limit", "1"], ("small-1",)),
    ],
)
def test_some_of_the_cases_are_chosen(run, tmp_path, options, cases):
    assert run("eval", "small", "--run", "a.sqlite", *options).code == 0
    assert read_run(tmp_path / "a.sqlite").plan.cases["small"] == cases


def test_a_run_without_a_case_is_no_success(run):
    found = run("eval", "small", "--filter", "voice=pilot")
    assert found.code == 3
    assert "no case fits" in found.err


def test_a_wrong_suite_is_refused_with_file_and_line(run, suite):
    suite.write_text(suite.read_text().replace("keep:", "keeep:"), encoding="utf-8")
    found = run("eval", "small")
    assert found.code == 2
    assert "small.yaml:12: cases.0.expect.keeep" in found.err
    assert "Did you mean 'keep'?" in found.err


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["smal"], "There is no suite 'smal'; did you mean 'small'?"),
        (["--engine", "poet"], "engine is 'poet'; choose one of composer, llm, answers."),
        (["--engine", "answers"], "the engine answers and the option --answers FILE go together; give both."),
        (["--concurrency", "0"], "concurrency is '0'; give a whole number from 1 to 1000."),
        (["--repeats", "x"], "repeats is 'x'; give a whole number from 1 to 1000."),
        (["--seed", "-1"], "seed is '-1'; give a whole number of 0 or more."),
        (["--shard", "3/2"], "shard is '3/2'; give a part and the number of parts, such as 2/3."),
        (["--max-cost", "nan"], "max-cost is 'nan'; give a number from 0 to 1.79769e+308."),
        (
            ["--resume", "gone.sqlite"],
            NO_RUN,
        ),
        (["--sharrd", "1/2"], "There is no option '--sharrd'; did you mean '--shard'?"),
    ],
)
def test_a_wrong_option_is_said(run, arguments, message):
    found = run("eval", *arguments)
    assert (found.code, found.err) == (2, f"tactful: error: {message}\n")


def test_without_any_suite_there_is_nothing_to_run(run, suite):
    suite.unlink()
    found = run("eval")
    assert found.code == 2
    assert "There is no suite in evals/suites" in found.err


def test_merge_alone_asks_for_its_arguments(run):
    found = run("eval", "merge")
    assert found.code == 2
    assert "usage: tactful eval merge" in found.err


def test_limits_are_numbers():
    settings = parse_eval(["--max-calls", "3", "--max-tokens", "4", "--max-cost", "0.5"])
    assert isinstance(settings, RunSettings)
    assert (settings.calls, settings.tokens, settings.cost) == (3, 4, 0.5)
    with pytest.raises(OptionError, match="max-calls is '0'"):
        parse_eval(["--max-calls", "0"])
