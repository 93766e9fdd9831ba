"""The cases of a run as a page shows them: draft and text with their differences, findings, ledger.

A ``Run`` enters; one ``ShownCase`` for each record, or for each that is missing, leaves.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from tactful.evals.record import Key, Record, Run
from tactful.evals.reports.outcome import Outcome, outcome_of
from tactful.evals.reports.word_diff import Piece, word_diff

_LEDGER = ("kept", "neutralised", "dropped", "supplied", "added")


@dataclass(frozen=True, slots=True)
class LedgerLine:
    """What became of one piece of the draft, or one piece that was put in."""

    fate: str
    text: str
    type: str = ""
    rule: str = ""
    replacement: str = ""


@dataclass(frozen=True, slots=True)
class ShownCase:
    """One record with all that a reader wants to see; the ``record`` is ``None`` where it is missing."""

    key: Key
    state: str
    outcome: Outcome
    record: Record | None = None
    before: tuple[Piece, ...] = ()
    after: tuple[Piece, ...] = ()
    findings_before: Sequence[Mapping[str, Any]] = ()
    findings_after: Sequence[Mapping[str, Any]] = ()
    ledger: tuple[LedgerLine, ...] = ()
    questions: Sequence[Mapping[str, Any]] = ()
    attempts: Sequence[Mapping[str, Any]] = ()

    @property
    def anchor(self) -> str:
        """The name under which the case can be linked to."""
        return f"{self.key.suite}/{self.key.case}/{self.key.engine}/{self.key.repeat}"


def shown_cases(run: Run) -> Iterator[ShownCase]:
    """Yield every case that the plan asks for, in its order."""
    records = {record.key: record for record in run.records}
    for key in run.plan.expected():
        record = records.get(key)
        yield ShownCase(key, "missing", Outcome("failed")) if record is None else _shown(record)


def _shown(record: Record) -> ShownCase:
    result = record.result or {}
    outcome = outcome_of(record)
    before, after = word_diff(record.draft, record.text) if record.text else ((), ())
    return ShownCase(
        key=record.key,
        state=outcome.state,
        outcome=outcome,
        record=record,
        before=before or (Piece(record.draft, shared=True),),
        after=after,
        findings_before=_findings(result.get("before")),
        findings_after=_findings(result.get("after")),
        ledger=tuple(_ledger(result.get("ledger") or {})),
        questions=result.get("questions", ()),
        attempts=result.get("attempts", ()),
    )


def _findings(report: Mapping[str, Any] | None) -> Sequence[Mapping[str, Any]]:
    found: Sequence[Mapping[str, Any]] = (report or {}).get("findings", ())
    return found


def _ledger(ledger: Mapping[str, Any]) -> Iterator[LedgerLine]:
    for fate in _LEDGER:
        for one in ledger.get(fate, ()):
            if isinstance(one, str):
                yield LedgerLine(fate, one)
            else:
                yield LedgerLine(fate, one["text"], one["type"], one.get("rule") or "", one.get("as") or "")
