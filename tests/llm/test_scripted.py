"""The scripted model gives what it was told to, and keeps what it was asked."""

from __future__ import annotations

import asyncio

import pytest

from tactful.errors import CredentialsError, ProviderError
from tactful.llm import CallLimits, Completion, Message, Model, ScriptedModel

LIMITS = CallLimits(max_tokens=100, seconds=5)
ASKED = (Message("system", "Be brief."), Message("user", "Rewrite this please."))


def ask(model: Model, *messages: Message) -> Completion:
    return asyncio.run(model.complete(messages or ASKED, LIMITS))


def test_answers_come_in_turn_and_then_an_error():
    model = ScriptedModel(["One two.", Completion("cut", "length", 7, 9)])
    assert ask(model) == Completion("One two.", "stop", 5, 2)
    assert ask(model) == Completion("cut", "length", 7, 9)
    with pytest.raises(ProviderError, match="no further answer"):
        ask(model)


def test_a_function_answers_from_the_messages():
    model = ScriptedModel(lambda messages: messages[-1].text.upper(), name="shouter")
    assert ask(model).text == "REWRITE THIS PLEASE."
    assert model.name == "shouter"


def test_an_error_in_the_script_is_raised():
    model = ScriptedModel([CredentialsError("no key"), "Fine."])
    with pytest.raises(CredentialsError, match="no key"):
        ask(model)
    assert ask(model).text == "Fine."


def test_the_calls_are_kept():
    model = ScriptedModel(["One.", "Two."])
    ask(model)
    ask(model, Message("user", "Again."))
    assert [call.messages for call in model.calls] == [ASKED, (Message("user", "Again."),)]
    assert {call.limits for call in model.calls} == {LIMITS}


def test_closing_is_kept():
    model = ScriptedModel([])
    assert not model.closed
    asyncio.run(model.close())
    assert model.closed
