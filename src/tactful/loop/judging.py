"""Judges what a model proposed: readable at all, mended where a rule knows how, verified, ranked.

A proposal's text enters; a ``Judged`` candidate leaves, or the reason why the answer is no message.
"""

from __future__ import annotations

from dataclasses import dataclass
from difflib import SequenceMatcher

from tactful.analysis import Analysis
from tactful.draft.intake import LONGEST
from tactful.draft.language import other_language
from tactful.llm.model import Completion
from tactful.mends import mender_for
from tactful.result import Finding, Verdict
from tactful.rewrite import Proposal, overlaps, splice
from tactful.verify import read_candidate, verdict_on


@dataclass(frozen=True, slots=True)
class Judged:
    """A candidate that was read, with its verdict; ``invented`` are placeholders that stand for nothing."""

    text: str
    read: Analysis
    verdict: Verdict
    invented: tuple[str, ...] = ()

    @property
    def passed(self) -> bool:
        """Whether it may be released."""
        return self.verdict.passed and not self.invented

    @property
    def breaks(self) -> tuple[str, ...]:
        """What keeps it from being released, beside the findings."""
        return (
            *self.verdict.breaks,
            *(f"added: {entry.text}" for entry in self.verdict.ledger.added),
            *(f"lost: {entry.text}" for entry in self.verdict.ledger.lost),
            *(f"made-up placeholder: {word}" for word in self.invented),
        )

    @property
    def broken_rules(self) -> tuple[str, ...]:
        """The rules that it breaks."""
        return tuple(one.rule for one in self.verdict.report.findings)

    def rank(self, draft: Analysis) -> tuple[int, int, int, float]:
        """Return what sorts the better candidate first: errors, broken promises, warnings, distance."""
        report = self.verdict.report
        distance = 1 - SequenceMatcher(None, draft.draft.written, self.text, autojunk=False).quick_ratio()
        return (report.count("error"), len(self.breaks), report.count("warning"), distance)


def unusable(completion: Completion, text: str) -> str | None:
    """Return why an answer is no message at all, or ``None``."""
    if completion.finish == "refused":
        return "the model refused"
    if not text.strip():
        return "the answer is empty"
    if completion.finish == "length":
        return "the answer was cut off"
    if len(text) > LONGEST:
        return "the answer is too long to be a message"
    language = other_language(text)
    return f"the answer looks like {language}" if language else None


def judge(draft: Analysis, proposal: Proposal) -> Judged:
    """Return a proposal verified against its draft, after the mends that rules bring along."""
    read = read_candidate(draft, proposal.text)
    verdict = verdict_on(draft, read)
    judged = Judged(proposal.text, read, verdict, proposal.invented)
    mended = _mended(read, verdict.report.findings)
    if mended == proposal.text:
        return judged
    read = read_candidate(draft, mended)
    better = Judged(mended, read, verdict_on(draft, read), proposal.invented)
    return better if better.rank(draft) < judged.rank(draft) else judged


def _mended(read: Analysis, findings: tuple[Finding, ...]) -> str:
    """Return the text with the flagged sentences mended as their rules say; the rest byte for byte."""
    rules: dict[int, list[str]] = {}
    for one in findings:
        if one.severity != "suggestion":
            for at in overlaps(one.span, read.draft):
                rules.setdefault(at, []).append(one.rule)
    mender = mender_for(read.book)
    replaced = {}
    for at, broken in rules.items():
        said = read.draft.slice(read.draft.sentences[at])
        mended = mender.mend(said, broken)
        if mended != said:
            replaced[at] = mended
    return splice(read.draft, replaced) if replaced else read.draft.text
