"""Findings as JUnit XML: one test case a rule, failed where the rule has a finding at the gate."""

from __future__ import annotations

from collections.abc import Sequence
from xml.sax.saxutils import escape, quoteattr

from tactful.cli.formats import Checked
from tactful.result import SEVERITIES, Finding
from tactful.text import xml_text


def render(checked: Checked) -> str:
    """Return the XML of one test suite, named after the file."""
    barred = SEVERITIES[: SEVERITIES.index(checked.gate) + 1]
    cases: list[str] = []
    failed = 0
    for rule in checked.book.rules:
        found = [finding for finding in checked.report.findings if finding.rule == rule.id]
        fails = any(finding.severity in barred for finding in found)
        failed += fails
        cases.append(_case(rule.id, found, checked, fails=fails))
    counts = f'tests="{len(cases)}" failures="{failed}" errors="0"'
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<testsuites name="tactful" {counts}>\n'
        f"  <testsuite name={_attribute(checked.name)} {counts}>\n"
        + "".join(cases)
        + "  </testsuite>\n</testsuites>\n"
    )


def _case(rule: str, found: Sequence[Finding], checked: Checked, *, fails: bool) -> str:
    opened = f'    <testcase classname="tactful" name={_attribute(rule)}'
    if not found:
        return f"{opened}/>\n"
    lines = escape(xml_text("\n".join(_line(finding, checked) for finding in found)))
    if fails:
        message = _attribute(found[0].message)
        return f"{opened}>\n      <failure message={message}>{lines}</failure>\n    </testcase>\n"
    return f"{opened}>\n      <system-out>{lines}</system-out>\n    </testcase>\n"


def _line(finding: Finding, checked: Checked) -> str:
    start, _ = checked.places(finding)
    return f"{checked.name}:{start.line}:{start.column} {finding.severity} {finding.message} {finding.advice}"


def _attribute(text: str) -> str:
    return quoteattr(xml_text(text))
