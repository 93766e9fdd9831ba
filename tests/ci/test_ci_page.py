"""docs/ci.md: what it shows runs, and what it names exists."""

from __future__ import annotations

import re

import pytest
import yaml

_BLOCK = re.compile(r"^```(python|yaml)\n(.*?)^```", re.MULTILINE | re.DOTALL)


@pytest.fixture
def blocks(repository):
    text = (repository / "docs" / "ci.md").read_text(encoding="utf-8")
    return [(found[1], found[2]) for found in _BLOCK.finditer(text)]


def test_every_python_block_runs(blocks):
    ran = 0
    for language, code in blocks:
        if language != "python" or ("inspect_ai" in code and not _is_installed("inspect_ai")):
            continue
        exec(compile(code, "docs/ci.md", "exec"), {})  # noqa: S102 - the project's own page
        ran += 1
    assert ran >= 3


def _is_installed(name: str) -> bool:
    from importlib.util import find_spec

    return find_spec(name) is not None


def test_the_action_has_every_input_that_the_page_names(blocks, repository):
    inputs = yaml.safe_load((repository / "action.yml").read_text(encoding="utf-8"))["inputs"]
    used = [
        step["with"]
        for language, code in blocks
        if language == "yaml" and "runs-on" in code
        for job in yaml.safe_load(code)["jobs"].values()
        for step in job["steps"]
        if "OWNER/tactful" in step.get("uses", "")
    ]
    assert used
    assert {name for given in used for name in given} <= set(inputs)
    page = (repository / "docs" / "ci.md").read_text(encoding="utf-8")
    assert {name for name in inputs if f"| `{name}` |" not in page} == set()


def test_the_hook_that_the_page_names_exists(blocks, repository):
    hooks = yaml.safe_load((repository / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    (shown,) = [code for language, code in blocks if language == "yaml" and code.startswith("repos:")]
    named = {hook["id"] for repo in yaml.safe_load(shown)["repos"] for hook in repo["hooks"]}
    assert named == {hook["id"] for hook in hooks}
