"""Scores from processes beside this one are the same, and those processes end with it."""

from __future__ import annotations

import asyncio
import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tactful.evals.record import Key, Record
from tactful.evals.score_pool import ScorePool, scoring_here
from tactful.evals.suite import Case, Expectation

DRAFT = "Thank you for the offer. Your process was a mess. I decline. I wish you all the best."
TEXTS = (DRAFT, DRAFT.replace("Your process was a mess. ", ""), "")


def _pairs():
    for at, text in enumerate(TEXTS):
        case = Case("s", f"case-{at}", "a", DRAFT, {"tone": "warm"}, Expectation(decision="decline"))
        yield case, Record(Key("s", case.id, "m", 0), "a", DRAFT, {}, {}, released=bool(text), text=text)


def test_the_scores_are_the_same(book):
    async def scored(score):
        return await asyncio.gather(*(score(case, record) for case, record in _pairs()))

    with ScorePool((), 1) as pool:
        beside = asyncio.run(scored(pool))
    assert beside == asyncio.run(scored(scoring_here(book)))


KILLED = """
import os, time
from tactful.evals.score_pool import ScorePool
with ScorePool((), 1) as pool:
    print(pool.started, flush=True)
    time.sleep(600)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no parent process to ask for")
def test_a_process_that_scores_ends_with_a_parent_that_was_killed():
    parent = subprocess.Popen([sys.executable, "-c", KILLED], stdout=subprocess.PIPE, text=True)
    assert parent.stdout is not None
    child = int(parent.stdout.readline())
    parent.kill()
    parent.communicate()
    # It looks for its parent once a second.
    for _ in range(200):
        if not _is_there(child):
            return
        time.sleep(0.1)
    raise AssertionError(f"the process {child} is still there")


def _is_there(process):
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    try:
        return Path(f"/proc/{process}/stat").read_text(encoding="ascii").rsplit(")", 1)[1].split()[0] != "Z"
    except FileNotFoundError:
        return True
