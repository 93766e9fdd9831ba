"""Tells whether a rule speaks about a message at all.

A rule and an analysis enter; yes or no leaves.  What is unknown fulfils no condition.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from tactful.analysis import Analysis
from tactful.rulebook.book import Rule
from tactful.text import fold


def applies(rule: Rule, analysis: Analysis) -> bool:
    """Return whether every condition of the rule's ``when`` holds."""
    return fulfils(rule.when, analysis)


def fulfils(conditions: Mapping[str, Any], analysis: Analysis) -> bool:
    """Return whether every one of the conditions holds."""
    for name, asked in conditions.items():  # noqa: SIM110 - asked of every rule: «all» takes twice as long
        if not _holds(name, asked, analysis):
            return False
    return True


def _holds(name: str, asked: Any, analysis: Analysis) -> bool:
    context = analysis.draft.context
    if name == "kind":
        return analysis.kind in asked
    if name == "channel":
        return context.channel in asked
    if name == "tone":
        return context.tone in asked
    if name == "stage":
        return context.stage in asked
    if name == "late":
        return analysis.late is asked
    if name == "via_recruiter":
        return context.via_recruiter is asked
    if name == "either":
        return any(fulfils(conditions, analysis) for conditions in asked)
    return context.rounds is not None and context.rounds >= asked


def negotiable_mask(analysis: Analysis) -> int:
    """Return the tags of the topics that the writer marked negotiable.

    A term names its topic by being one of its words: «salary» stands for all that is said of pay.
    """
    book = analysis.book
    mask = 0
    for term in analysis.draft.context.negotiable:
        found = book.mask(fold(term).replace("-", " "))
        mask |= found & book.topics_mask
    return mask


def is_negotiable(around: int, negotiable: int, analysis: Analysis) -> bool:
    """Return whether a sentence (its tags) speaks of a negotiable topic, or of none where the message does.

    «If you can go to 95k, I'd sign» names no topic; the sentence before it spoke of pay.
    """
    if not negotiable:
        return False
    topics = around & analysis.book.topics_mask
    if topics:
        return bool(topics & negotiable)
    return any(one.mask & negotiable for one in analysis.readings)
