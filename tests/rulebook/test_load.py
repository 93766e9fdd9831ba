"""The rule book is compiled once and kept, under a key that every change of a file changes."""

from __future__ import annotations

import json
import os
from importlib import import_module
from pathlib import Path

import pytest

from tactful.errors import FileError, OptionError

load = import_module("tactful.rulebook.load")


@pytest.fixture(autouse=True)
def cache(monkeypatch, tmp_path, root):
    """Let the built-in rule book be the small one, and the cache a folder of the test."""
    folder = tmp_path / "cache"
    monkeypatch.setenv("TACTFUL_CACHE_DIR", str(folder))
    monkeypatch.setattr(load, "asset", lambda _: root)
    monkeypatch.setattr(load, "packaged", lambda _: None)
    return folder


@pytest.fixture
def compilations(monkeypatch):
    """Count how often the files are compiled."""
    counted = []
    compile_files = load._compile  # noqa: SLF001 - there is no other way to see it

    def count(root, packs):
        counted.append(packs)
        return compile_files(root, packs)

    monkeypatch.setattr(load, "_compile", count)
    return counted


def test_the_second_time_it_is_read_from_the_cache(cache, compilations):
    first = load.load_data()
    assert load.load_data() == json.loads(json.dumps(first))
    assert len(compilations) == 1
    assert [path.suffix for path in cache.iterdir()] == [".json"]


@pytest.mark.parametrize("change", ["size", "time", "new", "gone", "pack"])
def test_every_change_of_a_file_counts(root, pack, compilations, change):
    folder = pack({"pack.yaml": "severities: {blame: warning}\n"})
    load.load_data()
    path = root / "language" / "blame.yaml"
    packs: tuple[Path, ...] = ()
    if change == "size":
        path.write_text(path.read_text(encoding="utf-8") + "\n", encoding="utf-8")
    elif change == "time":
        os.utime(path, (1, 1))
    elif change == "new":
        text = path.read_text(encoding="utf-8").replace("id: blame", "id: blame-too")
        (root / "blame-too.yaml").write_text(text, encoding="utf-8")
    elif change == "gone":
        path.unlink()
    else:
        packs = (folder,)
    load.load_data(*packs)
    assert len(compilations) == 2


def test_a_broken_link_is_a_mistake_and_no_crash(root):
    (root / "language" / "lost.yaml").symlink_to(root / "nowhere.yaml")
    with pytest.raises(FileError, match="the file cannot be read"):
        load.load_data()


@pytest.mark.parametrize("text", ["", "{", "[1]", "{}"])
def test_a_cache_that_is_no_json_is_made_again(cache, compilations, text):
    load.load_data()
    next(cache.iterdir()).write_text(text, encoding="utf-8")
    load.load_data()
    assert len(compilations) == 2


def test_a_cache_that_cannot_be_written_is_no_error(monkeypatch, tmp_path, compilations):
    blocked = tmp_path / "file"
    blocked.write_text("", encoding="utf-8")
    monkeypatch.setenv("TACTFUL_CACHE_DIR", str(blocked / "inside"))
    assert load.load_data()["rules"]
    assert load.load_data()["rules"]
    assert len(compilations) == 2


def test_an_interrupt_leaves_nothing_half_written(cache, monkeypatch):
    def interrupt(*_, **__):
        raise KeyboardInterrupt

    monkeypatch.setattr(load.Path, "replace", interrupt)
    with pytest.raises(KeyboardInterrupt):
        load.load_data()
    assert list(cache.iterdir()) == []


def test_the_oldest_copies_go(cache, root, monkeypatch):
    monkeypatch.setattr(load, "MOST_CACHED", 2)
    for time in (1, 2, 3, 4):
        os.utime(root / "language" / "blame.yaml", (time, time))
        load.load_data()
    assert len(list(cache.iterdir())) == 2


def test_the_cache_lies_in_the_users_cache_folder_unless_told(monkeypatch):
    monkeypatch.delenv("TACTFUL_CACHE_DIR")
    assert load.cache_folder().name == "tactful"


def test_a_wheel_has_the_rule_book_ready(monkeypatch, tmp_path, pack, compilations):
    ready = tmp_path / "rulebook.json"
    ready.write_text(json.dumps(load.load_data()), encoding="utf-8")
    monkeypatch.setattr(load, "packaged", lambda _: ready)
    assert next(rule.id for rule in load.load().rules) == "blame"
    assert len(compilations) == 1
    load.load(pack({"pack.yaml": "off: {blame: No.}\n"}))
    assert len(compilations) == 2


def test_a_pack_that_is_not_there(tmp_path):
    with pytest.raises(OptionError) as caught:
        load.load(tmp_path / "nowhere")
    assert (
        str(caught.value)
        == f"There is no folder {str(tmp_path / 'nowhere')!r}; give the folder of a rule pack."
    )


def test_the_built_in_book_is_loaded_once():
    load.built_in.cache_clear()
    assert load.built_in() is load.built_in()
    load.built_in.cache_clear()
