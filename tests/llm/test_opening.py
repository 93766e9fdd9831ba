"""The key: from the environment or a command of the user, and never in a message."""

from __future__ import annotations

import sys

import pytest

from tactful.errors import CredentialsError, OptionError
from tactful.llm.opening import key_of, key_source, open_model
from tactful.llm.settings import OPENAI, EngineChoice, Setting

LOCAL = "http://127.0.0.1:8080/v1"


def choice(*program: str, base_url: str = LOCAL, model: str | None = "m") -> EngineChoice:
    command = (sys.executable, "-c", *program) if program else ()
    named = None if model is None else Setting(model, "--model")
    return EngineChoice(Setting("llm", "--engine"), named, Setting(base_url, "--base-url"), command)


def test_a_local_server_needs_no_key():
    assert key_source(choice(), {}) is None
    assert key_of(choice(), {}) is None
    assert repr(open_model(choice(), {})) == f"OpenAIChat('m', '{LOCAL}')"


def test_openai_needs_a_key():
    with pytest.raises(CredentialsError, match="needs a key; set OPENAI_API_KEY, or key-command"):
        open_model(choice(base_url=OPENAI))
    assert open_model(choice(base_url=OPENAI), {"OPENAI_API_KEY": "k"}).base_url == OPENAI


def test_the_environment_comes_before_the_command():
    both = choice("print('from-command')")
    assert (key_source(both, {"OPENAI_API_KEY": " k \n"}), key_of(both, {"OPENAI_API_KEY": " k \n"})) == (
        "OPENAI_API_KEY",
        "k",
    )
    assert (key_source(both, {}), key_of(both, {"OPENAI_API_KEY": ""})) == ("key-command", "from-command")


def test_the_first_line_of_the_command_is_the_key():
    assert key_of(choice("print(' abc \\r'); print('user: me')"), {}) == "abc"


@pytest.mark.parametrize(
    ("program", "message"),
    [
        ("import sys; print('secret'); sys.exit('secret 3')", "failed with code 1; run it by hand."),
        ("pass", "wrote nothing; the key is the first line it writes."),
        ("print('two secret words')", "The key of key-command holds blanks"),
        ("print('s\\u00e9cret')", "The key of key-command holds blanks"),
    ],
)
def test_a_command_that_gives_no_key(program, message):
    with pytest.raises(CredentialsError) as caught:
        key_of(choice(program), {})
    assert message in str(caught.value)
    assert "secret" not in str(caught.value)


def test_a_command_that_is_not_there():
    lost = EngineChoice(Setting("llm", ""), Setting("m", ""), Setting(LOCAL, ""), ("no-such-command",))
    with pytest.raises(CredentialsError, match="'no-such-command' cannot be run"):
        key_of(lost, {})


def test_a_command_that_takes_too_long(monkeypatch):
    monkeypatch.setattr("tactful.llm.opening.SECONDS", 0.1)
    with pytest.raises(CredentialsError, match=r"took more than 0\.1 s"):
        key_of(choice("import time; time.sleep(60)"), {})


def test_without_a_model_there_is_nothing_to_open():
    with pytest.raises(OptionError, match="There is no model"):
        open_model(choice(model=None), {})
