"""A prompt that says less fails the gate, which names the rule; another seed alone does not."""

from __future__ import annotations

import sys
from importlib.util import module_from_spec, spec_from_file_location

import pytest

from tactful.assets import asset
from tactful.prompts import prompt

SAID = " Bring in no new fact, reason, feeling, promise or request."
SEEDS = range(1, 21)

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def scripted(repository):
    """Serve the model of ``make evals``."""
    path = repository / "evals" / "scripted_model.py"
    if not path.is_file():
        pytest.skip("the scripted model lies in the repository, and this is not one")
    spec = spec_from_file_location("scripted_model", path)
    assert spec is not None
    assert spec.loader is not None
    module = module_from_spec(spec)
    # A dataclass looks for the module that it is in.
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    with module.serving() as url:
        yield url


@pytest.fixture
def ask(run, scripted, repository, suite, monkeypatch):  # noqa: ARG001 - the suite's folder is wanted
    """Return a function that asks the scripted model by the suite of rough drafts."""
    for name in ("OPENAI_API_KEY", "TACTFUL_MODEL", "TACTFUL_BASE_URL"):
        monkeypatch.delenv(name, raising=False)
    rough = str(repository / "evals" / "suites" / "rough.yaml")
    model = ("--model", "scripted", "--base-url", scripted)
    return lambda name, *options: run("eval", rough, *model, "--run", f"{name}.sqlite", *options)


def test_another_seed_gives_at_most_one_false_alarm(run, ask):
    assert ask("first").code == 0
    alarms = []
    for seed in SEEDS:
        assert ask(str(seed), "--seed", str(seed)).code == 0
        found = run("eval", "gate", f"{seed}.sqlite", "first.sqlite")
        assert "proves nothing" not in found.out
        if found.code:
            alarms.append(found.out)
    assert len(alarms) <= 1, alarms


def test_a_prompt_that_says_less_fails_the_gate_and_the_rule_is_named(run, ask, tmp_path, monkeypatch):
    assert ask("first").code == 0
    whole = asset("prompts/rewrite.yaml").read_text(encoding="utf-8")
    assert SAID in whole
    worse = tmp_path / "rewrite.yaml"
    worse.write_text(whole.replace(SAID, ""), encoding="utf-8")
    monkeypatch.setattr("tactful.prompts.asset", lambda name: worse if "rewrite" in name else asset(name))
    prompt.cache_clear()
    try:
        assert ask("worse", "--seed", "99").code == 0
    finally:
        prompt.cache_clear()
    found = run("eval", "gate", "worse.sqlite", "first.sqlite")
    assert found.code == 1
    fallen = [line for line in found.out.splitlines() if " fell from " in line]
    assert [line.split(": ")[1].split(", ")[0] for line in fallen] == ["rough"] * len(fallen)
    assert any("attempt:comparing-offers fell from " in line for line in fallen), found.out
