"""A run as one HTML page that needs nothing else: no request leaves it, and it works without a network.

A ``Run`` enters; HTML leaves.  All that comes from drafts and models is escaped, and the page's own policy
lets no script and no style run but the two it carries.
"""

from __future__ import annotations

from base64 import b64encode
from functools import lru_cache
from hashlib import sha256
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from tactful.errors import UserError
from tactful.evals.record import Run
from tactful.evals.reports.cases import shown_cases
from tactful.evals.reports.digest import shortcomings
from tactful.evals.reports.matrix import matrix
from tactful.evals.reports.numbers import duration, money
from tactful.evals.reports.plots import rate_plot, spending_bars
from tactful.evals.summary import summarise

if TYPE_CHECKING:
    from jinja2 import Environment

_TEMPLATES = Path(__file__).parent / "templates"


def render(run: Run) -> str:
    """Return the page; raises ``UserError`` where Jinja is not installed."""
    if find_spec("jinja2") is None:
        raise UserError("The HTML report needs the package jinja2; run: pip install 'tactful[evals]'.")
    # Engines side by side: a reader compares them on the same cases.
    suites = list(run.plan.suites)
    summaries = sorted(summarise(run), key=lambda one: suites.index(one.suite))
    cases = tuple(shown_cases(run))
    style, script = _read("page.css"), _read("page.js")
    return (
        _environment()
        .get_template("page.html")
        .render(
            run=run,
            summaries=summaries,
            shortcomings=shortcomings(run),
            rows=matrix(summaries),
            rates=rate_plot(run),
            spending=spending_bars(run, summaries),
            cases=cases,
            broken=sorted({score.scorer for case in cases for score in case.outcome.broken}),
            several_engines=len(run.plan.engines) > 1,
            style=style,
            script=script,
            style_digest=_digest(style),
            script_digest=_digest(script),
        )
    )


@lru_cache(maxsize=1)
def _environment() -> Environment:
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    environment = Environment(
        loader=FileSystemLoader(_TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters |= {"duration": duration, "money": money}
    return environment


def _read(name: str) -> str:
    return (_TEMPLATES / name).read_text(encoding="utf-8")


def _digest(text: str) -> str:
    return b64encode(sha256(text.encode()).digest()).decode()
