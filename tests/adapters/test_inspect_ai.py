"""The scorer, in a task that Inspect runs."""

from __future__ import annotations

import gc

import pytest

pytest.importorskip("inspect_ai", reason="Inspect is not installed: pip install inspect-ai")

from inspect_ai import Task
from inspect_ai import eval as run_tasks
from inspect_ai.dataset import Sample
from inspect_ai.model import ModelOutput
from inspect_ai.solver import solver

from tactful.adapters.inspect_ai import sendable

DRAFT = "Hi Priya, your interview was a circus. I decline. Please post my badge to me. Sam"
GOOD = (
    "Hi Priya,\n\nThank you for the offer. I decline it. Please post my badge to me. "
    "I wish you all the best.\n\nSam"
)
# Inspect and what it stands on warn of their own future.
pytestmark = [
    pytest.mark.filterwarnings("ignore::DeprecationWarning"),
    pytest.mark.filterwarnings("ignore::ResourceWarning"),
]


@pytest.fixture
def score(tmp_path):
    """Run a task of one sample for which this output is given, and return the score."""

    def run(output: str, metadata=None, **options):
        @solver
        def answer():
            async def solve(state, generate):  # noqa: ARG001 - Inspect's
                state.output = ModelOutput.from_content("none", output)
                return state

            return solve

        sample = Sample(input=DRAFT, metadata=metadata)
        task = Task(dataset=[sample], solver=answer(), scorer=sendable(**options))
        (log,) = run_tasks(task, model="none", log_dir=str(tmp_path / "logs"), display="none")
        assert log.status == "success", log.error
        assert {metric.name for one in log.results.scores for metric in one.metrics.values()} == {
            "accuracy",
            "stderr",
        }
        return log.samples[0].scores["sendable"]

    yield run
    # What Inspect leaves open complains when it is collected: here, and in no other test.
    gc.collect()


def test_a_good_output_is_correct(score):
    found = score(GOOD)
    assert (found.value, found.answer) == ("C", GOOD)
    assert found.metadata == {"objections": []}


def test_a_bad_output_is_incorrect_and_says_why(score):
    found = score(GOOD.replace(" Please post my badge to me.", ""))
    assert found.value == "I"
    assert found.explanation.startswith("lost: the text leaves out without a reason: «")
    assert found.metadata == {"objections": [{"about": "lost", "rule": ""}]}


def test_a_sample_may_bring_its_own_draft_and_context(score):
    late = {"offered_on": "2026-01-01", "today": "2026-02-01"}
    assert score(GOOD, context=late).value == "I"
    own = {"draft": DRAFT, "context": {"today": "2026-01-02"}}
    assert score(GOOD, own, context=late).value == "C"
