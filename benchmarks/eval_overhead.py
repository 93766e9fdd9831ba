"""Measures ``tactful eval`` beside the bare openai client and pydantic-evals alone, on the same requests.

Nothing enters; a table leaves.  A server on this machine answers each request after 100 ms with the draft
that stands in it, its insult left out.  500 cases are worked on, 64 at once, each way in a process of its
own, the ways taking turns.  ``tactful eval`` is the command as users run it: it reads each draft, asks,
verifies, scores and records.  The other two send the requests that it sent, byte for byte, and do nothing
with the answers.  Processor time is told beside the time on the clock, which others on a machine disturb.
Run: ``make bench``.
"""

from __future__ import annotations

import asyncio
import json
import os
import random
import resource
import statistics
import subprocess
import sys
import sysconfig
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from _messages import COMPANIES, DAYS, NAMES, ROLES, SURNAMES

CASES = 500
AT_ONCE = 64
DELAY = 0.1
RUNS = 3
BAR = 1.5
INSULT = " Honestly, your interview was a mess and nobody had read my papers."
TACTFUL = Path(sysconfig.get_path("scripts"), "tactful")


async def serve(kept: str) -> None:
    """Answer every request after a while, and print the port first; each body goes into the file ``kept``."""

    async def answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            while True:
                request = await reader.readuntil(b"\r\n\r\n")
                fields = dict(line.lower().split(b": ", 1) for line in request.split(b"\r\n")[1:] if line)
                body = await reader.readexactly(int(fields.get(b"content-length", b"0")))
                bodies.write(body + b"\n")
                bodies.flush()
                await asyncio.sleep(DELAY)
                writer.write(_answer_to(body))
                await writer.drain()
        except (asyncio.IncompleteReadError, ConnectionError):
            writer.close()

    with Path(kept).open("wb") as bodies:  # noqa: ASYNC230 - nothing is served yet
        server = await asyncio.start_server(answer, "127.0.0.1", 0, backlog=AT_ONCE * 2)
        print(server.sockets[0].getsockname()[1], flush=True)
        await server.serve_forever()


def _answer_to(body: bytes) -> bytes:
    """Return the answer to a request: the text between the last two fences, without the insult."""
    asked = json.loads(body)["messages"][-1]["content"]
    text = asked.rsplit("===", 2)[1].replace(INSULT, "").strip()
    message = {"role": "assistant", "content": text}
    content = {
        "id": "x",
        "object": "chat.completion",
        "created": 0,
        "model": "stub",
        "choices": [{"index": 0, "finish_reason": "stop", "message": message}],
        "usage": {"prompt_tokens": 200, "completion_tokens": 30, "total_tokens": 230},
    }
    said = json.dumps(content).encode()
    head = f"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: {len(said)}\r\n\r\n"
    return head.encode() + said


def client(port: str) -> Any:
    """Return an openai client of the stub."""
    from openai import AsyncOpenAI, DefaultAioHttpClient

    return AsyncOpenAI(
        base_url=f"http://127.0.0.1:{port}/v1",
        api_key="none",
        max_retries=0,
        http_client=DefaultAioHttpClient(),
    )


def requests_in(kept: str) -> list[dict[str, Any]]:
    """Return the requests of a file."""
    return [json.loads(line) for line in Path(kept).read_text(encoding="utf-8").splitlines()]


async def bare(port: str, kept: str) -> None:
    """Send every request by the client alone."""
    turn = asyncio.Semaphore(AT_ONCE)
    async with client(port) as openai:

        async def one(request: dict[str, Any]) -> None:
            async with turn:
                await openai.chat.completions.create(**request)

        await asyncio.gather(*(one(request) for request in requests_in(kept)))


async def runner(port: str, kept: str) -> None:
    """Send every request by the client in a task of pydantic-evals, which evaluates nothing."""
    from pydantic_evals import Case, Dataset

    cases: list[Case[Any, Any, Any]] = [
        Case(name=str(at), inputs=request) for at, request in enumerate(requests_in(kept))
    ]
    async with client(port) as openai:

        async def ask(request: dict[str, Any]) -> str | None:
            completion = await openai.chat.completions.create(**request)
            content: str | None = completion.choices[0].message.content
            return content

        await Dataset(name="bare", cases=cases).evaluate(ask, max_concurrency=AT_ONCE, progress=False)


