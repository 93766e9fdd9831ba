"""The evaluator, in a dataset that pydantic-evals runs."""

from __future__ import annotations

import asyncio

import pytest

pytest.importorskip("pydantic_evals", reason="pydantic-evals is not installed: pip install 'tactful[evals]'")

from pydantic_evals import Case, Dataset

from tactful.adapters.pydantic_evals import Sendable

DRAFT = "Hi Priya, your interview was a circus. I decline. Please post my badge to me. Sam"
GOOD = (
    "Hi Priya,\n\nThank you for the offer. I decline it. Please post my badge to me. "
    "I wish you all the best.\n\nSam"
)


def judge(inputs, output, **options):
    """Return assertions and scores of one case, as the report of the runner has them."""
    typed = Dataset[str, str, None]
    dataset = typed(name="drafts", cases=[Case(name="one", inputs=inputs)], evaluators=[Sendable(**options)])
    # Not evaluate_sync: it leaves an event loop open, which a later test is blamed for.
    report = asyncio.run(dataset.evaluate(lambda _: output, progress=False))
    assert not report.failures
    (case,) = report.cases
    assert not case.evaluator_failures
    return case


def values(results):
    return {name: result.value for name, result in results.items()}


def test_a_good_output_holds_in_every_aspect():
    case = judge(DRAFT, GOOD)
    assert values(case.assertions) == {"rules": True, "decision": True, "added": True, "lost": True}
    assert values(case.scores) == {"objections": 0}


def test_a_broken_aspect_fails_with_its_reason():
    case = judge({"draft": DRAFT}, {"text": GOOD.replace(" Please post my badge to me.", "")})
    assert values(case.assertions) == {"rules": True, "decision": True, "added": True, "lost": False}
    assert case.assertions["lost"].reason.startswith("lost: the text leaves out without a reason: «")
    assert values(case.scores) == {"objections": 1}


def test_without_a_draft_only_the_rules_are_judged():
    assert values(judge({"question": "?"}, GOOD).assertions) == {"rules": True}


def test_the_context_of_a_case_goes_before_that_of_the_evaluator():
    late = {"offered_on": "2026-01-01", "today": "2026-02-01"}
    assert values(judge(DRAFT, GOOD, context=late).assertions)["rules"] is False
    early = {"draft": DRAFT, "context": {"today": "2026-01-02"}}
    assert values(judge(early, GOOD, context=late).assertions)["rules"] is True


def test_a_dataset_with_the_evaluator_is_written_and_read_again(tmp_path):
    path = tmp_path / "drafts.yaml"
    typed = Dataset[str, str, None]
    dataset = typed(
        name="drafts", cases=[Case(name="one", inputs=DRAFT)], evaluators=[Sendable(fail_on="warning")]
    )
    dataset.to_file(path, schema_path=None, custom_evaluator_types=[Sendable])
    again = typed.from_file(path, custom_evaluator_types=[Sendable])
    assert again.evaluators == [Sendable(fail_on="warning")]
