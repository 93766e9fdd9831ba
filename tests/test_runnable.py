"""Checking and refining inside real chains of LangChain, with its own fake chat models."""

from __future__ import annotations

import asyncio
import subprocess
import sys

import pytest
from langchain_core.language_models.fake_chat_models import FakeListChatModel, GenericFakeChatModel
from langchain_core.messages import AIMessage
from langchain_core.runnables import RunnableLambda

import tactful
from tactful.errors import OptionError
from tactful.llm import ScriptedModel
from tactful.loop import Effort, Step
from tactful.result import Result
from tactful.runnable import TactfulChecker, TactfulRefiner

DRAFT = """Dear Ms Brandt,

Thank you for the offer of the data engineer position at Harbourline. Your hiring process was a joke. I have \
decided to decline. The salary is below the range I need. Please delete my documents from your system. \
I wish you and the team all the best.

Jonas Weil"""
FINE = DRAFT.replace(" Your hiring process was a joke.", "")
MASKED = (
    FINE.replace("Ms Brandt", "[NAME_1]")
    .replace("Harbourline", "[COMPANY_2]")
    .replace("Jonas Weil", "[NAME_3]")
)
BLAMING = MASKED.replace("I have decided", "The interview was a farce. I have decided")
STEPS = [Step("rewriting", 1, 0), Step("repairing", 2, 3), Step("finished", 2, 0)]


def _saying(*answers):
    return GenericFakeChatModel(messages=iter([AIMessage(one) for one in answers]))


def _after(refiner):
    """Put the refiner between two steps: a text enters, the text that was made of it leaves."""
    return RunnableLambda(str.strip) | refiner | RunnableLambda(lambda result: result.text)


async def _all(stream):
    return [event async for event in stream]


def test_a_chain_refines_with_a_chat_model():
    chain = _after(TactfulRefiner(_saying(MASKED, MASKED)))
    assert chain.invoke(f"{DRAFT}\n") == FINE
    assert asyncio.run(chain.ainvoke(f"{DRAFT}\n")) == FINE


def test_what_never_passes_is_composed():
    result = TactfulRefiner(FakeListChatModel(responses=[BLAMING])).invoke(DRAFT)
    assert (result.released, result.engine) == (True, "composer-fallback")
    assert "farce" not in result.text


def test_without_a_model_the_composer_writes():
    composed = tactful.refine(DRAFT, tone="warm")
    refiner = TactfulRefiner(tone="warm")
    assert composed.engine == "composer"
    assert refiner.invoke(DRAFT) == composed
    assert asyncio.run(refiner.ainvoke(DRAFT)) == composed
    assert asyncio.run(_all(refiner.astream(DRAFT))) == [composed]


def test_many_at_once_keep_their_order():
    other = DRAFT.replace("Jonas Weil", "Ada Kern")
    chain = _after(TactfulRefiner(FakeListChatModel(responses=[MASKED])))
    wanted = [FINE, FINE.replace("Jonas Weil", "Ada Kern"), FINE]
    assert chain.batch([DRAFT, other, DRAFT]) == wanted
    assert asyncio.run(chain.abatch([DRAFT, other, DRAFT])) == wanted


def test_a_mistake_in_one_of_many_can_be_returned_in_its_place():
    model = ScriptedModel(lambda _: MASKED)
    found: list[object] = [*TactfulRefiner(model).batch([DRAFT, {"letter": DRAFT}], return_exceptions=True)]
    assert isinstance(found[0], Result)
    assert found[0].text == FINE
    assert isinstance(found[1], OptionError)
    assert model.closed


def test_steps_come_before_the_result():
    *steps, result = asyncio.run(_all(TactfulRefiner(_saying(BLAMING, "2:")).astream(DRAFT)))
    assert steps == STEPS
    assert isinstance(result, Result)
    assert (result.text, result.engine) == (FINE, "llm-repaired")


def test_a_chain_streams_the_steps_of_its_last_link():
    chain = RunnableLambda(str.strip) | TactfulRefiner(_saying(BLAMING, "2:"))
    *steps, result = asyncio.run(_all(chain.astream(DRAFT)))
    assert (steps, result.text) == (STEPS, FINE)


def test_the_link_after_it_gets_the_result_alone():
    assert asyncio.run(_all(_after(TactfulRefiner(_saying(BLAMING, "2:"))).astream(DRAFT))) == [FINE]


def test_no_event_of_a_chain_holds_unverified_text():
    chain = _after(TactfulRefiner(_saying(BLAMING, "2:")))
    events = asyncio.run(_all(chain.astream_events(DRAFT, version="v2")))
    assert {event["name"] for event in events} >= {"TactfulRefiner", "RunnableSequence"}
    assert "was a farce" not in repr(events)
    assert FINE in [event["data"].get("output") for event in events]


def test_progress_that_was_asked_for_is_told_too():
    told: list[Step] = []
    refiner = TactfulRefiner(_saying(BLAMING, "2:"), effort=Effort(progress=told.append))
    *steps, _ = asyncio.run(_all(refiner.astream(DRAFT)))
    assert told == steps == STEPS


def test_a_failure_comes_out_of_the_stream():
    with pytest.raises(OptionError, match="holds no text"):
        asyncio.run(_all(TactfulRefiner(_saying()).astream({})))


def test_context_comes_with_the_text_and_goes_before_that_of_the_link():
    refiner = TactfulRefiner(tone="warm", from_="Sam")
    draft = "Hi Ann,\n\nYour pay is a joke. I decline your offer.\n"
    assert refiner.invoke({"text": draft, "from": "Kim", "tone": None}) == tactful.refine(
        draft, tone="warm", from_="Kim"
    )


@pytest.mark.parametrize("link", [TactfulRefiner(), TactfulChecker()])
def test_what_enters_changes_nothing_but_the_context(link):
    with pytest.raises(OptionError, match=r"^There is no option 'rules'; "):
        link.invoke({"text": DRAFT, "rules": ["/"]})
    with pytest.raises(OptionError, match=r"^The input holds no text; "):
        link.invoke({"text": None})
    with pytest.raises(OptionError, match=r"^The input holds no text; "):
        link.invoke(7)


def test_a_chain_checks_what_a_chat_model_wrote():
    chain = _saying(DRAFT) | RunnableLambda(lambda message: message.text) | TactfulChecker()
    assert chain.invoke("Decline the offer.") == tactful.check(DRAFT)


def test_checking_takes_context():
    checker = TactfulChecker(kind="decline")
    wanted = tactful.check(DRAFT, kind="decline", offered_on="2026-01-02")
    given = {"text": DRAFT, "offered_on": "2026-01-02"}
    assert checker.invoke(given) == wanted
    assert asyncio.run(checker.ainvoke(given)) == wanted
    assert checker.batch([given, FINE]) == [wanted, tactful.check(FINE, kind="decline")]


def test_only_this_module_loads_langchain():
    code = (
        "import sys, tactful\n"
        "tactful.check('Hi Ann,\\n\\nI decline.\\n')\n"
        "print(any(name.startswith('langchain') for name in sys.modules))"
    )
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True)
    assert ran.stdout == "False\n"
