"""Runs the command that the arguments name, and turns errors into one line and an exit code."""

from __future__ import annotations

import os
from collections.abc import Sequence
from importlib import import_module

from tactful.cli import FAULT
from tactful.cli.arguments import HelpWanted, parse
from tactful.cli.output import say, write
from tactful.errors import InternalError, TactfulError


def run(arguments: Sequence[str]) -> int:
    """Return the exit code of a command; errors are said on standard error."""
    try:
        settings = parse(arguments)
        # Loaded by name, so that one command does not pay for the others.
        code: int = import_module(settings.module).run(settings)
    except HelpWanted as wanted:
        (say if wanted.exit_code else write)(str(wanted))
        return wanted.exit_code
    except InternalError as error:
        return _fault(error)
    except TactfulError as error:
        say(f"tactful: error: {error}")
        return error.exit_code
    except BrokenPipeError:
        raise
    except Exception as error:  # noqa: BLE001 - a user never sees a traceback that nobody asked for
        return _fault(error)
    return code


def _fault(error: Exception) -> int:
    if os.environ.get("TACTFUL_TRACEBACK"):
        raise error
    what = " ".join(f"{type(error).__name__}: {error}".split()).rstrip(".")
    say(f"tactful: this is a fault of tactful, not yours: {what}. Set TACTFUL_TRACEBACK=1 to see where.")
    return FAULT
