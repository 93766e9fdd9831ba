"""What runners hand over: strings, mappings and objects."""

from __future__ import annotations

from typing import Any

import pytest

import tactful
from tactful.adapters.reading import demand_of, text_of
from tactful.errors import OptionError


def test_text_of_a_string_a_mapping_and_a_result():
    assert text_of("a") == "a"
    assert text_of({"text": "b"}) == "b"
    result = tactful.refine("Hi Priya, I decline. Sam")
    assert text_of(result) == result.text


@pytest.mark.parametrize("output", [None, 3, {"body": "a"}, {"text": None}])
def test_an_output_without_a_text_is_refused(output):
    with pytest.raises(OptionError, match=r"give a string, or a text under «text»"):
        text_of(output)


def test_a_context_that_is_no_mapping_is_refused():
    context: Any = "decline"
    with pytest.raises(OptionError, match="The context is str"):
        demand_of("error", (), context)


def test_importing_the_adapters_loads_no_runner(subprocess_modules):
    loaded = subprocess_modules("import tactful.adapters.promptfoo, tactful.testing")
    assert not loaded & {"pydantic_evals", "inspect_ai", "pytest", "rich", "jinja2", "openai"}
