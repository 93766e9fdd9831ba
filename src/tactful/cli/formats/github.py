"""Findings as annotations of GitHub's workflow commands."""

from __future__ import annotations

from tactful.cli.formats import Checked
from tactful.result import Finding

_COMMANDS = {"error": "error", "warning": "warning", "suggestion": "notice"}


def render(checked: Checked) -> str:
    """Return one command a finding."""
    return "".join(_command(finding, checked) + "\n" for finding in checked.report.findings)


def _command(finding: Finding, checked: Checked) -> str:
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
    listed = ",".join(f"{name}={_escaped_property(str(value))}" for name, value in properties.items())
    return f"::{_COMMANDS[finding.severity]} {listed}::{_escaped(f'{finding.message} {finding.advice}')}"


def _escaped(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _escaped_property(text: str) -> str:
    return _escaped(text).replace(":", "%3A").replace(",", "%2C")
