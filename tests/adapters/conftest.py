"""What the tests of the adapters share."""

from __future__ import annotations

import subprocess
import sys

import pytest


@pytest.fixture
def subprocess_modules():
    """Run a line of Python in a process of its own and return the modules that it loaded."""

    def run(line: str) -> set[str]:
        done = subprocess.run(
            [sys.executable, "-c", f"{line}; import sys; print(*sys.modules)"],
            capture_output=True,
            text=True,
            check=True,
        )
        return set(done.stdout.split())

    return run
