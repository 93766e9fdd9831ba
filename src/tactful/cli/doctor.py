"""``tactful doctor``: says what is installed, where things lie and what is used."""

from __future__ import annotations

import platform
import sys
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from tactful.assets import asset, packaged
from tactful.cli.arguments import DoctorSettings
from tactful.cli.books import packs_for
from tactful.cli.output import write
from tactful.config import read_config
from tactful.errors import TactfulError
from tactful.rulebook import load
from tactful.rulebook.load import cache_folder

_LIBRARIES = ("google-re2", "textstat", "py3langid", "pydantic", "PyYAML")


def run(settings: DoctorSettings) -> int:
    """Write the report; 0 where all is well, else the code of what is wrong."""
    lines: list[str] = []
    code = 0
    try:
        lines.extend(_report(settings.packs))
    except TactfulError as error:
        lines.append(f"problem      {error}")
        code = error.exit_code
    write("".join(f"{line}\n" for line in [*_versions(), *lines]))
    return code


def _versions() -> Iterator[str]:
    yield f"tactful      {version('tactful')} in {Path(__file__).resolve().parents[1]}"
    yield f"python       {platform.python_version()} ({sys.executable})"
    yield f"libraries    {', '.join(f'{name} {_version(name)}' for name in _LIBRARIES)}"
    yield "engine       composer, which needs no key"
    yield "network      not used"


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return "is missing"


def _report(given: tuple[Path, ...]) -> Iterator[str]:
    yield f"settings     {(read_config(Path.cwd()).path) or 'no tactful.toml here'}"
    packs = packs_for(given)
    yield f"packs        {', '.join(map(str, packs)) or 'none'}"
    kept = packaged("rulebook.json") and not packs
    yield f"rule book    {asset('rules')} ({'compiled at build time' if kept else 'compiled on first use'})"
    yield f"cache        {cache_folder()}"
    book = load(*packs)
    yield f"rules        {len(book.rules)} rules, {len(book.acts)} acts, {len(book.data['phrases'])} phrases"
