"""What becomes of errors, interrupts and pipes that nobody reads."""

from __future__ import annotations

import os
import pty
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tactful.errors import CredentialsError, InternalError, ProviderError, UserError

DRAFT = b"Thank you for the offer, but I have to decline it.\n"
TACTFUL = (sys.executable, "-m", "tactful")


@pytest.fixture
def failing(monkeypatch, with_small_book):  # noqa: ARG001 - its effect is wanted
    """Let the check raise an error."""

    def set_up(error):
        def fail(_):
            raise error

        monkeypatch.setattr("tactful.cli.check.lint", fail)

    return set_up


@pytest.mark.parametrize(
    ("error", "code"),
    [(UserError("Mend it."), 2), (ProviderError("Mend it."), 3), (CredentialsError("Mend it."), 4)],
)
def test_an_error_is_one_line_and_its_exit_code(run, failing, error, code):
    failing(error)
    done = run("check", typed=DRAFT)
    assert (done.code, done.out, done.err) == (code, "", "tactful: error: Mend it.\n")


@pytest.mark.parametrize("error", [InternalError("The cat is dead."), ValueError("The cat\nis dead.")])
def test_a_fault_of_ours_says_so(run, failing, monkeypatch, error):
    failing(error)
    done = run("check", typed=DRAFT)
    name = type(error).__name__
    assert (done.code, done.out) == (70, "")
    assert done.err == (
        f"tactful: this is a fault of tactful, not yours: {name}: The cat is dead. "
        "Set TACTFUL_TRACEBACK=1 to see where.\n"
    )
    monkeypatch.setenv("TACTFUL_TRACEBACK", "1")
    with pytest.raises(type(error)):
        run("check", typed=DRAFT)


def test_an_interrupt_is_130_and_writes_nothing(run, failing):
    failing(KeyboardInterrupt())
    done = run("check", typed=DRAFT)
    assert (done.code, done.out, done.err) == (130, "", "")


def test_a_result_that_cannot_be_written(run, monkeypatch, fixed_report, draft_file):  # noqa: ARG001
    class Full:
        def write(self, _):
            raise OSError(28, "No space left on device")

    class Stream:
        buffer = Full()

        def isatty(self):
            return False

    class Sys:
        def __init__(self, stdout):
            self.stdout = stdout
            self.stderr = sys.stderr

    monkeypatch.setattr("tactful.cli.output.sys", Sys(Stream()))
    with pytest.raises(
        UserError, match=r"^The result cannot be written \(No space left on device\); choose another"
    ):
        _write("x")
    monkeypatch.setattr("tactful.cli.output.sys", Sys(None))
    with pytest.raises(UserError, match=r"^The result cannot be written: standard output is closed; send it"):
        _write("x")


def _write(text):
    from tactful.cli.output import write

    write(text)


def test_a_gone_reader_leaves_standard_output_pointing_nowhere(monkeypatch, tmp_path):
    import tactful.cli

    def gone(_):
        raise BrokenPipeError

    monkeypatch.setattr("tactful.cli.run.run", gone)
    path = tmp_path / "out.txt"
    with path.open("w", encoding="utf-8") as stream:
        monkeypatch.setattr(sys, "stdout", stream)
        assert tactful.cli.main([]) == 141
        stream.write("lost")
    assert path.read_text(encoding="utf-8") == ""


def test_a_broken_pipe_goes_through_to_the_top(run, monkeypatch, fixed_report):  # noqa: ARG001
    def gone(_):
        raise BrokenPipeError

    monkeypatch.setattr("tactful.cli.check.write", gone)
    monkeypatch.setattr("tactful.cli._leave_output_alone", lambda: None)
    assert run("check", typed=DRAFT).code == 141


def test_nobody_is_told_where_there_is_no_standard_error(monkeypatch, capsys):
    from tactful.cli.output import say

    monkeypatch.setattr(sys, "stderr", None)
    say("x")
    assert capsys.readouterr().out == ""


def test_the_module_runs_the_command_line(monkeypatch):
    import runpy

    import tactful.cli

    monkeypatch.setattr(sys, "argv", ["tactful", "--version"])
    with pytest.raises(SystemExit) as caught:
        # By its path: pytest reads a package that brings a plugin in its own way, and runpy cannot.
        runpy.run_path(str(Path(tactful.cli.__file__).parents[1] / "__main__.py"), run_name="__main__")
    assert caught.value.code == 0


def test_a_reader_that_is_gone_is_no_traceback():
    lines = b'{"text": "Thank you for the offer, but I have to decline it."}\n' * 3
    process = subprocess.Popen(
        [*TACTFUL, "check", "--jsonl"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    assert process.stdin is not None
    assert process.stdout is not None
    assert process.stderr is not None
    process.stdout.close()
    process.stdin.write(lines)
    process.stdin.close()
    assert process.wait(30) == 141
    assert process.stderr.read() == b""
    process.stderr.close()


def test_control_c_is_130():
    process = subprocess.Popen(
        [*TACTFUL, "check", "--jsonl"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    assert process.stdin is not None
    assert process.stdout is not None
    process.stdin.write(b'{"text": "Thank you for the offer, but I have to decline it."}\n')
    process.stdin.flush()
    assert process.stdout.readline().startswith(b'{"schema": "tactful.check/1"')
    process.send_signal(signal.SIGINT)
    out, err = process.communicate(timeout=30)
    assert (process.returncode, out, err) == (130, b"", b"")


def test_a_real_terminal_gets_help_at_once():
    ours, theirs = pty.openpty()
    try:
        started = time.monotonic()
        done = subprocess.run(
            [*TACTFUL, "refine"], stdin=theirs, capture_output=True, timeout=30, check=False
        )
        assert done.returncode == 2
        assert done.stdout == b""
        assert done.stderr.startswith(b"usage: tactful refine ")
        assert time.monotonic() - started < 30
    finally:
        os.close(ours)
        os.close(theirs)


def test_the_module_and_the_script_are_the_same():
    from pathlib import Path

    script = Path(sys.executable).with_name("tactful")
    commands = [[*TACTFUL, "--version"], [str(script), "--version"]]
    outputs = {
        subprocess.run(command, capture_output=True, check=True).stdout
        for command in commands
        if Path(command[0]).exists()
    }
    assert len(outputs) == 1


HEAVY = (
    "openai",
    "langchain",
    "langchain_core",
    "textstat",
    "rich",
    "harper",
    "pydantic",
    "yaml",
    "py3langid",
    "nltk",
)


@pytest.mark.parametrize(
    "statement", ["import tactful", "import tactful.cli; tactful.cli.main(['rules', 'list'])"]
)
def test_what_starts_fast_imports_nothing_heavy(statement):
    seen = f"import sys; print([name for name in {HEAVY} if name in sys.modules], file=sys.stderr)"
    warm_up = [*TACTFUL, "rules", "list"]
    subprocess.run(warm_up, capture_output=True, check=True)
    done = subprocess.run(
        [sys.executable, "-c", f"{statement}\n{seen}"], capture_output=True, check=True, text=True
    )
    assert done.stderr == "[]\n"


def test_a_check_imports_nothing_heavy(tmp_path):
    path = tmp_path / "draft.txt"
    path.write_bytes(DRAFT)
    code = (
        f"import sys; from tactful.cli import main; main(['check', {str(path)!r}])\n"
        f"print([name for name in {HEAVY} if name in sys.modules], file=sys.stderr)"
    )
    for _ in range(2):  # the first run may compile the rule book
        done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True)
    assert done.stderr == "[]\n"
