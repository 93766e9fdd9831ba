"""Whatever a server answers is a completion or a ``ProviderError``."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tactful.errors import ProviderError
from tactful.llm import Completion
from tactful.llm.answers import completion_of, names_of

KEYS = st.sampled_from(
    ["choices", "message", "content", "refusal", "finish_reason", "usage", "text", "type", "data", "id"]
)
LEAVES = (
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text()
    | st.sampled_from(["text", "stop", "length"])
)
VALUES = st.recursive(
    LEAVES,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=4),
    max_leaves=20,
)
MESSAGES = st.fixed_dictionaries({"content": VALUES}, optional={"refusal": VALUES})
CHOICES = st.fixed_dictionaries({"message": MESSAGES | VALUES}, optional={"finish_reason": VALUES})
ANSWERS = st.fixed_dictionaries(
    {"choices": st.lists(CHOICES | VALUES, max_size=2)}, optional={"usage": VALUES}
)


@given(VALUES | ANSWERS)
def test_any_json_is_a_completion_or_an_error(value):
    body = json.dumps(value).encode()
    try:
        done = completion_of(body, "The server")
    except ProviderError:
        return
    assert done.text.encode("utf-8").decode("utf-8") == done.text
    assert done.finish in {"stop", "length", "refused", "other"}
    assert min(done.prompt_tokens, done.completion_tokens) >= 0


@given(VALUES)
def test_any_json_is_a_list_of_names_or_an_error(value):
    try:
        names = names_of(json.dumps({"data": value}).encode(), "The server")
    except ProviderError:
        return
    assert all(isinstance(name, str) for name in names)


@given(st.binary())
def test_bytes_that_are_no_json_are_an_error(body):
    with pytest.raises(ProviderError, match="The server answered with something"):
        completion_of(b"\x00" + body, "The server")


def test_half_a_letter_is_marked_as_lost():
    body = rb'{"choices": [{"message": {"content": "a\ud83db \ud83d\ude0a"}, "finish_reason": "stop"}]}'
    assert completion_of(body, "The server") == Completion("a\ufffdb \U0001f60a", "stop", 0, 0)
