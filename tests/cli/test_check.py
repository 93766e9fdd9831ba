"""``tactful check``: forms, gate, exit codes."""

from __future__ import annotations

import json
from xml.etree import ElementTree as ET

import pytest

from tactful.result import Report

FORMS = ("text", "json", "sarif", "junit", "github")


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.usefixtures("fixed_report")
def test_form_is_the_golden_one(run, golden, draft_file, form):
    done = run("check", draft_file.name, "--format", form)
    assert (done.code, done.err) == (1, "")
    golden(f"check.{form}", done.out)


@pytest.mark.usefixtures("with_small_book")
@pytest.mark.parametrize("form", FORMS)
def test_form_of_no_findings_is_the_golden_one(run, golden, monkeypatch, draft_file, form):
    monkeypatch.setattr("tactful.cli.check.lint", lambda _: Report("decline", ()))
    done = run("check", draft_file.name, "--format", form)
    assert (done.code, done.err) == (0, "")
    golden(f"check-clean.{form}", done.out)


@pytest.mark.usefixtures("fixed_report")
def test_several_files_are_checked_one_after_the_other(run, draft_file):
    (draft_file.parent / "other.txt").write_text(draft_file.read_text("utf-8"), encoding="utf-8")
    done = run("check", "--format", "github", draft_file.name, "other.txt")
    lines = done.out.splitlines()
    assert (done.code, done.err) == (1, "")
    assert lines[4:] == [line.replace("file=draft.txt", "file=other.txt") for line in lines[:4]]
    assert all("file=draft.txt" in line for line in lines[:4])


@pytest.mark.usefixtures("fixed_report")
def test_a_file_that_cannot_be_read_does_not_hide_the_others(run, draft_file):
    (draft_file.parent / "empty.txt").write_text("", encoding="utf-8")
    done = run("check", "gone.txt", draft_file.name, "empty.txt")
    assert done.code == 2
    assert done.out.startswith("draft.txt:3:1 error blame ")
    assert [line.partition(";")[0] for line in done.err.splitlines()] == [
        "tactful: error: gone.txt: there is no such file",
        "tactful: error: empty.txt: The draft is empty",
    ]


@pytest.mark.usefixtures("fixed_report")
def test_standard_input_is_a_dash(run, draft_file):
    text = draft_file.read_bytes()
    for arguments in ([], ["-"]):
        done = run("check", *arguments, typed=text)
        assert done.out.startswith("-:3:1 error blame ")
    assert "file=" not in run("check", "--format", "github", typed=text).out
    assert '"uri": "stdin"' in run("check", "--format", "sarif", typed=text).out


@pytest.mark.parametrize(
    ("findings", "gate", "code"),
    [
        (slice(0, 4), "error", 1),
        (slice(1, 3), "error", 0),
        (slice(1, 3), "warning", 1),
        (slice(2, 3), "warning", 0),
        (slice(2, 3), "suggestion", 1),
        (slice(0, 0), "suggestion", 0),
    ],
)
@pytest.mark.usefixtures("with_small_book")
def test_gate_decides_the_exit_code(run, monkeypatch, report, draft_file, findings, gate, code):
    monkeypatch.setattr("tactful.cli.check.lint", lambda _: Report("decline", report.findings[findings]))
    done = run("check", draft_file.name, "--fail-on", gate, "--format", "json")
    assert done.code == code
    assert json.loads(done.out)["passed"] is (code == 0)


@pytest.mark.usefixtures("fixed_report")
def test_colour_stands_only_where_a_terminal_or_the_user_asks(run, monkeypatch, draft_file):
    assert "\x1b[" not in run("check", draft_file.name).out
    assert "\x1b[31merror\x1b[0m" in run("check", draft_file.name, colour=True).out
    monkeypatch.setenv("TERM", "dumb")
    assert "\x1b[" not in run("check", draft_file.name, colour=True).out
    monkeypatch.setenv("FORCE_COLOR", "1")
    assert "\x1b[" in run("check", draft_file.name).out
    monkeypatch.setenv("NO_COLOR", "1")
    assert "\x1b[" not in run("check", draft_file.name, colour=True).out


@pytest.mark.usefixtures("fixed_report")
def test_places_of_html_are_those_of_the_original(run, tmp_path, monkeypatch, report):
    html = "<p>Hi Anna,</p>\n<p>Your process was a mess.</p>\n<p>I can't accept the offer.</p>\n"
    (tmp_path / "draft.html").write_text(html, encoding="utf-8")
    read = "Hi Anna,\n\nYour process was a mess."
    start = read.index("Your")
    finding = report.findings[0].__class__(
        "blame",
        "error",
        report.findings[0].span.__class__(start, start + 23),
        "Your process was a mess",
        "M",
        "A",
    )
    monkeypatch.setattr("tactful.cli.check.lint", lambda _: Report("decline", (finding,)))
    found = json.loads(run("check", "draft.html", "--format", "json").out)["findings"][0]
    assert html[found["start"] : found["end"]] == "Your process was a mess"
    assert run("check", "draft.html").out.startswith("draft.html:2:4 error blame M\n")


@pytest.mark.usefixtures("fixed_report")
def test_sarif_names_a_file_as_a_uri(run, tmp_path):
    folder = tmp_path / "my drafts"
    folder.mkdir()
    path = folder / "a#1.txt"
    path.write_text("Thank you for the offer, but I have to decline it.", encoding="utf-8")
    relative = json.loads(run("check", "my drafts/a#1.txt", "--format", "sarif").out)
    absolute = json.loads(run("check", str(path), "--format", "sarif").out)
    assert _uri(relative) == "my%20drafts/a%231.txt"
    assert _uri(absolute) == path.as_uri()


def _uri(log):
    return log["runs"][0]["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]


@pytest.mark.usefixtures("with_small_book")
def test_junit_holds_only_what_xml_can(run, monkeypatch, draft_file, report):
    bad = report.findings[0].__class__(
        "blame", "error", report.findings[0].span, "x", "A \x0c and \x01 and ]]> & \ud800", "B"
    )
    monkeypatch.setattr("tactful.cli.check.lint", lambda _: Report("decline", (bad,)))
    root = ET.fromstring(run("check", draft_file.name, "--format", "junit").out)  # noqa: S314 - our own
    failure = root.find(".//testcase[@name='blame']/failure")
    assert failure is not None
    assert failure.get("message") == "A \ufffd and \ufffd and ]]> & \ufffd"


def test_github_escapes_what_would_end_a_property(run, tmp_path, fixed_report):
    (tmp_path / "a,b:c.txt").write_text("Thank you, but I have to decline the offer.", encoding="utf-8")
    line = run("check", "a,b:c.txt", "--format", "github").out.splitlines()[1]
    assert line.startswith("::warning file=a%2Cb%3Ac.txt,line=")
    assert "100%25" in line
    assert fixed_report.findings[1].message.startswith("More")


def test_real_rules_find_a_real_fault(run):
    done = run("check", typed="Thank you for the offer, but your team is a joke and I decline.\n")
    assert done.code == 1
    assert "-:1:" in done.out


def test_a_good_message_passes(run):
    text = (
        "Dear Ms Rivera,\n\n"
        "Thank you very much for the offer and for your time. I have decided to decline it.\n\n"
        "I wish you and the team all the best.\n\nKind regards,\nSam Okafor\n"
    )
    done = run("check", typed=text)
    assert done.out.endswith("-: passed (decline): no findings\n"), done.out
    assert done.code == 0
