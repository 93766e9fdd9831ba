"""Runs the examples that rules carry: each one is a test.

A rule book and a folder of rule files enter; outcomes leave, one an example, and the recall on varied
forms of the bad ones.  A rule that no example makes fire, or an example that asserts nothing, fails.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tactful.analysis import analyse
from tactful.draft import take_apart
from tactful.fragments import message_wide
from tactful.lint import findings_of
from tactful.options import context_from
from tactful.result import Finding
from tactful.rulebook import RuleBook
from tactful.rulebook.compile import Loaded, read_rules


@dataclass(frozen=True, slots=True)
class Outcome:
    """One example and what came of it; ``problem`` is empty where it holds."""

    rule: str
    label: str
    text: str
    problem: str
    place: str


def findings_in(
    text: str, book: RuleBook, options: dict[str, Any] | None = None, *, message: bool = False
) -> list[Finding]:
    """Return the findings of an example; a fragment leaves the message-wide rules out."""
    context = context_from({"kind": "decline", **(options or {})})
    found = findings_of(analyse(take_apart(text, context), book))
    return [one for one in found if message or not message_wide(one.rule, book)]


def run_examples(book: RuleBook, root: Path) -> Iterator[Outcome]:
    """Yield the outcome of every example of every rule in a folder."""
    for loaded in read_rules(root):
        yield from _bad_outcomes(loaded, book)
        yield from _good_outcomes(loaded, book)


def _bad_outcomes(loaded: Loaded, book: RuleBook) -> Iterator[Outcome]:
    rule = loaded.model
    for at, example in enumerate(rule.examples.bad):
        place = f"{loaded.path}:{loaded.lines.get(('examples', 'bad', at), 1)}"
        message = example.as_ == "message"
        found = [
            one
            for one in findings_in(example.text, book, example.context, message=message)
            if one.rule == rule.id
        ]
        yield Outcome(rule.id, "bad", example.text, _match_problem(found, example.match), place)
        left = _blocking(findings_in(example.fixed, book, example.context, message=message))
        yield Outcome(rule.id, "fixed", example.fixed, _clean_problem(left), place)


def _good_outcomes(loaded: Loaded, book: RuleBook) -> Iterator[Outcome]:
    rule = loaded.model
    for at, example in enumerate(rule.examples.good):
        place = f"{loaded.path}:{loaded.lines.get(('examples', 'good', at), 1)}"
        text = example if isinstance(example, str) else example.text
        context = {} if isinstance(example, str) else example.context
        message = not isinstance(example, str) and example.as_ == "message"
        left = _blocking(findings_in(text, book, context, message=message), rule.id)
        yield Outcome(rule.id, "good", text, _clean_problem(left), place)


def _blocking(found: list[Finding], rule_id: str = "") -> list[Finding]:
    return (
        found
        if not rule_id
        else [one for one in found if one.severity != "suggestion" or one.rule == rule_id]
    )


def _match_problem(found: list[Finding], match: str) -> str:
    if not found:
        return "the rule does not fire"
    if all(one.text != match for one in found):
        return f"the match is {found[0].text!r}, not {match!r}"
    return ""


def _clean_problem(found: list[Finding]) -> str:
    return "; ".join(f"{one.rule} fires on {one.text!r}" for one in found)


_VARIATIONS: tuple[tuple[str, str], ...] = (
    (r"\bI am\b", "I'm"),
    (r"\bI'm\b", "I am"),
    (r"\b(is|are)n't\b", r"\1 not"),
    (r"\b(do|does|did|would|could|was|were) not\b", r"\1n't"),
    (r"\bwas\b", "is"),
    (r"\bwere\b", "are"),
    (r"\byour (team|process|company|manager|office|people)\b", "your organisation"),
    (r"\bYour (team|process|company|manager|office|people)\b", "Your organisation"),
    (r"^", "To be clear, "),
    (r"[.!?]?$", ", and that is all."),
)


def variants(text: str) -> list[str]:
    """Return forms of a text with tense, contraction, target or clause order changed."""
    forms = [re.sub(pattern, written, text, count=1) for pattern, written in _VARIATIONS]
    halves = re.split(r", (?:but|and|so) ", text.rstrip("."), maxsplit=1)
    if len(halves) == 2:
        forms.append(f"{halves[1][:1].upper()}{halves[1][1:]}, and {halves[0][:1].lower()}{halves[0][1:]}.")
    return [form for form in dict.fromkeys(forms) if form != text]


def recall(book: RuleBook, root: Path) -> dict[str, tuple[int, int]]:
    """Return for each rule how many varied bad examples were found, of how many."""
    counts: dict[str, tuple[int, int]] = {}
    for loaded in read_rules(root):
        hits = [
            any(one.rule == loaded.model.id for one in findings_in(form, book, example.context, message=True))
            for example in loaded.model.examples.bad
            if example.as_ == "fragment"
            for form in variants(example.text)
        ]
        counts[loaded.model.id] = (sum(hits), len(hits))
    return counts
