"""Finds the compiled rule book, or compiles it once and keeps it.

The built-in folder and the user's packs enter; a ``RuleBook`` leaves.  A wheel carries the compiled
JSON; a checkout's or a user's files are compiled into the user cache, under a key made of path, size,
modification time and version, and never as pickle.
"""

from __future__ import annotations

import hashlib
import json
import os
import sys
import tempfile
from functools import lru_cache
from pathlib import Path
from typing import Any

from tactful.assets import asset, packaged
from tactful.rulebook.book import RuleBook

CACHE_VERSION = 1


@lru_cache(maxsize=1)
def built_in() -> RuleBook:
    """Return the rule book that comes with the package."""
    return load()


def load(*packs: Path) -> RuleBook:
    """Return the built-in rule book with the user's packs laid over it, in order."""
    return RuleBook(load_data(*packs))


def load_data(*packs: Path) -> dict[str, Any]:
    """Return the compiled JSON of the built-in rule book with packs; raises ``RuleBookError``."""
    ready = packaged("rulebook.json")
    if ready is not None and not packs:
        return dict(json.loads(ready.read_text(encoding="utf-8")))
    root = asset("rules")
    cached = _cache_folder() / f"rulebook-{_key(root, *packs)}.json"
    try:
        return dict(json.loads(cached.read_text(encoding="utf-8")))
    except (OSError, ValueError):
        data = _compile(root, packs)
        _keep(cached, data)
        return data


def _compile(root: Path, packs: tuple[Path, ...]) -> dict[str, Any]:
    from tactful.rulebook.compile import compile_book  # noqa: PLC0415 - heavy, and rarely needed

    return compile_book(root, packs)


def _key(*folders: Path) -> str:
    digest = hashlib.sha256(f"{CACHE_VERSION} {sys.version_info[:2]}".encode())
    own_code = Path(__file__).parent
    for folder in (own_code, *folders):
        for path in sorted((*folder.rglob("*.yaml"), *folder.rglob("*.py"))):
            state = path.stat()
            digest.update(f"{path}\0{state.st_size}\0{state.st_mtime_ns}\n".encode())
    return digest.hexdigest()[:32]


def _cache_folder() -> Path:
    chosen = os.environ.get("TACTFUL_CACHE_DIR")
    if chosen:
        return Path(chosen)
    from platformdirs import user_cache_path  # noqa: PLC0415 - a wheel without packs never needs it

    return user_cache_path("tactful", appauthor=False)


def _keep(path: Path, data: dict[str, Any]) -> None:
    """Write the cache whole or not at all; a cache that cannot be written is no error."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile(
            "w", encoding="utf-8", dir=path.parent, suffix=".part", delete=False
        ) as handle:
            json.dump(data, handle)
        Path(handle.name).replace(path)
    except OSError:
        return
