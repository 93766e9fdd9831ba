"""The drafts in examples/ go through the whole program, with the real rules and the real composer."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

EXAMPLES = Path(__file__).parents[2] / "examples"
NAMES = sorted(path.name for path in EXAMPLES.glob("*.txt"))


@pytest.fixture
def refined(run):
    def start(text, *arguments):
        done = run("refine", "-", "--format", "json", *arguments, typed=text)
        return done.code, json.loads(done.out)

    return start


def _text(name):
    return (EXAMPLES / name).read_bytes()


def test_there_are_examples():
    assert len(NAMES) >= 8


@pytest.mark.parametrize("name", NAMES)
def test_an_example_is_refined_or_the_reason_is_told(refined, run, name):
    code, found = refined(_text(name))
    assert code == (0 if found["released"] else 1)
    if found["released"]:
        assert found["text"]
        assert found["ledger"]["added"] == []
        assert run("check", "-", typed=found["text"]).code == 0
    else:
        assert found["text"] == ""
        assert "Nothing is released." in run("refine", "-", typed=_text(name)).err


@pytest.mark.parametrize("name", NAMES)
def test_an_example_is_refined_the_same_way_twice(run, name):
    first, second = (run("refine", "-", "--diff", typed=_text(name)) for _ in range(2))
    assert (first.code, first.out, first.err) == (second.code, second.out, second.err)


def test_a_draft_that_is_fine_comes_back_byte_for_byte(run):
    assert run("refine", "-", typed=_text("already-fine.txt")).out.encode() == _text("already-fine.txt")


def test_an_honest_condition_is_asked_about_and_the_answer_is_heard(refined):
    text = _text("honest-condition.txt")
    code, found = refined(text)
    assert code == 1
    assert any("--negotiable salary" in one["option"] for one in found["questions"] if one["blocking"])
    code, found = refined(text, "--negotiable", "salary")
    assert not any(one["blocking"] for one in found["questions"])


def test_a_quoted_thread_is_left_out(run):
    assert "harbourline" not in run("refine", "-", typed=_text("quoted-thread.txt")).out
