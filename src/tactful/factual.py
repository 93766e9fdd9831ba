"""Gathers the facts of a draft: what a finder reads, and what the acts say.

A draft, its acts and the rule book enter; ``Fact``s leave, sorted by span.
"""

from __future__ import annotations

from functools import lru_cache

from tactful.draft.model import Draft
from tactful.facts import FactFinder, read_english_words
from tactful.result import Act, Fact, FactType
from tactful.rulebook.book import RuleBook

_FACT_OF_ACT: dict[str, FactType] = {
    "reason": "reason",
    "request": "request",
    "logistics": "commitment",
    "referral": "commitment",
    "pass-on": "request",
}


@lru_cache(maxsize=4)
def finder_for(book: RuleBook) -> FactFinder:
    """Return the finder that uses a rule book's lexicons."""
    return FactFinder(book.data["lexicons"], read_english_words)


def facts_of(draft: Draft, acts: tuple[Act, ...], book: RuleBook) -> tuple[Fact, ...]:
    """Return every fact of a draft."""
    named = finder_for(book).find(draft)
    said = tuple(
        Fact(_FACT_OF_ACT[act.act], act.span, draft.slice(act.span))
        for act in acts
        if act.act in _FACT_OF_ACT
    )
    return tuple(sorted((*named, *said), key=lambda fact: (fact.span.start, fact.span.end)))
