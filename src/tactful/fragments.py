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

# What a message must hold, and when.
_MESSAGE_KINDS = frozenset({"require", "order"})
_WHOLE_KINDS = _MESSAGE_KINDS | {"pair"}
# These measure the message and name no place in it.
_PLACELESS_MEASURES = frozenset({"words", "sentences", "readability"})
_MESSAGE_MEASURES = _PLACELESS_MEASURES | {"idle-words", "idle-fragments", "quarrel-beside-findings"}


def names_no_place(rule_id: str, book: RuleBook) -> bool:
    """Return whether a finding of a rule is about the whole message, so that no sentence is to blame."""
    rule = book.rule_by_id[rule_id]
    if rule.kind in _WHOLE_KINDS:
        return True
    return rule.kind == "limit" and rule.detect["measure"] in _PLACELESS_MEASURES


def message_wide(rule_id: str, book: RuleBook) -> bool:
    """Return whether a rule says nothing about an example that is a fragment and no message."""
    rule = book.rule_by_id[rule_id]
    if rule.kind in _MESSAGE_KINDS:
        return True
    return rule.kind == "limit" and rule.detect["measure"] in _MESSAGE_MEASURES


def whole_message_rule(rule_id: str, book: RuleBook) -> bool:
    """Return whether a piece on its own cannot be judged by a rule: it counts over a whole message."""
    return book.rule_by_id[rule_id].kind in {*_WHOLE_KINDS, "limit"}


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
