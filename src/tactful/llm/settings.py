"""Which engine runs, with which model, and who said so.

Flags, environment and files enter; one choice leaves.  Flags come before the environment, that before the
project's file, that before the user's.  Nothing here reads the key.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, get_args
from urllib.parse import urlsplit

from tactful.config import Config, read_config, read_user_config
from tactful.errors import OptionError

EngineName = Literal["composer", "llm"]
ENGINES: tuple[str, ...] = get_args(EngineName)
OPENAI = "https://api.openai.com/v1"
DEFAULT = "the default"


@dataclass(frozen=True, slots=True)
class Setting:
    """A value and where it was set: an option, a variable, a file, or the default."""

    value: str
    source: str


@dataclass(frozen=True, slots=True)
class ModelFlags:
    """What the command line says of engine and model; ``None`` where it says nothing.

    ``cache`` is a folder, or empty where answers are not to be kept whatever the files say.
    """

    engine: str | None = None
    model: str | None = None
    base_url: str | None = None
    cache: str | None = None


@dataclass(frozen=True, slots=True)
class EngineChoice:
    """The engine that runs; ``model`` is there wherever it is ``llm``.

    ``key_command`` is the user's command that writes the key, or nothing; ``cache`` the folder in which
    answers are kept, or nothing where they are not.
    """

    engine: Setting
    model: Setting | None
    base_url: Setting
    key_command: tuple[str, ...] = ()
    cache: Setting | None = None

    @property
    def is_llm(self) -> bool:
        """Whether a model is asked."""
        return self.engine.value == "llm"


def choose_engine(
    flags: ModelFlags | None = None,
    *,
    folder: Path | None = None,
    environment: Mapping[str, str] | None = None,
) -> EngineChoice:
    """Return the engine that runs; raises ``OptionError`` where a setting is wrong or missing.

    The folder is the one whose project counts (the working folder), the environment that of the process.
    """
    flags = flags or ModelFlags()
    known = os.environ if environment is None else environment
    files = (read_config(folder or Path.cwd()), read_user_config())
    model = _first(
        ("--model", flags.model), ("TACTFUL_MODEL", known.get("TACTFUL_MODEL")), *_in(files, "model")
    )
    base_url = _first(
        ("--base-url", flags.base_url),
        ("TACTFUL_BASE_URL", known.get("TACTFUL_BASE_URL")),
        *_in(files, "base_url"),
    ) or Setting(OPENAI, DEFAULT)
    _check_address(base_url)
    cache = _first(("--cache", flags.cache), *_in(files, "cache")) if flags.cache != "" else None
    return EngineChoice(_engine(flags, files, model), model, base_url, files[1].key_command, cache)


def _in(files: tuple[Config, ...], name: str) -> list[tuple[str, str | None]]:
    return [(str(one.path), getattr(one, name)) for one in files]


def _first(*places: tuple[str, str | None]) -> Setting | None:
    return next((Setting(value.strip(), source) for source, value in places if value and value.strip()), None)


def _engine(flags: ModelFlags, files: tuple[Config, ...], model: Setting | None) -> Setting:
    """Return the engine that was asked for; without a word, ``llm`` where there is a model."""
    given = _first(("--engine", flags.engine), *_in(files, "engine"))
    if given is None:
        return Setting("composer", DEFAULT) if model is None else Setting("llm", model.source)
    if given.value not in ENGINES:
        raise OptionError(f"{given.source}: engine is {given.value!r}; choose one of {', '.join(ENGINES)}.")
    if given.value == "llm" and model is None:
        raise OptionError(
            f"{given.source}: the engine is llm, and there is no model; give --model or set TACTFUL_MODEL."
        )
    return given


def _check_address(address: Setting) -> None:
    """Raise an ``OptionError`` unless the address is one of a server, without a password in it."""
    try:
        parts = urlsplit(address.value)
        fine = parts.scheme in {"http", "https"} and bool(parts.hostname) and (parts.port or 1) > 0
    except ValueError:
        fine = False
    if not fine:
        raise OptionError(
            f"{address.source}: the base URL is no address of a server; give one such as http://127.0.0.1:8080/v1."
        )
    if parts.username or parts.password or parts.query or parts.fragment:
        raise OptionError(
            f"{address.source}: the base URL holds more than host and path; leave out user, password and "
            "whatever follows a ? or #, and set the key as OPENAI_API_KEY."
        )
