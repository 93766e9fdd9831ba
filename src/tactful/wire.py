"""The JSON that leaves: one object a text, its keys and their order fixed (docs/wire.md).

A report or a result, and the draft it speaks of, enter; plain dicts and their JSON leave.  Offsets are
code points of the text as it was given, half-open; for HTML that is the text with its markup.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from tactful.draft.model import Draft
from tactful.result import Finding, Ledger, LedgerEntry, PromptUsed, Report, Result, Severity
from tactful.text import Span

CHECK = "tactful.check/1"
REFINE = "tactful.refine/1"
ERROR = "tactful.error/1"


def check_object(
    report: Report, draft: Draft, *, identity: Any = None, gate: Severity = "error"
) -> dict[str, Any]:
    """Return the object of a check; ``passed`` says whether no finding is at the gate or above."""
    return {
        "schema": CHECK,
        "id": identity,
        "kind": report.kind,
        "passed": report.passes(gate),
        "findings": _findings(report.findings, draft),
        "acts": [
            {"act": act.act, **_place(act.span, draft), "text": draft.slice(act.span)} for act in report.acts
        ],
        "facts": [
            {"type": fact.type, **_place(fact.span, draft), "text": fact.text} for fact in report.facts
        ],
    }


def refine_object(result: Result, draft: Draft, *, identity: Any = None) -> dict[str, Any]:
    """Return the object of a refinement; ``alternatives`` is there only where several were made."""
    after = None if result.after is None else {"findings": _findings(result.after.findings, None)}
    more = {"alternatives": list(result.alternatives)} if len(result.alternatives) > 1 else {}
    return {
        "schema": REFINE,
        "id": identity,
        "released": result.released,
        "text": result.text,
        "subject": result.subject,
        "kind": result.kind,
        "engine": result.engine,
        "before": {"findings": _findings(result.before.findings, draft)},
        "after": after,
        "ledger": _ledger(result.ledger),
        **_story(result),
        **more,
    }


def error_object(code: str, message: str, *, identity: Any = None) -> dict[str, Any]:
    """Return the object of a line that could not be worked on."""
    return {"schema": ERROR, "id": identity, "error": code, "message": message}


def to_json(data: dict[str, Any], *, indent: int | None = None) -> str:
    """Return the JSON of an object, on one line unless an indent is given."""
    return json.dumps(data, ensure_ascii=False, allow_nan=False, indent=indent)


def _findings(findings: Iterable[Finding], draft: Draft | None) -> list[dict[str, Any]]:
    return [
        {
            "rule": one.rule,
            "severity": one.severity,
            **_place(one.span, draft),
            "text": one.text,
            "message": one.message,
            "advice": one.advice,
        }
        for one in findings
    ]


def _place(span: Span, draft: Draft | None) -> dict[str, int]:
    start, end = span if draft is None else draft.original_span(span)
    return {"start": start, "end": end}


def _ledger(ledger: Ledger) -> dict[str, Any]:
    return {
        "kept": [_entry(one) for one in ledger.kept],
        "neutralised": [
            {**_entry(one), "rule": one.rule, "as": one.replacement} for one in ledger.neutralised
        ],
        "dropped": [{**_entry(one), "rule": one.rule} for one in ledger.dropped],
        "supplied": list(ledger.supplied),
        "added": [_entry(one) for one in ledger.added],
    }


def _entry(entry: LedgerEntry) -> dict[str, Any]:
    return {"type": entry.type, "text": entry.text}


def _story(result: Result) -> dict[str, Any]:
    """Return how the text came about: changes, questions, attempts, usage."""
    return {
        "changes": [
            {"before": one.before, "after": one.after, "rules": list(one.rules)} for one in result.changes
        ],
        "questions": [
            {"about": one.about, "ask": one.ask, "option": one.option, "blocking": one.blocking}
            for one in result.questions
        ],
        "attempts": [
            {
                "maker": one.maker,
                "findings": list(one.findings),
                "breaks": list(one.breaks),
                "prompt_tokens": one.prompt_tokens,
                "completion_tokens": one.completion_tokens,
                "milliseconds": round(one.milliseconds, 1),
                "prompt": _prompt(one.prompt),
                "cached": one.cached,
            }
            for one in result.attempts
        ],
        "usage": {
            "calls": result.usage.calls,
            "prompt_tokens": result.usage.prompt_tokens,
            "completion_tokens": result.usage.completion_tokens,
        },
    }


def _prompt(used: PromptUsed | None) -> dict[str, Any] | None:
    return None if used is None else {"name": used.name, "version": used.version, "hash": used.digest}
