"""Finds the rule book that a command works with: ``--rules`` first, else what the project names."""

from __future__ import annotations

from pathlib import Path

from tactful.config import read_config
from tactful.errors import OptionError
from tactful.rulebook import RuleBook, load


def packs_for(given: tuple[Path, ...]) -> tuple[Path, ...]:
    """Return the folders of the packs that hold; raises ``OptionError`` where one is no folder."""
    config = None if given else read_config(Path.cwd())
    packs = given if config is None else config.rules
    for pack in packs:
        if not pack.is_dir():
            place = "--rules" if config is None else f"{config.path}"
            raise OptionError(f"{place}: there is no folder {str(pack)!r}; give the folder of a rule pack.")
    return packs


def book_for(given: tuple[Path, ...]) -> RuleBook:
    """Return the built-in rule book with the packs laid over it."""
    return load(*packs_for(given))
