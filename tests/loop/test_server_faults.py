"""A server that fails in whatever way: through the whole loop, over a real connection."""

from __future__ import annotations

import asyncio
from importlib import import_module

import pytest

from tactful.draft import read_draft
from tactful.errors import CredentialsError, ProviderError
from tactful.llm import ScriptedModel
from tactful.llm.openai_chat import OpenAIChat
from tactful.loop import Budget, Effort, refine_with_model
from tactful.options import context_from
from tactful.rulebook import built_in

INSULT = " Your hiring process was a joke."
FINE = """Dear Ms Brandt,

Thank you for the offer of the data engineer position at Harbourline.{} I have decided to decline. The \
salary is below the range I need. Please delete my documents from your system. I wish you and the team all \
the best.

Jonas Weil"""
DRAFT = FINE.format(INSULT)
FINE = FINE.format("")
MASKED = (
    FINE.replace("Ms Brandt", "[NAME_1]")
    .replace("Harbourline", "[COMPANY_2]")
    .replace("Jonas Weil", "[NAME_3]")
)
# Long enough for an answer of the stub on a busy machine, and no longer than a test may hang.
HASTE = Budget(seconds=1.5)
# What the server does, and what is said of it where no fallback is wanted.
FAULTS = {
    "refuses the key": (lambda stub: stub.fails(401, "No such key."), "refused the key"),
    "forbids it": (lambda stub: stub.fails(403), "refused the key"),
    "knows no such model": (lambda stub: stub.fails(404, "No such model."), "answered 404 «No such model.»"),
    "asks for patience": (lambda stub: stub.fails(429, Retry_After="0"), "answered 429"),
    "asks for too much patience": (
        lambda stub: stub.fails(429, Retry_After="3600"),
        "the next try would be due in 3600 s",
    ),
    "asks for patience until a day": (
        lambda stub: stub.fails(429, Retry_After="Fri, 31 Dec 2999 23:59:59 GMT"),
        "the next try would be due in",
    ),
    "fails": (lambda stub: stub.fails(500), "answered 500"),
    "is overloaded": (lambda stub: stub.fails(503), "answered 503"),
    "hangs": (lambda stub: stub.hangs(), "did not answer within"),
    "sends byte by byte": (lambda stub: stub.dribbles(MASKED, 0.05), "did not answer within"),
    "closes the connection": (lambda stub: stub.closes(), "cannot be reached, or broke off"),
    "breaks off": (lambda stub: stub.breaks_off(MASKED), "cannot be reached, or broke off"),
    "streams garbage": (
        lambda stub: stub.writes(b"data: \xff\xfe\x00{]\n\ndata: [DONE]\n\n" * 500, "text/event-stream"),
        "no chat completion",
    ),
    "streams garbage for ever": (lambda stub: stub.writes(b"\xff" * 5_000_000), "sent more than"),
    "writes a page": (lambda stub: stub.writes(b"<html>Sign in</html>", "text/html"), "no chat completion"),
    "writes nothing": (lambda stub: stub.writes(b""), "no chat completion"),
    "has no choices": (lambda stub: stub.answers({"choices": []}), "no chat completion"),
    "says nothing": (lambda stub: stub.says(""), "the answer is empty"),
    "says null": (lambda stub: stub.says(None), "the answer is empty"),
    "cuts off in the middle": (
        lambda stub: stub.says(MASKED[:90], finish="length"),
        "the answer was cut off",
    ),
    "refuses": (lambda stub: stub.says(None, refusal="I can't."), "the model refused"),
    "filters": (lambda stub: stub.says("", finish="content_filter"), "the model refused"),
    "sends somewhere else": (
        lambda stub: stub.answers({}, 307, Location="http://127.0.0.1:9/v1"),
        "answered 307",
    ),
}
KEY_REFUSED = {"refuses the key", "forbids it"}


@pytest.fixture(scope="module", autouse=True)
def _loaded():
    """Load what is slow to load, so that it takes nothing of a short budget."""
    import_module("openai.resources.chat.completions")
    import_module("openai.resources.models")
    import_module("aiohttp")
    read = read_draft(DRAFT, context_from({}))
    asyncio.run(refine_with_model(read, built_in(), ScriptedModel([])))


