"""Finds the compiled rule book, or compiles it once and keeps it.

The built-in folder and the user's packs enter; a ``RuleBook`` leaves.  A wheel carries the compiled
JSON; a checkout's or a user's files are compiled into the user cache, under a key made of path, size,
modification time and version, and never as pickle.
"""

from __future__ import annotations

import json
import os
import sys
from functools import lru_cache
from pathlib import Path
from typing import Any

from tactful.assets import asset, packaged
from tactful.errors import OptionError
from tactful.rulebook.book import RuleBook

CACHE_VERSION = 1
# Each change of a rule file makes a new one; the oldest go.
MOST_CACHED = 24
_SOURCES = ("*.yaml", "*.yml", "*.tsv", "*.py")


@lru_cache(maxsize=1)
def built_in() -> RuleBook:
    """Return the rule book that comes with the package."""
    return load()


def load(*packs: Path) -> RuleBook:
    """Return the built-in rule book with the user's packs laid over it, in order."""
    return RuleBook(load_data(*packs))


def load_data(*packs: Path) -> dict[str, Any]:
    """Return the compiled JSON of the built-in rule book with packs; raises ``UserError``."""
    for pack in packs:
        if not pack.is_dir():
            raise OptionError(f"There is no folder {str(pack)!r}; give the folder of a rule pack.")
    ready = packaged("rulebook.json")
    if ready is not None and not packs:
        return dict(json.loads(ready.read_text(encoding="utf-8")))
    root = asset("rules")
    cached = cache_folder() / f"rulebook-{_key(root, *packs)}.json"
    kept = _read(cached)
    if kept is not None:
        return kept
    data = _compile(root, packs)
    _keep(cached, data)
    return data


def _read(path: Path) -> dict[str, Any] | None:
    """Return a kept rule book, or ``None`` where there is none that can be used."""
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None
    return data if isinstance(data, dict) and "tags" in data else None


def _compile(root: Path, packs: tuple[Path, ...]) -> dict[str, Any]:
    from tactful.rulebook.compile import compile_book  # noqa: PLC0415 - heavy, and rarely needed

    return compile_book(root, packs)


def _key(*folders: Path) -> str:
    import hashlib  # noqa: PLC0415 - a wheel without packs never needs it

    digest = hashlib.sha256(f"{CACHE_VERSION} {sys.version_info[:2]}".encode())
    own_code = Path(__file__).parent
    for folder in (own_code, *folders):
        digest.update(f"{folder.resolve()}\n".encode())
        for path in sorted(path for kind in _SOURCES for path in folder.rglob(kind)):
            digest.update(f"{path}\0{_state(path)}\n".encode())
    return digest.hexdigest()[:32]


def _state(path: Path) -> str:
    try:
        state = path.stat()
    except OSError:
        return "unreadable"
    return f"{state.st_size}\0{state.st_mtime_ns}"


def cache_folder() -> Path:
    """Return where compiled rule books are kept: TACTFUL_CACHE_DIR, else the user's cache folder."""
    chosen = os.environ.get("TACTFUL_CACHE_DIR")
    if chosen:
        return Path(chosen)
    from platformdirs import user_cache_path  # noqa: PLC0415 - a wheel without packs never needs it

    return user_cache_path("tactful", appauthor=False)


def _keep(path: Path, data: dict[str, Any]) -> None:
    """Write the cache whole or not at all; a cache that cannot be written is no error."""
    part = path.with_suffix(f".{os.getpid()}.part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        try:
            part.write_text(json.dumps(data), encoding="utf-8")
            part.replace(path)
        finally:
            part.unlink(missing_ok=True)
        _drop_oldest(path.parent)
    except OSError:
        return


def _drop_oldest(folder: Path) -> None:
    kept = sorted(folder.glob("rulebook-*.json"), key=lambda path: path.stat().st_mtime, reverse=True)
    for path in kept[MOST_CACHED:]:
        path.unlink(missing_ok=True)
