"""What ``tactful refine`` writes with a model, to the letter: the JSON, and the progress on a terminal."""

from __future__ import annotations

import json
import re

import pytest

DRAFT = """Hi Anna,

Thank you for the offer. Your process was a mess. I decline the offer. I wish you all the best.

Tom
"""


@pytest.fixture
def refined(run, stub_server, tmp_path):
    """Refine the draft with the stub server as the model, which gives these answers in turn."""
    (tmp_path / "draft.txt").write_text(DRAFT, encoding="utf-8")

    def refine(answers, *arguments, **streams):
        stub_server.replies = answers
        model = ("--model", "stub", "--base-url", stub_server.base_url)
        return run("refine", "draft.txt", *model, *arguments, **streams)

    return refine


def _masked(text):
    return text.replace("Anna", "[NAME_1]").replace("Tom\n", "[NAME_2]")


@pytest.fixture
def repaired(stub_server):
    """Return the answers of a model that gives the draft back, and mends it when it is told."""
    return [stub_server.says(_masked(DRAFT)), stub_server.says("2:")]


def _timeless(out):
    """Return the JSON with the same time everywhere, without what the rules and prompts of today say."""
    assert all(one["milliseconds"] > 0 for one in json.loads(out)["attempts"])
    out = re.sub(r'("milliseconds": )[\d.]+', r"\g<1>0.0", out)
    return re.sub(r'("(?:hash|message|advice)": )"[^"\n]+"', r'\g<1>"..."', out)


def test_the_json_tells_of_every_attempt(refined, repaired, golden):
    done = refined(repaired, "--format", "json")
    assert (done.code, done.err) == (0, "")
    golden("refine-model.json", _timeless(done.out))


def test_progress_stands_on_one_line_of_the_terminal_and_the_text_only_when_verified(
    refined, repaired, golden
):
    done = refined(repaired, colour=True)
    assert done.code == 0
    golden("refine-model.out", done.out)
    golden("refine-model.err", done.err)


def test_progress_tells_that_the_composer_steps_in(refined, stub_server, golden):
    done = refined([stub_server.says("")], colour=True)
    golden("refine-fallback.err", done.err)


def test_no_progress_where_nobody_looks(refined, repaired):
    assert "Rewriting" not in refined(repaired).err
