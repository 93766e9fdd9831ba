"""Decides on a finished run, and costs nothing.

A ``Run`` and its ``Comparison`` with a baseline enter; a ``Decision`` leaves: what got worse, what was
missed, and why the run may prove nothing at all.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from tactful.evals.compare import Comparison, Flip
from tactful.evals.record import Run
from tactful.evals.summary import Summary, Tally, summarise

PASSED, FAILED, PROVES_NOTHING = 0, 1, 3
MOST_FAILED = 0.05
# The offences of which not one more may be released.
OFFENCES = (
    "blame",
    "rude-language",
    "passive-aggression",
    "sarcasm",
    "threat",
    "gossip",
    "demand",
)
NEVER = frozenset({"decision", "added", *(f"rule:{name}" for name in OFFENCES)})
# What is worse the higher it is, and how much higher it may get.
FEWEST_DRAFTS = 10
_MOST_RISE = {"rewritten": 0.02, "reading-grade": 1.0}


@dataclass(frozen=True, slots=True)
class Decision:
    """What a gate says; ``failures`` are reasons to stop the change, ``doubts`` that nothing is proven."""

    failures: tuple[str, ...]
    doubts: tuple[str, ...]

    @property
    def code(self) -> int:
        """The exit code: a run that proves nothing cannot pass, and cannot fail either."""
        if self.doubts:
            return PROVES_NOTHING
        return FAILED if self.failures else PASSED


def decide(run: Run, comparison: Comparison | None, minimum_fall: float) -> Decision:
    """Return the decision; a fall below the minimum (a share of cases) is let pass."""
    summaries = summarise(run)
    failures = [*_missed_bars(run, summaries)]
    doubts = [*_doubts(run, summaries)]
    if comparison is not None:
        failures += [*_flips(comparison), *_falls(comparison, minimum_fall), *_rises(comparison)]
        doubts += _unproven(run, comparison)
    elif not any(run.plan.bars.values()):
        doubts.append("there is neither a baseline nor a bar to hold the run against")
    return Decision(tuple(failures), tuple(doubts))


def _missed_bars(run: Run, summaries: tuple[Summary, ...]) -> Iterator[str]:
    for one in summaries:
        for scorer, bar in run.plan.bars[one.suite].items():
            tally = one.tallies.get(scorer)
            if tally is not None and tally.rate is not None and tally.rate < bar:
                yield (
                    f"{one.suite}, {one.engine}: {scorer} holds in {tally.holds} of {tally.judged}, and the "
                    f"suite demands {bar:.0%}"
                )


def _doubts(run: Run, summaries: tuple[Summary, ...]) -> Iterator[str]:
    if not run.plan.expected():
        yield "the run has no case"
    if not run.plan.complete:
        some = sum(map(len, run.plan.cases.values()))
        yield f"the run takes in {some} of {sum(map(len, run.plan.whole.values()))} cases"
    if run.missing:
        yield f"{len(run.missing)} cases have no record: the run was cut short"
    for one in summaries:
        if one.recorded and one.failed > MOST_FAILED * one.recorded:
            yield f"{one.suite}, {one.engine}: {one.failed} of {one.recorded} calls failed"
        yield from _unscored(run, one)


def _unscored(run: Run, one: Summary) -> Iterator[str]:
    for scorer, tally in one.tallies.items():
        if tally.not_scored > MOST_FAILED * (tally.judged + tally.not_scored):
            yield f"{one.suite}, {one.engine}: {scorer} could not be scored in {tally.not_scored} cases"
    for scorer in run.plan.bars[one.suite]:
        held = one.tallies.get(scorer, Tally())
        if one.planned and not held.judged:
            yield f"{one.suite}, {one.engine}: no case was scored by {scorer}, which has a bar"


def _unproven(run: Run, comparison: Comparison) -> Iterator[str]:
    """Yield the suites of which the baseline knows too little."""
    known = {(one.engine, one.suite) for one in comparison.differences}
    for engine in run.plan.engines:
        for suite, cases in run.plan.cases.items():
            new = [one for one in comparison.new if (one.engine, one.suite) == (engine, suite)]
            if cases and (engine, suite) not in known:
                yield f"{suite}, {engine}: {comparison.before} has no case of it; write a baseline first"
            elif 2 * len(new) > len(cases):
                yield f"{suite}, {engine}: {len(new)} of {len(cases)} cases are not in {comparison.before}"


def _flips(comparison: Comparison) -> Iterator[str]:
    for flip in comparison.flips:
        if flip.scorer in NEVER and flip.worse and flip.before in {None, 1.0}:
            yield f"{flip.suite}/{flip.case}, {flip.engine}: {flip.scorer} {_once(flip)}, which must never be"


def _once(flip: Flip) -> str:
    return "held and is broken" if flip.before is not None else "is broken and was not judged before"


def _falls(comparison: Comparison, minimum_fall: float) -> Iterator[str]:
    for one in comparison.differences:
        if one.significant and one.fall >= minimum_fall:
            yield (
                f"{one.suite}, {one.engine}: {one.scorer} fell from {one.before:.1%} to {one.after:.1%} "
                f"({one.worse} worse, {one.better} better of {one.cases}; by chance {one.chance:.2g})"
            )


def _rises(comparison: Comparison) -> Iterator[str]:
    for one in comparison.shifts:
        most = _MOST_RISE.get(one.measure)
        if most is not None and one.low > most and one.drafts >= FEWEST_DRAFTS:
            yield (
                f"{one.suite}, {one.engine}: {one.measure} rose from {one.before:.2f} to {one.after:.2f} "
                f"(by {one.low:.2f} to {one.high:.2f})"
            )
