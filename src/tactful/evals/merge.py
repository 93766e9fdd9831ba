"""Puts the shards of one run together.

Runs enter; one run leaves, with the cases in the order of the suites.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, replace

from tactful.errors import OptionError
from tactful.evals.record import Plan, Record, Run

_MAY_DIFFER = frozenset({"cases", "shard"})


def merged(runs: Sequence[Run]) -> tuple[Plan, tuple[Record, ...]]:
    """Return the plan and the records of all shards; raises ``OptionError`` where they don't fit."""
    first = runs[0]
    for other in runs[1:]:
        different = [name for name in differences(first.plan, other.plan) if name not in _MAY_DIFFER]
        if different:
            raise OptionError(
                f"{first.name} and {other.name} are no parts of one run: {', '.join(different)} differ; "
                "merge runs that were started alike but for --shard."
            )
    records: dict[object, Record] = {}
    for run in runs:
        for record in run.records:
            if record.key in records:
                key = record.key
                raise OptionError(
                    f"{run.name}: {key.suite}/{key.case} is in two of the runs; give each shard once."
                )
            records[record.key] = record
    plan = _whole(runs)
    return plan, tuple(records[key] for key in plan.expected() if key in records)


def _whole(runs: Sequence[Run]) -> Plan:
    plan = runs[0].plan
    chosen = {suite: {case for run in runs for case in run.plan.cases[suite]} for suite in plan.suites}
    cases = {
        suite: tuple(case for case in every if case in chosen[suite]) for suite, every in plan.whole.items()
    }
    return replace(plan, cases=cases, shard="1/1")


def differences(one: Plan, other: Plan) -> list[str]:
    """Return the names of what differs between two plans."""
    left, right = asdict(one), asdict(other)
    return [name for name in left if left[name] != right[name]]
