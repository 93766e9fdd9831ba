"""``--jsonl``: line by line, in order, errors on their own lines."""

from __future__ import annotations

import io
import json
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tactful.result import Report

TEXT = "Thank you for the offer, but I have to decline it."


@pytest.fixture
def check(run, monkeypatch, with_small_book):  # noqa: ARG001 - its effect is wanted
    """Check lines and return the exit code with the objects; a text with «joke» does not pass."""

    def start(*lines, arguments=()):
        raw = [line if isinstance(line, bytes) else json.dumps(line).encode() for line in lines]
        done = run("check", "--jsonl", *arguments, typed=b"\n".join(raw))
        assert done.err == ""
        return done.code, [json.loads(line) for line in done.out.splitlines()]

    return start


def test_one_line_each_in_order_with_its_id(check):
    ids = [1, "two", None, [3], {"four": 4.5}, True]
    code, found = check(*({"id": one, "text": TEXT} for one in ids), {"text": TEXT})
    assert code == 0
    assert [one["id"] for one in found] == [*ids, None]
    assert {one["schema"] for one in found} == {"tactful.check/1"}


def test_exit_code_is_that_of_the_worst_line(check):
    bad = {"text": "Thank you. Your pay is a joke. I decline."}
    assert check({"text": TEXT})[0] == 0
    assert check({"text": TEXT}, bad)[0] == 1
    assert check(b"no json", bad, {"text": TEXT})[0] == 2
    assert check()[0] == 0


@pytest.mark.parametrize(
    ("line", "identity", "error", "message"),
    [
        (
            b"x",
            None,
            "bad-json",
            "The line is not JSON (Expecting value, column 1); give one JSON object a line.",
        ),
        (
            b'{"text": NaN}',
            None,
            "bad-json",
            "The line is not JSON that can be read; give one JSON object a line.",
        ),
        (
            b'{"id": 1e999}',
            None,
            "bad-json",
            "The line is not JSON that can be read; give one JSON object a line.",
        ),
        (
            b"[" * 100_000,
            None,
            "bad-json",
            "The line is not JSON that can be read; give one JSON object a line.",
        ),
        (b"\xff\xfe{", None, "bad-json", None),
        (b'{"text": "caf\xe9"}', None, "bad-json", "The line is not UTF-8; save the file as UTF-8."),
        (b"[1]", None, "bad-json", 'The line is JSON but no object; give one with a "text".'),
        ({"id": 7}, 7, "missing-text", 'The line has no "text"; give the draft under that key.'),
        ({"id": 7, "text": 3}, 7, "bad-text", 'The "text" is no string; give the draft as a string.'),
        ({"text": None}, None, "bad-text", 'The "text" is no string; give the draft as a string.'),
        ({"text": TEXT, "knd": 1}, None, "bad-option", "There is no option 'knd'; did you mean 'kind'?"),
        (
            {"id": "a", "text": TEXT, "rounds": "3"},
            "a",
            "bad-option",
            "rounds is '3'; give a whole number.",
        ),
        ({"text": " "}, None, "empty", None),
        ({"text": "🎉🎉"}, None, "no-words", None),
        ({"text": "a" * 20_001}, None, "too-long", None),
        ({"text": "a\x00b"}, None, "not-text", None),
    ],
)
def test_a_line_in_error_says_what_is_wrong_and_the_run_goes_on(check, line, identity, error, message):
    code, (found, after) = check(line, {"text": TEXT})
    assert code == 2
    assert list(found) == ["schema", "id", "error", "message"]
    assert (found["schema"], found["id"], found["error"]) == ("tactful.error/1", identity, error)
    if message:
        assert found["message"] == message
    assert after["passed"]


def test_a_fault_of_ours_stays_on_its_line(check, monkeypatch):
    def fail(_):
        raise ZeroDivisionError("division\nby zero")

    monkeypatch.setattr("tactful.cli.check.lint", fail)
    code, (found,) = check({"id": 1, "text": TEXT})
    assert (code, found["error"]) == (2, "fault")
    assert found["message"] == "This is a fault of tactful, not yours: ZeroDivisionError: division by zero."


def test_a_user_error_of_another_kind_stays_on_its_line(check, monkeypatch):
    from tactful.errors import UserError

    def fail(_):
        raise UserError("Mend it.")

    monkeypatch.setattr("tactful.cli.check.lint", fail)
    _, (found,) = check({"id": 1, "text": TEXT})
    assert (found["error"], found["message"]) == ("user-error", "Mend it.")


