"""The assertion as docs/ci.md shows it, in a run of promptfoo itself, where that is installed."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from datetime import date

import pytest
import yaml

PROMPTFOO = shutil.which("promptfoo")
GOOD = (
    "Hi Priya,\n\nThank you for the offer. I have decided to decline it. "
    "I wish you and the team all the best.\n\nSam"
)

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(PROMPTFOO is None, reason="promptfoo is not installed: npm install -g promptfoo"),
]


@pytest.fixture
def shown(repository):
    """Return the Python and the YAML that the page shows for promptfoo."""
    page = (repository / "docs" / "ci.md").read_text(encoding="utf-8")
    section = page[page.index("**promptfoo**") :]
    blocks = dict(re.findall(r"^```(python|yaml)\n(.*?)^```", section, re.MULTILINE | re.DOTALL))
    return blocks["python"], blocks["yaml"]


@pytest.fixture
def graded(shown, tmp_path):
    """Return a function that lets promptfoo grade outputs, and returns its results and its exit code."""
    code, configuration = shown
    (tmp_path / "sendable.py").write_text(code, encoding="utf-8")
    (test,) = yaml.safe_load(configuration)["tests"]

    def grade(*outputs, **context):
        asserted = {**test["assert"][0]}
        asserted["config"] = {**asserted["config"], "context": {**asserted["config"]["context"], **context}}
        tests = [{"vars": {**test["vars"], "answer": one}, "assert": [asserted]} for one in outputs]
        given = {"prompts": ["{{answer}}"], "providers": ["echo"], "tests": tests}
        (tmp_path / "promptfooconfig.yaml").write_text(yaml.safe_dump(given), encoding="utf-8")
        code = _run(tmp_path)
        found = json.loads((tmp_path / "out.json").read_text(encoding="utf-8"))["results"]["results"]
        return [one["gradingResult"] for one in sorted(found, key=lambda one: one["testIdx"])], code

    return grade


def _run(folder):
    settings = {
        "PROMPTFOO_CONFIG_DIR": str(folder / "settings"),
        "PROMPTFOO_DISABLE_TELEMETRY": "1",
        "PROMPTFOO_DISABLE_UPDATE": "1",
        "PROMPTFOO_PYTHON": sys.executable,
    }
    done = subprocess.run(
        [str(PROMPTFOO), "eval", "--no-cache", "--no-table", "--output", "out.json"],
        cwd=folder,
        env={**os.environ, **settings},
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    assert (folder / "out.json").is_file(), done.stderr
    return done.returncode


def test_an_output_is_graded_in_every_aspect(graded):
    (good, rude), code = graded(GOOD, GOOD.replace("I have", "Your process was a mess, so I have"))
    assert good["pass"] is True
    assert good["namedScores"] == {"rules": 1, "decision": 1, "added": 1, "lost": 1}
    assert (rude["pass"], rude["namedScores"]["rules"]) == (False, 0)
    assert rude["reason"].startswith("blame: ")
    assert code != 0


def test_the_context_is_read(graded):
    (late,), _ = graded(GOOD, offered_on="2026-01-01", today="2026-02-01")
    assert late["reason"].startswith("missing-apology: ")


def test_a_date_without_quotes_is_said_to_be_lost(graded):
    (lost,), _ = graded(GOOD, today=date(2026, 2, 1))
    assert lost["pass"] is False
    assert "promptfoo loses the date today; put it in quotes" in lost["reason"]


def test_a_wrong_option_never_passes(graded):
    (wrong,), code = graded(GOOD, knid="decline")
    assert wrong["pass"] is False
    assert "did you mean 'kind'?" in wrong["reason"]
    assert code != 0
