"""What a suite is: cases, each a draft with what is expected of the text that comes out.

Nothing enters; frozen dataclasses leave.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

# The decisions for which a text may come out; for the others nothing must be released.
RELEASED_DECISIONS = ("decline", "withdraw", "negotiate", "more-time")
WITHHELD_DECISIONS = ("accept", "other", "undecided")
DECISIONS = (*RELEASED_DECISIONS, *WITHHELD_DECISIONS)
TONE_MEASURES = ("formality", "length", "warmth")


@dataclass(frozen=True, slots=True)
class Expectation:
    """What is expected of one case; what is ``None`` or empty is not asked for.

    ``keep`` and ``drop`` are regular expressions, ``rules`` says what a check finds in the draft, and
    ``tone`` which way a measure moves against the same draft in its own tone.
    """

    decision: str | None = None
    released: bool | None = None
    keep: tuple[str, ...] = ()
    drop: tuple[str, ...] = ()
    unchanged: bool = False
    only_change: str | None = None
    rules: Mapping[str, str] = field(default_factory=dict)
    tone: Mapping[str, str] = field(default_factory=dict)

    @property
    def release(self) -> bool | None:
        """Whether a text must come out; ``None`` where the case does not say."""
        if self.released is not None or self.decision is None:
            return self.released
        return self.decision in RELEASED_DECISIONS


@dataclass(frozen=True, slots=True)
class Case:
    """One draft and its circumstances; ``source`` names the draft that it is a variant of.

    ``fragment`` marks a draft that is a piece of a message, for which message-wide rules don't count.
    """

    suite: str
    id: str
    source: str
    draft: str
    options: Mapping[str, Any]
    expect: Expectation
    labels: Mapping[str, str] = field(default_factory=dict)
    fragment: bool = False

    @property
    def only_checked(self) -> bool:
        """Whether the case is about what a check finds, so that no engine has to work on it."""
        return bool(self.expect.rules) and self.expect == Expectation(rules=self.expect.rules)

    @property
    def in_own_tone(self) -> bool:
        """Whether the draft keeps its own tone, so that its variants are measured against it."""
        return str(self.options.get("tone", "as-is")) == "as-is"


@dataclass(frozen=True, slots=True)
class Suite:
    """Cases that belong together; ``bars`` are the shares of passes that a gate demands.

    ``digest`` changes with anything in the file.
    """

    name: str
    describe: str
    bars: Mapping[str, float]
    cases: tuple[Case, ...]
    digest: str

    def scorers(self) -> frozenset[str]:
        """Return the scorers that can say pass or fail in this suite; rules stand as ``rule:``."""
        return frozenset(name for case in self.cases for name in _scorers_of(case))


def _scorers_of(case: Case) -> Iterator[str]:
    expect = case.expect
    asked = {
        "kept": expect.keep,
        "dropped": expect.drop,
        "decision": expect.decision,
        "released": expect.release is not None,
        "unchanged": expect.unchanged,
        "only-change": expect.only_change,
        "detection": expect.rules,
        "tone": expect.tone,
        "added": not case.only_checked,
        "lost": not case.only_checked,
        "rule": not case.only_checked,
    }
    yield from (name for name, wanted in asked.items() if wanted)
    yield from (f"detection:{rule}" for rule in expect.rules)
    yield from (f"tone:{measure}" for measure in expect.tone)
