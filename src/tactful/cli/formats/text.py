"""Findings for people: one line each, the advice under it, and a last line that sums up."""

from __future__ import annotations

import sys
from collections.abc import Iterator

from tactful.cli.formats import Checked
from tactful.cli.output import Paint, paint_for
from tactful.result import SEVERITIES, Finding, Report

_STYLES = {"error": "red", "warning": "yellow", "suggestion": "cyan"}


def render(checked: Checked) -> str:
    """Return the lines; colour only on a terminal."""
    paint = paint_for(sys.stdout)
    lines = [line for finding in checked.report.findings for line in _lines(finding, checked, paint)]
    return "\n".join([*lines, _summary(checked, paint)]) + "\n"


def _lines(finding: Finding, checked: Checked, paint: Paint) -> Iterator[str]:
    start, _ = checked.places(finding)
    severity = paint(finding.severity, _STYLES[finding.severity])
    place = f"{checked.name}:{start.line}:{start.column}"
    yield f"{place} {severity} {paint(finding.rule, 'bold')} {finding.message}"
    yield paint(f"    {finding.advice}", "dim")


def _summary(checked: Checked, paint: Paint) -> str:
    passed = checked.report.passes(checked.gate)
    verdict = paint("passed", "green") if passed else paint("not passed", "red")
    return f"{checked.name}: {verdict} ({checked.report.kind}): {counts(checked.report)}"


def counts(report: Report) -> str:
    """Return how many findings there are, in words."""
    found = [(report.count(severity), severity) for severity in SEVERITIES]
    named = [f"{number} {severity}{'s' * (number != 1)}" for number, severity in found if number]
    return ", ".join(named) or "no findings"
