"""The job summary and the annotations of a run."""

from __future__ import annotations

import re
from dataclasses import replace

from tactful.evals.record import Score
from tactful.evals.reports import render


def test_the_job_summary_is_the_golden_one(mixed, golden):
    golden("mixed.md", render("github", mixed))


def test_the_annotations_are_the_golden_ones(mixed, golden):
    golden("mixed.annotations", render("annotations", mixed))


def test_a_clean_run_says_so_and_has_no_annotation(clean):
    assert render("github", clean).endswith("\nNothing broke.\n")
    assert render("annotations", clean) == ""


def test_nothing_that_a_model_wrote_is_markup(mixed):
    text = render("github", mixed)
    assert not re.search(r"<(?!/?(details|summary|b)>)", text)
    assert "[a](b)" not in text
    assert "https://" not in text
    assert "&#60;script&#62;" in text


def test_a_summary_of_very_much_stays_small(run_of, mixed):
    scores = tuple(Score(f"rule:r{at}", "broken", note="x" * 10_000) for at in range(90))
    records = [
        replace(mixed.records[0], key=replace(mixed.records[0].key, case=f"c{at}"), scores=scores)
        for at in range(40)
    ]
    text = render("github", run_of(records, missing=()))
    assert len(text.encode()) < 1 << 20
    assert "And 40 more scorers." in text
    assert "- and 30 more" in text


def test_an_annotation_names_the_first_cases(run_of, mixed):
    broken = (Score("added", "broken"),)
    records = [
        replace(mixed.records[0], key=replace(mixed.records[0].key, case=f"c{at}"), scores=broken)
        for at in range(7)
    ]
    assert render("annotations", run_of(records, missing=())) == (
        "::warning title=added::rough, composer: broken in 7 of 7 cases: c0, c1, c2, c3, c4 and 2 more\n"
    )
