"""A tone is measured against the same draft in its own tone."""

from __future__ import annotations

import pytest

from tactful.evals.record import Score
from tactful.evals.scorers.tone import measured, tone

CASUAL = "Hi Ann, thanks a lot for the offer, but I can't take it!"
FORMAL = "Dear Ann, Thank you for the offer. I have decided to decline your generous proposal."


@pytest.mark.parametrize(
    ("way", "text", "reference", "state"),
    [
        ("up", FORMAL, CASUAL, "holds"),
        ("down", FORMAL, CASUAL, "broken"),
        ("down", CASUAL, FORMAL, "holds"),
        ("same", CASUAL, CASUAL, "holds"),
        ("up", CASUAL, CASUAL, "broken"),
        ("up", None, CASUAL, "not-applicable"),
        ("up", FORMAL, None, "not-scored"),
    ],
)
def test_the_measure_moves_as_expected(evidence, way, text, reference, state):
    made = evidence(text, tone={"formality": way})
    beside = evidence(reference).record
    (found,) = tone(made.case, made.record, beside)
    assert (found.scorer, found.state) == ("tone:formality", state)


def test_without_anything_to_measure_against_nothing_is_scored(evidence):
    made = evidence(FORMAL, tone={"length": "down"})
    note = "there is no text in the draft's own tone to measure against"
    assert list(tone(made.case, made.record, None)) == [Score("tone:length", "not-scored", note=note)]


@pytest.mark.parametrize(
    ("measure", "text", "value"),
    [
        ("length", "One two, three.", 3),
        ("length", "", 0),
        ("warmth", "Thank you, I enjoyed it and wish you the best.", 4),
        ("warmth", "No.", 0),
        ("formality", "abcd efgh", 4),
        ("formality", "abcd can\u2019t!", 4.5 - 2 * 50 / 10),
    ],
)
def test_what_is_measured(measure, text, value):
    assert measured(measure, text) == pytest.approx(value)
