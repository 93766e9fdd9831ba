"""Executes a run: every job that the store has no record of, at most so many at once, scored as they end.

Jobs, a store and a workplace enter; records with their scores go into the store, and what was spent leaves.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace

from tactful.errors import CredentialsError
from tactful.evals.limits import Spending
from tactful.evals.loading import loading
from tactful.evals.record import Key, Record
from tactful.evals.scorers.tone import tone
from tactful.evals.store import RunStore
from tactful.evals.work import Job
from tactful.evals.workshop import Workplace

Observer = Callable[[Record], None]


class NotRecorded(Exception):  # noqa: N818 - it tells the runner, and no user, that a case has no record
    """A case was not begun, or its call failed."""


@dataclass(slots=True)
class Execution:
    """One go at a run; ``observe`` is called with each record that is new."""

    store: RunStore
    workplace: Workplace
    spending: Spending
    concurrency: int
    observe: Observer
    refusal: CredentialsError | None = field(default=None, init=False)

    async def execute(self, jobs: Sequence[Job]) -> None:
        """Work on the jobs that have no record; raises ``CredentialsError`` where the key was refused."""
        with loading():
            from pydantic_evals import Case, Dataset

            from tactful.evals.scoring import Scoring  # noqa: PLC0415 - slow to import

        cases: list[Case[Job, Record, None]] = [
            Case(name="/".join(map(str, _parts(job.key))), inputs=job) for job in jobs
        ]
        dataset = Dataset(name="tactful", cases=cases, evaluators=[Scoring()])
        async with self.workplace:
            await dataset.evaluate(
                self._task, max_concurrency=self.concurrency, progress=False, task_name="refine"
            )
        self._score_tones(jobs)
        if self.refusal is not None:
            raise self.refusal

    async def _task(self, job: Job) -> Record:
        """Return the record of a job, from the store if it is there."""
        known = self.store.find(job.key)
        if known is not None and known.scores is not None:
            return known
        calls = await self.spending.begin(job.turn.calls)
        if calls is None:
            raise NotRecorded(self.spending.stopped)
        record: Record | None = None
        try:
            record = await self.workplace.work(replace(job, turn=replace(job.turn, calls=calls)))
            self.store.write(record)
        except CredentialsError as error:
            self.refusal = error
            self.spending.stopped = "the key was refused"
            raise
        finally:
            await self.spending.end(calls, record)
        self.observe(record)
        if record.failed:
            raise NotRecorded(record.error)
        return record

    def _score_tones(self, jobs: Sequence[Job]) -> None:
        """Score what needs another record of the run to be measured against."""
        references = {
            _reference(job): job.key for job in jobs if job.case.in_own_tone and not job.case.only_checked
        }
        for job in jobs:
            if not job.case.expect.tone:
                continue
            record = self.store.find(job.key)
            reference = references.get(_reference(job))
            if record is not None and record.scores is not None:
                own = tuple(one for one in record.scores if not one.scorer.startswith("tone:"))
                beside = None if reference is None else self.store.find(reference)
                self.store.write_scores(job.key, (*own, *tone(job.case, record, beside)))


def _parts(key: Key) -> tuple[str | int, ...]:
    return key.suite, key.case, key.engine, key.repeat


def _reference(job: Job) -> tuple[str | int, ...]:
    return job.case.suite, job.case.source, job.engine, job.turn.repeat
