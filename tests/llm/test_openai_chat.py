"""What becomes of a call to a real server on loopback, whatever that server does."""

from __future__ import annotations

import asyncio
import logging
import traceback
from typing import Any

import pytest

from tactful.errors import CredentialsError, ProviderError, TactfulError
from tactful.llm import CallLimits, Completion, Message
from tactful.llm.openai_chat import MOST_BYTES, OpenAIChat

KEY = "sk-very-secret-key"
ASKED = (Message("system", "Be brief."), Message("user", "Rewrite this."))


@pytest.fixture(autouse=True)
def _short_pauses(monkeypatch):
    monkeypatch.setattr("tactful.llm.openai_chat.FIRST_PAUSE", 0.01)


@pytest.fixture
def ask(stub_server):
    """Ask the server, which gives these replies in turn."""

    def asking(*replies, seconds: float = 20.0, key: str | None = KEY, calls: int = 1, **limits):
        async def all_calls():
            model = OpenAIChat("a-model", stub_server.base_url, key)
            given = CallLimits(max_tokens=50, seconds=seconds, **limits)
            try:
                done = [await model.complete(ASKED, given) for _ in range(calls)]
            finally:
                await model.close()
            return done[-1]

        stub_server.replies = replies
        return asyncio.run(all_calls())

    return asking


def test_what_is_asked_and_what_is_answered(ask, stub_server):
    assert ask(stub_server.says("Done."), temperature=0.5, seed=3) == Completion("Done.", "stop", 11, 7)
    (request,) = stub_server.requests
    assert request.path == "/v1/chat/completions"
    assert request.header("authorization") == f"Bearer {KEY}"
    assert request.json == {
        "model": "a-model",
        "messages": [
            {"role": "system", "content": "Be brief."},
            {"role": "user", "content": "Rewrite this."},
        ],
        "max_tokens": 50,
        "temperature": 0.5,
        "seed": 3,
    }


def test_a_server_without_a_key_is_sent_none(ask, stub_server, monkeypatch):
    monkeypatch.setenv("OPENAI_API_KEY", "of-another-server")
    ask(stub_server.says("Done."), key=None)
    assert stub_server.requests[0].header("authorization") is None
    assert b"of-another-server" not in stub_server.requests[0].head


def test_how_an_answer_ended(ask, stub_server):
    says = stub_server.says
    assert ask(says("Cut", finish="length")) == Completion("Cut", "length", 11, 7)
    assert ask(says("", finish="content_filter")).finish == "refused"
    assert ask(says(None, refusal="I cannot.")) == Completion("", "refused", 11, 7)
    assert ask(says("Odd", finish="tool_calls")).finish == "other"
    assert ask(says(None, finish=None)) == Completion("", "other", 11, 7)


def test_an_answer_in_parts_and_without_usage(ask, stub_server):
    parts = [{"type": "text", "text": "One "}, {"type": "image"}, {"type": "text", "text": "two."}]
    choice = {"message": {"content": parts}, "finish_reason": "stop"}
    usages: list[Any] = [None, [], {"prompt_tokens": None, "completion_tokens": -1}]
    for usage in usages:
        told = ask(stub_server.answers({"choices": [choice], "usage": usage}))
        assert told == Completion("One two.", "stop", 0, 0)


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"{bad",
        b"<html>Welcome</html>",
        b"\xff\xfe",
        b"[]",
        b"7",
        b'{"choices": []}',
        b'{"choices": null}',
        b'{"choices": [{}]}',
        b'{"choices": [{"message": null}]}',
        b'{"choices": [{"message": {"content": 7}}]}',
        b'{"choices": [{"message": {"content": [{"type": "text"}]}}]}',
        b"[" * 100_000,
    ],
)
def test_an_answer_that_is_no_completion(ask, stub_server, body):
    with pytest.raises(ProviderError, match="something that is no chat completion"):
        ask(stub_server.writes(body))
    assert len(stub_server.requests) == 1


def test_an_answer_without_end(ask, stub_server):
    with pytest.raises(ProviderError, match=f"more than {MOST_BYTES} bytes"):
        ask(stub_server.writes(b" " * (MOST_BYTES + 1)))


@pytest.mark.parametrize("status", [401, 403])
def test_a_key_that_is_refused(ask, stub_server, status):
    with pytest.raises(CredentialsError, match=f"answered {status} «Wrong key …»: it refused the key"):
        ask(stub_server.fails(status, f"Wrong key {KEY}"))
    assert len(stub_server.requests) == 1


@pytest.mark.parametrize("status", [408, 429, 500, 503])
def test_what_passes_is_tried_again(ask, stub_server, status):
    assert (
        ask(stub_server.fails(status), stub_server.fails(status), stub_server.says("Done.")).text == "Done."
    )
    assert len(stub_server.requests) == 3


def test_tries_are_bounded(ask, stub_server):
    with pytest.raises(ProviderError, match=r"answered 500 «Down.» \(3 tries\); try again later"):
        ask(stub_server.fails(500, "Down."))
    assert len(stub_server.requests) == 3


@pytest.mark.parametrize("status", [307, 400, 404, 422])
def test_what_stays_is_not_tried_again(ask, stub_server, status):
    with pytest.raises(ProviderError, match=f"answered {status}"):
        ask(stub_server.fails(status, Location="/v1/chat/completions"))
    assert len(stub_server.requests) == 1


def test_an_account_without_money_is_not_tried_again(ask, stub_server):
    with pytest.raises(ProviderError, match="nothing left to spend"):
        ask(stub_server.fails(429, code="insufficient_quota"))
    assert len(stub_server.requests) == 1


