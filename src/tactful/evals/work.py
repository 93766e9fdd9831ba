"""Works on one case: the engine's text, what it took, or why there is none.

A case, its draft to be read, an engine and prices enter; a ``Record`` without scores leaves.
"""

from __future__ import annotations

import time
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from tactful.draft.model import Draft
from tactful.errors import InputError, TactfulError
from tactful.evals.engines import FIRST_TURN, CallFailed, Engine, Turn
from tactful.evals.prices import Prices
from tactful.evals.reading import CaseReading
from tactful.evals.record import Key, Record
from tactful.evals.suite import Case
from tactful.result import Result
from tactful.text import without_surrogates
from tactful.wire import refine_object


@dataclass(frozen=True, slots=True)
class Job:
    """One case, the label of the engine that works on it, and its turn."""

    case: Case
    engine: str
    turn: Turn = FIRST_TURN

    @property
    def key(self) -> Key:
        """The key of the record that the job makes."""
        return Key(self.case.suite, self.case.id, self.engine, self.turn.repeat)


async def work_on(job: Job, reading: CaseReading, engine: Engine, prices: Prices) -> Record:
    """Return what came of a job; ``CredentialsError`` passes, for no other job would fare better."""
    case = job.case
    blank = blank_record(job)
    if case.only_checked:
        return blank
    try:
        draft = reading.draft
    except InputError as error:
        return replace(blank, refused=error.code)
    started = time.perf_counter()
    try:
        result = await engine.refine(case, reading.analysis, job.turn)
    except CallFailed as failed:
        cost = prices.cost(engine.model, failed.usage)
        return replace(blank, error=_told(failed.error), usage=failed.usage, cost=cost)
    except TactfulError as error:
        if error.exit_code == _CREDENTIALS:
            raise
        return replace(blank, error=_told(error))
    except Exception as error:  # noqa: BLE001 - one case must not end the run
        return replace(blank, error=_told(error))
    spent = 1000 * (time.perf_counter() - started)
    return replace(
        _filled(blank, result, draft, case),
        cost=prices.cost(engine.model, result.usage),
        milliseconds=spent,
    )


_CREDENTIALS = 4


def blank_record(job: Job) -> Record:
    """Return the record of a job of which nothing has come."""
    case = job.case
    return Record(
        key=job.key,
        source=case.source,
        draft=without_surrogates(case.draft),
        options=case.options,
        labels=case.labels,
    )


def _told(error: Exception) -> str:
    return f"{type(error).__name__}: {error}"


def _filled(blank: Record, result: Result, draft: Draft, case: Case) -> Record:
    found: Mapping[str, Any] = refine_object(result, draft, identity=case.id)
    return replace(blank, released=result.released, text=result.text, result=found, usage=result.usage)
