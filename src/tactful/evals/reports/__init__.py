"""The forms in which a run is reported.

A ``Run`` enters; text leaves.  Each form is a module with a ``render``, loaded when asked for.
"""

from __future__ import annotations

from importlib import import_module

from tactful.evals.record import Run

_MODULES = {"junit": "junit", "html": "page", "github": "job_summary", "annotations": "annotations"}
FORMS = tuple(_MODULES)


def render(form: str, run: Run) -> str:
    """Return the report of a run in one of the forms."""
    written: str = import_module(f"tactful.evals.reports.{_MODULES[form]}").render(run)
    return written
