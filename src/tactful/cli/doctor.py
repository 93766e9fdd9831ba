"""``tactful doctor``: says what is installed, where things lie, which engine runs and whether it answers."""

from __future__ import annotations

import asyncio
import os
import platform
import sys
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from tactful.assets import asset, packaged
from tactful.cli.arguments import DoctorSettings
from tactful.cli.books import packs_for
from tactful.cli.output import write
from tactful.config import read_config, user_file
from tactful.errors import TactfulError
from tactful.llm.opening import key_source, open_model
from tactful.llm.probe import Probe, probe
from tactful.llm.settings import EngineChoice, choose_engine
from tactful.rulebook import load
from tactful.rulebook.load import cache_folder

_LIBRARIES = ("google-re2", "openai", "langchain-core", "textstat", "py3langid", "pydantic", "PyYAML")
_MOST_LISTED = 5


def run(settings: DoctorSettings) -> int:
    """Write the report; 0 where all is well, else the code of what is wrong."""
    lines = [*_versions()]
    code = 0
    for part in (_report(settings.packs), _engine(settings)):
        try:
            lines.extend(part)
        except TactfulError as error:
            lines.append(f"problem      {error}")
            code = code or error.exit_code
    write("".join(f"{line}\n" for line in lines))
    return code


def _versions() -> Iterator[str]:
    yield f"tactful      {version('tactful')} in {Path(__file__).resolve().parents[1]}"
    yield f"python       {platform.python_version()} ({sys.executable})"
    yield f"libraries    {', '.join(f'{name} {_version(name)}' for name in _LIBRARIES)}"


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return "is missing"


def _report(given: tuple[Path, ...]) -> Iterator[str]:
    yield f"settings     {(read_config(Path.cwd()).path) or 'no tactful.toml here'}"
    yield f"your own     {user_file()}{'' if user_file().exists() else ', which is not there'}"
    packs = packs_for(given)
    yield f"packs        {', '.join(map(str, packs)) or 'none'}"
    kept = packaged("rulebook.json") and not packs
    yield f"rule book    {asset('rules')} ({'compiled at build time' if kept else 'compiled on first use'})"
    yield f"cache        {cache_folder()}"
    book = load(*packs)
    yield f"rules        {len(book.rules)} rules, {len(book.acts)} acts, {len(book.data['phrases'])} phrases"


def _engine(settings: DoctorSettings) -> Iterator[str]:
    """Say which engine runs and why, and whether its model answers; the key is never said."""
    choice = choose_engine(settings.flags)
    yield f"engine       {choice.engine.value} ({choice.engine.source})"
    if not choice.is_llm or choice.model is None:
        yield "network      not used"
        return
    yield f"model        {choice.model.value} ({choice.model.source})"
    yield f"server       {choice.base_url.value} ({choice.base_url.source})"
    yield f"key          {key_source(choice, os.environ) or 'none'}"
    kept = choice.cache
    yield f"answers      {f'kept in {kept.value} ({kept.source})' if kept else 'not kept'}"
    yield from _answered(choice, asyncio.run(probe(open_model(choice))))


def _answered(choice: EngineChoice, found: Probe) -> Iterator[str]:
    name = choice.model.value if choice.model else ""
    if found.listed is None:
        yield "listed       the server does not list its models"
    elif name in found.listed:
        yield f"listed       yes, among {len(found.listed)}"
    else:
        yield f"listed       no; the server lists {', '.join(found.listed[:_MOST_LISTED]) or 'nothing'}"
    done = found.completion
    yield (
        f"answer       after {found.seconds:.2f} s "
        f"({done.finish}, {done.prompt_tokens} + {done.completion_tokens} tokens)"
    )
