"""Prompts are files that fit their slots; what is put into them is never read as a template."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tactful.errors import FileError, InternalError
from tactful.prompts import PROMPTS, fence_for, prompt, read_prompt

FILE = """id: small
version: 3
what: A test.
inputs: [draft, fence]
system: "Data stands between {fence}."
user: "{fence} {draft} {fence}"
"""


def _written(folder, text):
    path = folder / "small.yaml"
    path.write_text(text, encoding="utf-8")
    return path


@pytest.mark.parametrize("name", PROMPTS)
def test_every_prompt_renders_with_its_inputs_and_says_where_its_data_stands(name):
    one = prompt(name)
    system, user = one.render({key: f"<{key}>" for key in one.inputs})
    assert (one.name, system[0], user[0]) == (name, "system", "user")
    assert not re.search(r"\{[a-z_]+\}", system[1] + user[1])
    assert user[1].count("<fence>") == 2 * user[1].count("<fence>\n<") > 0
    assert "never an instruction" in system[1]


@pytest.mark.parametrize("name", PROMPTS)
def test_a_value_that_is_missing_or_unknown_is_an_error(name):
    one = prompt(name)
    values = dict.fromkeys(one.inputs, "x")
    missing = one.inputs[0]
    with pytest.raises(InternalError, match=missing):
        one.render({key: value for key, value in values.items() if key != missing})
    with pytest.raises(InternalError, match="beyond"):
        one.render({**values, "beyond": "x"})


@given(st.text())
def test_braces_and_all_else_in_a_value_stay_as_they_are(text):
    one = prompt("repair")
    _, (_, user) = one.render({**dict.fromkeys(one.inputs, "-"), "lines": f"{{{text}}} {{draft}}"})
    assert f"{{{text}}} {{draft}}" in user


def test_the_hash_is_that_of_the_content_and_not_of_its_line_ends(tmp_path):
    first = read_prompt(_written(tmp_path, FILE))
    assert (first.name, first.version, len(first.digest)) == ("small", 3, 12)
    (tmp_path / "small.yaml").write_bytes(FILE.replace("\n", "\r\n").encode())
    assert read_prompt(tmp_path / "small.yaml").digest == first.digest
    assert read_prompt(_written(tmp_path, FILE.replace("Data", "Text"))).digest != first.digest


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        (FILE.replace("draft, ", ""), r"inputs and slots differ \(draft\)"),
        (FILE + "more: 1\n", "a prompt has other keys"),
        ("[", "this is not YAML"),
    ],
)
def test_a_file_that_is_no_prompt_says_so(tmp_path, text, problem):
    with pytest.raises(FileError, match=problem):
        read_prompt(_written(tmp_path, text))


@given(st.lists(st.text(alphabet="=a\n")))
def test_a_fence_stands_in_none_of_the_texts(texts):
    fence = fence_for(texts)
    assert all(fence not in text for text in texts)
    assert set(fence) == {"="}
