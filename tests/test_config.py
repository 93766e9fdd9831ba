"""The settings of a project."""

from __future__ import annotations

import pytest

from tactful.config import Config, read_config
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
        ("zzz = []", "there is no setting 'zzz'; the settings are rules."),
        ("rules = 'ours'", "rules is 'ours'; give a list of folders, such as rules = ['our-rules']."),
        ("rules = ['']", "rules is ['']; give a list of folders, such as rules = ['our-rules']."),
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
