"""Limit rules: a measure of the message, and how much of it is fine.

An ``Analysis``, a ``Rule`` and the findings so far enter; one finding leaves, at the first place over
the limit, or one for each place.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from tactful.analysis import Analysis
from tactful.checks.finding import finding
from tactful.checks.measures import MEASURES
from tactful.errors import InternalError
from tactful.result import Finding
from tactful.rulebook.book import Rule
from tactful.text import Span


def limit(rule: Rule, analysis: Analysis, found: Sequence[Finding]) -> Iterator[Finding]:
    """Yield the finding that a measure is over or under its limit, for ``each`` place if asked.

    ``found`` are the findings so far: some measures count what stands beside them.
    """
    measure = MEASURES.get(rule.detect["measure"])
    if measure is None:
        raise InternalError(f"The rule {rule.id!r} asks for the measure {rule.detect['measure']!r}.")
    beside = rule.detect.get("beside")
    if beside:
        found = [one for one in found if one.rule in beside]
    value, places = measure(analysis, rule.detect.get("of"), found)
    most = _bound(rule.detect.get("at_most"), analysis)
    least = _bound(rule.detect.get("at_least"), analysis)
    if most is not None and value > most and rule.detect.get("each"):
        yield from (finding(rule, analysis, place) for place in places)
    elif most is not None and value > most:
        yield finding(rule, analysis, _beyond(places, most) or _whole(analysis))
    elif least is not None and value < least:
        yield finding(rule, analysis, _whole(analysis))


def _beyond(places: list[Span], most: float) -> Span | None:
    """Return the first place too many; a measure that comes from one place names that one."""
    if len(places) > most:
        return places[int(most)]
    return places[0] if len(places) == 1 else None


def _bound(bound: Any, analysis: Analysis) -> float | None:
    if isinstance(bound, dict):
        chosen = bound.get(analysis.draft.context.channel, bound.get("default"))
        return None if chosen is None else float(chosen)
    return None if bound is None else float(bound)


def _whole(analysis: Analysis) -> Span:
    sentences = [one for one in analysis.draft.sentences if one.part == "body"]
    if not sentences:
        return Span(analysis.draft.anatomy.body.start, analysis.draft.anatomy.body.start)
    return Span(sentences[0].start, sentences[-1].end)
