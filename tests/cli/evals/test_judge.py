"""``tactful eval judge`` and ``calibrate`` ask a named model and say how far it agrees with people."""

from __future__ import annotations

import json

import pytest

from tactful.errors import ProviderError
from tactful.evals.store import read_run
from tactful.llm import ScriptedModel

LABELS = [
    {"draft": "A", "text": "Your process is a mess.", "rule": "blame", "holds": False},
    {"draft": "A", "text": "Thank you.", "rule": "blame", "holds": True},
    {"draft": "A", "text": "Your people lie.", "rule": "blame", "holds": False},
    {"draft": "A", "text": "Thank you.", "rule": "threat", "holds": True},
]


def _grade(messages):
    """Find blame where something is a mess, and miss all else."""
    first, second = messages[1].text.split("Second message:")
    found = [["blame"] if "a mess" in side else [] for side in (first, second)]
    return json.dumps({"reason": "Because.", "first": found[0], "second": found[1]})


@pytest.fixture
def grader(monkeypatch):
    """Let every judge be a scripted one."""
    models = []

    def model_of(settings):
        models.append(ScriptedModel(_grade, name=settings.model))
        return models[-1]

    monkeypatch.setattr("tactful.cli.evals.judging.model_of", model_of)
    return models


@pytest.fixture
def labels(tmp_path):
    path = tmp_path / "labels.jsonl"
    path.write_text("\n".join(map(json.dumps, LABELS)), encoding="utf-8")
    return path


@pytest.mark.usefixtures("suite")
def test_the_verdicts_go_into_the_run_once(run, tmp_path, grader):
    run("eval", "small", "--run", "a.sqlite")
    found = run("eval", "judge", "a.sqlite", "--model", "grader")
    assert found.code == 0
    assert found.err.startswith("grader judged 2 of 2 texts by blame, demand, ")
    assert len(grader[0].calls) == 4
    assert grader[0].closed
    first = read_run(tmp_path / "a.sqlite").records[0]
    verdicts = {one.scorer: one.passed for one in first.scores or ()}
    assert (verdicts["judge:blame"], verdicts["rule:blame"]) == (True, True)
    assert run("eval", "judge", "a.sqlite", "--model", "grader").code == 0
    assert grader[1].calls == []


@pytest.mark.usefixtures("suite")
def test_a_judge_that_never_answers_is_no_success(run, monkeypatch):
    model = ScriptedModel(lambda _: ProviderError("The server is down."), name="grader")
    monkeypatch.setattr("tactful.cli.evals.judging.model_of", lambda _: model)
    run("eval", "small", "--run", "a.sqlite")
    found = run("eval", "judge", "a.sqlite", "--model", "grader")
    assert found.code == 3
    assert "grader judged 0 of 2 texts" in found.err


@pytest.mark.usefixtures("grader", "labels")
def test_the_agreement_with_people_is_told_rule_by_rule(run):
    found = run("eval", "calibrate", "labels.jsonl", "--model", "grader")
    assert found.code == 0
    assert found.out == (
        "rule    judge   texts  agreed  kappa  not scored\n"
        "blame   grader      3     67%   0.40           0\n"
        "threat  grader      1    100%      -           0\n"
    )


@pytest.mark.usefixtures("grader")
@pytest.mark.parametrize(
    ("change", "message"),
    [
        (('"rule": "blame"', '"rule": "blaim"'), "There is no rule 'blaim'; did you mean 'blame'?"),
        (('"holds": false', '"holds": "maybe"'), "labels.jsonl:1: holds: Input should be a valid boolean"),
        (('{"draft"', '["draft"'), "labels.jsonl:1: the line: Invalid JSON"),
    ],
)
def test_a_wrong_label_is_said_with_its_line(run, labels, change, message):
    labels.write_text(labels.read_text().replace(*change), encoding="utf-8")
    found = run("eval", "calibrate", "labels.jsonl", "--model", "grader")
    assert found.code == 2
    assert message in found.err


@pytest.mark.parametrize("action", ["judge a.sqlite", "calibrate labels.jsonl"])
def test_a_judge_has_to_be_named(run, action):
    found = run("eval", *action.split())
    assert found.code == 2
    assert "a judge has to be named" in found.err
