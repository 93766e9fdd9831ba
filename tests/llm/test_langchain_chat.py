"""LangChain's chat models behind the protocol of this package."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest
from langchain_core.language_models import BaseChatModel
from langchain_core.language_models.fake_chat_models import FakeListChatModel, GenericFakeChatModel
from langchain_core.messages import AIMessage
from pydantic import Field

from tactful.errors import CredentialsError, ProviderError
from tactful.llm import CallLimits, Completion, Message
from tactful.llm.langchain_chat import LangChainChat

ASKED = (Message("system", "Be brief."), Message("user", "Rewrite this."), Message("assistant", "No."))


def ask(model: BaseChatModel, seconds: float = 20.0) -> Completion:
    return asyncio.run(LangChainChat(model).complete(ASKED, CallLimits(50, seconds)))


def answering(message: AIMessage) -> BaseChatModel:
    return GenericFakeChatModel(messages=iter([message]))


class Asked(FakeListChatModel):
    """Keeps what it was asked."""

    seen: list[Any] = Field(default_factory=list)

    def _call(self, messages, *args, **options):
        self.seen.extend(messages)
        return super()._call(messages, *args, **options)


class Failing(FakeListChatModel):
    """Raises an error that holds a key."""

    status: int | None = None

    def _call(self, *_, **__):
        error = RuntimeError("The key sk-secret was wrong.")
        if self.status is not None:
            error.status_code = self.status  # type: ignore[attr-defined]
        raise error


def test_roles_and_text_arrive():
    model = Asked(responses=["Done."])
    assert ask(model) == Completion("Done.", "stop", 0, 0)
    assert [(one.type, one.content) for one in model.seen] == [
        ("system", "Be brief."),
        ("human", "Rewrite this."),
        ("ai", "No."),
    ]


def test_usage_and_parts():
    usage: Any = {"input_tokens": 5, "output_tokens": 3, "total_tokens": 8}
    parts: Any = [{"type": "text", "text": "One "}, {"type": "reasoning"}, {"type": "text", "text": "two."}]
    assert ask(answering(AIMessage(parts, usage_metadata=usage))) == Completion("One two.", "stop", 5, 3)


@pytest.mark.parametrize(
    ("metadata", "finish"),
    [
        ({"finish_reason": "stop"}, "stop"),
        ({"finish_reason": "length"}, "length"),
        ({"finish_reason": "content_filter"}, "refused"),
        ({"finish_reason": "STOP"}, "stop"),
        ({"stop_reason": "end_turn"}, "stop"),
        ({"stop_reason": "max_tokens"}, "length"),
        ({"done_reason": "length"}, "length"),
        ({"finish_reason": "tool_calls"}, "other"),
    ],
)
def test_how_an_answer_ended(metadata, finish):
    assert ask(answering(AIMessage("Done.", response_metadata=metadata))).finish == finish


def test_a_refusal():
    message = AIMessage(
        "", additional_kwargs={"refusal": "I cannot."}, response_metadata={"finish_reason": "stop"}
    )
    assert ask(answering(message)) == Completion("", "refused", 0, 0)


def test_a_model_that_takes_too_long():
    with pytest.raises(ProviderError, match=r"did not answer within 0\.1 s"):
        ask(FakeListChatModel(responses=["Late."], sleep=1.0), seconds=0.1)


@pytest.mark.parametrize(
    ("status", "error", "message"),
    [
        (401, CredentialsError, r"The provider of Failing refused the key \(401\)"),
        (500, ProviderError, r"The model Failing failed \(RuntimeError, 500\)"),
        (None, ProviderError, r"The model Failing failed \(RuntimeError\)"),
    ],
)
def test_what_fails_is_said_without_the_words_of_the_error(status, error, message):
    with pytest.raises(error, match=message) as caught:
        ask(Failing(responses=["Never."], status=status))
    assert "sk-secret" not in str(caught.value)
    assert caught.value.__suppress_context__


def test_the_name():
    class Named(FakeListChatModel):
        model_name: str = "some-model"

    assert LangChainChat(Named(responses=[])).name == "some-model"
    assert LangChainChat(FakeListChatModel(responses=[])).name == "FakeListChatModel"


def test_closing_leaves_the_model_alone():
    model = FakeListChatModel(responses=["One."])
    asyncio.run(LangChainChat(model).close())
    assert ask(model).text == "One."
