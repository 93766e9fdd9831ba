"""The command line: arguments enter, an exit code leaves.

Results go to standard output and everything else to standard error.  Exit codes: 0 passed or released;
1 findings at the gate, or nothing released; 2 usage, settings or input; 3 provider; 4 credentials;
70 a fault of tactful; 130 interrupted.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence

INTERRUPTED = 130
READER_GONE = 141
FAULT = 70


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code."""
    try:
        from tactful.cli.run import run  # noqa: PLC0415 - an interrupt while loading is caught, too

        return run(sys.argv[1:] if arguments is None else arguments)
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        _leave_output_alone()
        return READER_GONE


def _leave_output_alone() -> None:
    """Point standard output to nowhere, so that the interpreter's last flush does not complain."""
    import os  # noqa: PLC0415 - rarely needed

    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
