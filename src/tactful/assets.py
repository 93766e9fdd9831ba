"""Where the package's data lies: the rule book, the prompts, the suites.

A relative name enters; a path leaves.  An installed wheel has the data beside this file; a checkout
has it at its top, and an editable install reads it there, so that there is one copy.
"""

from __future__ import annotations

from pathlib import Path

from tactful.errors import InternalError

_PACKAGED = Path(__file__).parent / "_data"
_CHECKOUT = Path(__file__).parents[2]


def asset(name: str) -> Path:
    """Return the path of a file or folder of data; raises ``InternalError`` where it is missing."""
    for root in (_PACKAGED, _CHECKOUT):
        path = root / name
        if path.exists():
            return path
    raise InternalError(f"The data {name!r} is missing from this installation; install tactful again.")


def packaged(name: str) -> Path | None:
    """Return the path of data that only a wheel has, or ``None``."""
    path = _PACKAGED / name
    return path if path.exists() else None
