"""The composite action: its scripts, run as GitHub runs them."""

from __future__ import annotations

import re

import pytest

GOOD = "Hi Priya,\n\nThank you for the offer. I decline it. I wish you all the best.\n\nSam\n"
BAD = GOOD.replace("I decline it.", "Your interview was a farce. I decline it.")


@pytest.fixture
def messages(action):
    folder = action.workspace / "messages" / "deep folder"
    folder.mkdir(parents=True)
    (folder.parent / "good.txt").write_text(GOOD, encoding="utf-8")
    (folder / "bad one.txt").write_text(BAD, encoding="utf-8")
    return action


def test_messages_that_pass_pass(messages):
    done = messages.run(files="messages/*.txt")
    assert (done.code, done.out, done.err) == (0, "", "")


def test_a_finding_is_an_annotation_and_fails(messages):
    done = messages.run(files="messages/*.txt\n\nmessages/**/bad*.txt\n")
    assert done.code == 1
    assert done.out == (
        "::error file=messages/deep folder/bad one.txt,line=3,col=26,endLine=3,endColumn=52,"
        "title=rude-language::This is rude: «Your interview was a farce». "
        "Take the insult out and say plainly that you decline.\n"
    )


def test_a_pattern_that_matches_nothing_is_not_green(messages):
    done = messages.run(files="messages/*.eml")
    assert (done.code, done.out) == (2, "::error::No file matches messages/*.eml\n")


def test_options_and_the_gate_reach_the_check(messages):
    late = "--offered-on=2026-01-01\n--today=2026-02-01\n"
    done = messages.run(files="messages/good.txt", options=late)
    assert done.code == 1
    assert "title=missing-apology::" in done.out
    assert messages.run(files="messages/good.txt", fail_on="fatal").code == 2


def test_no_input_is_read_as_shell(messages):
    hostile = "$(touch owned)`touch owned`;touch owned\n"
    for name in ("files", "options", "fail_on"):
        messages.run(**{"files": "messages/good.txt", name: hostile})
    for name in ("suites", "eval_options", "report_folder"):
        messages.run(**{"suites": "ours.yaml", name: hostile})
    assert not list(messages.workspace.rglob("owned"))


def test_scripts_take_inputs_from_the_environment_alone(action):
    for step in action.data["runs"]["steps"]:
        assert not re.search(r"\$\{\{", step.get("run", "")), step["name"]


SUITE = """\
suite: ours
describe: One case.
bars: {released: 1.0}
cases:
  - id: one
    draft: Hi Priya, your interview was a farce. I decline the offer. Sam
    expect: {decision: decline, drop: [circus]}
"""


@pytest.fixture
def with_suite(action):
    pytest.importorskip("pydantic_evals", reason="pydantic-evals is not installed")
    pytest.importorskip("jinja2", reason="jinja2 is not installed")

    def write(text: str = SUITE):
        (action.workspace / "ours.yaml").write_text(text, encoding="utf-8")
        return action

    return write


def test_suites_are_run_gated_and_reported(with_suite):
    action = with_suite()
    done = action.run(suites="ours.yaml\n")
    assert done.codes == {"Run the suites": 0}, done.err
    assert "gate: passed, held against its bars alone" in done.out
    assert done.summary.startswith("## tactful eval: run\n")
    assert done.summary.endswith("Nothing broke.\n")
    found = {path.name for path in (action.workspace / "tactful-report").iterdir()}
    assert {"run.sqlite", "junit.xml", "index.html"} <= found


def test_a_gate_that_fails_fails_the_step_and_is_reported_all_the_same(with_suite):
    action = with_suite(SUITE.replace("drop: [circus]", "keep: [circus]").replace("released:", "kept:"))
    done = action.run(suites="ours.yaml", report_folder="elsewhere")
    assert done.codes == {"Run the suites": 1}, done.err
    assert "::warning title=kept::ours, composer: broken in 1 of 1 cases: one" in done.out
    assert "<b>kept</b> in ours, composer: 1 of 1" in done.summary
    assert (action.workspace / "elsewhere" / "junit.xml").read_text("utf-8").count("<failure ") == 1


def test_a_wrong_suite_or_option_is_not_green(with_suite):
    assert with_suite(SUITE.replace("id: one", "ids: one")).run(suites="ours.yaml").code == 2
    assert with_suite().run(suites="ours.yaml", eval_options="--baseline=gone").code == 2
    assert with_suite().run(suites="ours.yaml", eval_options="--filter=none-*").code == 3


@pytest.mark.slow
def test_the_action_installs_its_own_copy(action, tmp_path):
    target = tmp_path / "site"
    settings = {"PIP_TARGET": str(target), "PIP_NO_DEPS": "1", "PIP_NO_BUILD_ISOLATION": "0"}
    done = action.run(leave_out=(), environment=settings)
    assert done.codes == {"Install": 0}, done.err
    assert (target / "tactful" / "_data" / "rulebook.json").is_file()
