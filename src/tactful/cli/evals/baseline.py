"""``tactful eval baseline``: a finished run enters, small JSON files are written."""

from __future__ import annotations

from tactful.cli.evals.settings import BaselineSettings
from tactful.cli.output import say
from tactful.errors import OptionError
from tactful.evals.baseline import write_baselines
from tactful.evals.store import read_run


def run(settings: BaselineSettings) -> int:
    """Write a file for each suite and engine; 0."""
    finished = read_run(settings.run)
    if finished.missing or finished.failed or not finished.plan.complete:
        raise OptionError(
            f"{settings.run}: is not the whole of its suites ({len(finished.missing)} cases have no record, "
            f"{len(finished.failed)} failed); a baseline needs every case."
        )
    for path in write_baselines(finished, settings.folder):
        say(f"wrote {path}")
    return 0
