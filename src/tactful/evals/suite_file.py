"""Reads suite files.

A path and the ids of the rules enter; a checked ``Suite`` leaves.  What does not fit is a ``FileError``
with the file, the line and the mend.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from difflib import get_close_matches
from hashlib import sha256
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from tactful.errors import FileError, OptionError
from tactful.evals.suite import Case, Expectation, Suite
from tactful.options import context_from
from tactful.rulebook.source import Location, line_of, read_model
from tactful.text import capitalise

Identifier = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(?:[-.][a-z0-9]+)*$")]
Text = Annotated[str, StringConstraints(min_length=1)]
RULE = "rule:"
DETECTION = "detection:"


class Strict(BaseModel):
    """Unknown keys are errors; what was read does not change."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class ExpectPart(Strict):
    """The ``expect`` of a case, as written."""

    decision: (
        Literal["decline", "withdraw", "negotiate", "more-time", "accept", "other", "undecided"] | None
    ) = None
    released: bool | None = None
    keep: tuple[Text, ...] = ()
    drop: tuple[Text, ...] = ()
    unchanged: bool = False
    only_change: Text | None = Field(default=None, alias="only-change")
    rules: dict[Identifier, Literal["found", "clean"]] = {}
    tone: dict[Literal["formality", "length", "warmth"], Literal["up", "down", "same"]] = {}


class CasePart(Strict):
    """One case, as written."""

    id: Identifier
    source: Identifier | None = None
    draft: str
    context: dict[str, Any] = {}
    fragment: bool = False
    expect: ExpectPart
    labels: dict[str, str] = {}


class SuiteFile(Strict):
    """A suite file, as written."""

    suite: Identifier
    describe: Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
    bars: dict[str, float] = {}
    cases: tuple[CasePart, ...]


def read_suite(path: Path, rules: Collection[str]) -> Suite:
    """Return the suite of a file; ``rules`` are the ids that exist.  Raises ``FileError``."""
    model, lines = read_model(path, SuiteFile)
    reading = _Reading(path, lines, frozenset(rules))
    if model.suite != path.stem:
        problem = f"the suite {model.suite!r} is not the file's name {path.stem!r}"
        raise reading.error(("suite",), problem, "Make them the same.")
    if not model.cases:
        raise reading.error(("cases",), "the suite has no case", "Write one, or delete the file.")
    cases = tuple(reading.cases(model))
    digest = sha256(path.read_bytes()).hexdigest()[:16]
    suite = Suite(model.suite, model.describe, model.bars, cases, digest)
    reading.check_bars(suite)
    reading.check_tones(suite)
    return suite


@dataclass(frozen=True, slots=True)
class _Reading:
    """One file as it is read: its lines, and the rules that exist."""

    path: Path
    lines: dict[Location, int]
    rules: frozenset[str]

    def error(self, place: Location, problem: str, mend: str) -> FileError:
        return FileError(str(self.path), line_of(self.lines, place), problem, mend)

    def cases(self, model: SuiteFile) -> Iterator[Case]:
        seen: dict[str, int] = {}
        for at, part in enumerate(model.cases):
            if part.id in seen:
                problem = f"the id {part.id!r} stands already in line {seen[part.id]}"
                raise self.error(("cases", at, "id"), problem, "Give the case an id of its own.")
            seen[part.id] = line_of(self.lines, ("cases", at, "id"))
            yield self._case(model.suite, at, part)

    def _case(self, suite: str, at: int, part: CasePart) -> Case:
        place: Location = ("cases", at)
        try:
            context_from(part.context)
        except OptionError as error:
            problem, _, mend = str(error).partition("; ")
            raise self.error(
                (*place, "context"),
                problem[:1].lower() + problem[1:],
                capitalise(mend) or "Mend the context.",
            ) from error
        self._check_expectation((*place, "expect"), part)
        expect = part.expect
        return Case(
            suite=suite,
            id=part.id,
            source=part.source or part.id,
            draft=part.draft,
            options=part.context,
            expect=Expectation(
                decision=expect.decision,
                released=expect.released,
                keep=expect.keep,
                drop=expect.drop,
                unchanged=expect.unchanged,
                only_change=expect.only_change,
                rules=expect.rules,
                tone={str(measure): str(way) for measure, way in expect.tone.items()},
            ),
            labels=part.labels,
            fragment=part.fragment,
        )

    def _check_expectation(self, place: Location, part: CasePart) -> None:
        expect = part.expect
        if expect == ExpectPart():
            raise self.error(place, "nothing is expected of the case", "Write what must hold.")
        for key in ("keep", "drop"):
            for at, pattern in enumerate(getattr(expect, key)):
                self._check_pattern((*place, key, at), pattern)
        for rule in expect.rules:
            if rule not in self.rules:
                raise self.error((*place, "rules", rule), f"there is no rule {rule!r}", self._hint(rule))
        if expect.only_change is not None and part.draft.count(expect.only_change) != 1:
            problem = f"only-change {expect.only_change!r} does not stand once in the draft"
            raise self.error((*place, "only-change"), problem, "Copy the sentence from the draft.")

    def _check_pattern(self, place: Location, pattern: str) -> None:
        try:
            re.compile(pattern)
        except re.error as error:
            problem = f"{pattern!r} is no regular expression ({error})"
            raise self.error(place, problem, "Mend it; a sign meant as itself needs a backslash.") from error

    def _hint(self, rule: str) -> str:
        close = get_close_matches(rule, self.rules, n=1)
        return f"Did you mean {close[0]!r}?" if close else "tactful rules list tells them all."

    def check_bars(self, suite: Suite) -> None:
        """Refuse a bar that no run could meet, or that no case would ever be held against."""
        known = suite.scorers()
        for name, bar in suite.bars.items():
            place: Location = ("bars", name)
            if not 0 <= bar <= 1:
                raise self.error(
                    place, f"the bar of {name} is {bar}, and no run can meet it", "Give a share from 0 to 1."
                )
            if name.startswith(RULE) and "rule" in known and name.removeprefix(RULE) in self.rules:
                continue
            if name not in known:
                problem = f"no case of the suite is scored by {name!r}, so its bar holds nothing"
                raise self.error(place, problem, f"The scorers here are {', '.join(sorted(known))}.")

    def check_tones(self, suite: Suite) -> None:
        """Refuse a tone that is measured against a draft which the suite has not got."""
        references = {case.source for case in suite.cases if case.in_own_tone and not case.only_checked}
        for at, case in enumerate(suite.cases):
            problem = ""
            if case.expect.tone and case.in_own_tone:
                problem = f"{case.id!r} expects a change of tone and asks for none"
            elif case.expect.tone and case.source not in references:
                problem = f"the suite has no case of {case.source!r} in its own tone to measure against"
            if problem:
                mend = "Add a case with this source and the tone as-is, and give this one a tone."
                raise self.error(("cases", at, "expect", "tone"), problem, mend)
