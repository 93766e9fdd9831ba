"""The gate hears a rule that got worse, and not the noise of a model that writes each time anew."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from random import Random

import pytest

from tactful.evals.compare import compare
from tactful.evals.execute import Execution
from tactful.evals.gate import decide
from tactful.evals.limits import Spending
from tactful.evals.prices import Prices
from tactful.evals.selection import Means, Selection, plan_of
from tactful.evals.standing import standings_of
from tactful.evals.store import RunStore
from tactful.evals.suite import Case, Expectation, Suite
from tactful.evals.work import Job
from tactful.evals.workshop import Workshop
from tactful.lint import lint
from tactful.result import Ledger, Result
from tactful.rulebook import RuleBook

CASES = 60
LETTER = (
    "Dear Priya,\n\nThank you for the offer. I have decided to decline it. "
    "I wish you and the team all the best.\n\nSam"
)
# The rules that the model breaks, what it writes for what, and how often.
FLAWS = {
    "emoji": ("the best.", "the best. \N{SMILING FACE WITH SMILING EYES}", 0.15),
    "shouting": ("I have decided", "I HAVE DECIDED", 0.10),
}


@dataclass(frozen=True)
class NoisyEngine:
    """Writes the same letter with flaws by chance; ``habit`` is one that it makes half of the time."""

    book: RuleBook
    seed: int
    habit: str = ""
    label: str = "noisy"
    model: str | None = None
    most_calls: int = 0

    def prepare(self):
        pass

    async def close(self):
        pass

    async def refine(self, case, draft, _):
        random = Random(f"{self.seed} {case.id}")  # noqa: S311 - no secret hangs on it
        text = LETTER
        for rule, (right, wrong, often) in FLAWS.items():
            if random.random() < (0.5 if rule == self.habit else often):
                text = text.replace(right, wrong)
        before = lint(draft)
        return Result(
            released=True,
            text=text,
            subject=None,
            kind="decline",
            engine="llm",
            before=before,
            after=None,
            ledger=Ledger(),
        )


@pytest.fixture(scope="module")
def record(book, tmp_path_factory):
    """Return a function that records a run of a noisy engine."""
    draft = LETTER.replace("I wish", "Your process was a mess. I wish")
    cases = tuple(
        Case("noise", f"case-{at}", f"case-{at}", draft, {}, Expectation(decision="decline"))
        for at in range(CASES)
    )
    suite = Suite("noise", "Noise.", {}, cases, "digest")
    folder = tmp_path_factory.mktemp("runs")

    def execute(seed, habit=""):
        engine = NoisyEngine(book, seed, habit)
        plan = plan_of((suite,), Selection(), Means(book, (engine.label,), {}, None, seed=seed))
        with RunStore(folder / f"{seed}{habit}.sqlite", plan) as store:
            workshop = Workshop(book, (engine,), Prices())
            execution = Execution(store, workshop, Spending(), 8, lambda _: None)
            asyncio.run(execution.execute([Job(case, engine.label) for case in cases]))
            return store.run()

    return execute


@pytest.fixture(scope="module")
def gate(record):
    """Return a function that holds a run against the one of seed 0."""
    before = standings_of(record(0))
    return lambda run: decide(run, compare(before, standings_of(run)), 0.02)


def test_twenty_reruns_with_another_seed_give_at_most_one_false_alarm(record, gate):
    decisions = [gate(record(seed)) for seed in range(1, 21)]
    assert not [one.doubts for one in decisions if one.doubts]
    assert sum(one.code != 0 for one in decisions) <= 1


@pytest.mark.parametrize("rule", FLAWS)
def test_a_habit_that_breaks_one_rule_fails_the_gate_and_is_named(record, gate, rule):
    decision = gate(record(100, rule))
    assert decision.code == 1
    (failure,) = decision.failures
    assert failure.startswith(f"noise, noisy: rule:{rule} fell from ")
