"""Forbid rules: what must not stand in a clause, a sentence, or a part of the message.

An ``Analysis`` enters; the findings of every forbid rule leave at once, since the tags of one clause
serve them all.
"""

from __future__ import annotations

from collections.abc import Iterator

from tactful.acts import Reading
from tactful.analysis import Analysis
from tactful.checks.finding import finding
from tactful.checks.when import applies, fulfils, is_negotiable, negotiable_mask
from tactful.result import Finding
from tactful.rulebook.book import Rule
from tactful.rulebook.detector import Block, hull
from tactful.text import Span

_PART_SCOPES = {"subject", "greeting", "sign-off"}


def findings(analysis: Analysis) -> Iterator[Finding]:
    """Yield the findings of the forbid rules, in the order of the text."""
    book = analysis.book
    locate = book.locator(analysis.draft.text)
    detector = book.forbid_detectors["clause"]
    holds: dict[str, bool] = {}
    negotiable = negotiable_mask(analysis)
    for reading in analysis.readings:
        for block in detector.candidates(reading.mask, reading.around):
            rule = book.rules[block.owner]
            if rule.id not in holds:
                holds[rule.id] = applies(rule, analysis)
            silent = _is_silent(rule, block, reading.around, negotiable, analysis)
            if holds[rule.id] and not silent and _in_scope(rule, reading) and fulfils(block.when, analysis):
                span = hull(block, locate, analysis.draft.folded, reading.start, reading.end, reading.mask)
                if span is not None:
                    yield finding(rule, analysis, _trimmed(analysis, span))
    yield from _wide_findings(analysis, holds, negotiable)


def _is_silent(rule: Rule, block: Block, around: int, negotiable: int, analysis: Analysis) -> bool:
    """Return whether what stands around a match takes the rule's part away."""
    if not block.sure and rule.unless_near & around:
        return True
    return rule.unless_negotiable and is_negotiable(around, negotiable, analysis)


def _in_scope(rule: Rule, reading: Reading) -> bool:
    if rule.scope in _PART_SCOPES:
        return reading.part == rule.scope
    if rule.scope == "prose":
        return reading.sentence >= 0
    return rule.scope == "anywhere" or (rule.scope == "clause" and reading.part != "signature")


def _trimmed(analysis: Analysis, span: Span) -> Span:
    text = analysis.draft.text[span.start : span.end]
    lead = len(text) - len(text.lstrip())
    return Span(span.start + lead, span.start + len(text.rstrip())) if text.strip() else span


def _wide_findings(analysis: Analysis, holds: dict[str, bool], negotiable: int) -> Iterator[Finding]:
    """Yield the findings of rules whose tags may lie in several clauses of a sentence or the body."""
    book = analysis.book
    locate = book.locator(analysis.draft.text)
    for span, mask, scope in _stretches(analysis):
        for block in book.forbid_detectors[scope].candidates(mask, mask):
            rule = book.rules[block.owner]
            if _is_silent(rule, block, mask, negotiable, analysis):
                continue
            if rule.id not in holds:
                holds[rule.id] = applies(rule, analysis)
            if not holds[rule.id] or not fulfils(block.when, analysis):
                continue
            found = hull(block, locate, analysis.draft.folded, span.start, span.end)
            if found:
                yield finding(rule, analysis, _trimmed(analysis, found))


def _stretches(analysis: Analysis) -> Iterator[tuple[Span, int, str]]:
    body = 0
    previous = -1
    for reading in analysis.readings:
        if reading.sentence < 0:
            continue
        body |= reading.around
        if reading.sentence != previous:
            previous = reading.sentence
            sentence = analysis.draft.sentences[reading.sentence]
            yield Span(sentence.start, sentence.end), reading.around, "sentence"
    if analysis.draft.sentences:
        start, end = analysis.draft.sentences[0].start, analysis.draft.sentences[-1].end
        yield Span(start, end), body, "body"
        yield Span(start, end), body, "message"
