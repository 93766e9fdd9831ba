"""Judges a piece of a message on its own.

A piece of text and the analysis it belongs to enter; the findings that count for a piece leave: what
only a whole message can break is left out.
"""

from __future__ import annotations

from dataclasses import replace

from tactful.analysis import Analysis, analyse
from tactful.draft import take_apart
from tactful.lint import findings_of
from tactful.result import Finding
from tactful.rulebook.book import RuleBook

_WHOLE_KINDS = frozenset({"require", "order", "pair"})
_WHOLE_MEASURES = frozenset(
    {"words", "sentences", "readability", "idle-words", "idle-fragments", "idle-beside-findings"}
)


def whole_message_rule(rule_id: str, book: RuleBook) -> bool:
    """Return whether only a whole message can break a rule."""
    rule = book.rule_by_id[rule_id]
    if rule.kind in _WHOLE_KINDS:
        return True
    return rule.kind == "limit" and rule.detect["measure"] in _WHOLE_MEASURES


def read_fragment(text: str, whole: Analysis) -> Analysis:
    """Return a piece as read in the circumstances of the whole message."""
    context = replace(whole.draft.context, kind=whole.kind)
    return analyse(take_apart(text, context), whole.book)


def editing_findings(fragment: Analysis) -> tuple[Finding, ...]:
    """Return the findings of a piece that call for an edit: no suggestions, none of whole messages."""
    return tuple(
        one
        for one in findings_of(fragment)
        if one.severity != "suggestion" and not whole_message_rule(one.rule, fragment.book)
    )
