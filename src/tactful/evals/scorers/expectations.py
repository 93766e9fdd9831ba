"""Scores what a case expects of the text: what is kept, what is gone, the decision, what is untouched.

``Evidence`` enters; scores leave.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tactful.evals.record import Score
from tactful.evals.scorers.evidence import Evidence
from tactful.evals.suite import RELEASED_DECISIONS

# Both are a no; which word fits depends on whether there was an offer.
_SAME_DECISION = {"withdraw": "decline"}


def released(evidence: Evidence) -> Iterator[Score]:
    """Score whether a text came out where one must, and none where none must."""
    wanted = evidence.case.expect.release
    if wanted is not None:
        got = evidence.record.released
        note = "" if got is wanted else f"released is {str(got).lower()}"
        yield verdict("released", holds=got is wanted, note=note)


def decision(evidence: Evidence) -> Iterator[Score]:
    """Score whether the released text says what the writer decided."""
    expected = evidence.case.expect.decision
    if expected is None:
        return
    if not evidence.record.released:
        withheld = expected not in RELEASED_DECISIONS
        yield Score("decision", "holds" if withheld else "not-applicable")
        return
    # What the text itself shows, whatever the draft or the context say.
    said = evidence.text.kind_shown
    breaks = evidence.verdict.breaks
    holds = _SAME_DECISION.get(said, said) == _SAME_DECISION.get(expected, expected) and not breaks
    yield verdict("decision", holds=holds, note="; ".join(breaks) or f"the text reads as {said}")


def kept(evidence: Evidence) -> Iterator[Score]:
    """Score whether everything is found that must be."""
    yield from _matches("kept", evidence.case.expect.keep, evidence, wanted=True)


def dropped(evidence: Evidence) -> Iterator[Score]:
    """Score whether nothing is found that must be gone."""
    yield from _matches("dropped", evidence.case.expect.drop, evidence, wanted=False)


def _matches(scorer: str, patterns: tuple[str, ...], evidence: Evidence, *, wanted: bool) -> Iterator[Score]:
    if not patterns:
        return
    if not evidence.record.released:
        yield Score(scorer, "not-applicable")
        return
    text = " ".join(evidence.record.text.split())
    wrong = [one for one in patterns if bool(re.search(one, text, re.IGNORECASE)) is not wanted]
    yield verdict(scorer, holds=not wrong, note=", ".join(wrong))


def unchanged(evidence: Evidence) -> Iterator[Score]:
    """Score whether a draft that was fine came back as it was."""
    if evidence.case.expect.unchanged:
        yield verdict("unchanged", holds=evidence.record.released and evidence.untouched)


def only_change(evidence: Evidence) -> Iterator[Score]:
    """Score whether everything outside one sentence of the draft came back byte for byte."""
    sentence = evidence.case.expect.only_change
    if sentence is None:
        return
    before, _, after = evidence.case.draft.partition(sentence)
    before, after = before.rstrip(), after.lstrip()  # a sentence that goes takes the space beside it along
    text = evidence.record.text
    same = text.startswith(before) and text.endswith(after) and len(text) >= len(before) + len(after)
    yield verdict("only-change", holds=evidence.record.released and same)


def verdict(scorer: str, *, holds: bool, note: str = "") -> Score:
    """Return a score that is pass or fail; the note is for what failed."""
    return Score(scorer, "holds") if holds else Score(scorer, "broken", note=note)
