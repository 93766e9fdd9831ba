"""A run that is killed at any moment and gone on with is the run that was never killed."""

from __future__ import annotations

import re
import subprocess
import sys
import threading
import time
from collections import Counter
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from random import Random

import pytest

from tactful.evals.store import read_run

RUNNER = Path(__file__).with_name("loopback_run.py")
# So many that they are worked on in several processes.
CASES = 120
AT_ONCE = 8


class Server(ThreadingHTTPServer):
    """Counts the calls for each case, and takes a while to answer."""

    def __init__(self) -> None:
        self.calls: Counter[str] = Counter()
        self.lock = threading.Condition()

        class Handler(BaseHTTPRequestHandler):
            def do_GET(handler) -> None:  # noqa: N805 - the library's name; ``self`` is the server
                with self.lock:
                    self.calls[handler.path] += 1
                    self.lock.notify_all()
                time.sleep(0.02)
                handler.send_response(200)
                handler.end_headers()

            def log_message(handler, *_: object) -> None:  # noqa: N805 - ``self`` is the server
                pass

            def handle(handler) -> None:  # noqa: N805 - ``self`` is the server
                try:
                    super().handle()
                except ConnectionError:
                    # The caller was killed.
                    handler.close_connection = True

        super().__init__(("127.0.0.1", 0), Handler)
        self.daemon_threads = True

    def wait_for(self, calls: int) -> None:
        with self.lock:
            self.lock.wait_for(lambda: self.calls.total() >= calls, timeout=60)


@pytest.fixture
def server():
    with Server() as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        yield server
        server.shutdown()
        thread.join()


@pytest.fixture
def many_cases(tmp_path):
    lines = ["suite: many", "describe: Many cases.", "cases:"]
    for at in range(CASES):
        draft = f"Thanks for the offer, but no. Your floor {at} is a mess. I decline."
        lines.append(f"  - {{id: case-{at}, draft: '{draft}', expect: {{decision: decline, drop: [mess]}}}}")
    path = tmp_path / "many.yaml"
    path.write_text("\n".join(lines), encoding="utf-8")
    return str(path)


def _start(server, *arguments):
    command = [sys.executable, str(RUNNER), str(server.server_port), "eval", *arguments]
    return subprocess.Popen(
        [*command, "--concurrency", str(AT_ONCE)], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )


def _finish(process):
    out, err = process.communicate(timeout=120)
    assert process.returncode == 0, err
    return out


@pytest.mark.parametrize("kills", [2, pytest.param(10, marks=pytest.mark.slow)])
def test_no_case_is_lost_and_none_is_paid_for_twice(server, many_cases, tmp_path, without_times, kills):
    random = Random(kills)  # noqa: S311 - it picks the moments
    broken = tmp_path / "broken.sqlite"
    moments = sorted(random.sample(range(1, CASES - 1), kills))
    for at, moment in enumerate(moments):
        process = _start(server, many_cases, "--resume" if at and broken.exists() else "--run", str(broken))
        # Calls that were made twice come on top of the cases that are done.
        server.wait_for(moment + server.calls.total() - len(server.calls))
        time.sleep(random.random() / 50)
        process.kill()
        process.communicate()
    table = _finish(_start(server, many_cases, "--resume", str(broken)))
    twice = server.calls.total() - CASES
    assert len(server.calls) == CASES
    assert twice <= kills * AT_ONCE
    assert max(server.calls.values()) <= kills + 1

    whole = tmp_path / "whole.sqlite"
    assert without_times(_finish(_start(server, many_cases, "--run", str(whole)))) == without_times(table)
    assert _judged(broken) == _judged(whole)


def _judged(path):
    return [(record.key, record.text, record.scores) for record in read_run(path).records]


def test_a_finished_run_makes_no_call(server, many_cases, tmp_path):
    path = str(tmp_path / "run.sqlite")
    _finish(_start(server, many_cases, "--run", path))
    before = server.calls.total()
    _finish(_start(server, many_cases, "--resume", path))
    assert server.calls.total() == before


def test_a_run_that_reached_its_limit_says_so_and_goes_on(server, many_cases, tmp_path):
    path = str(tmp_path / "run.sqlite")
    process = _start(server, many_cases, "--run", path, "--max-calls", "20")
    _, err = process.communicate(timeout=60)
    assert process.returncode == 3
    assert "the run is not complete, because the most calls are 20: 100 cases have no record" in err
    assert server.calls.total() == 20
    _finish(_start(server, many_cases, "--resume", path))
    assert server.calls.total() == CASES


def test_a_server_that_is_down_is_no_success(server, many_cases, tmp_path):
    path = str(tmp_path / "run.sqlite")
    server.shutdown()
    server.server_close()
    process = _start(server, many_cases, "--run", path)
    _, err = process.communicate(timeout=60)
    assert process.returncode == 3
    assert re.search(r"because the first 2\d calls failed: \d+ cases have no record", err), err
    assert "ConnectionRefusedError" in err