@pytest.fixture(autouse=True)
def _no_long_pauses(monkeypatch):
    monkeypatch.setattr("tactful.llm.openai_chat.FIRST_PAUSE", 0.01)


@pytest.fixture
def refine(stub_server):
    """Refine the draft with the stub server as the model."""

    def refined(replies, **effort):
        stub_server.replies = replies

        async def whole():
            model = OpenAIChat("stub", stub_server.base_url, "sk-secret")
            try:
                read = read_draft(DRAFT, context_from({}))
                return await refine_with_model(read, built_in(), model, None, Effort(**effort))
            finally:
                await model.close()

        return asyncio.run(whole())

    return refined


@pytest.fixture
def is_right(drafts, objections):
    """Tell what speaks against a result: nothing, where it is released and passes a fresh check."""
    given = type(drafts("examples")[0])("draft", DRAFT)
    return lambda result: objections(given, result) if result.released else ["nothing is released"]


@pytest.mark.parametrize("fault", FAULTS)
def test_what_comes_out_is_verified_text_within_the_budget(stub_server, refine, is_right, fault):
    result = refine([FAULTS[fault][0](stub_server)], budget=HASTE)
    assert is_right(result) == []
    assert result.engine == "composer-fallback"
    assert ("Harbourline" in result.text, "joke" in result.text) == (True, False)
    assert 1 <= result.usage.calls <= 4
    assert 1 <= len(stub_server.chats) <= 4


@pytest.mark.parametrize("fault", FAULTS)
def test_without_fallback_it_is_an_error_that_says_what_happened_and_no_secret(stub_server, refine, fault):
    reply, said = FAULTS[fault]
    with pytest.raises(CredentialsError if fault in KEY_REFUSED else ProviderError) as raised:
        refine([reply(stub_server)], budget=HASTE, fallback=False)
    assert said in str(raised.value)
    assert "sk-secret" not in str(raised.value)
    assert "Brandt" not in str(raised.value)
    assert len(stub_server.chats) <= 4


@pytest.mark.parametrize(
    "fault", ["asks for patience", "fails", "is overloaded", "closes the connection", "breaks off"]
)
def test_a_server_that_comes_to_itself_rewrites(stub_server, refine, fault):
    result = refine([FAULTS[fault][0](stub_server), stub_server.says(MASKED)])
    assert (result.engine, result.text, result.usage.calls) == ("llm", FINE, 1)


@pytest.mark.parametrize("fault", ["says nothing", "cuts off in the middle", "refuses"])
def test_an_answer_that_is_none_is_asked_for_once_more(stub_server, refine, fault):
    result = refine([FAULTS[fault][0](stub_server), stub_server.says(MASKED)])
    assert (result.engine, result.text, result.usage.calls) == ("llm-repaired", FINE, 2)


def test_a_server_that_fails_after_a_bad_answer_leaves_the_best_to_the_composer(
    stub_server, refine, is_right
):
    rude = MASKED.replace(" Please delete", " Your office is a joke. Please delete")
    result = refine([stub_server.says(rude), stub_server.fails(401)])
    assert is_right(result) == []
    assert (result.engine, result.usage.calls) == ("composer-fallback", 2)
    assert "office" not in result.text


def test_only_the_flagged_sentence_changes_and_the_rest_stays_byte_for_byte(stub_server, refine):
    odd = MASKED.replace("position at", "position,  at").replace(" I wish", "  I wish")
    blaming = odd.replace("I have decided", "The interview was a joke. I have decided")
    result = refine([stub_server.says(blaming), stub_server.says("1: I accept.\n2:\n4: Hand it over!")])
    unmasked = odd.replace("[NAME_1]", "Ms Brandt").replace("[COMPANY_2]", "Harbourline")
    assert result.text == unmasked.replace("[NAME_3]", "Jonas Weil")
    assert result.engine == "llm-repaired"


def test_the_request_does_not_grow_from_repair_to_repair(stub_server, refine, is_right):
    rude = " You people are rude and stupid."
    worse = [MASKED + rude * times for times in (4, 3, 2)]
    result = refine([*map(stub_server.says, worse)])
    assert is_right(result) == []
    sizes = [len(one.body) for one in stub_server.chats]
    assert len(sizes) == 3
    assert sizes[2] <= sizes[1]
    said = [len(one.json["messages"]) for one in stub_server.chats]
    assert said == [2, 2, 2]
