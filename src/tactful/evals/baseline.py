"""Keeps where the cases stand as small JSON files, one for each suite and engine.

A ``Run`` enters and files are written; a file or a folder of them enters and ``Standings`` leave.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from tactful.errors import OptionError
from tactful.evals.record import Run
from tactful.evals.standing import Standing, Standings, standings_of
from tactful.evals.store import read_run

SCHEMA: Literal["tactful.baseline/1"] = "tactful.baseline/1"
_PASS, _FAIL, _PARTLY, _NOT_JUDGED = "+-~."


class CasePart(BaseModel):
    """One case: a sign for each scorer, the shares of those that hold partly, and the measures."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    source: str
    passes: str
    partly: dict[str, float] = {}
    values: dict[str, float] = {}
    text: str


class BaselineFile(BaseModel):
    """A baseline, as written."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    schema_: Literal["tactful.baseline/1"] = Field(alias="schema")
    suite: str
    digest: str
    engine: str
    version: str
    rule_book: str
    prompts: str
    repeats: int
    seed: int
    scorers: tuple[str, ...]
    cases: dict[str, CasePart]


def write_baselines(run: Run, folder: Path) -> list[Path]:
    """Write a file for each suite and engine of a run, and return their paths."""
    groups: dict[tuple[str, str], list[Standing]] = {}
    for one in standings_of(run).cases:
        groups.setdefault((one.suite, one.engine), []).append(one)
    paths = []
    for (suite, engine), cases in groups.items():
        path = folder / f"{suite}.{re.sub(r'[^A-Za-z0-9.-]+', '-', engine)}.json"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(_written(run, suite, engine, cases), encoding="utf-8")
        paths.append(path)
    return paths


def _written(run: Run, suite: str, engine: str, cases: Sequence[Standing]) -> str:
    """Return the JSON, a line for each case so that a change of one is a change of one line."""
    plan = run.plan
    scorers = sorted({name for one in cases for name in one.rates})
    about = {
        "schema": SCHEMA,
        "suite": suite,
        "digest": plan.suites[suite],
        "engine": engine,
        "version": plan.version,
        "rule_book": plan.rule_book,
        "prompts": plan.prompts,
        "repeats": plan.repeats,
        "seed": plan.seed,
        "scorers": scorers,
    }
    head = json.dumps(about, ensure_ascii=False, indent=1).removesuffix("\n}")
    lines = [f"  {_json(one.case)}: {_json(_part(one, scorers))}" for one in cases]
    return f'{head},\n "cases": {{\n' + ",\n".join(lines) + "\n }\n}\n"


def _part(one: Standing, scorers: Sequence[str]) -> dict[str, object]:
    partly = {name: rate for name, rate in one.rates.items() if 0 < rate < 1}
    return {
        "source": one.source,
        "passes": "".join(_sign(one.rates.get(name)) for name in scorers),
        **({"partly": partly} if partly else {}),
        "values": {name: round(value, 4) for name, value in one.values.items()},
        "text": one.text,
    }


def _sign(rate: float | None) -> str:
    return {None: _NOT_JUDGED, 0.0: _FAIL, 1.0: _PASS}.get(rate, _PARTLY)


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def read_standings(path: Path) -> Standings:
    """Return where cases stand by a run, a baseline, or a folder of baselines; raises ``OptionError``."""
    if path.is_dir():
        files = sorted(path.glob("*.json"))
        return Standings(str(path), tuple(one for file in files for one in _read(file)))
    if path.suffix == ".json":
        return Standings(str(path), _read(path))
    return standings_of(read_run(path))


def _read(path: Path) -> tuple[Standing, ...]:
    try:
        found = BaselineFile.model_validate_json(path.read_bytes())
    except OSError as error:
        raise OptionError(f"{path}: cannot be read ({error.strerror}); give a baseline or a run.") from error
    except ValidationError as error:
        detail = error.errors()[0]
        place = ".".join(map(str, detail["loc"])) or "the file"
        raise OptionError(
            f"{path}: is no baseline ({place}: {detail['msg']}); write it anew by tactful eval baseline RUN."
        ) from error
    return tuple(_standing(found, case, part) for case, part in found.cases.items())


def _standing(found: BaselineFile, case: str, part: CasePart) -> Standing:
    signs: Mapping[str, str] = dict(zip(found.scorers, part.passes, strict=False))
    sure = {name: float(sign == _PASS) for name, sign in signs.items() if sign in {_PASS, _FAIL}}
    return Standing(
        suite=found.suite,
        case=case,
        source=part.source,
        engine=found.engine,
        rates={**sure, **part.partly},
        values=part.values,
        text=part.text,
    )
