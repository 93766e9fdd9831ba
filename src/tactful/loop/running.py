"""Runs what awaits for a caller that does not, and many things at once with a limit.

Coroutines or what makes them enter; their results leave, in the order in which they were asked for.
"""

from __future__ import annotations

import asyncio
import threading
from collections import deque
from collections.abc import AsyncIterator, Callable, Coroutine, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from itertools import islice
from typing import Any, TypeVar

from tactful.llm.model import AT_ONCE

Given = TypeVar("Given")
Made = TypeVar("Made")


def run_now(coroutine: Coroutine[Any, Any, Made]) -> Made:
    """Return the result of a coroutine; within a running event loop, a thread of its own runs it."""
    try:
        asyncio.get_running_loop()
    except RuntimeError:
        return asyncio.run(coroutine)
    with ThreadPoolExecutor(max_workers=1) as thread:
        return thread.submit(asyncio.run, coroutine).result()


async def in_order(
    given: Iterable[Given], work: Callable[[Given], Coroutine[Any, Any, Made]], *, at_once: int = AT_ONCE
) -> AsyncIterator[Made]:
    """Yield what becomes of each thing, in order, while up to ``at_once`` are worked on.

    Things are taken from ``given`` only when there is room for them; one that is long in coming holds up
    none before it.
    """
    waiting: deque[asyncio.Task[Made]] = deque()
    things = iter(given)
    taking: asyncio.Future[list[Given]] | None = _take(things)
    try:
        while taking or waiting:
            ready = {future for future in (taking, *list(waiting)[:1]) if future is not None}
            await asyncio.wait(ready, return_when=asyncio.FIRST_COMPLETED)
            if taking is not None and taking.done() and len(waiting) < at_once:
                taken = taking.result()
                waiting.extend(asyncio.create_task(work(thing)) for thing in taken)
                taking = _take(things) if taken else None
            elif waiting and (waiting[0].done() or len(waiting) >= at_once):
                yield await waiting.popleft()
    finally:
        for task in waiting:
            task.cancel()


def _take(things: Iterator[Given]) -> asyncio.Future[list[Given]]:
    """Return the next thing in a list, or an empty list at the end, read by a thread that may block.

    The thread is one that the end of the program does not wait for.
    """
    loop = asyncio.get_running_loop()
    future: asyncio.Future[list[Given]] = loop.create_future()

    def tell(taken: list[Given], error: Exception | None) -> None:
        if future.cancelled():
            return
        if error is not None:
            future.set_exception(error)
        else:
            future.set_result(taken)

    def read() -> None:
        taken: list[Given] = []
        error: Exception | None = None
        try:
            taken.extend(islice(things, 1))
        except Exception as raised:  # noqa: BLE001 - it is raised where it is awaited
            error = raised
        with suppress(RuntimeError):  # the loop is closed: nobody waits any more
            loop.call_soon_threadsafe(tell, taken, error)

    threading.Thread(target=read, daemon=True).start()
    return future
