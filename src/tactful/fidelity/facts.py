"""Facts in the ledger: names, dates, amounts and contacts, found again or accounted for.

Two analysed texts and the fate of the draft's clauses enter; kept, dropped and lost facts leave, and
those that the candidate has beyond the draft.
"""

from __future__ import annotations

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from tactful.analysis import Analysis
from tactful.facts.held import is_held_role
from tactful.fidelity.account import Account, Accountant
from tactful.fidelity.paraphrase import paraphrase_of
from tactful.fidelity.source import SourceClause
from tactful.fidelity.tokens import content_words, plain
from tactful.result import Fact, LedgerEntry
from tactful.text import Span

_SAID = frozenset({"reason", "request", "commitment"})
# A rule that drops a clause drops its facts too; but what is said of the offer itself must survive.
_OF_THE_OFFER = frozenset({"role"})
_FOREIGN_RULES = frozenset(
    {"comparing-offers", "gossip", "over-sharing", "detailed-critique", "machine-instructions"}
)


@dataclass(frozen=True, slots=True)
class Settled:
    """What became of the facts of a draft."""

    kept: tuple[LedgerEntry, ...]
    dropped: tuple[LedgerEntry, ...]
    lost: tuple[LedgerEntry, ...]


def settle_facts(
    draft: Analysis, candidate: Analysis, clauses: Sequence[SourceClause], kept_clauses: AbstractSet[int]
) -> Settled:
    """Return every fact of the draft as kept, dropped with its rule, or lost.

    A role may be said in another order: the shift lead of a warehouse is a warehouse shift lead.
    """
    said = f" {plain(candidate.draft.written)} "
    kept: list[LedgerEntry] = []
    dropped: list[LedgerEntry] = []
    lost: list[LedgerEntry] = []
    places = _clause_spans(draft)
    for fact in draft.facts:
        if fact.type in _SAID:
            continue
        at = next((at for at, span in enumerate(places) if _within(fact.span, span)), None)
        if f" {plain(fact.text)} " in said or (
            fact.type in _OF_THE_OFFER and _is_said_in_a_sentence(fact.text, candidate)
        ):
            kept.append(LedgerEntry(fact.type, fact.text))
        elif at is None:
            lost.append(LedgerEntry(fact.type, fact.text))
        elif at in kept_clauses and not _mended_away(clauses[at]):
            kept.append(LedgerEntry(fact.type, fact.text))
        else:
            rule = clauses[at].rule
            entry = LedgerEntry(fact.type, fact.text, rule)
            (dropped if rule and not _must_survive(fact, clauses[at], draft, said) else lost).append(entry)
    return Settled(tuple(kept), tuple(dropped), tuple(lost))


def _is_said_in_a_sentence(text: str, candidate: Analysis) -> bool:
    """Return whether one sentence has all the words of a name, in any order, or words that say the same."""
    paraphrase = paraphrase_of(candidate.book)
    named = content_words(text, candidate.book)
    return any(
        not paraphrase.unsaid(
            named, paraphrase.said(content_words(candidate.draft.slice(one), candidate.book))
        )
        for one in candidate.draft.sentences
    )


def _mended_away(clause: SourceClause) -> bool:
    return clause.words != clause.mended


def _must_survive(fact: Fact, clause: SourceClause, draft: Analysis, said: str) -> bool:
    """Return whether a fact must be said although a rule took its clause away."""
    if _FOREIGN_RULES.intersection(clause.rules):
        return False
    if fact.type not in _OF_THE_OFFER or is_held_role(draft.draft.folded, fact.span.start):
        return False
    roles = [one for one in draft.facts if one.type == fact.type]
    return not any(f" {plain(one.text)} " in said for one in roles)


def _clause_spans(draft: Analysis) -> list[Span]:
    return [
        Span(clause.start, clause.end) for sentence in draft.draft.sentences for clause in sentence.clauses
    ]


def _within(inner: Span, outer: Span) -> bool:
    return outer.start <= inner.start < outer.end


def added_facts(
    candidate: Analysis, accounts: Sequence[Account], accountant: Accountant
) -> list[LedgerEntry]:
    """Return the facts of a candidate that neither draft nor context has.

    A sentence that is the writer's own, or a phrase whose slots were looked at, is accounted for.
    """
    settled = [
        Span(sentence.start, sentence.end)
        for sentence, account in zip(candidate.draft.sentences, accounts, strict=True)
        if account.clauses or account.phrase is not None
    ]
    return [
        LedgerEntry(fact.type, fact.text)
        for fact in candidate.facts
        if fact.type not in _SAID
        and not any(_within(fact.span, span) for span in settled)
        and not accountant.knows(fact.text)
        and not (fact.type in _OF_THE_OFFER and accountant.accounts_for(fact.text))
        and not _is_formula(fact, candidate)
    ]


def _is_formula(fact: Fact, candidate: Analysis) -> bool:
    """Return whether a supposed name lies in the greeting's or sign-off's own words."""
    anatomy = candidate.draft.anatomy
    sign_off = anatomy.sign_off
    return sign_off is not None and _within(fact.span, sign_off)
