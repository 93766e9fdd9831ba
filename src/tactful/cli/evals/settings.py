"""What the actions of ``tactful eval`` take.

Nothing enters; frozen dataclasses leave, each with the module that runs it.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import ClassVar, Self

from tactful.cli.arguments import Settings


@dataclass(frozen=True, slots=True, kw_only=True)
class RunSettings(Settings):
    """What a run takes; ``file`` is where it is recorded, ``resumed`` says whether it is there already."""

    module: ClassVar[str] = "tactful.cli.evals.run"
    suites: tuple[str, ...]
    engines: tuple[str, ...]
    models: tuple[str, ...]
    base_urls: tuple[str, ...]
    answers: Path | None
    concurrency: int
    repeats: int
    seed: int
    file: Path | None
    resumed: bool
    filters: tuple[str, ...]
    limit: int | None
    shard: tuple[int, int]
    calls: int | None
    tokens: int | None
    cost: float | None
    prices: Path | None
    gated: bool
    baseline: Path | None
    minimum_fall: float


@dataclass(frozen=True, slots=True, kw_only=True)
class MergeSettings(Settings):
    """What ``merge`` takes: the file to make, and the runs that it is made of."""

    module: ClassVar[str] = "tactful.cli.evals.merge"
    target: Path
    runs: tuple[Path, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportSettings(Settings):
    """What ``report`` takes; without a ``target`` the report goes to standard output."""

    module: ClassVar[str] = "tactful.cli.evals.report"
    run: Path
    format: str
    target: Path | None


@dataclass(frozen=True, slots=True, kw_only=True)
class DecideSettings(Settings):
    """What ``compare`` and ``gate`` take; without a baseline those of the project are meant."""

    run: Path
    baseline: Path | None
    minimum_fall: float


@dataclass(frozen=True, slots=True, kw_only=True)
class CompareSettings(DecideSettings):
    """What ``compare`` takes."""

    module: ClassVar[str] = "tactful.cli.evals.compare"


@dataclass(frozen=True, slots=True, kw_only=True)
class GateSettings(DecideSettings):
    """What ``gate`` takes."""

    module: ClassVar[str] = "tactful.cli.evals.gate"


@dataclass(frozen=True, slots=True, kw_only=True)
class BaselineSettings(Settings):
    """What ``baseline`` takes: a run, and the folder that the files go to."""

    module: ClassVar[str] = "tactful.cli.evals.baseline"
    run: Path
    folder: Path


@dataclass(frozen=True, slots=True, kw_only=True)
class JudgingSettings(Settings):
    """What every action takes that asks a judge; without rules to judge by, the offences are meant."""

    model: str
    base_url: str | None
    judged: tuple[str, ...]
    concurrency: int

    def with_rules(self, judged: tuple[str, ...]) -> Self:
        """Return the same settings with other rules to judge by."""
        return replace(self, judged=judged)


@dataclass(frozen=True, slots=True, kw_only=True)
class JudgeSettings(JudgingSettings):
    """What ``judge`` takes."""

    module: ClassVar[str] = "tactful.cli.evals.judge"
    run: Path


@dataclass(frozen=True, slots=True, kw_only=True)
class CalibrateSettings(JudgingSettings):
    """What ``calibrate`` takes: the file of what people say."""

    module: ClassVar[str] = "tactful.cli.evals.calibrate"
    labels: Path
