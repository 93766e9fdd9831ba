"""Verifies a candidate against its draft, whoever made it.

An analysed draft and a candidate's text enter; a ``Verdict`` leaves: the report of the rules, the
ledger, and what else breaks a promise.
"""

from __future__ import annotations

from dataclasses import replace

from tactful.analysis import Analysis, analyse
from tactful.decision import FIRM, condition_is_negotiable, decide
from tactful.draft import take_apart
from tactful.draft.model import Draft
from tactful.fidelity import ledger_of
from tactful.lint import findings_of, lint
from tactful.result import LedgerEntry, Verdict
from tactful.rulebook.book import RuleBook


def verify(draft: Draft, candidate: str, book: RuleBook) -> Verdict:
    """Return the verdict on a candidate for a draft."""
    return verify_analysis(analyse(draft, book), candidate)


def verify_analysis(draft: Analysis, candidate: str) -> Verdict:
    """Return the verdict on a candidate for a draft that is analysed already."""
    return verdict_on(draft, read_candidate(draft, candidate))


def read_candidate(draft: Analysis, candidate: str) -> Analysis:
    """Return a candidate as read in the circumstances of its draft, the decision among them; read once."""
    known: dict[str, Analysis] = draft.memo.setdefault("candidates", {})
    if candidate not in known:
        context = replace(draft.draft.context, kind=decide(draft.told).kind)
        known[candidate] = analyse(take_apart(candidate, context), draft.book)
    return known[candidate]


def verdict_on(draft: Analysis, read: Analysis) -> Verdict:
    """Return the verdict on a candidate that is read already; judged once."""
    known: dict[str, tuple[Analysis, Verdict]] = draft.memo.setdefault("verdicts", {})
    text = read.draft.text
    if text not in known or known[text][0] is not read:
        known[text] = (read, _verdict_on(draft, read))
    return known[text][1]


def _verdict_on(draft: Analysis, read: Analysis) -> Verdict:
    report = lint(read)
    told = draft.told
    ledger = ledger_of(told, findings_of(told), read)
    if told.telling:
        unsaid = (LedgerEntry("words", one, told.telling.rule) for one in told.telling.unsaid)
        ledger = replace(ledger, dropped=(*ledger.dropped, *unsaid))
    return Verdict(report, ledger, tuple(_breaks(told, read, decide(told).kind)))


def _breaks(draft: Analysis, candidate: Analysis, kind: str) -> list[str]:
    names = candidate.act_names
    breaks = []
    if kind in {"decline", "withdraw"}:
        if not names & FIRM:
            breaks.append("the decision is missing")
        if "accept" in names:
            breaks.append("the decision turned into a yes")
        if "conditional-yes" in names and not condition_is_negotiable(candidate):
            breaks.append("the no became a condition")
    elif kind in {"negotiate", "more-time"} and names & FIRM and not draft.act_names & FIRM:
        breaks.append("the decision turned into a no")
    elif kind == "negotiate" and "accept" in names and "accept" not in draft.act_names:
        breaks.append("the condition turned into a yes")
    return breaks
