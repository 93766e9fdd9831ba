"""Tells whether a rule speaks about a message at all.

A rule and an analysis enter; yes or no leaves.  What is unknown fulfils no condition.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from tactful.analysis import Analysis
from tactful.conditions import KINDRED_TERMS
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
    mask = 0
    for term in analysis.draft.context.negotiable:
        mask |= _topics_of(term, analysis)
    return mask


def _topics_of(term: str, analysis: Analysis) -> int:
    book = analysis.book
    return book.mask(fold(term).replace("-", " ")) & book.topics_mask


def is_negotiable(around: int, negotiable: int, analysis: Analysis) -> bool:
    """Return whether what is said (its tags) is about a negotiable term.

    «If you can go to 95k, I'd sign» names no term: then it is about what the writer marked.  A term
    that no topic knows may be any, and kindred terms are often one matter.
    """
    terms = analysis.draft.context.negotiable
    if not terms:
        return False
    book = analysis.book
    kindred = [sum(book.bit(f"topic-{topic}") for topic in topics) for topics in KINDRED_TERMS]
    named = around & sum(kindred)
    if not named or not all(_topics_of(term, analysis) for term in terms):
        return True
    return bool(around & negotiable) or any(named & family and negotiable & family for family in kindred)
