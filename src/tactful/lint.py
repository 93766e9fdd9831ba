"""Judges one text by the whole rule book.

An ``Analysis`` enters; a ``Report`` leaves, its findings in the order of the text.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from tactful.analysis import Analysis
from tactful.checks import forbid
from tactful.checks.limit import limit
from tactful.checks.message import order, pair, require
from tactful.checks.when import applies
from tactful.result import SEVERITIES, Finding, Report
from tactful.rulebook.book import Rule

_CHECKS: dict[str, Callable[[Rule, Analysis], Iterator[Finding]]] = {
    "require": require,
    "order": order,
    "pair": pair,
}


def findings_of(analysis: Analysis) -> tuple[Finding, ...]:
    """Return every finding, sorted by place and severity, each rule once a place."""
    found = list(forbid.findings(analysis))
    for rule in analysis.book.act_rules:
        if applies(rule, analysis):
            found.extend(_CHECKS[rule.kind](rule, analysis))
    said = tuple(found)
    for rule in analysis.book.limit_rules:
        if applies(rule, analysis):
            found.extend(limit(rule, analysis, said))
    found.sort(key=lambda one: (one.span.start, SEVERITIES.index(one.severity), one.rule, -one.span.end))
    return tuple(_without_nested(found))


def _without_nested(found: list[Finding]) -> Iterator[Finding]:
    """Leave out a finding that lies within another one of the same rule; ``found`` is sorted."""
    reached: dict[str, int] = {}
    for one in found:
        if one.span.end > reached.get(one.rule, -1):
            reached[one.rule] = one.span.end
            yield one


def lint(analysis: Analysis) -> Report:
    """Return the report of a text: findings, kind, acts and facts."""
    return Report(analysis.kind, findings_of(analysis), analysis.acts, analysis.facts)
