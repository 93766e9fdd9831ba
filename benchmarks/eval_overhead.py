"""Measures ``tactful eval`` beside the bare openai client, on the same requests.

Nothing enters; a table leaves.  A server on this machine answers each request after 100 ms.  500 requests go
out, 64 at once, each way in a process of its own, the two taking turns.  The bare client does nothing with
the answers; ``tactful eval`` reads each draft, and verifies, scores and records each answer.
Run: ``make bench``.
"""

from __future__ import annotations

import asyncio
import json
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from unittest.mock import patch

from _messages import messages

import tactful.cli.evals.run as command
from tactful.cli import main as tactful
from tactful.result import Ledger, Report, Result, Usage

CASES = 500
AT_ONCE = 64
DELAY = 0.1
RUNS = 5
BAR = 1.5
ANSWER = (
    "Thank you for offering me the role. I have decided to decline the offer. "
    "I wish you and the team every success."
)


async def serve() -> None:
    """Answer every request after a while, and print the port first."""
    content = {
        "id": "x",
        "object": "chat.completion",
        "created": 0,
        "model": "stub",
        "choices": [
            {"index": 0, "finish_reason": "stop", "message": {"role": "assistant", "content": ANSWER}}
        ],
        "usage": {"prompt_tokens": 200, "completion_tokens": 30, "total_tokens": 230},
    }
    body = json.dumps(content).encode()
    head = (
        f"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: {len(body)}\r\n\r\n".encode()
    )

    async def answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            while True:
                request = await reader.readuntil(b"\r\n\r\n")
                fields = dict(line.lower().split(b": ", 1) for line in request.split(b"\r\n")[1:] if line)
                await reader.readexactly(int(fields.get(b"content-length", b"0")))
                await asyncio.sleep(DELAY)
                writer.write(head + body)
                await writer.drain()
        except (asyncio.IncompleteReadError, ConnectionError):
            writer.close()

    server = await asyncio.start_server(answer, "127.0.0.1", 0)
    print(server.sockets[0].getsockname()[1], flush=True)
    await server.serve_forever()


def client(port: str) -> Any:
    """Return an openai client of the stub."""
    from openai import AsyncOpenAI, DefaultAioHttpClient

    return AsyncOpenAI(
        base_url=f"http://127.0.0.1:{port}/v1",
        api_key="none",
        max_retries=0,
        http_client=DefaultAioHttpClient(),
    )


async def ask(openai: Any, text: str) -> Any:
    """Return the completion of one request."""
    return await openai.chat.completions.create(model="stub", messages=[{"role": "user", "content": text}])


async def bare(port: str) -> None:
    """Send every request by the client alone."""
    turn = asyncio.Semaphore(AT_ONCE)
    async with client(port) as openai:

        async def one(text: str) -> None:
            async with turn:
                await ask(openai, text)

        await asyncio.gather(*(one(text) for text in messages(CASES)))


@dataclass
class StubEngine:
    """Takes what the stub answers as the text."""

    book: Any
    port: str
    openai: Any = None
    label: str = "stub"
    model: str | None = "stub"

    async def close(self) -> None:
        """Let go of the connections."""
        if self.openai is not None:
            await self.openai.close()

    async def refine(self, case: Any, *_: Any) -> Any:
        """Return the answer to a draft as it is; the scorers verify it."""
        self.openai = self.openai or client(self.port)
        completion = await ask(self.openai, case.draft)
        text = completion.choices[0].message.content
        usage = Usage(1, completion.usage.prompt_tokens, completion.usage.completion_tokens)
        return Result(
            released=True,
            text=text,
            subject=None,
            kind="decline",
            engine="llm",
            before=Report("decline", ()),
            after=None,
            ledger=Ledger(),
            usage=usage,
        )


def evaluate(port: str, folder: str) -> int:
    """Run ``tactful eval`` with the stub as its engine."""
    arguments = ["eval", f"{folder}/stub.yaml", "--run", f"{folder}/{time.time_ns()}.sqlite"]
    with patch.object(command, "engines_for", lambda _, book: (StubEngine(book, port),)):
        return tactful([*arguments, "--concurrency", str(AT_ONCE)])


def write_suite(folder: str) -> None:
    """Write a suite of distinct drafts."""
    cases = [
        {"id": f"case-{at}", "draft": text, "expect": {"decision": "decline", "drop": ["a mess"]}}
        for at, text in enumerate(messages(CASES))
    ]
    suite = {"suite": "stub", "describe": "Distinct drafts.", "cases": cases}
    # JSON is YAML, too.
    Path(folder, "stub.yaml").write_text(json.dumps(suite), encoding="utf-8")


def seconds(*arguments: str) -> float:
    """Return how long one process of this script takes."""
    started = time.perf_counter()
    subprocess.run([sys.executable, __file__, *arguments], check=True, capture_output=True)
    return time.perf_counter() - started


def compare() -> None:
    """Print the table."""
    with (
        tempfile.TemporaryDirectory() as folder,
        subprocess.Popen([sys.executable, __file__, "serve"], stdout=subprocess.PIPE, text=True) as server,
    ):
        port = server.stdout.readline().strip() if server.stdout else ""
        write_suite(folder)
        ways = {"bare openai client": ("bare", port), "tactful eval": ("eval", port, folder)}
        times: dict[str, list[float]] = {name: [] for name in ways}
        for _ in range(RUNS):
            for name, way in ways.items():
                times[name].append(seconds(*way))
        server.terminate()
    base = statistics.median(times["bare openai client"])
    print(f"{CASES} requests of {DELAY * 1000:.0f} ms, {AT_ONCE} at once; the bar is {BAR} times the first")
    for name, measured in times.items():
        median = statistics.median(measured)
        print(f"{name:20} {median:6.2f} s   {median / base:.2f} times")


def main(arguments: Sequence[str]) -> int:
    """Do one of the parts, or compare."""
    if arguments[:1] == ["serve"]:
        asyncio.run(serve())
    elif arguments[:1] == ["bare"]:
        asyncio.run(bare(arguments[1]))
    elif arguments[:1] == ["eval"]:
        return evaluate(*arguments[1:])
    else:
        compare()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
