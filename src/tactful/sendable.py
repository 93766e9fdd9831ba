"""Says whether a text may be sent, in lines that test and eval runners can show.

A text, the draft that it was made from (or none) and context values enter; objections leave, and none of
them means that the text may be sent.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal

from tactful.analysis import analyse
from tactful.api import book_of
from tactful.draft import read_draft
from tactful.draft.model import Draft
from tactful.errors import InputError, OptionError
from tactful.lint import lint
from tactful.options import context_from
from tactful.result import SEVERITIES, Finding, LedgerEntry, Severity, Verdict
from tactful.verify import verify

Aspect = Literal["rules", "decision", "added", "lost"]
ASPECTS: tuple[Aspect, ...] = ("rules", "decision", "added", "lost")


@dataclass(frozen=True, slots=True)
class Objection:
    """One reason not to send a text; ``rule`` is the id of the rule where ``about`` is ``rules``."""

    about: Aspect
    reason: str
    rule: str = ""

    def __str__(self) -> str:
        """Return the reason, after what it is about."""
        return f"{self.rule or self.about}: {self.reason}"


@dataclass(frozen=True, slots=True)
class Demand:
    """What a text is held against; ``gate`` is the mildest severity that bars it."""

    rules: Sequence[str | Path] = ()
    context: Mapping[str, Any] = field(default_factory=dict)
    gate: Severity = "error"

    def __post_init__(self) -> None:
        """Refuse a gate that does not exist."""
        if self.gate not in SEVERITIES:
            raise OptionError(f"fail_on is {self.gate!r}; choose one of {', '.join(SEVERITIES)}.")

    @property
    def barred(self) -> tuple[Severity, ...]:
        """The severities that bar a text."""
        return SEVERITIES[: SEVERITIES.index(self.gate) + 1]


def judged_aspects(draft: str | None) -> tuple[Aspect, ...]:
    """Return what a text is judged by: without a draft, the rules alone."""
    return ASPECTS if draft is not None else ("rules",)


def objections(text: str, demand: Demand, draft: str | None = None) -> tuple[Objection, ...]:
    """Return every reason not to send a text: without a draft, only what the rules say.

    A text that cannot be read is an objection; a draft that cannot be read is an ``InputError``.
    """
    context = context_from({name.rstrip("_"): value for name, value in demand.context.items()})
    book = book_of(demand.rules)
    source = None if draft is None else read_draft(draft, context)
    try:
        candidate = read_draft(text, context)
    except InputError as error:
        reason = f"the text cannot be read as a message ({error.code})."
        return tuple(Objection(aspect, reason) for aspect in judged_aspects(draft))
    if source is None:
        return tuple(_broken(lint(analyse(candidate, book)).findings, demand))
    verdict = verify(source, text, book)
    return (
        *_broken(verdict.report.findings, demand),
        *(Objection("decision", reason) for reason in verdict.breaks),
        *_unaccounted(verdict, source, text),
    )


def _broken(findings: Iterable[Finding], demand: Demand) -> Iterator[Objection]:
    for finding in findings:
        if finding.severity in demand.barred:
            yield Objection("rules", f"{finding.message} {finding.advice}", finding.rule)


def _unaccounted(verdict: Verdict, draft: Draft, text: str) -> Iterator[Objection]:
    """Yield what was added and lost; a draft that comes back as it was holds nothing of either."""
    if text.strip() in {draft.text.strip(), draft.written.strip()}:
        return
    yield from _entries("added", "the draft does not say", verdict.ledger.added)
    yield from _entries("lost", "the text leaves out without a reason", verdict.ledger.lost)


def _entries(about: Aspect, what: str, entries: Iterable[LedgerEntry]) -> Iterator[Objection]:
    return (Objection(about, f"{what}: «{entry.text}» ({entry.type}).") for entry in entries)
