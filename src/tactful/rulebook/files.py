"""Reads the files of one folder of a rule book.

A folder enters; its checked files leave, sorted by id.  The built-in rule book and a user's pack have
the same layout: data in ``lexicons``, ``fragments``, ``senses``, ``acts`` and ``phrases``, rules
anywhere else.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tactful.errors import FileError
from tactful.rulebook.phrase_schema import PhraseFile
from tactful.rulebook.schema import ActFile, FragmentFile, LexiconFile, RuleFile, SenseFile
from tactful.rulebook.source import Location, line_of, read_model

PACK_FILE = "pack.yaml"
_DATA_FOLDERS = ("lexicons", "fragments", "acts", "phrases", "senses")


@dataclass(frozen=True, slots=True)
class Loaded:
    """One file that was read: its model, its path, and its lines."""

    path: Path
    model: Any
    lines: dict[Location, int]

    def error(self, place: Location, problem: str, mend: str) -> FileError:
        """Return the error that names this file and the line of a place in it."""
        return FileError(str(self.path), line_of(self.lines, place), problem, mend)

    def where(self, place: Location) -> str:
        """Return a place in this file as ``file:line``."""
        return f"{self.path}:{line_of(self.lines, place)}"


@dataclass(frozen=True, slots=True)
class Sources:
    """All files of a rule book; ``off`` holds the reasons of the rules that are switched off."""

    lexicons: list[Loaded] = field(default_factory=list)
    fragments: list[Loaded] = field(default_factory=list)
    senses: list[Loaded] = field(default_factory=list)
    acts: list[Loaded] = field(default_factory=list)
    phrases: list[Loaded] = field(default_factory=list)
    rules: list[Loaded] = field(default_factory=list)
    off: dict[str, str] = field(default_factory=dict)


def read_sources(root: Path) -> Sources:
    """Return every file of a folder; raises ``FileError`` at the first that is wrong."""
    for path in sorted(root.rglob("*.yml")):
        raise FileError(str(path), 1, "the file is not read, its name ends in .yml", "Rename it to .yaml.")
    return Sources(
        lexicons=_read_all(root / "lexicons", LexiconFile, "lexicon"),
        fragments=_read_all(root / "fragments", FragmentFile, "fragment file"),
        senses=_read_all(root / "senses", SenseFile, "sense file"),
        acts=read_acts(root),
        phrases=_read_all(root / "phrases", PhraseFile, "phrase file"),
        rules=read_rules(root),
    )


def read_rules(root: Path) -> list[Loaded]:
    """Return every rule file of a folder, by id; a rule is any YAML outside the data folders."""
    paths = [
        path
        for path in sorted(root.rglob("*.yaml"))
        if path.relative_to(root).parts[0] not in _DATA_FOLDERS and path.name != PACK_FILE
    ]
    return _unique([Loaded(path, *read_model(path, RuleFile)) for path in paths], "rule")


def read_acts(root: Path) -> list[Loaded]:
    """Return every act of a folder, by id."""
    return _read_all(root / "acts", ActFile, "act")


def _read_all(folder: Path, model: Any, what: str) -> list[Loaded]:
    return _unique([Loaded(path, *read_model(path, model)) for path in sorted(folder.glob("*.yaml"))], what)


def _unique(loaded: list[Loaded], what: str) -> list[Loaded]:
    seen: dict[str, Path] = {}
    for one in loaded:
        if one.model.id in seen:
            problem = f"the {what} {one.model.id!r} is already in {seen[one.model.id]}"
            raise one.error(("id",), problem, "Give it an id of its own.")
        if one.path.stem != one.model.id:
            problem = f"the id {one.model.id!r} is not the file's name {one.path.stem!r}"
            raise one.error(("id",), problem, "Make them the same.")
        seen[one.model.id] = one.path
    return sorted(loaded, key=lambda one: str(one.model.id))
