"""Shows how a run goes, on standard error: how many cases, how fast, how many failed, what was spent.

Records enter as they are made; a bar is drawn where a terminal shows it, else nothing.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager

from tactful.evals.execute import Observer
from tactful.evals.limits import Spending
from tactful.evals.record import Record


@contextmanager
def progress(total: int, done: int, spending: Spending) -> Iterator[Observer]:
    """Yield the function that is told of each record."""
    if sys.stderr is None or not sys.stderr.isatty():
        yield _nothing
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

    columns = (
        BarColumn(),
        MofNCompleteColumn(),
        TextColumn("{task.fields[rate]}"),
        TextColumn("{task.fields[told]}"),
        TimeElapsedColumn(),
    )
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("", total=total, completed=done, rate="", told="")
        began = bar.get_time()

        def observe(_: Record) -> None:
            passed = bar.get_time() - began
            ended = spending.failed + spending.succeeded
            bar.update(task, advance=1, rate=f"{ended / passed:.1f}/s" if passed else "", told=told(spending))

        yield observe


def _nothing(_: Record) -> None:
    pass


def told(spending: Spending) -> str:
    """Return in words what was spent and what failed."""
    cost = "unknown cost" if spending.cost is None else f"cost {spending.cost:.4f}"
    return f"{spending.failed} failed, {spending.calls} calls, {spending.tokens} tokens, {cost}"
