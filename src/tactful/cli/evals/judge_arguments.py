"""Reads the arguments of the actions that ask a judge.

A parser enters and has the options afterwards; parsed values enter and settings leave.
"""

from __future__ import annotations

import argparse
from pathlib import Path

from tactful.cli.arguments import Parser
from tactful.cli.evals.settings import CalibrateSettings, JudgeSettings
from tactful.errors import OptionError

MOST_AT_ONCE = 1000


def add_judge(parser: Parser) -> None:
    """Add the options of ``judge``."""
    parser.add_argument("run", metavar="RUN", help="the file of a run; the verdicts go into it")
    _add_model(parser)


def add_calibrate(parser: Parser) -> None:
    """Add the options of ``calibrate``."""
    parser.add_argument(
        "labels", metavar="FILE", help='what people say: {"draft", "text", "rule", "holds"} a line'
    )
    _add_model(parser)


def _add_model(parser: Parser) -> None:
    parser.add_argument("--model", metavar="MODEL", help="the model that judges; it has to be named")
    parser.add_argument("--base-url", metavar="URL", help="its server")
    parser.add_argument(
        "--judge-rule",
        metavar="ID",
        action="append",
        default=[],
        help="a rule to judge by; may be repeated; the offences unless told",
    )
    parser.add_argument("--concurrency", metavar="N", default="8", help="how many texts at once")


def judge_settings(found: argparse.Namespace) -> JudgeSettings:
    """Return the settings of ``judge``."""
    return JudgeSettings(
        packs=tuple(map(Path, found.rules)),
        run=Path(found.run),
        model=_named(found.model),
        base_url=found.base_url,
        judged=tuple(found.judge_rule),
        concurrency=_at_once(found.concurrency),
    )


def calibrate_settings(found: argparse.Namespace) -> CalibrateSettings:
    """Return the settings of ``calibrate``."""
    return CalibrateSettings(
        packs=tuple(map(Path, found.rules)),
        labels=Path(found.labels),
        model=_named(found.model),
        base_url=found.base_url,
        judged=tuple(found.judge_rule),
        concurrency=_at_once(found.concurrency),
    )


def _named(model: str | None) -> str:
    if not model:
        raise OptionError("a judge has to be named, so that its verdicts can be told apart; give --model.")
    return model


def _at_once(given: str) -> int:
    if given.isdecimal() and 1 <= int(given) <= MOST_AT_ONCE:
        return int(given)
    raise OptionError(f"concurrency is {given!r}; give a whole number from 1 to {MOST_AT_ONCE}.")
