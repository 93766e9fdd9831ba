"""Works on jobs and scores what came of them, within this process.

Jobs enter; records with their scores leave.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from types import TracebackType
from typing import Protocol, Self

from tactful.evals.engines import Engine
from tactful.evals.loading import loading
from tactful.evals.prices import Prices
from tactful.evals.reading import CaseReading
from tactful.evals.record import Record
from tactful.evals.scorers import prepare_scorers, score
from tactful.evals.scorers.evidence import Evidence
from tactful.evals.work import Job, work_on
from tactful.rulebook import RuleBook


class Workplace(Protocol):
    """Where jobs are worked on, many at once; open within ``async with``."""

    async def __aenter__(self) -> Self:
        """Get ready."""
        ...

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Let go of everything."""
        ...

    async def work(self, job: Job) -> Record:
        """Return the record of a job with its scores, without them where a call failed.

        Raises ``CredentialsError``, for no other job would fare better.
        """
        ...


@dataclass(frozen=True, slots=True)
class Workshop:
    """A rule book, engines and prices, at hand in this process."""

    book: RuleBook
    engines: tuple[Engine, ...]
    prices: Prices

    def prepare(self) -> None:
        """Load what is slow to load; a second time there is nothing to load."""
        with loading():
            for engine in self.engines:
                engine.prepare()
            prepare_scorers()

    async def __aenter__(self) -> Self:
        """Get ready."""
        self.prepare()
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close the engines."""
        for engine in self.engines:
            await engine.close()

    async def work(self, job: Job) -> Record:
        """Return the record of a job with its scores."""
        engine = next(one for one in self.engines if one.label == job.engine)
        reading = CaseReading(job.case, self.book)
        record = await work_on(job, reading, engine, self.prices)
        if record.failed:
            return record
        return replace(record, scores=score(Evidence(reading, record)))
