"""A run asks models, side by side; a server that fails is never a success."""

from __future__ import annotations

import pytest

from tactful.evals.store import read_run

TEXT = "Thank you for the offer. I have decided to decline it. I wish you all the best."


@pytest.fixture(autouse=True)
def _no_settings_of_this_machine(monkeypatch, suite):  # noqa: ARG001 - its effect is wanted
    for name in ("OPENAI_API_KEY", "TACTFUL_MODEL", "TACTFUL_BASE_URL"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def server(stub_server):
    """Let the server answer each request alike."""
    stub_server.replies = lambda _: stub_server.says(TEXT)
    return stub_server


def _eval(run, server, *options):
    return run("eval", "small", "--base-url", server.base_url, *options)


def test_models_are_set_side_by_side(run, server, tmp_path):
    found = _eval(run, server, "--model", "small-1b", "--model", "big-9b", "--run", "a.sqlite")
    assert found.code == 0
    recorded = read_run(tmp_path / "a.sqlite")
    assert recorded.plan.engines == ("small-1b", "big-9b")
    assert {chat.json["model"] for chat in server.chats} == {"small-1b", "big-9b"}
    first = recorded.records[0]
    assert first.usage.calls > 0
    assert first.cost is None
    assert any(one.scorer.startswith("attempt:") for one in first.scores or ())
    assert sum(record.usage.calls for record in recorded.records) == len(server.chats)


def test_a_finished_run_asks_nothing_more(run, server):
    _eval(run, server, "--model", "m", "--run", "a.sqlite")
    before = len(server.chats)
    assert _eval(run, server, "--model", "m", "--resume", "a.sqlite").code == 0
    assert len(server.chats) == before


def test_each_repeat_has_a_seed_of_its_own(run, server):
    _eval(run, server, "--model", "m", "--run", "a.sqlite", "--repeats", "2", "--seed", "40")
    assert {chat.json["seed"] for chat in server.chats} == {40, 41}


def test_a_model_is_paid_for_at_its_price(run, server, tmp_path):
    (tmp_path / "prices.yaml").write_text("models: {m: {input: 1000000, output: 0}}", encoding="utf-8")
    _eval(run, server, "--model", "m", "--run", "a.sqlite", "--prices", "prices.yaml")
    first = read_run(tmp_path / "a.sqlite").records[0]
    assert first.cost == first.usage.prompt_tokens > 0


def test_a_limit_without_a_price_is_refused(run, server):
    found = _eval(run, server, "--model", "m", "--max-cost", "1")
    assert (found.code, server.chats) == (2, [])
    assert "max-cost needs the price of 'm'" in found.err


def test_a_refused_key_ends_the_run(run, server, tmp_path):
    server.replies = lambda _: server.answers({"error": {"message": "no"}}, 401)
    found = _eval(run, server, "--model", "m", "--run", "a.sqlite", "--concurrency", "1")
    assert found.code == 4
    assert len(server.chats) == 1
    # Cases that need no model have their records; none has a text.
    assert not any(record.released for record in read_run(tmp_path / "a.sqlite").records)


@pytest.mark.parametrize("gate", [(), ("--gate",)])
def test_a_server_that_fails_is_no_success_of_the_composer(run, server, tmp_path, gate):
    server.replies = lambda _: server.answers({"error": {"message": "out of order"}}, 400)
    found = _eval(run, server, "--model", "m", "--run", "a.sqlite", *gate)
    assert found.code == 3
    assert "2 failed" in found.err
    assert not any(record.released for record in read_run(tmp_path / "a.sqlite").records)


def test_a_server_that_is_down_is_no_success(run):
    found = run("eval", "small", "--model", "m", "--base-url", "http://127.0.0.1:9/v1", "--run", "a.sqlite")
    assert found.code == 3
    assert "2 failed" in found.err


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (["--engine", "composer"], "model and base-url are for the engine llm"),
        (
            ["--model", "a", "--model", "b", "--model", "c", "--base-url", "http://127.0.0.1:1/v1"],
            "3 models and 2",
        ),
        (["--model", "m", "--model", "m"], "is named twice"),
    ],
)
def test_what_does_not_fit_is_said(run, server, options, message):
    found = _eval(run, server, *options)
    assert found.code == 2
    assert message in found.err
