"""A run is kept whole in one file, whatever is in it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tactful.errors import OptionError
from tactful.evals.record import Key, Plan, Record, Score
from tactful.evals.store import RunStore, read_run
from tactful.result import Usage

PLAN = Plan(
    version="1",
    rule_book="abc",
    prompts="def",
    engines=("composer", "small-model"),
    settings={"base_url": "http://127.0.0.1"},
    suites={"small": "0123"},
    bars={"small": {"kept": 0.5}},
    cases={"small": ("a", "b")},
    whole={"small": ("a", "b")},
    repeats=2,
)
RECORD = Record(
    key=Key("small", "b", "composer", 0),
    source="a",
    draft="Hi «Zoë»,\n\nno 😊",
    options={"tone": "warm", "negotiable": ["salary"]},
    labels={"voice": "nurse"},
    released=True,
    text="Thank you.",
    result={"released": True},
    usage=Usage(2, 30, 4),
    cost=None,
    milliseconds=1.5,
    scores=(Score("kept", "holds"), Score("words", "measured", 2.0), Score("x", "not-scored", note="why")),
)


def test_what_is_written_is_read_again(tmp_path):
    path = tmp_path / "deep" / "run.sqlite"
    with RunStore(path, PLAN) as store:
        store.write(RECORD)
        assert store.find(RECORD.key) == RECORD
        assert store.find(replace(RECORD.key, repeat=1)) is None
    run = read_run(path)
    assert (run.name, run.plan, run.records) == ("run", PLAN, (RECORD,))
    assert len(run.missing) == 7


def test_records_stand_in_the_order_of_the_plan(tmp_path):
    with RunStore(tmp_path / "run.sqlite", PLAN) as store:
        for key in reversed(PLAN.expected()):
            store.write(replace(RECORD, key=key))
        run = store.run()
    assert tuple(record.key for record in run.records) == PLAN.expected()
    assert run.missing == ()


def test_a_record_is_written_again_in_its_place_and_scored_later(tmp_path):
    with RunStore(tmp_path / "run.sqlite", PLAN) as store:
        store.write(replace(RECORD, error="no answer", scores=None))
        assert [record.error for record in store.run().failed] == ["no answer"]
        store.write(replace(RECORD, scores=None))
        store.write_scores(RECORD.key, (Score("kept", "broken", note="Priya"),))
        assert store.run().records == (replace(RECORD, scores=(Score("kept", "broken", note="Priya"),)),)


def test_a_record_that_cannot_be_written_leaves_the_earlier_one(tmp_path):
    with RunStore(tmp_path / "run.sqlite", PLAN) as store:
        store.write(RECORD)
        with pytest.raises(ValueError, match="JSON"):
            store.write(replace(RECORD, text="other", result={"number": float("nan")}))
        store.write(replace(RECORD, key=replace(RECORD.key, repeat=1)))
        assert store.find(RECORD.key) == RECORD


@pytest.mark.parametrize("content", [None, b"no database at all, only words" * 100, b""])
def test_what_is_no_run_is_said(tmp_path, content):
    path = tmp_path / "run.sqlite"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(OptionError) as caught:
        read_run(path)
    assert str(caught.value).startswith(f"{path}: ")


def test_a_plan_knows_whether_it_takes_in_every_case():
    assert PLAN.complete
    assert not replace(PLAN, cases={"small": ("a",)}).complete