def write_suite(folder: str) -> str:
    """Write a suite of distinct drafts and return its path."""
    chance = random.Random(7)  # noqa: S311 - no secret
    cases = [
        {"id": f"case-{at}", "draft": _draft(chance), "expect": {"decision": "decline", "drop": ["a mess"]}}
        for at in range(CASES)
    ]
    path = Path(folder, "stub.yaml")
    # JSON is YAML, too.
    suite = {"suite": "stub", "describe": "Distinct drafts.", "cases": cases}
    path.write_text(json.dumps(suite), encoding="utf-8")
    return str(path)


def _draft(chance: random.Random) -> str:
    def name() -> str:
        return f"{chance.choice(NAMES)} {chance.choice(SURNAMES)}"

    return (
        f"Dear {name()},\n\nThank you for offering me the position of {chance.choice(ROLES)} at "
        f"{chance.choice(COMPANIES)}.{INSULT} I have decided to decline the offer. I will send the visitor "
        f"badge back by {chance.choice(DAYS)}. I wish you and the team every success.\n\n"
        f"Kind regards,\n{name()}"
    )


def evaluate(port: str, suite: str) -> list[str]:
    """Return the command that runs the suite."""
    where = ["--model", "stub", "--base-url", f"http://127.0.0.1:{port}/v1"]
    run = Path(suite).with_name(f"{time.time_ns()}.sqlite")
    return [str(TACTFUL), "eval", suite, *where, "--concurrency", str(AT_ONCE), "--run", str(run)]


def seconds(command: Sequence[str]) -> tuple[float, float]:
    """Return how long a process takes: on the clock, and of the processor with what it started."""
    spent = _processor_seconds()
    started = time.perf_counter()
    environment = {name: value for name, value in os.environ.items() if name != "OPENAI_API_KEY"}
    done = subprocess.run(command, capture_output=True, text=True, env=environment, check=False)
    if done.returncode:
        raise SystemExit(f"{command} failed:\n{done.stdout}{done.stderr}")
    return time.perf_counter() - started, _processor_seconds() - spent


def _processor_seconds() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def compare(folder: str) -> None:
    """Print the table."""
    suite, sent, heard = write_suite(folder), f"{folder}/sent.jsonl", f"{folder}/heard.jsonl"
    serving = [sys.executable, __file__, "serve", heard]
    with subprocess.Popen(serving, stdout=subprocess.PIPE, text=True) as server:
        try:
            port = server.stdout.readline().strip() if server.stdout else ""
            seconds(evaluate(port, suite))
            Path(sent).write_bytes(Path(heard).read_bytes())
            measured = _measured(port, suite, sent)
        finally:
            server.terminate()
    base = statistics.median(clock for clock, _ in measured["bare openai client"])
    calls = len(requests_in(sent))
    print(
        f"{CASES} cases, {calls} requests of {DELAY * 1000:.0f} ms, {AT_ONCE} at once, {os.cpu_count()} cores"
    )
    print(f"the bar is {BAR} times the bare client; medians of {RUNS}")
    for name, times in measured.items():
        clock, processor = (statistics.median(column) for column in zip(*times, strict=True))
        print(f"{name:22} {clock:5.2f} s   {clock / base:.2f} times   {processor:5.2f} s of processor")


def _measured(port: str, suite: str, sent: str) -> dict[str, list[tuple[float, float]]]:
    here = [sys.executable, __file__]
    measured: dict[str, list[tuple[float, float]]] = {}
    for _ in range(RUNS):
        for name, command in {
            "bare openai client": [*here, "bare", port, sent],
            "pydantic-evals alone": [*here, "runner", port, sent],
            "tactful eval": evaluate(port, suite),
        }.items():
            measured.setdefault(name, []).append(seconds(command))
    return measured


def main(arguments: Sequence[str]) -> None:
    """Do one of the parts, or compare."""
    parts = {"serve": serve, "bare": bare, "runner": runner}
    if arguments:
        asyncio.run(parts[arguments[0]](*arguments[1:]))
        return
    with tempfile.TemporaryDirectory() as folder:
        compare(folder)


if __name__ == "__main__":
    main(sys.argv[1:])
