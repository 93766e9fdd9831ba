"""A run as the summary of a GitHub job.

A ``Run`` enters; Markdown leaves, in which nothing that a model wrote is markup.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from tactful.evals.record import Run
from tactful.evals.reports.digest import Break, breaks, shortcomings
from tactful.evals.reports.matrix import matrix
from tactful.evals.reports.numbers import duration, money
from tactful.evals.summary import Summary, summarise
from tactful.text import xml_text

# GitHub refuses a summary of more than a mebibyte.
_MOST_BREAKS = 50
_MOST_NOTES = 10
_LONGEST_NOTE = 200
_PERHAPS_MARKUP = re.compile(r"[^\w\s,;%?'«»-]|_")


def render(run: Run) -> str:
    """Return the Markdown: the matrix, then what broke."""
    summaries = summarise(run)
    lines = [f"## tactful eval: {_plain(run.name)}", ""]
    lines += [f"> **Warning** {sentence}" for sentence in shortcomings(run)]
    lines += ["", *_overview(summaries), ""]
    found = breaks(run)
    lines += ["### What broke", "", *_breaks(found)] if found else ["Nothing broke."]
    return "\n".join(lines) + "\n"


def _overview(summaries: Sequence[Summary]) -> Iterator[str]:
    rows = [row for row in matrix(summaries) if not row.part]
    head = ["suite", "engine", "cases", "failed", *(row.scorer for row in rows), "tokens", "cost", "time"]
    yield _row(head)
    yield _row(["---", "---", *(["--:"] * (len(head) - 2))])
    for at, one in enumerate(summaries):
        cases = f"{one.recorded}/{one.planned}" if one.recorded < one.planned else str(one.recorded)
        scored = [row.cells[at].shown for row in rows]
        spent = [str(one.tokens), money(one.cost), duration(one.milliseconds)]
        yield _row([_plain(one.suite), _plain(one.engine), cases, str(one.failed), *scored, *spent])


def _row(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _breaks(found: Sequence[Break]) -> Iterator[str]:
    for one in found[:_MOST_BREAKS]:
        where = f"{_plain(one.suite)}, {_plain(one.engine)}: {len(one.notes)} of {one.judged}"
        yield f"<details><summary><b>{_plain(one.scorer)}</b> in {where}</summary>"
        yield ""
        for case, note in one.notes[:_MOST_NOTES]:
            yield f"- {_plain(case)}" + (f": {_plain(note)}" if note else "")
        if len(one.notes) > _MOST_NOTES:
            yield f"- and {len(one.notes) - _MOST_NOTES} more"
        yield from ("", "</details>", "")
    if len(found) > _MOST_BREAKS:
        yield f"And {len(found) - _MOST_BREAKS} more scorers."


def _plain(text: str) -> str:
    """Return a text on one line, with every sign that Markdown or HTML might read written as a number."""
    line = " ".join(xml_text(text).split())
    cut = line if len(line) <= _LONGEST_NOTE else line[: _LONGEST_NOTE - 1] + "…"
    return _PERHAPS_MARKUP.sub(lambda sign: f"&#{ord(sign[0])};", cut)
