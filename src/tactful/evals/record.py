"""What a run records: a plan, and a record for each case that an engine worked on.

Nothing enters; frozen dataclasses leave.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from tactful.result import Usage

State = Literal["holds", "broken", "measured", "not-applicable", "not-scored"]


@dataclass(frozen=True, slots=True)
class Score:
    """What one scorer says of one record.

    ``value`` is the number of a measure and ``None`` for the rest; ``note`` says why.  ``not-scored`` is a
    scorer that could not judge, which is neither good nor bad.
    """

    scorer: str
    state: State
    value: float | None = None
    note: str = ""

    @property
    def passed(self) -> bool | None:
        """Whether it holds; ``None`` where it is neither pass nor fail."""
        return {"holds": True, "broken": False}.get(self.state)


@dataclass(frozen=True, slots=True, order=True)
class Key:
    """Which record it is: a case of a suite, worked on by an engine for the n-th time (from 0)."""

    suite: str
    case: str
    engine: str
    repeat: int


@dataclass(frozen=True, slots=True)
class Record:
    """What came of one case.

    ``result`` is the object ``tactful.refine/1`` of docs/wire.md, ``None`` where there is none.  ``refused``
    is the code of an input that cannot be read as a draft; ``error`` says why a call failed, and then
    nothing is known about the case.  ``cost`` is ``None`` where the price is unknown.  ``scores`` is
    ``None`` before the record is scored.
    """

    key: Key
    source: str
    draft: str
    options: Mapping[str, Any]
    labels: Mapping[str, str]
    released: bool = False
    text: str = ""
    result: Mapping[str, Any] | None = None
    refused: str = ""
    error: str = ""
    usage: Usage = field(default_factory=Usage)
    cost: float | None = 0.0
    milliseconds: float = 0.0
    scores: tuple[Score, ...] | None = None

    @property
    def failed(self) -> bool:
        """Whether nothing is known about the case, because its call failed."""
        return bool(self.error)

    def score(self, scorer: str) -> Score | None:
        """Return what a scorer says, or ``None`` where it said nothing."""
        return next((one for one in self.scores or () if one.scorer == scorer), None)


@dataclass(frozen=True, slots=True)
class Plan:
    """What a run is to do; a run is only gone on with under the same plan.

    ``suites`` maps names to digests of the files, ``bars`` a suite to its bars, ``cases`` a suite to the
    ids that are to be worked on, and ``whole`` a suite to all ids it has.  ``engines`` are
    labels, ``settings`` whatever else the engines were told.
    """

    version: str
    rule_book: str
    prompts: str
    engines: tuple[str, ...]
    settings: Mapping[str, Any]
    suites: Mapping[str, str]
    bars: Mapping[str, Mapping[str, float]]
    cases: Mapping[str, tuple[str, ...]]
    whole: Mapping[str, tuple[str, ...]]
    repeats: int = 1
    seed: int = 0
    shard: str = "1/1"

    def expected(self) -> tuple[Key, ...]:
        """Return the records that a finished run has, in order."""
        return tuple(
            Key(suite, case, engine, repeat)
            for engine in self.engines
            for suite, cases in self.cases.items()
            for case in cases
            for repeat in range(self.repeats)
        )

    @property
    def complete(self) -> bool:
        """Whether the plan takes in every case of its suites."""
        return all(len(cases) == len(self.whole[suite]) for suite, cases in self.cases.items())


@dataclass(frozen=True, slots=True)
class Run:
    """A plan and what has been recorded of it, in the order of the plan."""

    name: str
    plan: Plan
    records: tuple[Record, ...]

    @property
    def missing(self) -> tuple[Key, ...]:
        """The records that the plan asks for and the run has not got."""
        got = {record.key for record in self.records}
        return tuple(key for key in self.plan.expected() if key not in got)

    @property
    def failed(self) -> tuple[Record, ...]:
        """The records whose call failed."""
        return tuple(record for record in self.records if record.failed)
