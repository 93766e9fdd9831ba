"""Runs the command line in this process, with its streams and its rule book in hand."""

from __future__ import annotations

import io
import os
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from tactful.cli import main
from tactful.draft.model import Draft
from tactful.refine import Request
from tactful.result import (
    Act,
    Change,
    Fact,
    Finding,
    Ledger,
    LedgerEntry,
    Question,
    Report,
    Result,
)
from tactful.rulebook import RuleBook, compile_book
from tactful.text import Span

GOLDEN = Path(__file__).parent / "golden"
SMALL_BOOK = Path(__file__).parents[1] / "small_book"
RENEW = "TACTFUL_RENEW_GOLDEN"


@dataclass
class Outcome:
    """What a run left behind."""

    code: int
    out: str
    err: str


class Stream(io.TextIOWrapper):
    """A standard stream in memory that may say it is a terminal."""

    def __init__(self, data: bytes = b"", *, terminal: bool = False) -> None:
        super().__init__(io.BytesIO(data), encoding="utf-8", newline="", write_through=True)
        self.terminal = terminal

    def isatty(self) -> bool:
        return self.terminal

    def text(self) -> str:
        self.seek(0)
        return self.read()


@pytest.fixture
def run(monkeypatch, tmp_path):
    """Run the command line in an empty folder and return what it left."""
    monkeypatch.chdir(tmp_path)
    for name in ("NO_COLOR", "FORCE_COLOR", "TACTFUL_TRACEBACK", "TERM"):
        monkeypatch.delenv(name, raising=False)

    def start(
        *arguments: str, typed: str | bytes = b"", terminal: bool = False, colour: bool = False
    ) -> Outcome:
        data = typed if isinstance(typed, bytes) else typed.encode()
        streams = {
            "stdin": Stream(data, terminal=terminal),
            "stdout": Stream(terminal=colour),
            "stderr": Stream(terminal=terminal or colour),
        }
        with monkeypatch.context() as patch:
            for name, stream in streams.items():
                patch.setattr(sys, name, stream)
            code = main(arguments)
        return Outcome(code, streams["stdout"].text(), streams["stderr"].text())

    return start


@pytest.fixture
def golden():
    """Compare a text with a file in golden/, or renew the file: TACTFUL_RENEW_GOLDEN=1 pytest tests/cli."""

    def compare(name: str, text: str) -> None:
        path = GOLDEN / name
        if os.environ.get(RENEW):
            path.write_text(text, encoding="utf-8", newline="")
        assert path.exists(), f"{path} is missing: run the tests with {RENEW}=1"
        with path.open(encoding="utf-8", newline="") as file:
            assert text == file.read()

    return compare


DRAFT = (
    "Hi Anna,\n\nYour process was a mess. I can't accept the offer.\nKeep the mug, 50% off: café 😊\n\nTom\n"
)


@pytest.fixture
def draft_file(tmp_path: Path) -> Path:
    """Put a draft into the working folder."""
    path = tmp_path / "draft.txt"
    path.write_text(DRAFT, encoding="utf-8")
    return path


def _finding(rule, severity, text, message) -> Finding:
    start = DRAFT.index(text) if text else DRAFT.index("\n\nTom")
    return Finding(rule, severity, Span(start, start + len(text)), text, message, f"Mend {rule}.")


REPORT = Report(
    "decline",
    (
        _finding("blame", "error", "Your process was a mess", "This blames: «Your process was a mess»."),
        _finding(
            "over-explaining", "warning", "50% off: café", "More than one reason, 100%: «50% off: café»."
        ),
        _finding("emoji", "suggestion", "😊", "A picture: «😊» & <more>."),
        _finding("missing-thanks", "error", "", "There is no thanks."),
    ),
    (Act("decline", Span(DRAFT.index("I can't"), DRAFT.index("\nKeep"))),),
    (Fact("person", Span(3, 7), "Anna"),),
)

RESULT = Result(
    released=True,
    text="Hi Anna,\n\nThank you for the offer. I can't accept the offer.\n\nTom",
    subject="Your offer",
    kind="decline",
    engine="composer",
    before=REPORT,
    after=Report("decline", ()),
    ledger=Ledger(
        kept=(LedgerEntry("person", "Anna"),),
        neutralised=(LedgerEntry("reason", "the pay is a joke", "blame", "the pay"),),
        dropped=(LedgerEntry("words", "Your process was a mess.", "blame"),),
        supplied=("Thank you for the offer.",),
    ),
    changes=(
        Change("Your process was a mess.", "", ("blame",)),
        Change("", "Thank you for the offer.", ("missing-thanks",)),
    ),
    questions=(Question("condition", "Is the pay open?", "--negotiable salary", blocking=False),),
)


@pytest.fixture
def report() -> Report:
    """Return a report on the draft, with one finding of each severity and a missing act."""
    return REPORT


@pytest.fixture
def result() -> Result:
    """Return a released result on the draft, with something in every part of its story."""
    return RESULT


@pytest.fixture(scope="session")
def small_book() -> RuleBook:
    """Return a rule book of a few rules, so that the command line is tested and not the rules."""
    return RuleBook(compile_book(SMALL_BOOK))


@pytest.fixture
def with_small_book(monkeypatch, small_book):
    """Let every command work with the small rule book."""
    for command in ("check", "refine"):
        monkeypatch.setattr(f"tactful.cli.{command}.book_for", lambda _: small_book)


@pytest.fixture
def fixed_report(monkeypatch, report, with_small_book):  # noqa: ARG001 - its effect is wanted
    """Let every check give the same report, so that the forms are tested and not the rules."""
    monkeypatch.setattr("tactful.cli.check.lint", lambda _: report)
    return report


class Refiner:
    """Stands in for the refiner: gives ``answers`` in turn, the last one again and again."""

    def __init__(self, first: Result) -> None:
        self.asked: list[tuple[Draft, Request]] = []
        self.answers = [first]

    def __call__(self, draft: Draft, _: RuleBook, request: Request) -> Result:
        self.asked.append((draft, request))
        return self.answers[min(len(self.asked), len(self.answers)) - 1]


@pytest.fixture
def fixed_result(monkeypatch, result, with_small_book) -> Refiner:  # noqa: ARG001 - its effect is wanted
    """Let every refinement give what the refiner holds."""
    refiner = Refiner(result)
    monkeypatch.setattr("tactful.cli.engine.refine", refiner)
    return refiner
