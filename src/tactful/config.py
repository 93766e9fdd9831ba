"""The settings of a project: ``tactful.toml``, or ``[tool.tactful]`` in ``pyproject.toml``.

A folder enters; the settings of the nearest file leave.  It is looked for in the folder and upward to
the top of the repository; outside a repository, in the folder alone.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from tactful.errors import OptionError

_KEYS = ("rules",)


@dataclass(frozen=True, slots=True)
class Config:
    """What a project sets: the folders of its rule packs; ``path`` is where that is written."""

    rules: tuple[Path, ...] = ()
    path: Path | None = None


def read_config(folder: Path) -> Config:
    """Return the settings that hold in a folder; raises ``OptionError`` where the file is wrong."""
    for place in _places(folder):
        for path, table in ((place / "tactful.toml", ()), (place / "pyproject.toml", ("tool", "tactful"))):
            found = _read_table(path, table)
            if found is not None:
                return _config(path, found)
    return Config()


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


def _config(path: Path, table: Mapping[str, Any]) -> Config:
    for name in table:
        if name not in _KEYS:
            close = get_close_matches(name, _KEYS, n=1)
            hint = f"did you mean {close[0]!r}?" if close else f"the settings are {', '.join(_KEYS)}."
            raise OptionError(f"{path}: there is no setting {name!r}; {hint}")
    rules = table.get("rules", [])
    if not isinstance(rules, list) or not all(isinstance(one, str) and one for one in rules):
        raise OptionError(
            f"{path}: rules is {rules!r}; give a list of folders, such as rules = ['our-rules']."
        )
    return Config(tuple(path.parent / one for one in rules), path)
