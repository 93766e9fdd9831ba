"""Findings as SARIF 2.1.0, the form that code hosts read."""

from __future__ import annotations

from pathlib import PurePath
from typing import Any
from urllib.parse import quote

from tactful import __version__
from tactful.cli.formats import Checked
from tactful.result import Finding
from tactful.rulebook import Rule
from tactful.wire import to_json

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_LEVELS = {"error": "error", "warning": "warning", "suggestion": "note"}


def render(checked: Checked) -> str:
    """Return the log of one run, with the rules that have findings."""
    found = dict.fromkeys(finding.rule for finding in checked.report.findings)
    rules = [checked.book.rule_by_id[rule] for rule in found]
    order = list(found)
    run = {
        "tool": {
            "driver": {
                "name": "tactful",
                "version": __version__,
                "rules": [_rule(rule) for rule in rules],
            }
        },
        "columnKind": "unicodeCodePoints",
        "results": [_result(finding, checked, order) for finding in checked.report.findings],
    }
    return to_json({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}, indent=2) + "\n"


def _rule(rule: Rule) -> dict[str, Any]:
    return {
        "id": rule.id,
        "shortDescription": {"text": rule.why},
        "help": {"text": rule.advice},
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
    }


def _result(finding: Finding, checked: Checked, order: list[str]) -> dict[str, Any]:
    span = checked.span(finding)
    start, end = checked.places(finding)
    return {
        "ruleId": finding.rule,
        "ruleIndex": order.index(finding.rule),
        "level": _LEVELS[finding.severity],
        "message": {"text": f"{finding.message} {finding.advice}"},
        "locations": [
            {
                "physicalLocation": {
                    "artifactLocation": {"uri": _uri(checked.name)},
                    "region": {
                        "startLine": start.line,
                        "startColumn": start.column,
                        "endLine": end.line,
                        "endColumn": end.column,
                        "charOffset": span.start,
                        "charLength": span.end - span.start,
                    },
                }
            }
        ],
    }


def _uri(name: str) -> str:
    if name == "-":
        return "stdin"
    path = PurePath(name)
    return path.as_uri() if path.is_absolute() else quote(path.as_posix())
