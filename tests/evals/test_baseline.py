"""A baseline holds where the cases of a run stand, in a file a reader can follow."""

from __future__ import annotations

import json

import pytest

from tactful.errors import OptionError
from tactful.evals.baseline import read_standings, write_baselines
from tactful.evals.record import Plan, Record, Run, Score
from tactful.evals.standing import standings_of

PLAN = Plan(
    version="1",
    rule_book="r",
    prompts="p",
    engines=("composer", "some/model:7b"),
    settings={},
    suites={"s": "d"},
    bars={"s": {}},
    cases={"s": ("a", "b")},
    whole={"s": ("a", "b")},
    repeats=2,
)


def _record(key):
    scores = (
        Score("kept", "holds" if key.repeat or key.case == "a" else "broken"),
        Score("added", "not-applicable" if key.case == "a" else "holds"),
        Score("words", "measured", 3.0 + key.repeat),
    )
    return Record(key, "a", "draft", {}, {}, released=True, text=f"«{key.case}»\n{key.repeat}", scores=scores)


RUN = Run("run", PLAN, tuple(_record(key) for key in PLAN.expected()))


def test_what_is_written_stands_as_in_the_run(tmp_path):
    paths = write_baselines(RUN, tmp_path / "baselines")
    assert [path.name for path in paths] == ["s.composer.json", "s.some-model-7b.json"]
    assert read_standings(tmp_path / "baselines").cases == standings_of(RUN).cases
    assert read_standings(paths[0]).engines == ("composer",)


def test_each_case_is_one_line(tmp_path):
    path, _ = write_baselines(RUN, tmp_path)
    text = path.read_text(encoding="utf-8")
    assert json.loads(text)["scorers"] == ["added", "kept"]
    assert (
        '  "b": {"source": "a", "passes": "+~", "partly": {"kept": 0.5}, "values": {"words": 3.5}, '
        '"text": "«b»\\n0"}\n'
    ) in text


@pytest.mark.parametrize(
    ("change", "problem"),
    [
        (("tactful.baseline/1", "tactful.baseline/2"), "schema: Input should be 'tactful.baseline/1'"),
        (('"passes"', '"pass"'), "cases.a.passes: Field required"),
        (("{", "["), "the file: Invalid JSON"),
    ],
)
def test_what_is_no_baseline_is_said(tmp_path, change, problem):
    path, _ = write_baselines(RUN, tmp_path)
    path.write_text(path.read_text(encoding="utf-8").replace(*change), encoding="utf-8")
    with pytest.raises(OptionError) as caught:
        read_standings(path)
    assert str(caught.value).startswith(f"{path}: is no baseline ({problem}")


def test_a_file_that_is_gone_is_said(tmp_path):
    with pytest.raises(OptionError, match="cannot be read"):
        read_standings(tmp_path / "gone.json")
