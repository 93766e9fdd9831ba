"""Makes findings.

A rule, an analysis and a span enter; a ``Finding`` leaves whose message quotes what was matched.
"""

from __future__ import annotations

from tactful.analysis import Analysis
from tactful.result import Finding
from tactful.rulebook.book import Rule
from tactful.text import Span


def finding(rule: Rule, analysis: Analysis, span: Span) -> Finding:
    """Return the finding of a rule at a span, which may be empty."""
    text = analysis.draft.text[span.start : span.end]
    quoted = " ".join(text.split())
    message = rule.message.replace("{match}", quoted)
    return Finding(rule.id, rule.severity, span, text, message, rule.advice)
