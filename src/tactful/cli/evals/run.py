"""``tactful eval``: settings enter, a run is recorded and its table written, an exit code leaves."""

from __future__ import annotations

import asyncio
import os
import time
from contextlib import AbstractContextManager, nullcontext
from importlib.util import find_spec
from pathlib import Path

from tactful.cli.books import book_for
from tactful.cli.evals.engines import engines_for
from tactful.cli.evals.gate import decided
from tactful.cli.evals.progress import progress, told
from tactful.cli.evals.settings import RunSettings
from tactful.cli.evals.suites import suites_for
from tactful.cli.evals.table import table
from tactful.cli.output import say, write
from tactful.errors import OptionError, UserError
from tactful.evals.engines import Engine, Turn
from tactful.evals.execute import Execution
from tactful.evals.limits import Limits, Spending
from tactful.evals.merge import differences
from tactful.evals.prices import Prices, read_prices
from tactful.evals.processes import Processes, can_fork
from tactful.evals.record import Plan, Run
from tactful.evals.selection import Means, Selection, plan_of, prompt_folder
from tactful.evals.store import RunStore
from tactful.evals.suite import Suite
from tactful.evals.work import Job
from tactful.evals.workshop import Workplace, Workshop
from tactful.rulebook import RuleBook

PROVES_NOTHING = 3
FEWEST_FOR_PROCESSES = 100
MOST_PROCESSES = 4


def run(settings: RunSettings) -> int:
    """Record a run; 0 where every case has a record and no call failed, else 3; or what the gate says."""
    if find_spec("pydantic_evals") is None:
        raise UserError("tactful eval needs the package pydantic-evals; run: pip install 'tactful[evals]'.")
    book = book_for(settings.packs)
    suites = suites_for(settings.suites, book.rule_by_id)
    prices = read_prices(settings.prices) if settings.prices else Prices()
    engines = engines_for(settings, book)
    _refuse_unpriced(settings, engines, prices)
    selection = Selection(settings.filters, settings.limit, *settings.shard)
    plan = _plan(settings, suites, selection, engines, book)
    _refuse_twins(plan)
    if not plan.expected():
        say("tactful: no case fits --filter, --limit and --shard, so nothing was run; widen them.")
        return PROVES_NOTHING
    spending = Spending(Limits(settings.calls, settings.tokens, settings.cost))
    with RunStore(_file(settings), None if settings.resumed else plan) as store:
        _refuse_other_plan(store, plan)
        jobs = _jobs(suites, selection, engines, settings.repeats)
        done = _done(store.run())
        with (
            _workplace(Workshop(book, engines, prices), len(jobs) - done) as workplace,
            progress(len(jobs), done, spending) as observe,
        ):
            execution = Execution(store, workplace, spending, settings.concurrency, observe)
            asyncio.run(execution.execute(jobs))
        finished = store.run()
    write(table(finished))
    say(f"{told(spending)}; recorded in {store.path}")
    code = _code(finished, spending, store.path)
    return decided(finished, settings.baseline, settings.minimum_fall) if settings.gated else code


def _workplace(workshop: Workshop, jobs: int) -> AbstractContextManager[Workplace]:
    """Return where jobs are worked on: on several cores where there is enough to do."""
    processes = min(MOST_PROCESSES, os.cpu_count() or 1)
    if jobs < FEWEST_FOR_PROCESSES or processes == 1 or not can_fork():
        return nullcontext(workshop)
    return Processes(workshop, processes)


def _refuse_twins(plan: Plan) -> None:
    """Refuse engines of one name: their records could not be told apart."""
    twins = sorted({one for one in plan.engines if plan.engines.count(one) > 1})
    if twins:
        raise OptionError(f"the engine {twins[0]!r} is named twice; name each once.")


def _refuse_unpriced(settings: RunSettings, engines: tuple[Engine, ...], prices: Prices) -> None:
    unknown = [one.model for one in engines if one.model is not None and one.model not in prices.models]
    if settings.cost is not None and unknown:
        raise OptionError(f"max-cost needs the price of {unknown[0]!r}; name it in a file for --prices.")


def _plan(
    settings: RunSettings,
    suites: tuple[Suite, ...],
    selection: Selection,
    engines: tuple[Engine, ...],
    book: RuleBook,
) -> Plan:
    means = Means(
        book=book,
        engines=tuple(one.label for one in engines),
        settings={"engines": list(settings.engines), "base_urls": list(settings.base_urls)},
        prompts=prompt_folder(),
        repeats=settings.repeats,
        seed=settings.seed,
    )
    return plan_of(suites, selection, means)


def _file(settings: RunSettings) -> Path:
    path = settings.file or Path(time.strftime("tactful-run-%Y%m%d-%H%M%S.sqlite"))
    if not settings.resumed and path.exists():
        raise OptionError(
            f"{path}: is there already; give --resume {path} to go on with it, or another name."
        )
    return path


def _refuse_other_plan(store: RunStore, plan: Plan) -> None:
    different = differences(store.plan, plan)
    if different:
        raise OptionError(
            f"{store.path}: is another run ({', '.join(different)} differ); give the options it was started "
            "with, or start a new run."
        )


def _jobs(
    suites: tuple[Suite, ...], selection: Selection, engines: tuple[Engine, ...], repeats: int
) -> list[Job]:
    chosen = selection.cases(suites)
    return [
        Job(case, engine.label, Turn(repeat, engine.most_calls))
        for engine in engines
        for cases in chosen.values()
        for case in cases
        for repeat in range(repeats)
    ]


def _done(run: Run) -> int:
    return len(run.records) - len(run.failed)


def _code(run: Run, spending: Spending, path: Path) -> int:
    """Return 0 where all was recorded; else say what is missing."""
    if not run.missing and not run.failed:
        return 0
    why = f", because {spending.stopped}" if spending.stopped else ""
    say(
        f"tactful: the run is not complete{why}: {len(run.missing)} cases have no record and "
        f"{len(run.failed)} failed. Go on with it by the same options and --resume {path}"
    )
    for record in run.failed[:3]:
        say(f"  {record.key.suite}/{record.key.case}: {record.error}")
    return PROVES_NOTHING
