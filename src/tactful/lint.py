"""Judges one text by the whole rule book.

An ``Analysis`` enters; a ``Report`` leaves, its findings in the order of the text.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from tactful.analysis import Analysis
from tactful.checks import forbid
from tactful.checks.finding import finding
from tactful.checks.limit import limit
from tactful.checks.message import order, pair, require
from tactful.checks.when import applies
from tactful.result import SEVERITIES, Finding, Report
from tactful.rulebook.book import Rule
from tactful.text import Span, fold
from tactful.texting import TEXTING_RULE

_ABOUT_TYPING = frozenset({"leftover-placeholder", "shouting", "texting-style"})
_OFFENCES = frozenset({"quarrel", "blame", "rude-language", "accusation", "gossip", "threat", "sarcasm"})
_HEARD = "quarrel"
_MARKS = " .,;:!?"
_MOST_OF_A_CLAUSE = 0.5
_NAMED = frozenset({"person", "organisation", "place"})
_CHECKS: dict[str, Callable[[Rule, Analysis], Iterator[Finding]]] = {
    "require": require,
    "order": order,
    "pair": pair,
}


def findings_of(analysis: Analysis) -> tuple[Finding, ...]:
    """Return every finding, sorted by place and severity, each rule once a place."""
    if "findings" not in analysis.memo:
        analysis.memo["findings"] = _found(analysis)
    found: tuple[Finding, ...] = analysis.memo["findings"]
    return found


def carried(analysis: Analysis) -> list[Finding]:
    """Return what is wrong with the draft behind a message, at the clauses made of it.

    An insult that the writer wanted passed on stays one in the second person, and in whole words.  What
    only sounded like a quarrel is heard anew.
    """
    if analysis.behind is None or analysis.telling is None:
        return []
    errors = [
        one
        for one in findings_of(analysis.behind)
        if one.severity == "error" and one.text and one.rule in _OFFENCES
    ]
    if analysis.telling.rule == TEXTING_RULE:
        errors = [one for one in errors if not _is_heard(one)]
    found: dict[Finding, None] = {}
    for one in errors:
        # What only sounds like a quarrel may do so for another note of the same breath.
        spans = [
            span
            for span, written in analysis.telling.sources
            if one.text in written or (written in one.text and not _is_heard(one))
        ]
        for span in _clauses_like(one, spans, analysis):
            found[replace(one, span=span, text=analysis.draft.slice(span))] = None
    return list(found)


def _is_heard(one: Finding) -> bool:
    return _HEARD in (one.rule, one.found_by)


def _clauses_like(finding: Finding, spans: list[Span], analysis: Analysis) -> list[Span]:
    """Return the clauses in some spans of which most words are a finding's, or else the nearest one."""
    words = set(fold(finding.text).split())
    shares: dict[Span, float] = {}
    for one in analysis.readings:
        if any(span.start <= one.start < span.end for span in spans):
            own = analysis.draft.folded[one.start : one.end].split()
            shares[Span(one.start, one.end)] = sum(word in words for word in own) / max(len(own), 1)
    like = [span for span, share in shares.items() if share >= _MOST_OF_A_CLAUSE]
    return like if like or _is_heard(finding) else sorted(shares, key=lambda span: -shares[span])[:1]


def _found(analysis: Analysis) -> tuple[Finding, ...]:
    found = [one for one in forbid.findings(analysis) if not _is_a_name(one, analysis)]
    for rule in analysis.book.act_rules:
        if applies(rule, analysis):
            found.extend(_CHECKS[rule.kind](rule, analysis))
    said = tuple(found)
    for rule in analysis.book.limit_rules:
        if applies(rule, analysis):
            found.extend(limit(rule, analysis, said))
    found.extend(carried(analysis))
    found = [_by_its_kind(one, analysis, found) for one in found if not _is_told_better(one, analysis, found)]
    found.sort(key=lambda one: (one.span.start, SEVERITIES.index(one.severity), one.rule, -one.span.end))
    return tuple(_without_nested(found))


def _by_its_kind(one: Finding, analysis: Analysis, found: list[Finding]) -> Finding:
    """Return a finding under the rule that tells more of it, unless that rule has found something there."""
    known_as = analysis.book.rule_by_id[one.rule].known_as
    if not known_as:
        return one
    mask = 0
    for at, sentence in enumerate(analysis.draft.sentences):
        if sentence.start <= one.span.start < sentence.end:
            mask = analysis.tags_of(at)
    name = next((rule for rule, tags in known_as if mask & tags == tags), one.rule)
    rule = analysis.book.rule_by_id.get(name)
    beside = any(other.rule == name and _overlap(other.span, one.span) for other in found)
    if rule is None or rule.id == one.rule or beside:
        return one
    return replace(finding(rule, analysis, one.span), found_by=one.rule)


def _is_told_better(one: Finding, analysis: Analysis, found: list[Finding]) -> bool:
    """Return whether a rule that tells more of an offence objects to the same words: one finding will do."""
    better = {rule for rule, _ in analysis.book.rule_by_id[one.rule].known_as}
    words = one.text.strip(_MARKS)
    return any(
        other.rule in better and other.severity == one.severity and other.text.strip(_MARKS) == words
        for other in found
    )


def _overlap(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end


def _is_a_name(one: Finding, analysis: Analysis) -> bool:
    """Return whether what was found is a name: Liège is no liege, Mr Savage no insult, Cedar Bluff no bluff.

    A capital at the start of a sentence tells nothing.
    """
    firms = [fact.span for fact in analysis.facts if fact.type == "organisation"]
    if any(firm.start < one.span.end < firm.end for firm in firms):
        return one.rule not in _ABOUT_TYPING
    opens = any(sentence.start == one.span.start for sentence in analysis.draft.sentences)
    if opens or not one.text[:1].isupper() or one.rule in _ABOUT_TYPING:
        return False
    return any(
        fact.type in _NAMED and fact.span.start <= one.span.start and one.span.end <= fact.span.end
        for fact in analysis.facts
    )


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
