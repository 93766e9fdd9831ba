"""What the doctor says of engine, model and server."""

from __future__ import annotations

import re

import pytest


@pytest.fixture
def doctor(run, stub_server, monkeypatch, tmp_path):
    """Ask the doctor about the stub server and return what it said of the engine."""
    monkeypatch.setattr("tactful.config.user_file", lambda: tmp_path / "own.toml")
    monkeypatch.setattr("tactful.llm.openai_chat.FIRST_PAUSE", 0.01)

    def examine(*arguments):
        done = run("doctor", *arguments)
        told = done.out[done.out.index("engine ") :].replace(stub_server.base_url, "URL")
        return done.code, re.sub(r"after \d+\.\d\d s", "after N s", told).splitlines()

    return examine


def test_without_a_model(doctor):
    assert doctor() == (0, ["engine       composer (the default)", "network      not used"])


def test_a_server_that_answers(doctor, stub_server, monkeypatch):
    monkeypatch.setenv("TACTFUL_MODEL", "stub")
    monkeypatch.setenv("OPENAI_API_KEY", "sk-secret")
    assert doctor("--base-url", stub_server.base_url) == (
        0,
        [
            "engine       llm (TACTFUL_MODEL)",
            "model        stub (TACTFUL_MODEL)",
            "server       URL (--base-url)",
            "key          OPENAI_API_KEY",
            "answers      not kept",
            "listed       yes, among 1",
            "answer       after N s (stop, 11 + 7 tokens)",
        ],
    )


def test_where_answers_are_kept(doctor, stub_server):
    _, lines = doctor("--model", "stub", "--base-url", stub_server.base_url, "--cache", "kept")
    assert lines[4] == "answers      kept in kept (--cache)"


@pytest.mark.parametrize(
    ("models", "told"),
    [
        (("a", "b"), "no; the server lists a, b"),
        ((), "no; the server lists nothing"),
        (None, "the server does not list its models"),
    ],
)
def test_a_model_that_is_not_listed(doctor, stub_server, models, told):
    stub_server.models = models
    code, lines = doctor("--model", "stub", "--base-url", stub_server.base_url)
    assert (code, lines[-2]) == (0, f"listed       {told}")


def test_a_server_that_fails(doctor, stub_server, monkeypatch):
    monkeypatch.setenv("OPENAI_API_KEY", "sk-secret")
    model = ("--model", "stub", "--base-url", stub_server.base_url)
    stub_server.replies = (stub_server.fails(500, "Down."),)
    assert doctor(*model)[1][-1] == (
        "problem      The model server URL answered 500 «Down.» (3 tries); try again later."
    )
    assert doctor(*model)[0] == 3
    stub_server.replies = (stub_server.fails(401, "No sk-secret."),)
    code, lines = doctor(*model)
    assert code == 4
    assert lines[-1].startswith("problem      The model server URL answered 401 «No ….»")
    assert "sk-secret" not in "\n".join(lines)


def test_openai_without_a_key(doctor):
    code, lines = doctor("--model", "some-model")
    assert (code, lines[3]) == (4, "key          none")
    assert lines[-1].startswith("problem      https://api.openai.com/v1 needs a key; set OPENAI_API_KEY")


def test_settings_that_are_wrong(run, doctor, tmp_path):  # noqa: ARG001 - its effect is wanted
    done = run("doctor", "--engine", "llm")
    assert done.code == 2
    assert "problem      --engine: the engine is llm, and there is no model" in done.out
    (tmp_path / "tactful.toml").write_text('key-command = ["touch", "ran"]\n', encoding="utf-8")
    done = run("doctor", "--model", "m")
    assert done.code == 2
    assert "key-command runs a command, so a project cannot set it" in done.out
    assert not (tmp_path / "ran").exists()
