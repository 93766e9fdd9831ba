"""Rule books of a few files, made for one test each."""

from __future__ import annotations

import shutil
from pathlib import Path
from textwrap import dedent

import pytest

SMALL_BOOK = Path(__file__).parents[1] / "small_book"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Return a copy of the small rule book that a test may change."""
    return Path(shutil.copytree(SMALL_BOOK, tmp_path / "book"))


@pytest.fixture
def pack(tmp_path: Path):
    """Return a function that writes the files of a pack and gives its folder."""

    def write(files: dict[str, str]) -> Path:
        folder = tmp_path / "pack"
        for name, text in files.items():
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(dedent(text), encoding="utf-8")
        return folder

    return write
