"""A run as JUnit XML: one test suite for each engine and suite, one test case for each record.

A ``Run`` enters; XML leaves.  A record that is missing, or whose call failed, is an error.
"""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree import ElementTree as ET

from tactful.evals.record import Key, Record, Run
from tactful.evals.reports.outcome import Outcome, lines_of, outcome_of
from tactful.text import xml_text


def render(run: Run) -> str:
    """Return the XML of a run."""
    root = ET.Element("testsuites", name="tactful eval")
    expected = run.plan.expected()
    records = {record.key: record for record in run.records}
    for engine in run.plan.engines:
        for suite in run.plan.suites:
            keys = [key for key in expected if (key.engine, key.suite) == (engine, suite)]
            root.append(_suite(f"{suite} ({engine})", [_case(key, records.get(key)) for key in keys]))
    for name in ("tests", "failures", "errors"):
        root.set(name, str(sum(int(one.get(name, 0)) for one in root)))
    ET.indent(root)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + ET.tostring(root, encoding="unicode") + "\n"


def _suite(name: str, cases: list[ET.Element]) -> ET.Element:
    suite = ET.Element(
        "testsuite",
        name=xml_text(name),
        tests=str(len(cases)),
        failures=str(sum(case.find("failure") is not None for case in cases)),
        errors=str(sum(case.find("error") is not None for case in cases)),
        skipped="0",
        time=f"{sum(float(case.get('time', 0)) for case in cases):.3f}",
    )
    suite.extend(cases)
    return suite


def _case(key: Key, record: Record | None) -> ET.Element:
    name = key.case if key.repeat == 0 else f"{key.case} (repeat {key.repeat + 1})"
    case = ET.Element("testcase", classname=xml_text(f"{key.suite}.{key.engine}"), name=xml_text(name))
    if record is None:
        ET.SubElement(case, "error", message="The run has no record of this case; go on with it.")
        return case
    case.set("time", f"{record.milliseconds / 1000:.3f}")
    outcome = outcome_of(record)
    if record.failed:
        ET.SubElement(case, "error", message=xml_text(record.error))
    elif outcome.state == "broken":
        names = ", ".join(score.scorer for score in outcome.broken)
        ET.SubElement(case, "failure", message=xml_text(f"broken: {names}")).text = _story(record, outcome)
    elif outcome.state == "not-scored":
        names = ", ".join(score.scorer for score in outcome.not_scored) or "nothing is scored yet"
        ET.SubElement(case, "error", message=xml_text(f"not scored: {names}")).text = _story(record, outcome)
    return case


def _story(record: Record, outcome: Outcome) -> str:
    return xml_text("\n".join(_lines(record, outcome)))


def _lines(record: Record, outcome: Outcome) -> Iterator[str]:
    yield from lines_of(outcome)
    yield from ("", "The draft:", record.draft)
    if record.text:
        yield from ("", "The text:", record.text)
