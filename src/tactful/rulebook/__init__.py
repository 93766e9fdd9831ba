"""The rule book: rules, acts, lexicons and phrases as data.

Folders of YAML enter; a ``RuleBook`` leaves.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tactful.rulebook.book import Rule, RuleBook
from tactful.rulebook.load import built_in, load

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["Rule", "RuleBook", "built_in", "compile_book", "load"]


def compile_book(root: Path, packs: tuple[Path, ...] = (), *, strict: bool = False) -> dict[str, Any]:
    """Return the compiled JSON of a folder of rule files with packs over it; raises ``FileError``."""
    from tactful.rulebook.compile import compile_book as compile_files  # noqa: PLC0415 - imports pydantic

    return compile_files(root, packs, strict=strict)
