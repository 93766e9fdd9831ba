"""Works on the cases of a suite one at a time, without a run's file, for those who ask for a single case.

A ``Suite``, an engine and a rule book enter; scored records leave, each made once.
"""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field, replace

from tactful.evals.engines import Engine
from tactful.evals.prices import Prices
from tactful.evals.reading import CaseReading
from tactful.evals.record import Record
from tactful.evals.scorers import score
from tactful.evals.scorers.evidence import Evidence
from tactful.evals.scorers.tone import tone
from tactful.evals.suite import Case, Suite
from tactful.evals.work import Job, work_on
from tactful.rulebook import RuleBook


@dataclass(slots=True)
class CaseByCase:
    """A suite whose cases are worked on when they are asked for."""

    suite: Suite
    engine: Engine
    book: RuleBook
    _made: dict[str, Record] = field(default_factory=dict, init=False)

    def scored(self, case: Case) -> Record:
        """Return what came of a case, with its scores; one whose call failed has none."""
        record = self._record(case)
        if record.failed:
            return record
        scores = score(Evidence(CaseReading(case, self.book), record))
        return replace(record, scores=(*scores, *tone(case, record, self._reference(case))))

    def _record(self, case: Case) -> Record:
        if case.id not in self._made:
            job = Job(case, self.engine.label)
            self._made[case.id] = asyncio.run(
                work_on(job, CaseReading(case, self.book), self.engine, Prices())
            )
        return self._made[case.id]

    def _reference(self, case: Case) -> Record | None:
        """Return the same draft in its own tone, where the case expects its tone to move."""
        if not case.expect.tone:
            return None
        same_draft = (one for one in self.suite.cases if one.source == case.source and not one.only_checked)
        return next((self._record(one) for one in same_draft if one.in_own_tone), None)
