"""Writes what leaves: results to standard output in one go, everything else to standard error.

Text enters; bytes leave.  Colour only where a terminal reads it, or where FORCE_COLOR asks for it.
"""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass
from typing import IO

from tactful.errors import UserError

_CODES = {"bold": "1", "dim": "2", "red": "31", "green": "32", "yellow": "33", "cyan": "36"}


def write(text: str) -> None:
    """Write a result and flush it; what UTF-8 cannot hold is written as a JSON escape.

    Raises ``BrokenPipeError`` where nobody reads any more, ``UserError`` where it cannot be written.
    """
    if sys.stdout is None:
        raise UserError(
            "The result cannot be written: standard output is closed; send it to a file or a pipe."
        )
    try:
        sys.stdout.buffer.write(text.encode("utf-8", errors="backslashreplace"))
        sys.stdout.buffer.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        raise UserError(
            f"The result cannot be written ({error.strerror}); choose another place for it."
        ) from error


def say(text: str) -> None:
    """Write lines for the person at the keyboard, if there is one."""
    if sys.stderr is not None:
        print(text.removesuffix("\n"), file=sys.stderr)


@dataclass(frozen=True, slots=True)
class Paint:
    """Colours text, or leaves it as it is."""

    on: bool

    def __call__(self, text: str, *styles: str) -> str:
        """Return the text in these styles."""
        if not self.on or not styles:
            return text
        return f"\x1b[{';'.join(_CODES[style] for style in styles)}m{text}\x1b[0m"


def paint_for(stream: IO[str] | None) -> Paint:
    """Return how to colour what goes to a stream; NO_COLOR wins over FORCE_COLOR."""
    if stream is None or os.environ.get("NO_COLOR"):
        return Paint(on=False)
    if os.environ.get("FORCE_COLOR"):
        return Paint(on=True)
    return Paint(on=stream.isatty() and os.environ.get("TERM") != "dumb")
