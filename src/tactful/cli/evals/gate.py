"""``tactful eval gate``: a finished run enters, the decision is written, its exit code leaves."""

from __future__ import annotations

from pathlib import Path

from tactful.cli.evals.arguments import BASELINES
from tactful.cli.evals.settings import GateSettings
from tactful.cli.output import write
from tactful.errors import OptionError
from tactful.evals.baseline import read_standings
from tactful.evals.compare import compare
from tactful.evals.gate import PASSED, PROVES_NOTHING, decide
from tactful.evals.record import Run
from tactful.evals.standing import standings_of
from tactful.evals.store import read_run


def run(settings: GateSettings) -> int:
    """Decide on a run; 0 fine, 1 worse, 3 it proves nothing."""
    return decided(read_run(settings.run), settings.baseline, settings.minimum_fall)


def decided(finished: Run, baseline: Path | None, minimum_fall: float) -> int:
    """Write the decision on a run and return its exit code; without a baseline only the bars hold."""
    path = baseline_path(baseline)
    comparison = None if path is None else compare(read_standings(path), standings_of(finished))
    decision = decide(finished, comparison, minimum_fall)
    lines = [f"worse: {one}" for one in decision.failures]
    lines += [f"proves nothing: {one}" for one in decision.doubts]
    held = "its bars alone" if path is None else str(path)
    verdict = {PASSED: "passed", PROVES_NOTHING: "the run proves nothing"}.get(decision.code, "failed")
    write("".join(f"{line}\n" for line in (*lines, f"gate: {verdict}, held against {held}")))
    return decision.code


def baseline_path(given: Path | None) -> Path | None:
    """Return the baseline that is meant, or ``None`` where the project has none."""
    if given is not None and not given.exists():
        raise OptionError(f"{given}: there is no such baseline; write it by tactful eval baseline RUN.")
    if given is None and any(BASELINES.glob("*.json")):
        return BASELINES
    return given
