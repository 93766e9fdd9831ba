"""Records from processes beside this one are the same, and those processes end with it."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="only Linux forks without harm")

# A program of its own each: the test's own process has threads, and is no process to fork.
ALIKE = """
import asyncio, json
from dataclasses import asdict, replace
from tactful.evals.engines import ComposerEngine
from tactful.evals.prices import Prices
from tactful.evals.processes import Processes
from tactful.evals.suite import Case, Expectation
from tactful.evals.work import Job
from tactful.evals.workshop import Workshop
from tactful.rulebook import load

book = load()
draft = "Thank you for the offer. Your process was a mess. I decline. I wish you all the best."
cases = [Case("s", f"case-{at}", "a", draft, {"tone": tone}, Expectation(decision="decline"))
         for at, tone in enumerate(("warm", "formal", "concise"))]
workshop = Workshop(book, (ComposerEngine(book),), Prices())

async def made(workplace):
    async with workplace:
        records = await asyncio.gather(*(workplace.work(Job(case, "composer")) for case in cases))
    return [asdict(replace(one, milliseconds=0.0)) for one in records]

with Processes(workshop, 2) as processes:
    beside = asyncio.run(made(processes))
print(json.dumps([beside, asyncio.run(made(workshop))]))
"""
WAITING = """
import asyncio, os, sys
from tactful.errors import CredentialsError
from tactful.evals.prices import Prices
from tactful.evals.processes import Processes
from tactful.evals.suite import Case, Expectation
from tactful.evals.work import Job
from tactful.evals.workshop import Workshop
from tactful.rulebook import load

class Engine:
    label, model, most_calls = "waits", None, 1
    def prepare(self): pass
    async def close(self): pass
    async def refine(self, case, draft, turn):
        if case.id == "key":
            raise CredentialsError("It is not the key.")
        await asyncio.sleep(600)

async def work(processes, name):
    case = Case("s", name, "a", "Thanks, I decline the offer.", {}, Expectation(decision="decline"))
    async with processes:
        asked = asyncio.create_task(processes.work(Job(case, "waits")))
        print(*processes.identities, flush=True)
        try:
            print((await asked).error, (await processes.work(Job(case, "waits"))).error, sep="|")
        except CredentialsError as error:
            print(error)

with Processes(Workshop(load(), (Engine(),), Prices()), int(sys.argv[2])) as processes:
    asyncio.run(work(processes, sys.argv[1]))
"""
GONE = "ProviderError: the process that worked on it ended; it was killed, or out of memory"


def _started(code, *arguments):
    # Not buffered: what is read ahead with the first line would be lost to communicate().
    return subprocess.Popen(
        [sys.executable, "-c", code, *arguments],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        bufsize=0,
    )


def _children(process):
    assert process.stdout is not None
    return [int(one) for one in process.stdout.readline().split()]


def _rest(process):
    out, err = process.communicate(timeout=60)
    return out.decode(), err.decode()


def test_the_records_are_the_same():
    process = _started(ALIKE)
    out, err = _rest(process)
    beside, here = json.loads(out)
    assert beside == here
    assert [bool(record["scores"]) for record in here] == [True] * 3
    assert (process.returncode, err) == (0, "")


def test_processes_end_with_a_parent_that_was_killed():
    parent = _started(WAITING, "case", "2")
    children = _children(parent)
    parent.kill()
    parent.communicate()
    assert len(children) == 2
    for child in children:
        _wait_for_the_end_of(child)


def test_a_process_that_was_killed_is_a_call_that_failed():
    parent = _started(WAITING, "case", "1")
    (child,) = _children(parent)
    os.kill(child, signal.SIGKILL)
    out, err = _rest(parent)
    assert (parent.returncode, out, err) == (0, f"{GONE}|{GONE}\n", "")


def test_a_refused_key_is_told():
    parent = _started(WAITING, "key", "1")
    _children(parent)
    out, err = _rest(parent)
    assert (parent.returncode, out, err) == (0, "It is not the key.\n", "")


def test_an_interruption_waits_for_no_call():
    parent = _started(WAITING, "case", "2")
    children = _children(parent)
    parent.send_signal(signal.SIGINT)
    _, err = _rest(parent)
    assert parent.returncode != 0
    assert err.rstrip().endswith("KeyboardInterrupt")
    for child in children:
        _wait_for_the_end_of(child)


def _wait_for_the_end_of(process):
    for _ in range(200):
        if not _is_there(process):
            return
        time.sleep(0.1)
    raise AssertionError(f"the process {process} is still there")


def _is_there(process):
    try:
        return Path(f"/proc/{process}/stat").read_text(encoding="ascii").rsplit(")", 1)[1].split()[0] != "Z"
    except (FileNotFoundError, ProcessLookupError):
        return False
