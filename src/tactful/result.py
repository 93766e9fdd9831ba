"""What comes out: findings, reports, ledgers, verdicts, results.

Nothing enters; frozen dataclasses leave.  Spans are half-open code points of the text that the
object speaks of.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from tactful.text import Span

Severity = Literal["error", "warning", "suggestion"]
SEVERITIES: tuple[Severity, ...] = ("error", "warning", "suggestion")
FactType = Literal[
    "person",
    "organisation",
    "role",
    "place",
    "date",
    "amount",
    "contact",
    "reason",
    "request",
    "commitment",
]
Engine = Literal["unchanged", "composer", "llm", "llm-repaired", "composer-fallback"]


@dataclass(frozen=True, slots=True)
class Finding:
    """One place where a rule does not hold; the span is empty where something is missing.

    ``found_by`` is another rule that found it, where ``rule`` only tells more of it.
    """

    rule: str
    severity: Severity
    span: Span
    text: str
    message: str
    advice: str
    found_by: str = ""


@dataclass(frozen=True, slots=True)
class Act:
    """One speech act and the clause that performs it; ``topic`` tells what a reason is about."""

    act: str
    span: Span
    topic: str | None = None


@dataclass(frozen=True, slots=True)
class Fact:
    """Something that must survive, or be dropped for a reason."""

    type: FactType
    span: Span
    text: str


@dataclass(frozen=True, slots=True)
class Report:
    """The findings of one text, with what was read in it."""

    kind: str
    findings: tuple[Finding, ...]
    acts: tuple[Act, ...] = ()
    facts: tuple[Fact, ...] = ()

    def count(self, severity: Severity) -> int:
        """Return how many findings have this severity."""
        return sum(finding.severity == severity for finding in self.findings)

    def passes(self, gate: Severity = "error") -> bool:
        """Return whether no finding is at the gate or above it."""
        barred = SEVERITIES[: SEVERITIES.index(gate) + 1]
        return not any(finding.severity in barred for finding in self.findings)


@dataclass(frozen=True, slots=True)
class LedgerEntry:
    """What became of one piece of the draft.

    ``type`` is a fact type, or ``words`` for a clause; ``rule`` is the reason of a drop or a
    neutralisation; ``replacement`` is what a neutralised clause became.
    """

    type: str
    text: str
    rule: str | None = None
    replacement: str | None = None


@dataclass(frozen=True, slots=True)
class Ledger:
    """The proof of fidelity: kept, neutralised, dropped, supplied, added, lost.

    ``added`` and ``lost`` must be empty in anything released: ``added`` is content that neither
    draft nor context accounts for, ``lost`` is content of the draft that went without a reason.
    """

    kept: tuple[LedgerEntry, ...] = ()
    neutralised: tuple[LedgerEntry, ...] = ()
    dropped: tuple[LedgerEntry, ...] = ()
    supplied: tuple[str, ...] = ()
    added: tuple[LedgerEntry, ...] = ()
    lost: tuple[LedgerEntry, ...] = ()

    @property
    def clean(self) -> bool:
        """Whether nothing was added and nothing was lost in silence."""
        return not self.added and not self.lost


@dataclass(frozen=True, slots=True)
class Verdict:
    """Report and ledger of one candidate, and whether it may leave."""

    report: Report
    ledger: Ledger
    breaks: tuple[str, ...] = ()

    @property
    def passed(self) -> bool:
        """Whether the candidate may be released."""
        return not self.breaks and self.ledger.clean and self.report.passes("error")


@dataclass(frozen=True, slots=True)
class Change:
    """One sentence before and after, and the rules that asked for it."""

    before: str
    after: str
    rules: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Question:
    """Something only the writer can answer, and the option that carries the answer."""

    about: str
    ask: str
    option: str
    blocking: bool


@dataclass(frozen=True, slots=True)
class PromptUsed:
    """Which prompt a model was asked with; ``digest`` is the start of the SHA-256 of its file."""

    name: str
    version: int
    digest: str


@dataclass(frozen=True, slots=True)
class Attempt:
    """One candidate on the way, with what was wrong with it and what it cost.

    ``cached`` tells that the model's answer was kept from an earlier call.
    """

    maker: str
    findings: tuple[str, ...]
    breaks: tuple[str, ...]
    prompt_tokens: int = 0
    completion_tokens: int = 0
    milliseconds: float = 0.0
    prompt: PromptUsed | None = None
    cached: bool = False


@dataclass(frozen=True, slots=True)
class Usage:
    """Calls and tokens spent on models."""

    calls: int = 0
    prompt_tokens: int = 0
    completion_tokens: int = 0


@dataclass(frozen=True, slots=True)
class Result:
    """What ``refine`` hands back; ``text`` is empty where nothing was released."""

    released: bool
    text: str
    subject: str | None
    kind: str
    engine: Engine
    before: Report
    after: Report | None
    ledger: Ledger
    changes: tuple[Change, ...] = ()
    questions: tuple[Question, ...] = ()
    attempts: tuple[Attempt, ...] = ()
    usage: Usage = field(default_factory=Usage)
    alternatives: tuple[str, ...] = ()
