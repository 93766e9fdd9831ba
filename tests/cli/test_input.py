"""What can be read, what cannot, and what is said then."""

from __future__ import annotations

import io
import os
import sys

import pytest

SAY_IT = "write at least one sentence of what you want to say."
DRAFT = "Thank you for the offer, but I have to decline it.\n"


@pytest.fixture(autouse=True)
def _small(with_small_book):
    return with_small_book


@pytest.mark.parametrize("command", ["check", "refine", "tone"])
def test_a_terminal_without_a_file_gets_help_not_a_hang(run, command):
    arguments = (command, "warm") if command == "tone" else (command,)
    done = run(*arguments, terminal=True)
    assert (done.code, done.out) == (2, "")
    assert done.err.startswith(f"usage: tactful {command} ")


def test_a_closed_standard_input_gets_help(run, monkeypatch):
    monkeypatch.setattr("tactful.cli.input.sys", _SysWithout("stdin"))
    assert run("check").code == 2


class _SysWithout:
    def __init__(self, name):
        self.name = name

    def __getattr__(self, name):
        return None if name == self.name else getattr(sys, name)


def test_a_dash_on_a_terminal_is_typed(run):
    done = run("check", "-", typed=DRAFT, terminal=True)
    assert done.code in {0, 1}
    assert done.err == "Write your draft; end it with Ctrl-D on a line of its own.\n"


def test_the_file_is_not_there(run):
    done = run("check", "nowhere.txt")
    assert (done.code, done.out) == (2, "")
    mend = "give the path of a draft, or - for standard input."
    assert done.err == f"tactful: error: nowhere.txt: there is no such file; {mend}\n"


def test_the_file_is_a_folder(run, tmp_path):
    (tmp_path / "folder").mkdir()
    done = run("check", "folder")
    assert (done.code, done.err) == (
        2,
        "tactful: error: folder: cannot be read (Is a directory); give a text file.\n",
    )


def test_the_file_name_is_no_name(run):
    done = run("check", "a\0b")
    assert done.code == 2
    assert done.err == "tactful: error: a\0b: cannot be read (embedded null byte); give a text file.\n"


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read everything")
def test_the_file_may_not_be_read(run, tmp_path):
    path = tmp_path / "secret.txt"
    path.write_text(DRAFT, encoding="utf-8")
    path.chmod(0)
    assert run("check", "secret.txt").err.startswith("tactful: error: secret.txt: cannot be read (Permission")


def test_reading_fails_half_way(run, monkeypatch):
    class Failing(io.BytesIO):
        def read(self, *_):
            raise OSError(5, "Input/output error")

    monkeypatch.setattr("tactful.cli.input._standard_input", lambda *_: Failing())
    done = run("check", "-")
    assert (done.code, done.err) == (
        2,
        "tactful: error: -: cannot be read (Input/output error); give a text file.\n",
    )


def test_more_than_any_message_holds(run, monkeypatch):
    monkeypatch.setattr("tactful.cli.input.MOST_BYTES", 10)
    done = run("check", typed=DRAFT)
    assert (done.code, done.err) == (2, "tactful: error: - holds more than 16 MiB; give the message alone.\n")


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "The draft is empty; write at least one sentence of what you want to say."),
        (b" \r\n\t", "The draft is empty; write at least one sentence of what you want to say."),
        ("🎉🎉".encode(), "The draft has no words, only symbols; say in words what you want to tell."),
        (b"\x7fELF\x02\x01\x01\x00\x00", "The input is not text; give a plain text file in UTF-8."),
        (
            b"no " * 7000,
            "The draft has 21,000 characters and the most is 20,000; give the message alone.",
        ),
        (
            "Vielen Dank für das Angebot, aber ich muss es leider ablehnen, da ich zugesagt habe.".encode(),
            "The draft looks like German; only English is understood, so translate it first.",
        ),
        (
            b"> I am glad to offer you the role.\n> Regards, Ann\n",
            f"There is only a quoted message and nothing of your own; {SAY_IT}",
        ),
    ],
)
@pytest.mark.parametrize("command", ["check", "refine"])
def test_what_cannot_be_read_as_a_draft(run, command, data, message):
    done = run(command, typed=data)
    assert (done.code, done.out, done.err) == (2, "", f"tactful: error: {message}\n")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_usual_encodings_are_read(run, encoding):
    text = "Thank you for the offer. I decline it. I liked the café – really.\r\n"
    assert run("check", typed=text.encode(encoding)).code == 0
