"""The settings in files: those of the project, and those of the user.

A folder enters; the settings leave.  The project's are in the nearest ``tactful.toml``, or
``[tool.tactful]`` in ``pyproject.toml``: looked for in the folder and upward to the top of the repository;
outside a repository, in the folder alone.  The user's are in ``tactful.toml`` of the user's own folder.

A project comes from anybody, so it cannot run a command, send a draft and a key to a server of its choice,
or keep what was written: these settings are the user's.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from tactful.errors import OptionError

_PROJECT_KEYS = ("rules", "engine", "model", "base-url")
_USER_KEYS = ("engine", "model", "base-url", "key-command", "cache")
_ONLY_THE_USERS = {"key-command": "runs a command", "cache": "keeps answers on the disk"}
_LOOPBACK = {"localhost", "127.0.0.1", "::1"}


@dataclass(frozen=True, slots=True)
class Config:
    """What a file sets; ``path`` is where that is written.

    ``rules`` are folders of rule packs, ``key_command`` the words of a command that writes the key, ``cache``
    is the folder in which a model's answers are kept.
    """

    rules: tuple[Path, ...] = ()
    path: Path | None = None
    engine: str | None = None
    model: str | None = None
    base_url: str | None = None
    key_command: tuple[str, ...] = ()
    cache: str | None = None


def read_config(folder: Path) -> Config:
    """Return the project's settings that hold in a folder; raises ``OptionError`` where the file is wrong."""
    for place in _places(folder):
        for path, table in ((place / "tactful.toml", ()), (place / "pyproject.toml", ("tool", "tactful"))):
            found = _read_table(path, table)
            if found is not None:
                return _project_config(path, found)
    return Config()


def user_file() -> Path:
    """Return where the user's own settings are, or would be."""
    from platformdirs import user_config_path  # noqa: PLC0415 - only a model needs it

    return user_config_path("tactful", appauthor=False) / "tactful.toml"


def read_user_config() -> Config:
    """Return the user's own settings; raises ``OptionError`` where the file is wrong."""
    path = user_file()
    found = _read_table(path, ())
    if found is None:
        return Config()
    _no_other(path, found, _USER_KEYS)
    return _config(path, found)


def is_loopback(address: str) -> bool:
    """Return whether the server of an address is this machine."""
    try:
        return urlsplit(address).hostname in _LOOPBACK
    except ValueError:
        return False


def _places(folder: Path) -> Iterator[Path]:
    upward = (folder, *folder.parents)
    top = next((at for at, place in enumerate(upward) if (place / ".git").exists()), 0)
    return iter(upward[: top + 1])


def _read_table(path: Path, table: tuple[str, ...]) -> Mapping[str, Any] | None:
    """Return the table of a file, or ``None`` where there is no such file or table."""
    try:
        raw = path.read_bytes()
    except OSError:
        return None
    if table and b"tactful" not in raw:
        return None
    import tomllib  # noqa: PLC0415 - most runs have no such file

    try:
        found: Any = tomllib.loads(raw.decode("utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise OptionError(f"{path}: no valid TOML ({error}); mend the file.") from error
    for name in table:
        found = found.get(name) if isinstance(found, dict) else None
    return found if isinstance(found, dict) else None


def _project_config(path: Path, table: Mapping[str, Any]) -> Config:
    for name, what in _ONLY_THE_USERS.items():
        if name in table:
            raise OptionError(
                f"{path}: {name} {what}, so a project cannot set it; write it into {user_file()}."
            )
    _no_other(path, table, _PROJECT_KEYS)
    config = _config(path, table)
    if config.base_url is not None and not is_loopback(config.base_url):
        raise OptionError(
            f"{path}: base-url is {config.base_url!r}, and a project can name only a server of this machine, "
            f"since drafts and the key go there; write it into {user_file()}, or give --base-url."
        )
    return config


def _no_other(path: Path, table: Mapping[str, Any], names: tuple[str, ...]) -> None:
    for name in table:
        if name not in names:
            close = get_close_matches(name, names, n=1)
            hint = f"did you mean {close[0]!r}?" if close else f"the settings are {', '.join(names)}."
            raise OptionError(f"{path}: there is no setting {name!r}; {hint}")


def _config(path: Path, table: Mapping[str, Any]) -> Config:
    rules = _texts(path, table, "rules", "folders, such as rules = ['our-rules']")
    cache = _text(path, table, "cache")
    return Config(
        rules=tuple(path.parent / one for one in rules),
        path=path,
        engine=_text(path, table, "engine"),
        model=_text(path, table, "model"),
        base_url=_text(path, table, "base-url"),
        key_command=_texts(
            path, table, "key-command", "words, such as key-command = ['pass', 'show', 'key']"
        ),
        cache=None if cache is None else str(path.parent / Path(cache).expanduser()),
    )


def _text(path: Path, table: Mapping[str, Any], name: str) -> str | None:
    value = table.get(name)
    if value is None or (isinstance(value, str) and value.strip()):
        return value
    raise OptionError(f"{path}: {name} is {value!r}; give a text in quotation marks.")


def _texts(path: Path, table: Mapping[str, Any], name: str, what: str) -> tuple[str, ...]:
    value = table.get(name, [])
    if not isinstance(value, list) or not all(isinstance(one, str) and one for one in value):
        raise OptionError(f"{path}: {name} is {value!r}; give a list of {what}.")
    return tuple(value)
