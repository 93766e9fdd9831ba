"""Keeps a run in one SQLite file.

A plan and records enter, each record in a transaction of its own; a ``Run`` leaves.  A process that is
killed at any moment leaves a file that can be read and gone on with.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Mapping
from dataclasses import asdict, fields
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from tactful.errors import OptionError
from tactful.evals.record import Key, Plan, Record, Run, Score
from tactful.result import Usage

FORMAT = "tactful.run/1"
_TABLES = """
CREATE TABLE IF NOT EXISTS about (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS record (
    suite TEXT NOT NULL,
    case_id TEXT NOT NULL,
    engine TEXT NOT NULL,
    repeat INTEGER NOT NULL,
    source TEXT NOT NULL,
    draft TEXT NOT NULL,
    options TEXT NOT NULL,
    labels TEXT NOT NULL,
    released INTEGER NOT NULL,
    text TEXT NOT NULL,
    result TEXT,
    refused TEXT NOT NULL,
    error TEXT NOT NULL,
    calls INTEGER NOT NULL,
    prompt_tokens INTEGER NOT NULL,
    completion_tokens INTEGER NOT NULL,
    cost REAL,
    milliseconds REAL NOT NULL,
    scores TEXT,
    PRIMARY KEY (suite, case_id, engine, repeat)
);
"""
_WRITE = "INSERT OR REPLACE INTO record VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)"
_SCORE = "UPDATE record SET scores = ? WHERE suite = ? AND case_id = ? AND engine = ? AND repeat = ?"
_FIND = "SELECT * FROM record WHERE suite = ? AND case_id = ? AND engine = ? AND repeat = ?"


class RunStore:
    """One run's file, open for reading and writing."""

    def __init__(self, path: Path, plan: Plan | None = None) -> None:
        """Open a file that exists, or make one for a plan; raises ``OptionError``."""
        if plan is None and not path.is_file():
            raise OptionError(f"{path}: there is no such run; give the file that tactful eval wrote.")
        self.path = path
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            self._base = sqlite3.connect(path, isolation_level=None)
        except (sqlite3.Error, OSError) as error:
            raise self._unusable(error) from error
        try:
            self._open(plan)
        except BaseException as error:
            self._base.close()
            if isinstance(error, sqlite3.Error):
                raise self._unusable(error) from error
            raise

    def _unusable(self, error: Exception) -> OptionError:
        return OptionError(f"{self.path}: cannot be used as the file of a run ({error}); give another one.")

    def _open(self, plan: Plan | None) -> None:
        self._base.execute("PRAGMA journal_mode = WAL")
        self._base.execute("PRAGMA synchronous = NORMAL")
        if plan is None:
            if self._about("format") != FORMAT:
                raise OptionError(f"{self.path}: is no run of this version; run the suites again.")
            return
        self._base.executescript(_TABLES)
        with _Transaction(self._base):
            self._base.executemany(
                "INSERT OR IGNORE INTO about VALUES (?, ?)",
                [("format", FORMAT), ("plan", json.dumps(asdict(plan), ensure_ascii=False))],
            )

    def __enter__(self) -> Self:
        """Return the store."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close the file."""
        self._base.close()

    def _about(self, name: str) -> str | None:
        row = self._base.execute("SELECT value FROM about WHERE name = ?", (name,)).fetchone()
        return None if row is None else str(row[0])

    @property
    def plan(self) -> Plan:
        """The plan of the run."""
        return _plan(json.loads(self._about("plan") or "{}"))

    def write(self, record: Record) -> None:
        """Keep a record, in the place of an earlier one of the same key."""
        # Outside a transaction each statement is one of its own.
        self._base.execute(_WRITE, _row(record))

    def write_scores(self, key: Key, scores: Iterable[Score]) -> None:
        """Keep the scores of a record that is there."""
        self._base.execute(_SCORE, (_scores(scores), *_place(key)))

    def find(self, key: Key) -> Record | None:
        """Return a record, or ``None`` where there is none."""
        row = self._base.execute(_FIND, _place(key)).fetchone()
        return None if row is None else _record(row)

    def run(self) -> Run:
        """Return everything that was recorded, in the order of the plan."""
        plan = self.plan
        found = {one.key: one for one in map(_record, self._base.execute("SELECT * FROM record"))}
        return Run(self.path.stem, plan, tuple(found[key] for key in plan.expected() if key in found))


def read_run(path: Path) -> Run:
    """Return the run of a file; raises ``OptionError`` where it is none."""
    with RunStore(path) as store:
        return store.run()


class _Transaction:
    """Commits what is done within it, or nothing of it."""

    def __init__(self, base: sqlite3.Connection) -> None:
        self._base = base

    def __enter__(self) -> None:
        self._base.execute("BEGIN IMMEDIATE")

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._base.execute("COMMIT" if kind is None else "ROLLBACK")


def _place(key: Key) -> tuple[str, str, str, int]:
    return key.suite, key.case, key.engine, key.repeat


def _row(record: Record) -> tuple[Any, ...]:
    return (
        *_place(record.key),
        record.source,
        record.draft,
        _json(record.options),
        _json(record.labels),
        record.released,
        record.text,
        None if record.result is None else _json(record.result),
        record.refused,
        record.error,
        record.usage.calls,
        record.usage.prompt_tokens,
        record.usage.completion_tokens,
        record.cost,
        record.milliseconds,
        None if record.scores is None else _scores(record.scores),
    )


def _record(row: tuple[Any, ...]) -> Record:
    (suite, case, engine, repeat, source, draft, options, labels, released, text, result) = row[:11]
    (refused, error, calls, prompt_tokens, completion_tokens, cost, milliseconds, scores) = row[11:]
    return Record(
        key=Key(suite, case, engine, repeat),
        source=source,
        draft=draft,
        options=json.loads(options),
        labels=json.loads(labels),
        released=bool(released),
        text=text,
        result=None if result is None else json.loads(result),
        refused=refused,
        error=error,
        usage=Usage(calls, prompt_tokens, completion_tokens),
        cost=cost,
        milliseconds=milliseconds,
        scores=None if scores is None else tuple(Score(*one) for one in json.loads(scores)),
    )


def _scores(scores: Iterable[Score]) -> str:
    return _json([[one.scorer, one.state, one.value, one.note] for one in scores])


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, allow_nan=False, separators=(",", ":"))


def _plan(data: Mapping[str, Any]) -> Plan:
    values = {one.name: data[one.name] for one in fields(Plan)}
    values["engines"] = tuple(values["engines"])
    for name in ("cases", "whole"):
        values[name] = {suite: tuple(cases) for suite, cases in values[name].items()}
    return Plan(**values)
