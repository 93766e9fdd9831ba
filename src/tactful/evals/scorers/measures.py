"""Measures the released text in numbers, which are compared between runs and passed or failed by nobody.

``Evidence`` enters; scores with a ``value`` leave.
"""

from __future__ import annotations

from collections.abc import Iterator
from difflib import SequenceMatcher

from tactful.analysis import Analysis
from tactful.evals.record import Score
from tactful.evals.scorers.evidence import Evidence
from tactful.evals.scorers.expectations import verdict
from tactful.lint import findings_of
from tactful.text import words

_LENGTH_RULES = frozenset({"too-long", "too-short"})


def length(evidence: Evidence) -> Iterator[Score]:
    """Score whether the length fits the channel, and measure it in words."""
    if evidence.case.only_checked:
        return
    if not evidence.record.released:
        yield Score("length", "not-applicable")
        return
    wrong = sorted({one.rule for one in findings_of(evidence.text)} & _LENGTH_RULES)
    yield verdict("length", holds=not wrong, note=", ".join(wrong))
    yield Score("words", "measured", float(len(words(evidence.record.text))))


def readability(evidence: Evidence) -> Iterator[Score]:
    """Measure the school grade that the text asks for; a higher one is harder to read.

    The formula counts letters and sentences, since what counts syllables needs a download.
    """
    body = _body(evidence) if evidence.record.released else ""
    if body:
        from textstat import textstat

        yield Score("reading-grade", "measured", float(textstat.automated_readability_index(body)))


def _body(evidence: Evidence) -> str:
    draft = evidence.text.draft
    return " ".join(draft.slice(sentence) for sentence in draft.sentences)


def rewritten(evidence: Evidence) -> Iterator[Score]:
    """Measure which share of the writer's sentences that were fine was rewritten: 0 none, 1 all."""
    if not evidence.record.released:
        return
    fine = list(_fine_sentences(evidence.draft))
    if not fine:
        return
    text = evidence.text.draft
    made = [text.slice(sentence) for sentence in text.sentences]
    yield Score("rewritten", "measured", sum(_distance(one, made) for one in fine) / len(fine))


def _fine_sentences(analysis: Analysis) -> Iterator[str]:
    faults = [one.span for one in findings_of(analysis) if one.severity != "suggestion" and one.text]
    for sentence in analysis.draft.sentences:
        if not any(span.start < sentence.end and sentence.start < span.end for span in faults):
            yield analysis.draft.slice(sentence)


def _distance(sentence: str, made: list[str]) -> float:
    """Return how far a sentence is from the nearest one: 0 the same, 1 nothing in common."""
    if sentence in made:
        return 0.0
    matcher = SequenceMatcher(autojunk=False)
    matcher.set_seq2(words(sentence))
    nearest = 0.0
    for one in made:
        matcher.set_seq1(words(one))
        if matcher.real_quick_ratio() > nearest and matcher.quick_ratio() > nearest:
            nearest = max(nearest, matcher.ratio())
    return 1.0 - nearest
