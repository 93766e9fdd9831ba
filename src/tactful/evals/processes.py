"""Works on jobs in several processes, so that all cores read, verify and score.

A ``Workshop`` and jobs enter; records leave.  The first process is a fork of this one and loads what is slow
to load, while this one goes on; the others are forks of the first.  So everything is loaded once.  They end
when this one ends, however it ends.
"""

from __future__ import annotations

import asyncio
import multiprocessing
import os
import pickle
import signal
import socket
import sys
import threading
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from itertools import count
from multiprocessing.context import ForkProcess
from types import TracebackType
from typing import Any, Self

from tactful.errors import CredentialsError
from tactful.evals.record import Record
from tactful.evals.work import Job, blank_record
from tactful.evals.workshop import Workshop

_FORK = multiprocessing.get_context("fork")
_LENGTH_BYTES = 4
_SECONDS_TO_END = 10.0
_GONE = "ProviderError: the process that worked on it ended; it was killed, or out of memory"


def can_fork() -> bool:
    """Return whether this process can be forked without harm: on Linux, before any thread is started."""
    return sys.platform == "linux" and threading.active_count() == 1


class Processes:
    """Copies of a workshop, each in a process of its own; within ``with`` they are there."""

    def __init__(self, workshop: Workshop, number: int) -> None:
        self._workshop = workshop
        self._number = number
        self._first: ForkProcess | None = None
        self._lifeline = -1
        self._ends: list[socket.socket] = []
        self._links: list[_Link] = []

    @property
    def identities(self) -> tuple[int, ...]:
        """The ids of the processes, which are known when the links are open."""
        return tuple(link.process for link in self._links)

    def __enter__(self) -> Self:
        """Start the first process, which starts the others."""
        pairs = [socket.socketpair() for _ in range(self._number)]
        self._ends = [here for here, _ in pairs]
        theirs = [there for _, there in pairs]
        watched, self._lifeline = os.pipe()
        mine = (*(end.fileno() for end in self._ends), self._lifeline)
        self._first = _FORK.Process(target=_begin, args=(theirs, mine, watched, self._workshop))
        self._first.start()
        # Held by the processes alone: when one ends, this end of its link hears of it.
        for there in theirs:
            there.close()
        os.close(watched)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """End the processes: at once after an error, else when they have let go of everything."""
        if self._first is not None:
            if kind is None:
                self._first.join(_SECONDS_TO_END)
            self._first.terminate()
            self._first.join()
        os.close(self._lifeline)

    async def __aenter__(self) -> Self:
        """Open the links, when the processes are ready."""
        self._links = [await _Link.to(end) for end in self._ends]
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Tell the processes that there is nothing more to do; after an error, leave them to be ended."""
        for link in self._links:
            await (link.end() if kind is None else link.leave())

    async def work(self, job: Job) -> Record:
        """Return the record of a job from the process that has least to do."""
        links = [one for one in self._links if not one.gone]
        if not links:
            return replace(blank_record(job), error=_GONE)
        return await min(links, key=lambda one: len(one.waiting)).ask(job)


@dataclass(slots=True)
class _Link:
    """One process as this one sees it; ``waiting`` are the answers that are due, by number."""

    reader: asyncio.StreamReader
    writer: asyncio.StreamWriter
    process: int = 0
    waiting: dict[int, asyncio.Future[Record | CredentialsError | None]] = field(default_factory=dict)
    gone: bool = False
    numbers: count[int] = field(default_factory=count)
    listening: asyncio.Task[None] | None = None

    @classmethod
    async def to(cls, end: socket.socket) -> Self:
        """Return the link over one end of a socket, when the process has said its id."""
        link = cls(*await asyncio.open_connection(sock=end))
        with suppress(asyncio.IncompleteReadError, ConnectionError):  # it is gone: who listens hears it, too
            link.process = await _receive(link.reader)
        link.listening = asyncio.create_task(link._listen())
        return link

    async def ask(self, job: Job) -> Record:
        """Return the record of a job; raises the ``CredentialsError`` of the process."""
        number = next(self.numbers)
        self.waiting[number] = answer = asyncio.get_running_loop().create_future()
        try:
            await _send(self.writer, (number, job))
            found = await answer
        except ConnectionError:
            found = None
        finally:
            self.waiting.pop(number, None)
        if isinstance(found, CredentialsError):
            raise found
        return found or replace(blank_record(job), error=_GONE)

    async def _listen(self) -> None:
        try:
            while True:
                number, found = await _receive(self.reader)
                if number in self.waiting:
                    self.waiting[number].set_result(found)
        except (asyncio.IncompleteReadError, ConnectionError):
            self.gone = True
            for answer in self.waiting.values():
                answer.set_result(None)

    async def end(self) -> None:
        """Say that there is nothing more to do, and wait until the process has heard it."""
        if not self.gone:
            await _send(self.writer, None)
        if self.listening is not None:
            await self.listening
        self.writer.close()

    async def leave(self) -> None:
        """Listen no more."""
        if self.listening is not None:
            self.listening.cancel()


def _begin(ends: list[socket.socket], others: Sequence[int], watched: int, workshop: Workshop) -> None:
    """Load what is slow to load and start the other processes; ``others`` is what the one that asks holds."""
    # The process that asks hears an interruption, and ends this one.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    for one in others:
        os.close(one)
    workshop.prepare()
    for end in ends[1:]:
        _FORK.Process(target=_serve, args=(end, ends, watched, workshop)).start()
    _serve(ends[0], ends, watched, workshop)


def _serve(end: socket.socket, ends: Sequence[socket.socket], watched: int, workshop: Workshop) -> None:
    """Work on what is asked until nothing more is, in a process of its own."""
    for one in ends:
        if one is not end:
            one.close()
    threading.Thread(target=_end_with_lifeline, args=(watched,), daemon=True).start()
    asyncio.run(_answer_all(end, workshop))


def _end_with_lifeline(watched: int) -> None:
    """End this process when the one that asks is gone: a killed one cannot say so."""
    os.read(watched, 1)
    os._exit(1)


async def _answer_all(end: socket.socket, workshop: Workshop) -> None:
    reader, writer = await asyncio.open_connection(sock=end)
    await _send(writer, os.getpid())
    async with workshop, asyncio.TaskGroup() as group:
        while (asked := await _receive(reader)) is not None:
            group.create_task(_answer(workshop, writer, *asked))
    writer.close()
    await writer.wait_closed()


async def _answer(workshop: Workshop, writer: asyncio.StreamWriter, number: int, job: Job) -> None:
    found: Record | CredentialsError
    try:
        found = await workshop.work(job)
    except CredentialsError as error:
        found = error
    await _send(writer, (number, found))


async def _send(writer: asyncio.StreamWriter, value: Any) -> None:
    content = pickle.dumps(value, pickle.HIGHEST_PROTOCOL)
    writer.write(len(content).to_bytes(_LENGTH_BYTES) + content)
    await writer.drain()


async def _receive(reader: asyncio.StreamReader) -> Any:
    length = int.from_bytes(await reader.readexactly(_LENGTH_BYTES))
    return pickle.loads(await reader.readexactly(length))  # noqa: S301 - from a fork of this process
