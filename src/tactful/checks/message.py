"""Require, order and pair rules: which acts a message performs, and in which order.

An ``Analysis`` and a ``Rule`` enter; at most one finding leaves.  What is missing is found as an empty
span at the place where it belongs.
"""

from __future__ import annotations

from collections.abc import Iterator

from tactful.analysis import Analysis
from tactful.checks.finding import finding
from tactful.result import Finding
from tactful.rulebook.book import Rule
from tactful.text import Span, count_words

# Lines of an address are short or have no end mark.
_TELLING = 4
_END_MARKS = frozenset(".!?\u2026")


def require(rule: Rule, analysis: Analysis) -> Iterator[Finding]:
    """Yield the finding that none of the acts is there, nor a clause with one of the tags.

    What belongs at the end may stand in the sign-off: «With best wishes».
    """
    if analysis.act_names.intersection(rule.detect["act"]):
        return
    mask = sum(1 << tag for tag in rule.detect["tag"])
    place = rule.detect["place"]
    parts = ("sign-off",) if place == "end" else ()
    if not any(one.mask & mask and (one.sentence >= 0 or one.part in parts) for one in analysis.readings):
        yield finding(rule, analysis, _place(place, analysis))


def pair(rule: Rule, analysis: Analysis) -> Iterator[Finding]:
    """Yield the finding that two acts stand in one message that exclude each other."""
    if not analysis.act_names.intersection(rule.detect["act"]):
        return
    for act in analysis.acts:
        if act.act in rule.detect["against"]:
            yield finding(rule, analysis, act.span)
            return


def order(rule: Rule, analysis: Analysis) -> Iterator[Finding]:
    """Yield the finding that an act comes too many sentences late; ``after`` acts do not count."""
    skipped = _sentences_with(analysis, rule.detect["after"])
    wanted = _sentences_with(analysis, rule.detect["act"])
    if not wanted:
        return
    before = [index for index in range(min(wanted)) if index not in skipped and _is_told(analysis, index)]
    if len(before) >= rule.detect["within"]:
        sentence = analysis.draft.sentences[min(wanted)]
        yield finding(rule, analysis, Span(sentence.start, sentence.end))


def _is_told(analysis: Analysis, index: int) -> bool:
    """Return whether a sentence of the body tells something: lines of an address do not."""
    sentence = analysis.draft.sentences[index]
    said = analysis.draft.slice(sentence)
    return (
        sentence.part == "body"
        and said.rstrip("\"')\u201d\u2019")[-1:] in _END_MARKS
        and count_words(said) >= _TELLING
    )


def _sentences_with(analysis: Analysis, acts: list[str]) -> set[int]:
    mask = 0
    for name in acts:
        mask |= analysis.book.bit(f"act:{name}")
    return {
        reading.sentence for reading in analysis.readings if reading.sentence >= 0 and reading.mask & mask
    }


def _place(place: str, analysis: Analysis) -> Span:
    sentences = [one for one in analysis.draft.sentences if one.part == "body"]
    if not sentences:
        at = analysis.draft.anatomy.body.start
    elif place == "start":
        at = sentences[0].start
    elif place == "after-thanks":
        thanks = _sentences_with(analysis, ["thanks"])
        at = analysis.draft.sentences[min(thanks)].end if thanks else sentences[0].start
    else:
        at = sentences[-1].end
    return Span(at, at)
