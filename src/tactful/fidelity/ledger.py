"""The ledger: every clause and fact of the draft is kept, neutralised, dropped, or lost.

An analysed draft with its findings and an analysed candidate enter; a ``Ledger`` leaves.
"""

from __future__ import annotations

from collections.abc import Sequence

from tactful.analysis import Analysis
from tactful.fidelity.account import Account, Accountant
from tactful.fidelity.facts import added_facts, settle_facts
from tactful.fidelity.saying import Saying, covers
from tactful.fidelity.source import SourceClause, source_clauses
from tactful.result import Finding, Ledger, LedgerEntry

# What the writer asks or promises survives, however rude the rest of its sentence is.
YIELDING_RULES = frozenset({"missing-decision", "missing-reply-date"})
KEPT_ACTS = frozenset({"request", "logistics", "referral", "feedback-request", "more-time", "negotiate"})

# What these object to is how a clause is typed; it is mended, and no reason to leave the clause out.
_REASONS = frozenset({"reason", "accepted-other"})
_MENDED_RULES = frozenset({"texting-style", "shouting", "note-form"})


def ledger_of(draft: Analysis, findings: Sequence[Finding], candidate: Analysis) -> Ledger:
    """Return the ledger of a candidate."""
    clauses, accountant = _source(draft, findings)
    accounts = accountant.account(candidate)
    saying = Saying(accounts, accountant)
    fates = [_fate(at, clause, accounts, saying) for at, clause in enumerate(clauses)]
    kept = [entry for fate, entry in fates if fate in {"kept", "reworded"}]
    neutralised = [entry for fate, entry in fates if fate == "neutralised"]
    dropped = [entry for fate, entry in fates if fate == "dropped"]
    lost = [entry for fate, entry in fates if fate == "lost"]
    facts = settle_facts(
        draft, candidate, clauses, {at for at, (fate, _) in enumerate(fates) if fate == "kept"}
    )
    added = [LedgerEntry("words", word) for account in accounts for word in account.added]
    return Ledger(
        kept=(*facts.kept, *kept),
        neutralised=tuple(neutralised),
        dropped=(*facts.dropped, *dropped),
        supplied=tuple(account.text for account in accounts if account.phrase is not None),
        added=(*added, *added_facts(candidate, accounts, accountant)),
        lost=(*facts.lost, *lost),
    )


def _source(draft: Analysis, findings: Sequence[Finding]) -> tuple[tuple[SourceClause, ...], Accountant]:
    """Return the clauses of a draft and who accounts for them: the same for every candidate."""
    known = draft.memo.get("source")
    if known is None or known[0] is not findings:
        clauses = source_clauses(draft, findings)
        known = draft.memo["source"] = (findings, clauses, Accountant(draft, clauses))
    return known[1], known[2]


def _fate(
    at: int, clause: SourceClause, accounts: Sequence[Account], saying: Saying
) -> tuple[str, LedgerEntry]:
    for account in accounts:
        if at in account.clauses or (not account.clauses and not account.phrase and covers(account, clause)):
            return "kept", LedgerEntry("words", clause.text)
    if not clause.words or _is_heading(clause):
        return "kept", LedgerEntry("words", clause.text)
    if saying.says(clause):
        return "reworded", LedgerEntry("words", clause.text)
    rule = clause.rule
    if rule is None:
        return "reworded" if saying.performs(clause) else "lost", LedgerEntry("words", clause.text)
    if (
        not set(clause.rules) - _MENDED_RULES
        and clause.acts & KEPT_ACTS
        and not YIELDING_RULES.intersection(clause.sentence_rules)
    ):
        return "lost", LedgerEntry("words", clause.text)
    for account in accounts:
        topics = {account.phrase.topic} if account.phrase else set(account.topics if account.words else ())
        if not account.clauses and topics & clause.topics:
            return "neutralised", LedgerEntry("reason", clause.text, rule, account.text)
    typed = _MENDED_RULES.issuperset((*clause.rules, *clause.sentence_rules))
    lost = typed and clause.acts & _REASONS and not YIELDING_RULES.intersection(clause.sentence_rules)
    return "lost" if lost else "dropped", LedgerEntry("words", clause.text, None if lost else rule)


def _is_heading(clause: SourceClause) -> bool:
    """Return whether a clause only announces what follows, and does nothing."""
    return clause.text.endswith(":") and not clause.acts and not clause.topics
