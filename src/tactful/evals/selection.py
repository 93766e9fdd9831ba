"""Says which cases of which suites a run takes in, and plans the run.

Suites, filters, a limit and a shard enter; the cases and a ``Plan`` leave.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fnmatch import fnmatchcase
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path
from typing import Any

from tactful.assets import asset
from tactful.errors import InternalError
from tactful.evals.record import Plan
from tactful.evals.suite import Case, Suite
from tactful.rulebook import RuleBook


@dataclass(frozen=True, slots=True)
class Selection:
    """Which cases count: all filters hold, the first ``limit`` of each suite, one shard (from 1) of many.

    A filter is ``label=value``, or a pattern of ids such as ``rough-0*``.
    """

    filters: tuple[str, ...] = ()
    limit: int | None = None
    shard: int = 1
    shards: int = 1

    def cases(self, suites: Sequence[Suite]) -> dict[str, tuple[Case, ...]]:
        """Return the cases of each suite; drafts and their variants stay in one shard."""
        chosen = {suite.name: self._chosen(suite) for suite in suites}
        sources = dict.fromkeys(case.source for cases in chosen.values() for case in cases)
        mine = {source for at, source in enumerate(sources) if at % self.shards == self.shard - 1}
        return {name: tuple(case for case in cases if case.source in mine) for name, cases in chosen.items()}

    def _chosen(self, suite: Suite) -> tuple[Case, ...]:
        found = [case for case in suite.cases if all(_fits(case, one) for one in self.filters)]
        return tuple(found[: self.limit])


def _fits(case: Case, wanted: str) -> bool:
    label, equals, value = wanted.partition("=")
    if equals:
        return case.labels.get(label) == value
    return fnmatchcase(case.id, wanted)


@dataclass(frozen=True, slots=True)
class Means:
    """What a run works with; ``settings`` is whatever else changes what an engine makes."""

    book: RuleBook
    engines: tuple[str, ...]
    settings: Mapping[str, Any]
    prompts: Path | None
    repeats: int = 1
    seed: int = 0


def plan_of(suites: Sequence[Suite], selection: Selection, means: Means) -> Plan:
    """Return the plan of a run."""
    chosen = selection.cases(suites)
    return Plan(
        version=version("tactful"),
        rule_book=digest_of(means.book),
        prompts=_digest_of_folder(means.prompts),
        engines=means.engines,
        settings=means.settings,
        suites={suite.name: suite.digest for suite in suites},
        bars={suite.name: dict(suite.bars) for suite in suites},
        cases={name: tuple(case.id for case in cases) for name, cases in chosen.items()},
        whole={suite.name: tuple(case.id for case in suite.cases) for suite in suites},
        repeats=means.repeats,
        seed=means.seed,
        shard=f"{selection.shard}/{selection.shards}",
    )


def digest_of(book: RuleBook) -> str:
    """Return what changes with anything in a rule book."""
    return sha256(json.dumps(book.data, sort_keys=True).encode()).hexdigest()[:16]


def _digest_of_folder(folder: Path | None) -> str:
    digest = sha256()
    for path in sorted(folder.rglob("*.yaml")) if folder else ():
        digest.update(path.name.encode() + b"\0" + path.read_bytes() + b"\0")
    return digest.hexdigest()[:16]


def prompt_folder() -> Path | None:
    """Return where the prompts lie, or ``None`` where there are none."""
    try:
        return asset("prompts")
    except InternalError:
        return None
