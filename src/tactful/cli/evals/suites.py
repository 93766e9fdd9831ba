"""Finds the suites that are asked for.

Names and paths enter; checked suites leave.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from difflib import get_close_matches
from pathlib import Path

from tactful.assets import asset
from tactful.errors import FileError, InternalError, OptionError
from tactful.evals.suite import Suite
from tactful.evals.suite_file import read_suite

_FOLDER = "evals/suites"


def suites_for(given: Sequence[str], rules: Collection[str]) -> tuple[Suite, ...]:
    """Return the suites of names or paths, or every suite there is; raises ``UserError``."""
    known = _known()
    paths = [_path(one, known) for one in given] or list(known.values())
    if not paths:
        raise OptionError(f"There is no suite in {_FOLDER}; write one, or give the path of a file.")
    suites: dict[str, Suite] = {}
    for path in paths:
        suite = read_suite(path, rules)
        if suite.name in suites:
            raise OptionError(f"{path}: there are two suites of the name {suite.name!r}; leave one out.")
        suites[suite.name] = suite
    return tuple(suites.values())


def _known() -> dict[str, Path]:
    """Return the suites of the folder one works in, else those that come with the package."""
    folder = Path(_FOLDER)
    if not folder.is_dir():
        try:
            folder = asset(_FOLDER)
        except InternalError:
            return {}
    for path in sorted(folder.glob("*.yml")):
        raise FileError(str(path), 1, "the file is not read, its name ends in .yml", "Rename it to .yaml.")
    return {path.stem: path for path in sorted(folder.glob("*.yaml"))}


def _path(given: str, known: dict[str, Path]) -> Path:
    if given in known:
        return known[given]
    path = Path(given)
    if path.is_file():
        return path
    close = get_close_matches(given, known, n=1)
    hint = f"did you mean {close[0]!r}?" if close else f"the suites are {', '.join(known) or 'none'}."
    raise OptionError(f"There is no suite {given!r}; {hint}")
