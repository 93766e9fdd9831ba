"""Scores records in processes beside this one, so that waiting for a model costs no time to score.

A case and its record enter; scores leave.  The rule book is read anew in each process.
"""

from __future__ import annotations

import asyncio
import os
import threading
import time
from collections.abc import Awaitable, Callable
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from types import TracebackType
from typing import Self

from tactful.evals.record import Record, Score
from tactful.evals.scorers import score
from tactful.evals.scorers.evidence import Evidence
from tactful.evals.suite import Case
from tactful.rulebook import RuleBook, load

ScoreRecord = Callable[[Case, Record], Awaitable[tuple[Score, ...]]]

# The book of a process that scores; its own process has none.
_books: list[RuleBook] = []


def scoring_here(book: RuleBook) -> ScoreRecord:
    """Return how to score within this process."""

    async def scored(case: Case, record: Record) -> tuple[Score, ...]:
        return score(Evidence(case, record, book))

    return scored


class ScorePool:
    """Processes that score; within ``with`` they are there, and ``started`` is the id of one."""

    started: int

    def __init__(self, packs: tuple[Path, ...], processes: int) -> None:
        self._pool = ProcessPoolExecutor(processes, initializer=_begin, initargs=(packs, os.getpid()))

    def __enter__(self) -> Self:
        """Start the processes, before anything here starts a thread."""
        self.started = self._pool.submit(os.getpid).result()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Let the processes go."""
        self._pool.shutdown(wait=kind is None, cancel_futures=True)

    async def __call__(self, case: Case, record: Record) -> tuple[Score, ...]:
        """Return the scores of a record."""
        return await asyncio.get_running_loop().run_in_executor(self._pool, _scored, case, record)


def _begin(packs: tuple[Path, ...], parent: int) -> None:
    _books.append(load(*packs))
    threading.Thread(target=_end_with, args=(parent,), daemon=True).start()


def _end_with(parent: int) -> None:
    """End this process when its parent is gone: a killed one cannot say so."""
    while os.getppid() == parent:
        time.sleep(1)
    os._exit(0)


def _scored(case: Case, record: Record) -> tuple[Score, ...]:
    return score(Evidence(case, record, _books[0]))
