"""Reads what the user gives.

A file name, «-» or nothing enters; bytes leave, or lines of bytes.  A terminal without a file is a
request for help, not a reason to wait.
"""

from __future__ import annotations

import contextlib
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import IO

from tactful.cli.arguments import HelpWanted, parser_of
from tactful.cli.output import say
from tactful.errors import InputError, UserError

# No message is near this; it keeps an endless stream out of memory.
MOST_BYTES = 16 << 20


def read_bytes(file: str | None, command: str) -> bytes:
    """Return what a file or standard input holds; raises ``UserError`` or ``HelpWanted``."""
    with _open(file, command) as stream:
        try:
            data = stream.read(MOST_BYTES + 1)
        except OSError as error:
            raise UserError(f"{shown(file)}: cannot be read ({error.strerror}); give a text file.") from error
    if len(data) > MOST_BYTES:
        raise InputError("too-long", f"{shown(file)} holds more than 16 MiB; give the message alone.")
    return data


def read_lines(file: str | None, command: str) -> Iterator[bytes]:
    """Yield the lines of a file or of standard input as they come; one that is too long comes cut."""
    with _open(file, command) as stream:
        while line := stream.readline(MOST_BYTES + 1):
            yield line
            while not line.endswith(b"\n") and len(line) > MOST_BYTES:
                line = stream.readline(MOST_BYTES + 1)


def shown(file: str | None) -> str:
    """Return how a file is called in messages."""
    return "-" if file is None else file


@contextlib.contextmanager
def _open(file: str | None, command: str) -> Iterator[IO[bytes]]:
    if file is None or file == "-":
        yield _standard_input(file, command)
        return
    try:
        with Path(file).open("rb") as stream:
            yield stream
    except FileNotFoundError:
        raise UserError(
            f"{file}: there is no such file; give the path of a draft, or - for standard input."
        ) from None
    except (IsADirectoryError, PermissionError, ValueError) as error:
        raise UserError(f"{file}: cannot be read ({_reason(error)}); give a text file.") from error


def _reason(error: Exception) -> str:
    return str(getattr(error, "strerror", None) or error)


def _standard_input(file: str | None, command: str) -> IO[bytes]:
    if sys.stdin is None or (file is None and sys.stdin.isatty()):
        raise HelpWanted(parser_of(command).format_help(), 2)
    if sys.stdin.isatty():
        say("Write your draft; end it with Ctrl-D on a line of its own.")
    return sys.stdin.buffer