@pytest.mark.parametrize(
    "headers",
    [{"Retry_After": "0.01"}, {"retry_after_ms": "10"}, {"Retry_After": "Mon, 01 Jan 2001 00:00:00 GMT"}],
)
def test_patience_is_given_where_the_server_asks_for_it(ask, stub_server, monkeypatch, headers):
    monkeypatch.setattr("tactful.llm.openai_chat.FIRST_PAUSE", 1000.0)
    assert ask(stub_server.fails(429, **headers), stub_server.says("Done.")).text == "Done."


@pytest.mark.parametrize("wait", ["3600", "inf", "Fri, 01 Jan 2100 00:00:00 GMT"])
def test_patience_ends_with_the_time_of_the_call(ask, stub_server, wait):
    with pytest.raises(ProviderError, match="the next try would be due in"):
        ask(stub_server.fails(429, Retry_After=wait))
    assert len(stub_server.requests) == 1


@pytest.mark.parametrize("wait", ["soon", "nan", ""])
def test_a_wait_that_cannot_be_read_is_none(ask, stub_server, wait):
    assert ask(stub_server.fails(429, Retry_After=wait), stub_server.says("Done.")).text == "Done."


def test_a_server_that_hangs_or_dribbles_is_left_in_time(ask, stub_server):
    for reply in (stub_server.hangs(), stub_server.dribbles("Hello", 0.05)):
        with pytest.raises(ProviderError, match=r"did not answer within 0\.3 s; see whether it runs"):
            ask(reply, seconds=0.3)


def test_the_time_is_that_of_all_tries(ask, stub_server):
    with pytest.raises(ProviderError, match=r"within 0\.5 s; before, it answered 500 «Down.»"):
        ask(stub_server.fails(500, "Down."), stub_server.hangs(), seconds=0.5)


def test_a_connection_that_closes_is_tried_again(ask, stub_server):
    assert ask(stub_server.closes(), stub_server.says("Done.")).text == "Done."
    with pytest.raises(ProviderError, match=r"cannot be reached, or broke off \(\w+\) \(3 tries\)"):
        ask(stub_server.closes())


@pytest.mark.parametrize(
    "headers",
    [(("Content-Encoding", "gzip"),), (("Content-Length", "9"),), (("Transfer-Encoding", "chunked"),)],
)
def test_garbage_on_the_line(ask, stub_server, headers):
    garbage = stub_server.writes(b"no such thing")
    with pytest.raises(ProviderError, match="broke off"):
        ask(type(garbage)(garbage.body, headers=headers))


def test_nobody_listens():
    async def call():
        model = OpenAIChat("m", "http://127.0.0.1:9/v1")
        try:
            await model.complete(ASKED, CallLimits(5, 20))
        finally:
            await model.close()

    with pytest.raises(ProviderError, match=r"The model server http://127.0.0.1:9/v1 cannot be reached"):
        asyncio.run(call())


def test_what_a_model_does_not_take_is_left_out_from_then_on(ask, stub_server):
    refusals = [stub_server.fails(400, param=name) for name in ("max_tokens", "temperature")]
    assert ask(*refusals, stub_server.says("Done."), calls=2).text == "Done."
    limits = [
        {"max_tokens", "temperature"},
        {"max_completion_tokens", "temperature"},
        *[{"max_completion_tokens"}] * 2,
    ]
    assert [set(request.json) - {"model", "messages"} for request in stub_server.requests] == limits


def test_what_is_refused_again_is_an_error(ask, stub_server):
    with pytest.raises(ProviderError, match="answered 400"):
        ask(stub_server.fails(400, param="max_tokens"))
    assert len(stub_server.requests) == 2


def test_a_model_works_in_one_event_loop_after_another(stub_server):
    model = OpenAIChat("m", stub_server.base_url)

    async def call():
        try:
            return await model.complete(ASKED, CallLimits(5, 20))
        finally:
            await model.close()

    assert [asyncio.run(call()).text for _ in range(2)] == ["Hello.", "Hello."]


def test_many_calls_at_once(stub_server):
    stub_server.replies = (stub_server.says("Hello.").after(0.2),)

    async def calls():
        model = OpenAIChat("m", stub_server.base_url)
        try:
            return await asyncio.gather(*(model.complete(ASKED, CallLimits(5, 30)) for _ in range(64)))
        finally:
            await model.close()

    assert {done.text for done in asyncio.run(calls())} == {"Hello."}
    assert stub_server.most_at_once == 64


def test_the_models_that_are_listed(stub_server):
    async def listed():
        model = OpenAIChat("m", stub_server.base_url)
        try:
            return await model.listed(20)
        finally:
            await model.close()

    stub_server.models = ("one", "two")
    assert asyncio.run(listed()) == ("one", "two")
    stub_server.models = None
    with pytest.raises(ProviderError, match="answered 404"):
        asyncio.run(listed())
    stub_server.models = (None,)
    assert asyncio.run(listed()) == ("None",)


def test_the_key_is_in_no_log_no_name_and_no_error(ask, stub_server, caplog):
    caplog.set_level(logging.DEBUG)
    told = [repr(OpenAIChat("m", stub_server.base_url, KEY))]
    echo = f"You sent {KEY}."
    replies = (
        stub_server.fails(400, echo),
        stub_server.fails(401, echo),
        stub_server.fails(500, echo, retry_after_ms="1"),
        stub_server.fails(500, ("x" * 190) + echo, retry_after_ms="1"),
        stub_server.writes(f"{KEY}".encode()),
        stub_server.closes(),
    )
    for reply in replies:
        with pytest.raises(TactfulError) as caught:
            ask(reply)
        told.append("".join(traceback.format_exception(caught.value)))
    assert ask(stub_server.says("Done.")).text == "Done."
    assert stub_server.requests[-1].header("authorization") == f"Bearer {KEY}"
    assert "sk-very" not in "\n".join([*told, caplog.text])
