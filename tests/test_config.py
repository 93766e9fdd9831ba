"""The settings of a project."""

from __future__ import annotations

from pathlib import Path

import pytest

from tactful.config import Config, read_config, read_user_config, user_file
from tactful.errors import OptionError


def test_no_file_is_no_settings(tmp_path):
    assert read_config(tmp_path) == Config()


def test_a_file_in_the_folder(tmp_path):
    path = tmp_path / "tactful.toml"
    path.write_text('rules = ["ours", "/theirs"]\n', encoding="utf-8")
    assert [str(one) for one in read_config(tmp_path).rules] == [str(tmp_path / "ours"), "/theirs"]
    assert read_config(tmp_path).path == path


def test_the_table_of_a_pyproject(tmp_path):
    path = tmp_path / "pyproject.toml"
    path.write_text('[tool.tactful]\nrules = ["ours"]\n', encoding="utf-8")
    assert read_config(tmp_path) == Config((tmp_path / "ours",), path)


@pytest.mark.parametrize(
    "text",
    ["[tool.other]\n", "[project]\nname = 'tactful'\n", "tool = 1\n# tactful\n", "[tool]\ntactful = 3\n"],
)
def test_a_pyproject_without_the_table_says_nothing(tmp_path, text):
    (tmp_path / "pyproject.toml").write_text(text, encoding="utf-8")
    assert read_config(tmp_path) == Config()


def test_the_nearest_file_counts_up_to_the_top_of_the_repository(tmp_path):
    top = tmp_path / "repository"
    inner = top / "a" / "b"
    inner.mkdir(parents=True)
    (tmp_path / "tactful.toml").write_text('rules = ["outside"]\n', encoding="utf-8")
    (top / "tactful.toml").write_text('rules = ["top"]\n', encoding="utf-8")
    assert read_config(inner) == Config()
    (top / ".git").mkdir()
    assert read_config(inner).rules == (top / "top",)
    (top / "a" / "tactful.toml").write_text("", encoding="utf-8")
    assert read_config(inner) == Config((), top / "a" / "tactful.toml")
    (top / "tactful.toml").unlink()
    (top / "a" / "tactful.toml").unlink()
    assert read_config(inner) == Config()


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("rule = []", "there is no setting 'rule'; did you mean 'rules'?"),
        ("zzz = []", "there is no setting 'zzz'; the settings are rules, engine, model, base-url."),
        ("rules = 'ours'", "rules is 'ours'; give a list of folders, such as rules = ['our-rules']."),
        ("rules = ['']", "rules is ['']; give a list of folders, such as rules = ['our-rules']."),
        ("model = 3", "model is 3; give a text in quotation marks."),
        ("engine = ' '", "engine is ' '; give a text in quotation marks."),
        ("rules = [", "no valid TOML (Invalid value (at end of document)); mend the file."),
    ],
)
def test_mistake(tmp_path, text, message):
    path = tmp_path / "tactful.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(OptionError) as caught:
        read_config(tmp_path)
    assert str(caught.value) == f"{path}: {message}"


def test_a_file_that_is_not_utf_8(tmp_path):
    (tmp_path / "tactful.toml").write_bytes(b"\xff")
    with pytest.raises(OptionError, match="no valid TOML"):
        read_config(tmp_path)


def test_a_project_may_name_engine_model_and_a_server_of_this_machine(tmp_path):
    path = tmp_path / "tactful.toml"
    path.write_text('engine = "llm"\nmodel = "m"\nbase-url = "http://localhost:1/v1"\n', encoding="utf-8")
    assert read_config(tmp_path) == Config((), path, "llm", "m", "http://localhost:1/v1")


def test_a_project_cannot_run_a_command(tmp_path):
    path = tmp_path / "tactful.toml"
    path.write_text('key-command = ["echo", "key"]\n', encoding="utf-8")
    with pytest.raises(OptionError) as caught:
        read_config(tmp_path)
    assert str(caught.value) == (
        f"{path}: key-command runs a command, so a project cannot set it; write it into {user_file()}."
    )


def test_a_project_cannot_keep_answers_on_the_disk(tmp_path):
    (tmp_path / "tactful.toml").write_text('cache = "kept"\n', encoding="utf-8")
    with pytest.raises(OptionError, match="cache keeps answers on the disk, so a project cannot set it"):
        read_config(tmp_path)


@pytest.mark.parametrize(
    "address",
    [
        "https://elsewhere.example/v1",
        "http://127.0.0.1.example/v1",
        "http://localhost@elsewhere.example",
        "nonsense",
        "http://[::1",
    ],
)
def test_a_project_cannot_send_drafts_to_a_server_of_its_choice(tmp_path, address):
    (tmp_path / "pyproject.toml").write_text(f'[tool.tactful]\nbase-url = "{address}"\n', encoding="utf-8")
    with pytest.raises(OptionError, match="a project can name only a server of this machine"):
        read_config(tmp_path)


@pytest.fixture
def own_settings(monkeypatch, tmp_path):
    monkeypatch.setattr("tactful.config.user_file", lambda: tmp_path / "own" / "tactful.toml")
    (tmp_path / "own").mkdir()
    return tmp_path / "own" / "tactful.toml"


def test_the_settings_of_the_user(own_settings):
    assert read_user_config() == Config()
    own_settings.write_text(
        'engine = "llm"\nmodel = "m"\nbase-url = "https://ours.example/v1"\nkey-command = ["pass", "key"]\n',
        encoding="utf-8",
    )
    assert read_user_config() == Config(
        (), own_settings, "llm", "m", "https://ours.example/v1", ("pass", "key")
    )


@pytest.mark.parametrize(("written", "folder"), [("kept", "{own}/kept"), ("~/kept", "{home}/kept")])
def test_the_folder_for_answers_lies_beside_the_settings_or_where_they_say(
    monkeypatch, own_settings, tmp_path, written, folder
):
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    monkeypatch.setenv("USERPROFILE", str(tmp_path / "home"))
    own_settings.write_text(f'cache = "{written}"\n', encoding="utf-8")
    wanted = folder.format(own=own_settings.parent, home=tmp_path / "home")
    assert Path(read_user_config().cache or "") == Path(wanted)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            "rules = []",
            "there is no setting 'rules'; the settings are engine, model, base-url, key-command, cache.",
        ),
        ("key-comand = []", "there is no setting 'key-comand'; did you mean 'key-command'?"),
        (
            "key-command = 'pass'",
            "key-command is 'pass'; give a list of words, such as key-command = ['pass', 'show', 'key'].",
        ),
    ],
)
def test_mistake_in_the_settings_of_the_user(own_settings, text, message):
    own_settings.write_text(text, encoding="utf-8")
    with pytest.raises(OptionError) as caught:
        read_user_config()
    assert str(caught.value) == f"{own_settings}: {message}"


def test_the_settings_of_the_user_lie_in_the_folder_of_the_system(monkeypatch, tmp_path):
    monkeypatch.setattr("platformdirs.user_config_path", lambda name, **_: tmp_path / name)
    assert user_file() == tmp_path / "tactful" / "tactful.toml"
