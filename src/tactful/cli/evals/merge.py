"""``tactful eval merge``: the shards of a run enter, one run is written, an exit code leaves."""

from __future__ import annotations

from tactful.cli.evals.settings import MergeSettings
from tactful.cli.evals.table import table
from tactful.cli.output import say, write
from tactful.errors import OptionError
from tactful.evals.merge import merged
from tactful.evals.store import RunStore, read_run


def run(settings: MergeSettings) -> int:
    """Write the merged run and its table; 0."""
    if settings.target.exists():
        raise OptionError(f"{settings.target}: is there already; give a new name first, then the runs.")
    plan, records = merged([read_run(path) for path in settings.runs])
    with RunStore(settings.target, plan) as store:
        for record in records:
            store.write(record)
        whole = store.run()
    write(table(whole))
    say(f"{len(records)} records in {settings.target}")
    return 0
