"""The forms in which findings are written.

A checked draft enters; text leaves.  Each form is a module with a ``render``, loaded when asked for.
"""

from __future__ import annotations

from dataclasses import dataclass
from importlib import import_module
from typing import NamedTuple

from tactful.draft.model import Draft
from tactful.result import Finding, Report, Severity
from tactful.rulebook import RuleBook
from tactful.text import Span


class Place(NamedTuple):
    """Line and column of a place in a text, both from 1, columns in code points."""

    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Checked:
    """A draft and its report; ``original`` is the text as given and ``name`` the name of its file."""

    report: Report
    draft: Draft
    original: str
    name: str
    gate: Severity
    book: RuleBook

    def span(self, finding: Finding) -> Span:
        """Return where a finding lies in the original text."""
        return self.draft.original_span(finding.span)

    def places(self, finding: Finding) -> tuple[Place, Place]:
        """Return where a finding starts and ends in the original text."""
        span = self.span(finding)
        return place_of(self.original, span.start), place_of(self.original, span.end)


def place_of(text: str, offset: int) -> Place:
    """Return line and column of an offset."""
    before = text[:offset]
    return Place(before.count("\n") + 1, len(before) - before.rfind("\n"))


def render(name: str, checked: Checked) -> str:
    """Return the findings in the form of this name."""
    written: str = import_module(f"tactful.cli.formats.{name}").render(checked)
    return written
