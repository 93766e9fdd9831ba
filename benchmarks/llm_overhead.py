"""Measures calls of a model, and whole refinements, beside the bare openai client on the same drafts.

The stub answers after 50 ms; a refinement reads and masks the draft, asks once, verifies and compares.

Nothing enters; a table of medians leaves.  The stub runs in a process of its own, and the ways to call take
turns, so that a busy machine slows all of them alike.  Run: ``make bench``.
"""

from __future__ import annotations

import asyncio
import statistics
import subprocess
import sys
import time
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Any

from _messages import messages

from tactful import check, refine, refine_async
from tactful.llm import CallLimits, Message
from tactful.llm.openai_chat import OpenAIChat

STUB = Path(__file__).resolve().parents[1] / "tests" / "llm" / "stub_server.py"
DELAY = 0.05
AT_ONCE = 64
CALLS = 600
INSULT = " Honestly, the interview was a mess and nobody had read my papers."
ROUNDS = 5
LIMITS = CallLimits(max_tokens=400, seconds=60)
SYSTEM = "Rewrite the message so that it can be sent."

Call = Callable[[str], Awaitable[object]]


@dataclass(frozen=True)
class Measured:
    """One round: processor time a call in milliseconds, and calls a second."""

    milliseconds: float
    rate: float


@contextmanager
def stub() -> Iterator[str]:
    """Run the stub and yield its address."""
    with subprocess.Popen(
        [sys.executable, str(STUB), "0", str(DELAY), INSULT],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as process:
        base_url = process.stdout.readline().strip() if process.stdout else ""
        yield base_url
        process.communicate()


def bare(base_url: str, http_client: Any) -> tuple[Call, Callable[[], Awaitable[None]]]:
    """Return a call of the openai client, and what closes it."""
    from openai import AsyncOpenAI

    client = AsyncOpenAI(base_url=base_url, api_key="none", max_retries=0, http_client=http_client())

    async def call(text: str) -> object:
        done = await client.chat.completions.create(
            model="stub",
            messages=[{"role": "system", "content": SYSTEM}, {"role": "user", "content": text}],
            max_tokens=LIMITS.max_tokens,
            temperature=LIMITS.temperature,
            timeout=LIMITS.seconds,
        )
        return done.choices[0].message.content

    return call, client.close


def ours(base_url: str) -> tuple[Call, Callable[[], Awaitable[None]]]:
    """Return a call of this package's model, and what closes it."""
    model = OpenAIChat("stub", base_url)

    async def call(text: str) -> object:
        return await model.complete((Message("system", SYSTEM), Message("user", text)), LIMITS)

    return call, model.close


def whole(base_url: str) -> tuple[Call, Callable[[], Awaitable[None]]]:
    """Return a whole refinement, which must come through with one call, and what closes its model."""
    model = OpenAIChat("stub", base_url)

    async def call(text: str) -> object:
        result = await refine_async(text, model=model)
        if (result.engine, result.usage.calls) != ("llm", 1):
            raise RuntimeError(
                f"{result.engine} after {result.usage.calls} calls: this measures another thing"
            )
        return result.text

    return call, model.close


def drafts(count: int) -> list[str]:
    """Return distinct drafts that pass but for one sentence, and leave no question open."""
    rude = (text for text in messages(count * 20) if INSULT in text)
    fit = (text for text in rude if check(text.replace(INSULT, "")).passes("warning"))
    return list(islice((text for text in fit if refine(text, grammar=False).released), count))


async def measured(call: Call, close: Callable[[], Awaitable[None]], texts: list[str]) -> Measured:
    """Call once for each text, so many at once, and return what that took."""
    await asyncio.gather(*(call(text) for text in texts[:AT_ONCE]))
    left = iter(texts)

    async def work() -> None:
        for text in left:
            await call(text)

    start, cpu = time.perf_counter(), time.process_time()
    await asyncio.gather(*(work() for _ in range(AT_ONCE)))
    took, used = time.perf_counter() - start, time.process_time() - cpu
    await close()
    return Measured(used / len(texts) * 1000, len(texts) / took)


def main() -> None:
    """Print the table."""
    from openai import DefaultAioHttpClient, DefaultAsyncHttpxClient

    texts = drafts(CALLS)
    print(f"{len(texts)} distinct drafts")
    with stub() as base_url:
        ways: dict[str, Callable[[], tuple[Call, Callable[[], Awaitable[None]]]]] = {
            "openai client": lambda: bare(base_url, DefaultAsyncHttpxClient),
            "openai client, aiohttp": lambda: bare(base_url, DefaultAioHttpClient),
            "tactful.llm": lambda: ours(base_url),
            "tactful.refine, whole": lambda: whole(base_url),
        }
        rounds: dict[str, list[Measured]] = {name: [] for name in ways}
        for _ in range(ROUNDS):
            for name, way in ways.items():
                rounds[name].append(asyncio.run(measured(*way(), texts)))
    cpu = {name: statistics.median(one.milliseconds for one in done) for name, done in rounds.items()}
    rate = {name: statistics.median(one.rate for one in done) for name, done in rounds.items()}
    base = "openai client"
    print(f"{AT_ONCE} at once, answered after {DELAY * 1000:.0f} ms: {AT_ONCE / DELAY:.0f} calls/s at most")
    for name in ways:
        print(
            f"{name:24} {cpu[name]:6.2f} ms CPU a call "
            f"({cpu[name] - cpu[base]:+5.2f} ms, {cpu[name] / cpu[base]:4.2f} x)"
            f"  {rate[name]:5.0f} calls/s ({rate[name] / rate[base]:4.2f} x)"
        )


if __name__ == "__main__":
    main()