def test_blank_lines_marks_and_carriage_returns_are_no_lines(check):
    code, found = check(b"\xef\xbb\xbf" + json.dumps({"text": TEXT}).encode() + b"\r", b"", b"  \r", b"")
    assert (code, len(found)) == (0, 1)


def test_options_of_a_line_win_over_those_of_the_command(check, monkeypatch):
    seen = []

    def lint(analysis):
        seen.append(analysis.draft.context)
        return Report("decline", ())

    monkeypatch.setattr("tactful.cli.check.lint", lint)
    check(
        {"text": TEXT},
        {"text": TEXT, "channel": "phone", "sender": "Ada", "offered_on": "2026-02-02"},
        {"text": TEXT, "channel": None, "from": "Bo", "negotiable": ["salary"], "via-recruiter": False},
        arguments=["--channel", "linkedin", "--from", "Sam", "--offered-on", "2026-01-01"],
    )
    assert [one.channel for one in seen] == ["linkedin", "phone", "linkedin"]
    assert [one.sender for one in seen] == ["Sam", "Ada", "Bo"]
    assert [str(one.offered_on) for one in seen] == ["2026-01-01", "2026-02-02", "2026-01-01"]
    assert (seen[2].negotiable, seen[2].via_recruiter) == (("salary",), False)


def test_what_utf_8_cannot_hold_comes_back_as_an_escape(check):
    _, (found,) = check(b'{"id": "\\ud800", "text": "Thank you, I decline \\ud83d."}')
    assert found["id"] == "\ud800"


def test_every_line_is_flushed_before_the_next_is_read(run, monkeypatch, with_small_book):  # noqa: ARG001
    """A reader on the other side of a pipe gets each answer at once."""
    from tactful.cli import input as reading
    from tactful.cli import output

    order = []

    class Lines(io.BytesIO):
        def readline(self, size=-1):
            order.append("read")
            return super().readline(size)

    def write(text):
        order.append("write")
        output.write(text)

    data = (json.dumps({"text": TEXT}) + "\n").encode() * 2
    monkeypatch.setattr(reading, "_standard_input", lambda *_: Lines(data))
    monkeypatch.setattr("tactful.cli.batch.write", write)
    run("check", "--jsonl")
    assert order == ["read", "write", "read", "write", "read"]


def test_a_line_that_never_ends_is_cut_and_refused(check, monkeypatch):
    monkeypatch.setattr("tactful.cli.input.MOST_BYTES", 100)
    monkeypatch.setattr("tactful.cli.batch.MOST_BYTES", 100)
    code, found = check({"text": "x" * 500}, {"text": TEXT})
    assert code == 2
    assert [one["schema"] for one in found] == ["tactful.error/1", "tactful.check/1"]
    assert found[0]["message"] == "The line holds more than 16 MiB; give one message a line."


def test_a_file_is_read_line_by_line(run, tmp_path, with_small_book):  # noqa: ARG001 - its effect is wanted
    (tmp_path / "drafts.jsonl").write_text(json.dumps({"text": TEXT}), encoding="utf-8")
    assert run("check", "drafts.jsonl", "--jsonl").code == 0


def test_refine_gives_its_own_objects(run, fixed_result, result):
    fixed_result.answers[:] = [result, replace(result, released=False, text="")]
    lines = "".join(json.dumps({"id": one, "text": TEXT}) + "\n" for one in (1, 2))
    done = run("refine", "--jsonl", "--alternatives", "3", typed=lines)
    found = [json.loads(line) for line in done.out.splitlines()]
    assert (done.code, done.err) == (1, "")
    assert [(one["schema"], one["id"], one["released"]) for one in found] == [
        ("tactful.refine/1", 1, True),
        ("tactful.refine/1", 2, False),
    ]
    assert fixed_result.asked[0][1].alternatives == 3


VALUES = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(st.text(max_size=4), inner, max_size=2),
    max_leaves=4,
)
NAMES = st.sampled_from(["id", "text", "kind", "to", "rounds", "negotiable", "today", "via-recruiter", "x"])


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.dictionaries(NAMES, VALUES, max_size=4) | VALUES, max_size=4))
def test_whatever_json_comes_each_line_is_answered(check, lines):
    code, found = check(*lines)
    assert len(found) == len(lines)
    assert code == max(
        (2 if one["schema"] == "tactful.error/1" else 1 - one["passed"] for one in found), default=0
    )


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.binary(max_size=30).map(lambda raw: raw.replace(b"\n", b"")), max_size=4))
def test_whatever_bytes_come_each_line_is_answered(check, lines):
    code, found = check(*lines)
    assert len(found) == sum(bool(line.strip()) for line in lines)
    assert code in {0, 1, 2}
