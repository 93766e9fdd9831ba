"""Scores the rules: in the released text, in a model's first attempt, and what a check finds in a draft.

``Evidence`` enters; scores leave, named ``rule:ID``, ``attempt:ID`` and ``detection:ID``.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from tactful.analysis import Analysis
from tactful.checks.when import applies
from tactful.evals.record import Score
from tactful.evals.scorers.evidence import Evidence
from tactful.evals.scorers.expectations import verdict
from tactful.fragments import whole_message_rule
from tactful.lint import findings_of

_OWN_MAKERS = frozenset({"answers", "composer"})


def rules(evidence: Evidence) -> Iterator[Score]:
    """Score every rule on the released text; one that does not speak about it is not applicable."""
    if evidence.case.only_checked:
        return
    if not evidence.record.released:
        yield from (Score(f"rule:{rule.id}", "not-applicable") for rule in evidence.book.rules)
        return
    found = _quotes(evidence.text)
    for rule in evidence.book.rules:
        if applies(rule, evidence.text):
            holds = rule.id not in found
            yield verdict(f"rule:{rule.id}", holds=holds, note=found.get(rule.id, ""))
        else:
            yield Score(f"rule:{rule.id}", "not-applicable")


def attempts(evidence: Evidence) -> Iterator[Score]:
    """Score every rule on the first text that a model wrote: repairs hide what a prompt does."""
    first = _first_attempt(evidence.record.result)
    if first is None or not evidence.record.released:
        return
    broken = set(first["findings"])
    for rule in evidence.book.rules:
        if rule.id in broken or applies(rule, evidence.text):
            yield verdict(f"attempt:{rule.id}", holds=rule.id not in broken)


def _first_attempt(result: Mapping[str, Any] | None) -> Mapping[str, Any] | None:
    made: Sequence[Mapping[str, Any]] = (result or {}).get("attempts", ())
    return made[0] if made and made[0]["maker"] not in _OWN_MAKERS else None


def detection(evidence: Evidence) -> Iterator[Score]:
    """Score what a check finds in the draft as it stands."""
    expected = evidence.case.expect.rules
    if not expected:
        return
    found = _quotes(evidence.draft)
    for rule, wanted in expected.items():
        counts = not (evidence.case.fragment and whole_message_rule(rule, evidence.book))
        got = rule in found and counts
        note = f"found «{found[rule]}»" if got else "not found"
        yield verdict(f"detection:{rule}", holds=got is (wanted == "found"), note=note)


def _quotes(analysis: Analysis) -> dict[str, str]:
    """Return the rules that are broken, each with the words of its first finding."""
    quotes: dict[str, str] = {}
    for one in findings_of(analysis):
        quotes.setdefault(one.rule, one.text)
    return quotes
