"""The ledger: every clause and fact of the draft is kept, neutralised, dropped, or lost.

An analysed draft with its findings and an analysed candidate enter; a ``Ledger`` leaves.
"""

from __future__ import annotations

from collections.abc import Sequence

from tactful.analysis import Analysis
from tactful.fidelity.account import DECIDING_ACTS, FORMULA_ACTS, Account, Accountant, covers, says
from tactful.fidelity.facts import added_facts, settle_facts
from tactful.fidelity.paraphrase import Paraphrase, paraphrase_of
from tactful.fidelity.source import SourceClause, source_clauses
from tactful.result import Finding, Ledger, LedgerEntry

# What the writer asks or promises survives, however rude the rest of its sentence is.
YIELDING_RULES = frozenset({"missing-decision", "missing-reply-date"})
KEPT_ACTS = frozenset({"request", "logistics", "referral", "feedback-request", "more-time", "negotiate"})

# What counts is that the act is there; its facts are looked for by themselves.
_REWORDED_ACTS = FORMULA_ACTS | DECIDING_ACTS | {"more-time"}


def ledger_of(draft: Analysis, findings: Sequence[Finding], candidate: Analysis) -> Ledger:
    """Return the ledger of a candidate."""
    clauses, accountant = _source(draft, findings)
    accounts = accountant.account(candidate)
    fates = [_fate(at, clause, accounts, paraphrase_of(draft.book)) for at, clause in enumerate(clauses)]
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
        added=(*added, *added_facts(candidate, accounts, accountant.knows)),
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
    at: int, clause: SourceClause, accounts: Sequence[Account], paraphrase: Paraphrase
) -> tuple[str, LedgerEntry]:
    for account in accounts:
        if at in account.clauses or (not account.clauses and not account.phrase and covers(account, clause)):
            return "kept", LedgerEntry("words", clause.text)
    if not clause.words:
        return "kept", LedgerEntry("words", clause.text)
    if any(not one.clauses and says(one, clause, paraphrase) for one in accounts):
        return "reworded", LedgerEntry("words", clause.text)
    rule = next(iter((*clause.rules, *clause.sentence_rules)), None)
    if rule is None:
        return _formula_fate(clause, accounts)
    if (
        not clause.rules
        and clause.acts & KEPT_ACTS
        and not YIELDING_RULES.intersection(clause.sentence_rules)
    ):
        return "lost", LedgerEntry("words", clause.text)
    for account in accounts:
        topics = {account.phrase.topic} if account.phrase else set(account.topics if account.words else ())
        if not account.clauses and topics & clause.topics:
            return "neutralised", LedgerEntry("reason", clause.text, rule, account.text)
    return "dropped", LedgerEntry("words", clause.text, rule)


def _formula_fate(clause: SourceClause, accounts: Sequence[Account]) -> tuple[str, LedgerEntry]:
    """Return the fate of a bare formula, which may be said in other words: the act is what counts."""
    formulas = clause.acts & _REWORDED_ACTS
    if formulas == {"deliberation"}:
        formulas = frozenset({"decline"}) if any("decline" in one.acts for one in accounts) else formulas
    if formulas and clause.acts <= _REWORDED_ACTS | {"offer-mentioned"}:
        for account in accounts:
            if not account.clauses and formulas <= account.acts:
                return "reworded", LedgerEntry("words", clause.text)
    return "lost", LedgerEntry("words", clause.text)
