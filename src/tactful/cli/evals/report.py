"""``tactful eval report``: the run of a file enters; its report is written."""

from __future__ import annotations

from tactful.cli.evals.settings import ReportSettings
from tactful.cli.evals.table import table
from tactful.cli.output import say, write
from tactful.errors import UserError
from tactful.evals.reports import render
from tactful.evals.store import read_run


def run(settings: ReportSettings) -> int:
    """Write the report; 0, for it says what is there and decides nothing."""
    found = read_run(settings.run)
    text = table(found) if settings.format == "table" else render(settings.format, found)
    if settings.target is None:
        write(text)
        return 0
    try:
        settings.target.parent.mkdir(parents=True, exist_ok=True)
        settings.target.write_text(text, encoding="utf-8", errors="backslashreplace", newline="\n")
    except OSError as error:
        raise UserError(
            f"{settings.target}: cannot be written ({error.strerror}); choose another place."
        ) from error
    say(f"The report is in {settings.target}")
    return 0
