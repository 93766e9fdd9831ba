"""Reads the command line of ``tactful eval``.

Argument strings enter; the settings of one action leave, or an ``OptionError`` that names the mend.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from tactful.cli.arguments import HelpWanted, Parser, Settings, add_packs, choose, parse_rest
from tactful.cli.evals.judge_arguments import add_calibrate, add_judge, calibrate_settings, judge_settings
from tactful.cli.evals.settings import (
    BaselineSettings,
    CompareSettings,
    DecideSettings,
    GateSettings,
    MergeSettings,
    ReportSettings,
    RunSettings,
)
from tactful.errors import OptionError
from tactful.evals.reports import FORMS

REPORT_FORMATS = ("table", *FORMS)
ENGINES = ("composer", "llm", "answers")
MOST_AT_ONCE = 1000
BASELINES = Path("evals/baselines")
_BASELINE = f"a run, a baseline or a folder of them; {BASELINES} unless told"

ACTIONS = {
    "compare": "show what changed between a run and a baseline or another run",
    "gate": "decide on a finished run: 0 fine, 1 worse, 3 it proves nothing",
    "baseline": "keep what a run scored as the baseline of later ones",
    "report": "write what a run scored: as a table, for CI, or as a page",
    "judge": "let a model judge the texts of a run as a second opinion",
    "calibrate": "tell how far a judge agrees with people, rule by rule",
    "merge": "put the shards of one run together",
}


def parse_eval(arguments: Sequence[str]) -> Settings:
    """Return the settings of ``tactful eval``; raises ``OptionError`` or ``HelpWanted``."""
    action = arguments[0] if arguments and arguments[0] in ACTIONS else ""
    if not action:
        return _run_settings(_parsed("eval", _RUN_HELP, _add_run, arguments))
    parser, settings = _ACTIONS[action]
    return settings(_parsed(f"eval {action}", ACTIONS[action].capitalize() + ".", parser, arguments[1:]))


_RUN_HELP = (
    "Run suites of cases, and record what came out and what it scores. Other actions: "
    + "; ".join(f"tactful eval {name}: {what}" for name, what in ACTIONS.items())
    + "."
)


def _parsed(
    name: str, description: str, add: Callable[[Parser], None], arguments: Sequence[str]
) -> argparse.Namespace:
    parser = Parser(prog=f"tactful {name}", description=description, allow_abbrev=False)
    add(parser)
    add_packs(parser)
    if not arguments and name != "eval":
        raise HelpWanted(parser.format_help(), 2)
    return parse_rest(parser, arguments)


def _add_run(parser: Parser) -> None:
    parser.add_argument(
        "suites", metavar="SUITE", nargs="*", help="a name or a file; every suite there is unless told"
    )
    parser.add_argument(
        "--engine",
        metavar="ENGINE",
        action="append",
        default=[],
        help=f"one of {', '.join(ENGINES)}; may be repeated",
    )
    parser.add_argument(
        "--model", metavar="MODEL", action="append", default=[], help="a model for llm; may be repeated"
    )
    parser.add_argument(
        "--base-url",
        metavar="URL",
        action="append",
        default=[],
        help="its server; once for all models, or once for each",
    )
    parser.add_argument(
        "--answers", metavar="FILE", help='texts that were made elsewhere, a line each: {"case": "text"}'
    )
    parser.add_argument("--concurrency", metavar="N", default="16", help="how many cases at once")
    parser.add_argument("--repeats", metavar="N", default="1", help="how often each case is worked on")
    parser.add_argument("--seed", metavar="N", default="0", help="what a model is given to vary by")
    place = parser.add_mutually_exclusive_group()
    place.add_argument("--run", metavar="FILE", help="the file to record the run in")
    place.add_argument("--resume", metavar="FILE", help="go on with the run of a file")
    _add_selection(parser)
    _add_spending(parser)
    group = parser.add_argument_group("deciding")
    group.add_argument("--gate", action="store_true", help="decide on the run when it is finished")
    group.add_argument("--baseline", metavar="PATH", help=_BASELINE)
    _add_minimum_fall(group)


def _add_selection(parser: Parser) -> None:
    group = parser.add_argument_group("which cases")
    group.add_argument(
        "--filter",
        metavar="FILTER",
        action="append",
        default=[],
        help="label=value, or a pattern of ids such as rough-0*; may be repeated, and all hold",
    )
    group.add_argument("--limit", metavar="N", help="the first N cases of each suite")
    group.add_argument("--shard", metavar="I/N", default="1/1", help="the I-th of N parts")


def _add_spending(parser: Parser) -> None:
    group = parser.add_argument_group("what may be spent")
    group.add_argument("--max-calls", metavar="N", help="begin no case after so many calls")
    group.add_argument("--max-tokens", metavar="N", help="begin no case after so many tokens")
    group.add_argument("--max-cost", metavar="AMOUNT", help="begin no case after so much was spent")
    group.add_argument("--prices", metavar="FILE", help="what models cost; see docs/evals.md")


def _run_settings(found: argparse.Namespace) -> RunSettings:
    named = found.engine or (["llm"] if found.model or found.base_url else ["composer"])
    engines = tuple(choose("engine", one, ENGINES) for one in named)
    if (found.model or found.base_url) and "llm" not in engines:
        raise OptionError("model and base-url are for the engine llm; give --engine llm, or leave them out.")
    if ("answers" in engines) is not (found.answers is not None):
        raise OptionError("the engine answers and the option --answers FILE go together; give both.")
    return RunSettings(
        packs=tuple(map(Path, found.rules)),
        suites=tuple(found.suites),
        engines=engines,
        models=tuple(found.model),
        base_urls=tuple(found.base_url),
        answers=_path(found.answers),
        concurrency=_whole("concurrency", found.concurrency, 1, MOST_AT_ONCE),
        repeats=_whole("repeats", found.repeats, 1, 1000),
        seed=_whole("seed", found.seed, 0),
        file=_path(found.resume or found.run),
        resumed=found.resume is not None,
        filters=tuple(found.filter),
        limit=None if found.limit is None else _whole("limit", found.limit, 1),
        shard=_shard(found.shard),
        calls=None if found.max_calls is None else _whole("max-calls", found.max_calls, 1),
        tokens=None if found.max_tokens is None else _whole("max-tokens", found.max_tokens, 1),
        cost=None if found.max_cost is None else amount("max-cost", found.max_cost),
        prices=_path(found.prices),
        gated=found.gate or found.baseline is not None,
        baseline=_path(found.baseline),
        minimum_fall=_fall(found.minimum_fall),
    )


def _add_minimum_fall(parser: argparse._ActionsContainer) -> None:
    parser.add_argument(
        "--minimum-fall",
        metavar="SHARE",
        default="0.02",
        help="the share of passes that may be lost before it counts; 0.02 unless told",
    )


def _fall(given: str) -> float:
    return amount("minimum-fall", given, 1.0)


def _path(given: str | None) -> Path | None:
    return None if given is None else Path(given)


def _whole(name: str, given: str, least: int, most: int | None = None) -> int:
    if given.isdecimal() and least <= int(given) and (most is None or int(given) <= most):
        return int(given)
    span = f"of {least} or more" if most is None else f"from {least} to {most}"
    raise OptionError(f"{name} is {given!r}; give a whole number {span}.")


def amount(name: str, given: str, most: float = sys.float_info.max) -> float:
    """Return a number from 0 to the most there may be; raises ``OptionError``."""
    try:
        number = float(given)
    except ValueError:
        number = -1.0
    if not 0 <= number <= most:
        raise OptionError(f"{name} is {given!r}; give a number from 0 to {most:g}.")
    return number


def _shard(given: str) -> tuple[int, int]:
    part, slash, parts = given.partition("/")
    if slash and part.isdecimal() and parts.isdecimal() and 1 <= int(part) <= int(parts):
        return int(part), int(parts)
    raise OptionError(f"shard is {given!r}; give a part and the number of parts, such as 2/3.")


def _add_report(parser: Parser) -> None:
    parser.add_argument("run", metavar="RUN", help="the file of the run")
    parser.add_argument(
        "--format", metavar="FORMAT", default="table", help=f"one of {', '.join(REPORT_FORMATS)}"
    )
    parser.add_argument("--output", metavar="FILE", help="where to write it; standard output unless told")


def _report_settings(found: argparse.Namespace) -> ReportSettings:
    return ReportSettings(
        packs=tuple(map(Path, found.rules)),
        run=Path(found.run),
        format=choose("format", found.format, REPORT_FORMATS),
        target=_path(found.output),
    )


def _add_merge(parser: Parser) -> None:
    parser.add_argument("target", metavar="FILE", help="the file to make")
    parser.add_argument("runs", metavar="RUN", nargs="+", help="the files of the shards")


def _merge_settings(found: argparse.Namespace) -> MergeSettings:
    return MergeSettings(
        packs=tuple(map(Path, found.rules)), target=Path(found.target), runs=tuple(map(Path, found.runs))
    )


def _add_decide(parser: Parser) -> None:
    parser.add_argument("run", metavar="RUN", help="the file of a run")
    parser.add_argument("baseline", metavar="BASELINE", nargs="?", help=_BASELINE)
    _add_minimum_fall(parser)


def _decided(kind: type[DecideSettings]) -> Callable[[argparse.Namespace], Settings]:
    return lambda found: kind(
        packs=tuple(map(Path, found.rules)),
        run=Path(found.run),
        baseline=_path(found.baseline),
        minimum_fall=_fall(found.minimum_fall),
    )


def _add_baseline(parser: Parser) -> None:
    parser.add_argument("run", metavar="RUN", help="the file of a run")
    parser.add_argument(
        "--to", metavar="DIR", default=str(BASELINES), help=f"where the files go; {BASELINES} unless told"
    )


def _baseline_settings(found: argparse.Namespace) -> BaselineSettings:
    return BaselineSettings(packs=tuple(map(Path, found.rules)), run=Path(found.run), folder=Path(found.to))


_ACTIONS: dict[str, tuple[Callable[[Parser], None], Callable[[argparse.Namespace], Settings]]] = {
    "compare": (_add_decide, _decided(CompareSettings)),
    "gate": (_add_decide, _decided(GateSettings)),
    "baseline": (_add_baseline, _baseline_settings),
    "report": (_add_report, _report_settings),
    "judge": (add_judge, judge_settings),
    "calibrate": (add_calibrate, calibrate_settings),
    "merge": (_add_merge, _merge_settings),
}
