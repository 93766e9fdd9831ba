"""A real model, served by llama.cpp on loopback, answers by way of the openai client."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest

from tactful.llm import CallLimits, Message
from tactful.llm.openai_chat import OpenAIChat

pytestmark = pytest.mark.llm

ASKED = (
    Message("system", "You rewrite messages politely."),
    Message("user", "Rewrite this: I won't take your job."),
)


def call(small_model, limits):
    async def calling():
        model = OpenAIChat(small_model.name, small_model.base_url)
        try:
            return await model.listed(10), await model.complete(ASKED, limits)
        finally:
            await model.close()

    return asyncio.run(calling())


def test_the_model_is_listed_and_answers(small_model):
    listed, done = call(small_model, CallLimits(max_tokens=60, seconds=120, seed=1))
    assert listed == (small_model.name,)
    assert done.text.strip()
    assert done.finish in {"stop", "length"}
    assert done.prompt_tokens > 10
    assert 0 < done.completion_tokens <= 60


def test_the_same_question_gets_the_same_answer(small_model):
    limits = CallLimits(max_tokens=20, seconds=120, seed=1)
    assert call(small_model, limits) == call(small_model, limits)


def test_an_answer_is_cut_at_the_limit(small_model):
    _, done = call(small_model, CallLimits(max_tokens=3, seconds=120))
    assert (done.finish, done.completion_tokens) == ("length", 3)


def test_the_doctor_says_that_it_answers(small_model, capsysbinary):
    from tactful.cli import main

    assert main(("doctor", "--model", small_model.name, "--base-url", small_model.base_url)) == 0
    told = capsysbinary.readouterr().out.decode()
    assert "engine       llm (--model)\n" in told
    assert "listed       yes, among 1\n" in told
    assert "answer       after " in told


DRAFTS = ("angry", "texting", "notes", "stringing-along", "more-time")


@pytest.mark.parametrize("name", DRAFTS)
def test_what_comes_out_of_a_whole_refinement_passes_a_fresh_check(small_model, name):
    """The model is weak and often says the opposite: its text leaves only where it passes."""
    import tactful
    from tactful.draft import read_draft
    from tactful.loop import Budget, Effort
    from tactful.options import context_from
    from tactful.rulebook import built_in
    from tactful.verify import verify

    text = (Path(__file__).parents[2] / "examples" / f"{name}.txt").read_text(encoding="utf-8")
    model = OpenAIChat(small_model.name, small_model.base_url)
    effort = Effort(budget=Budget(calls=2, seconds=120))
    result = tactful.refine(text, model=model, effort=effort, today="2026-03-02")
    assert 1 <= result.usage.calls <= 2
    assert result.usage.completion_tokens > 0
    if not result.released:
        assert result.questions
        return
    context = {"kind": result.kind, "today": "2026-03-02"}
    assert tactful.check(result.text, **context).passes()
    verdict = verify(read_draft(text, context_from(context)), result.text, built_in())
    assert (verdict.breaks, verdict.ledger.added, verdict.ledger.lost) == ((), (), ())
