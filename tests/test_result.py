"""A report knows its gate, a ledger whether it is clean, a verdict whether a text may leave."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tactful.result import SEVERITIES, Finding, Ledger, LedgerEntry, Report, Verdict
from tactful.text import Span

ENTRY = LedgerEntry("words", "We ship on Monday.")


def report(*severities: str) -> Report:
    return Report(
        "decline",
        tuple(Finding("blame", one, Span(0, 1), "x", "m", "a") for one in severities),  # type: ignore[arg-type]
    )


@pytest.mark.parametrize(
    ("severities", "passes"),
    [
        ((), {"error": True, "warning": True, "suggestion": True}),
        (("suggestion",), {"error": True, "warning": True, "suggestion": False}),
        (("warning",), {"error": True, "warning": False, "suggestion": False}),
        (("suggestion", "error"), {"error": False, "warning": False, "suggestion": False}),
    ],
)
def test_a_gate_stops_what_is_at_it_or_above_it(severities, passes):
    assert {gate: report(*severities).passes(gate) for gate in SEVERITIES} == passes


def test_findings_are_counted_by_severity():
    assert [report("error", "error", "suggestion").count(one) for one in SEVERITIES] == [2, 0, 1]


@given(st.lists(st.sampled_from(SEVERITIES)))
def test_a_report_passes_a_gate_where_it_counts_nothing_up_to_it(severities):
    made = report(*severities)
    for at, gate in enumerate(SEVERITIES):
        assert made.passes(gate) is (sum(map(made.count, SEVERITIES[: at + 1])) == 0)


@pytest.mark.parametrize(
    ("ledger", "clean"),
    [
        (Ledger(), True),
        (Ledger(kept=(ENTRY,), neutralised=(ENTRY,), dropped=(ENTRY,), supplied=("Thank you.",)), True),
        (Ledger(added=(ENTRY,)), False),
        (Ledger(lost=(ENTRY,)), False),
    ],
)
def test_a_ledger_is_clean_where_nothing_was_added_or_lost(ledger, clean):
    assert ledger.clean is clean


@pytest.mark.parametrize(
    ("verdict", "passed"),
    [
        (Verdict(report("warning"), Ledger()), True),
        (Verdict(report("error"), Ledger()), False),
        (Verdict(report(), Ledger(added=(ENTRY,))), False),
        (Verdict(report(), Ledger(lost=(ENTRY,))), False),
        (Verdict(report(), Ledger(), ("the decision is missing",)), False),
    ],
)
def test_a_verdict_passes_only_with_no_error_a_clean_ledger_and_no_break(verdict, passed):
    assert verdict.passed is passed
