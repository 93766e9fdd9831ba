"""Findings as annotations of GitHub's workflow commands."""

from __future__ import annotations

from tactful.annotations import Level, annotation
from tactful.cli.formats import Checked
from tactful.result import Finding, Severity

_LEVELS: dict[Severity, Level] = {"error": "error", "warning": "warning", "suggestion": "notice"}


def render(checked: Checked) -> str:
    """Return one annotation a finding."""
    return "".join(_annotation(finding, checked) for finding in checked.report.findings)


def _annotation(finding: Finding, checked: Checked) -> str:
    start, end = checked.places(finding)
    named = {} if checked.name == "-" else {"file": checked.name}
    properties = {
        **named,
        "line": start.line,
        "col": start.column,
        "endLine": end.line,
        "endColumn": end.column,
        "title": finding.rule,
    }
    return annotation(_LEVELS[finding.severity], properties, f"{finding.message} {finding.advice}")
