"""Measures a whole ``tactful check`` process beside ``python -c pass`` and proselint.

Nothing enters; a table of medians leaves.  The runs of the programs take turns, so that a busy machine
slows all of them alike.  Run: ``make bench``.
"""

from __future__ import annotations

import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from _messages import messages

RUNS = 15


def seconds(command: list[str]) -> float:
    """Return how long a command takes from start to end."""
    start = time.perf_counter()
    subprocess.run(command, capture_output=True, check=False)
    return time.perf_counter() - start


def main() -> None:
    """Print the table."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "message.txt"
        path.write_text(messages(1)[0], encoding="utf-8")
        commands = {
            "python -c pass": [sys.executable, "-c", "pass"],
            "tactful check": [sys.executable, "-m", "tactful", "check", str(path)],
            "proselint check": [sys.executable, "-m", "proselint", "check", str(path)],
        }
        times: dict[str, list[float]] = {name: [] for name in commands}
        for _ in range(RUNS):
            for name, command in commands.items():
                times[name].append(seconds(command))
    base = statistics.median(times["python -c pass"])
    for name, measured in times.items():
        median = statistics.median(measured)
        print(f"{name:18} {median * 1000:7.0f} ms   +{(median - base) * 1000:5.0f} ms")


if __name__ == "__main__":
    main()
