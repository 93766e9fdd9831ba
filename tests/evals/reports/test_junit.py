"""JUnit XML: a parser of others reads it, and nothing that failed counts as passed."""

from __future__ import annotations

import pytest

pytest.importorskip("junitparser", reason="junitparser is not installed")

import junitparser

from tactful.evals.reports import render


@pytest.fixture
def suites(mixed):
    return {suite.name: suite for suite in junitparser.JUnitXml.fromstring(render("junit", mixed).encode())}


def kinds(suite):
    return {case.name: [type(one).__name__ for one in case.result] for case in suite}


def test_every_planned_case_is_there_and_what_is_amiss_is_no_pass(suites):
    assert kinds(suites["rough (composer)"]) == {
        "fine": [],
        "broken": ["Failure"],
        "hostile": [],
        "failed": ["Error"],
        "not-scored": ["Error"],
        "withheld": ["Failure"],
        "gone": ["Error"],
    }
    assert kinds(suites["detection (composer)"]) == {"checked": []}


def test_the_counts_are_those_of_the_cases(mixed, suites):
    whole = junitparser.JUnitXml.fromstring(render("junit", mixed).encode())
    assert (whole.tests, whole.failures, whole.errors) == (8, 2, 3)
    one = suites["rough (composer)"]
    assert (one.tests, one.failures, one.errors, one.time) == (7, 2, 3, 0.072)


def test_the_messages_say_what_broke(suites):
    (broken,) = [case for case in suites["rough (composer)"] if case.name == "broken"]
    assert broken.result[0].message == "broken: rule:blame, added"
    assert broken.result[0].text.splitlines()[1] == "added: Oxford"
    assert "\nThe text:\nHi Priya," in broken.result[0].text


def test_a_repeat_is_a_case_of_its_own(run_of):
    from dataclasses import replace

    run = run_of(missing=())
    run = replace(run, plan=replace(run.plan, repeats=2))
    (suite, _) = junitparser.JUnitXml.fromstring(render("junit", run).encode())
    assert [case.name for case in suite][:2] == ["fine", "fine (repeat 2)"]


def test_the_xml_is_the_golden_one(mixed, golden):
    golden("mixed.junit", render("junit", mixed))
