"""Which engine runs: flags over environment over project over user."""

from __future__ import annotations

import pytest

from tactful.errors import OptionError
from tactful.llm.settings import DEFAULT, OPENAI, EngineChoice, ModelFlags, Setting, choose_engine


@pytest.fixture
def own_settings(monkeypatch, tmp_path):
    path = tmp_path / "own.toml"
    monkeypatch.setattr("tactful.config.user_file", lambda: path)
    return path


@pytest.fixture
def choose(own_settings, tmp_path):  # noqa: ARG001 - its effect is wanted
    folder = tmp_path / "project"
    folder.mkdir()

    def chosen(*, project="", environment=None, **flags):
        (folder / "tactful.toml").write_text(project, encoding="utf-8")
        return choose_engine(ModelFlags(**flags), folder=folder, environment=environment or {})

    return chosen


def test_without_a_model_the_composer_runs(choose):
    assert choose() == EngineChoice(Setting("composer", DEFAULT), None, Setting(OPENAI, DEFAULT))
    assert not choose().is_llm


def test_flags_over_environment_over_project_over_user(choose, own_settings, tmp_path):
    own_settings.write_text('model = "user"\nbase-url = "https://user.example/v1"\n', encoding="utf-8")
    project = 'model = "project"\nbase-url = "http://127.0.0.1:2"\n'
    environment = {"TACTFUL_MODEL": "environment", "TACTFUL_BASE_URL": "http://environment.example"}
    layers = [
        (choose(), Setting("user", str(own_settings)), "https://user.example/v1"),
        (
            choose(project=project),
            Setting("project", str(tmp_path / "project" / "tactful.toml")),
            "http://127.0.0.1:2",
        ),
        (
            choose(project=project, environment=environment),
            Setting("environment", "TACTFUL_MODEL"),
            "http://environment.example",
        ),
        (
            choose(project=project, environment=environment, model="flag", base_url="http://flag.example"),
            Setting("flag", "--model"),
            "http://flag.example",
        ),
    ]
    for choice, model, base_url in layers:
        assert (choice.model, choice.base_url.value) == (model, base_url)
        assert choice.engine == Setting("llm", model.source)
        assert choice.is_llm


def test_an_engine_that_is_named_runs(choose, own_settings):
    environment = {"TACTFUL_MODEL": "m"}
    assert choose(engine="composer", environment=environment).engine == Setting("composer", "--engine")
    own_settings.write_text('engine = "composer"\n', encoding="utf-8")
    assert choose(environment=environment).engine == Setting("composer", str(own_settings))
    assert choose(engine="llm", environment=environment).engine == Setting("llm", "--engine")


def test_an_empty_variable_is_none(choose):
    assert choose(environment={"TACTFUL_MODEL": " ", "TACTFUL_BASE_URL": ""}) == choose()


def test_the_command_for_the_key_is_the_users(choose, own_settings):
    own_settings.write_text('key-command = ["pass", "key"]\n', encoding="utf-8")
    assert choose().key_command == ("pass", "key")


def test_answers_are_kept_only_where_a_flag_or_the_user_says_so(choose, own_settings):
    assert choose().cache is None
    assert choose(cache="kept").cache == Setting("kept", "--cache")
    own_settings.write_text('cache = "/mine"\n', encoding="utf-8")
    assert choose().cache == Setting("/mine", str(own_settings))
    assert choose(cache="kept").cache == Setting("kept", "--cache")
    assert choose(cache="").cache is None


@pytest.mark.parametrize(
    ("given", "message"),
    [
        (
            {"engine": "llm"},
            "--engine: the engine is llm, and there is no model; give --model or set TACTFUL_MODEL.",
        ),
        ({"project": "engine = 'magic'"}, "engine is 'magic'; choose one of composer, llm."),
        ({"base_url": "localhost:8080"}, "--base-url: the base URL is no address of a server"),
        ({"base_url": "ftp://127.0.0.1"}, "--base-url: the base URL is no address of a server"),
        ({"base_url": "http://127.0.0.1:99999"}, "--base-url: the base URL is no address of a server"),
        ({"base_url": "http://[::1"}, "--base-url: the base URL is no address of a server"),
        (
            {"environment": {"TACTFUL_BASE_URL": "https://me:secret@ours.example/v1"}},
            "TACTFUL_BASE_URL: the base URL holds more than host and path",
        ),
        ({"base_url": "https://ours.example/v1?key=secret"}, "holds more than host and path"),
    ],
)
def test_mistake(choose, given, message):
    with pytest.raises(OptionError) as caught:
        choose(**given)
    assert message in str(caught.value)
    assert "secret" not in str(caught.value)


def test_the_process_is_where_it_looks_by_itself(monkeypatch, tmp_path, own_settings):  # noqa: ARG001
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("TACTFUL_MODEL", "m")
    assert choose_engine().model == Setting("m", "TACTFUL_MODEL")
