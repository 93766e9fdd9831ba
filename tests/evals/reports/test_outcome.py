"""What came of a record: a scorer that could not judge makes nothing fine."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tactful.evals.record import Score
from tactful.evals.reports.outcome import lines_of, outcome_of


@pytest.mark.parametrize(
    ("case", "state", "broken"),
    [
        ("fine", "fine", []),
        ("broken", "broken", ["rule:blame", "added"]),
        ("failed", "failed", []),
        ("not-scored", "not-scored", []),
        ("withheld", "broken", ["released"]),
        ("checked", "fine", []),
    ],
)
def test_state(mixed, case, state, broken):
    outcome = outcome_of(next(one for one in mixed.records if one.key.case == case))
    assert (outcome.state, [score.scorer for score in outcome.broken]) == (state, broken)


def test_a_suggestion_is_a_remark(mixed):
    assert [score.scorer for score in outcome_of(mixed.records[0]).remarks] == ["rule:emoji"]


def test_what_a_first_attempt_broke_is_a_remark(mixed):
    record = replace(mixed.records[0], scores=(Score("attempt:blame", "broken"),))
    assert (outcome_of(record).state, len(outcome_of(record).remarks)) == ("fine", 1)


def test_a_record_without_scores_is_not_scored(mixed):
    assert outcome_of(replace(mixed.records[0], scores=None)).state == "not-scored"


def test_lines_say_what_is_broken_and_what_could_not_be_judged(mixed):
    found = [line for record in mixed.records[2:6] for line in lines_of(outcome_of(record))]
    assert found[0].startswith("rule:blame: </script>")
    assert found[1:] == ["added: Oxford", "reading-grade (not scored): KeyError: 'x'"]
