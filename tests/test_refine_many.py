"""Many texts in one call: in order, so many at once, and no text spoils another."""

from __future__ import annotations

import asyncio
from itertools import count

import pytest

import tactful
from tactful.errors import InputError, OptionError, ProviderError
from tactful.llm import ScriptedModel
from tactful.loop import Effort
from tactful.result import Result

INSULT = " Your hiring process was a joke."


def draft(company):
    return (
        f"Dear Ms Brandt,\n\nThank you for the offer at {company}.{INSULT} I have decided to decline. "
        "I wish you and the team all the best.\n\nJonas Weil"
    )


def fine(company):
    return draft(company).replace(INSULT, "")


def obedient(messages):
    """Give the draft back as it was sent, without its insult."""
    fence = messages[0].text.partition("two lines that read ")[2].partition(".")[0]
    return messages[1].text.split(f"\n{fence}\n")[1].replace(INSULT, "")


class Slow(ScriptedModel):
    """Answers after a turn of the event loop, and counts how many wait at once."""

    def __init__(self) -> None:
        super().__init__(obedient)
        self.at_once = self.most_at_once = 0

    async def complete(self, messages, limits):
        self.at_once += 1
        self.most_at_once = max(self.most_at_once, self.at_once)
        try:
            # Long enough for all that may come at once to come.
            await asyncio.sleep(0.2)
            return await super().complete(messages, limits)
        finally:
            self.at_once -= 1


COMPANIES = ("Harbourline", "Nordwind", "Kestrel", "Brightwell", "Lumen", "Ostara")


def results(outcomes):
    """Return the outcomes, none of which may be an error."""
    assert [one for one in outcomes if not isinstance(one, Result)] == []
    return outcomes


async def collected(outcomes):
    return [one async for one in outcomes]


def test_with_a_model_results_come_in_order_and_no_more_at_once_than_allowed():
    model = Slow()
    outcomes = results(tactful.refine_many(map(draft, COMPANIES), model=model, at_once=3))
    assert [one.text for one in outcomes] == list(map(fine, COMPANIES))
    assert {one.engine for one in outcomes} == {"llm"}
    assert model.most_at_once == 3
    assert model.closed


def test_who_awaits_gets_the_same_and_the_model_stays_open():
    model = Slow()
    outcomes = asyncio.run(
        collected(tactful.refine_many_async(map(draft, COMPANIES), model=model, at_once=2))
    )
    assert [one.text for one in outcomes] == list(map(fine, COMPANIES))
    assert model.most_at_once == 2
    assert not model.closed


def test_within_a_running_event_loop_too():
    async def inside():
        return tactful.refine_many([draft("Lumen")], model=ScriptedModel(obedient))

    assert [one.text for one in asyncio.run(inside())] == [fine("Lumen")]


def test_without_a_model_the_composer_writes_the_same_as_for_one():
    outcomes = tactful.refine_many(map(draft, COMPANIES[:2]), tone="warm")
    assert outcomes == [tactful.refine(draft(one), tone="warm") for one in COMPANIES[:2]]


@pytest.mark.parametrize("model", [None, ScriptedModel(obedient)])
def test_a_text_that_cannot_be_read_gives_its_error_and_the_others_their_results(model):
    given = [draft("Lumen"), "", {"text": draft("Lumen"), "knd": "decline"}, {"no": "text"}, draft("Ostara")]
    outcomes = tactful.refine_many(given, model=model)
    assert [type(one) for one in outcomes] == [Result, InputError, OptionError, OptionError, Result]


def test_a_failing_model_gives_errors_where_no_fallback_is_wanted():
    model = ScriptedModel(lambda _: ProviderError("It is down."))
    (error,) = tactful.refine_many([draft("Lumen")], model=model, effort=Effort(fallback=False))
    assert isinstance(error, ProviderError)
    assert str(error) == "It is down."


@pytest.mark.parametrize("model", [None, ScriptedModel(obedient)])
def test_a_mapping_brings_context_of_its_own_beside_that_of_all(model):
    given = [
        {"text": draft("Lumen"), "kind": "negotiate"},
        {"text": draft("Lumen").encode(), "from_": "Jonas Weil"},
    ]
    first, second = results(tactful.refine_many(given, model=model, tone="warm", to="Ms Brandt"))
    # Against a draft that clearly says no, the kind is asked about.
    assert [one.blocking for one in first.questions] == [True]
    assert second.released


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"at_once": 0}, "at_once is 0; give 1 or more"),
        ({"knd": "decline"}, "There is no option 'knd'"),
        ({"alternatives": 0}, "alternatives is 0"),
        ({"rules": ["nowhere"]}, "There is no folder"),
    ],
)
def test_a_mistake_that_spoils_all_is_raised_before_any_work(options, message):
    model = ScriptedModel(obedient)
    with pytest.raises(OptionError, match=message):
        tactful.refine_many([draft("Lumen")], model=model, **options)
    with pytest.raises(OptionError, match=message):
        tactful.refine_many([draft("Lumen")], **options)
    assert model.calls == []


def test_endless_texts_are_taken_only_when_there_is_room():
    taken = []

    def endless():
        for at in count():
            taken.append(at)
            yield draft("Lumen")

    async def first():
        outcomes = tactful.refine_many_async(endless(), model=ScriptedModel(obedient), at_once=2)
        found = await anext(outcomes)
        await outcomes.aclose()
        return found

    assert results([asyncio.run(first())])[0].text == fine("Lumen")
    assert len(taken) <= 4
