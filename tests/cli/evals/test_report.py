"""``tactful eval report``: a finished run in each form, on standard output or in a file."""

from __future__ import annotations

import pytest

from tactful.evals.reports import FORMS


@pytest.fixture
def recorded(run, suite):  # noqa: ARG001 - the suite must be there
    """Record a run of the small suite, in the working folder."""
    pytest.importorskip("pydantic_evals", reason="pydantic-evals is not installed")
    assert run("eval", "small", "--run", "small.sqlite").code == 0
    return "small.sqlite"


def test_the_table_is_that_of_the_run(run, recorded):
    again = run("eval", "--resume", recorded, "small")
    done = run("eval", "report", recorded)
    assert (done.code, done.out, done.err) == (0, again.out, "")


@pytest.mark.parametrize(
    ("form", "start"),
    [
        ("junit", '<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="tactful eval" tests="4" '),
        ("github", "## tactful eval: small\n"),
        ("html", "<!doctype html>\n<html lang="),
        ("annotations", ""),
    ],
)
def test_each_form_can_be_written_to_a_file(run, recorded, tmp_path, form, start):
    if form == "html":
        pytest.importorskip("jinja2", reason="jinja2 is not installed")
    shown = run("eval", "report", recorded, "--format", form)
    assert (shown.code, shown.err) == (0, "")
    assert shown.out.lstrip().startswith(start)
    done = run("eval", "report", recorded, "--format", form, "--output", "deep/report")
    assert (done.code, done.out, done.err) == (0, "", "The report is in deep/report\n")
    assert (tmp_path / "deep" / "report").read_bytes() == shown.out.encode()


def test_every_form_is_tried_here():
    assert set(FORMS) == {"junit", "github", "html", "annotations"}


def test_what_is_no_run_is_refused(run, tmp_path):
    done = run("eval", "report", "gone.sqlite")
    assert (done.code, done.err) == (
        2,
        "tactful: error: gone.sqlite: there is no such run; give the file that tactful eval wrote.\n",
    )
    (tmp_path / "note.sqlite").write_text("no run", encoding="utf-8")
    assert run("eval", "report", "note.sqlite").code == 2


def test_a_form_that_does_not_exist_is_refused(run):
    done = run("eval", "report", "a.sqlite", "--format", "pdf")
    assert (done.code, done.err) == (
        2,
        "tactful: error: format is 'pdf'; choose one of table, junit, html, github, annotations.\n",
    )


def test_a_place_that_cannot_be_written_is_refused(run, recorded, tmp_path):
    (tmp_path / "taken").write_text("", encoding="utf-8")
    done = run("eval", "report", recorded, "--output", "taken/report")
    assert done.code == 2
    assert done.err.startswith("tactful: error: taken/report: cannot be written (")
