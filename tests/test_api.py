"""``tactful.check`` and ``tactful.refine``, and what importing the package costs."""

from __future__ import annotations

import importlib
import subprocess
import sys
from pathlib import Path

import pytest

import tactful
from tactful import api
from tactful.errors import InputError, OptionError
from tactful.result import Ledger, Report, Result
from tactful.rulebook import RuleBook, compile_book

SMALL_BOOK = Path(__file__).parent / "small_book"
TEXT = "Hi Ann,\n\nYour pay is a joke. I decline.\n"


@pytest.fixture
def book(monkeypatch):
    """Let the built-in rule book be the small one."""
    small = RuleBook(compile_book(SMALL_BOOK))
    monkeypatch.setattr(api, "built_in", lambda: small)
    return small


@pytest.mark.usefixtures("book")
def test_check():
    report = tactful.check(TEXT, kind="decline", from_="Sam", offered_on="2026-01-02")
    assert isinstance(report, Report)
    found = {one.rule: TEXT[one.span.start : one.span.end] for one in report.findings}
    assert found == {"blame": "Your pay is a joke.", "missing-thanks": ""}


@pytest.mark.usefixtures("book")
def test_check_of_html_speaks_of_the_original():
    html = "<p>Hi Ann,</p>\n<p>Your pay is a joke.</p><p>I decline the offer.</p>"
    report = tactful.check(html.encode())
    blame = next(one for one in report.findings if one.rule == "blame")
    act = next(one for one in report.acts if one.act == "decline")
    assert html[blame.span.start : blame.span.end] == "Your pay is a joke."
    assert html[act.span.start : act.span.end] == "I decline the offer."


def test_refine_hands_on_what_is_asked(monkeypatch, book):
    asked = []
    before = Report("decline", ())

    def refine(draft, with_book, request):
        asked.append((draft, with_book, request))
        return Result(
            released=True,
            text="x",
            subject=None,
            kind="decline",
            engine="composer",
            before=before,
            after=None,
            ledger=Ledger(),
        )

    monkeypatch.setattr(api, "refine_draft", refine)
    result = tactful.refine(TEXT, alternatives=2, tone_only=True, tone="warm", sender="Sam")
    draft, with_book, request = asked[0]
    assert (result.text, result.before) == ("x", before)
    assert (draft.context.tone, draft.context.sender) == ("warm", "Sam")
    assert (request.alternatives, request.tone_only) == (2, True)
    assert with_book is book


@pytest.mark.usefixtures("book")
def test_mistakes():
    with pytest.raises(OptionError, match=r"^There is no option 'knd'; did you mean 'kind'\?$"):
        tactful.check(TEXT, knd="decline")
    with pytest.raises(OptionError, match=r"^alternatives is 0; give 1 or more\.$"):
        tactful.refine(TEXT, alternatives=0)
    with pytest.raises(InputError, match="empty"):
        tactful.check(b"")
    with pytest.raises(
        OptionError, match=r"^There is no folder '.*nowhere'; give the folder of a rule pack\.$"
    ):
        tactful.check(TEXT, rules=["nowhere"])


def test_packs_are_read_once(monkeypatch, tmp_path):
    loads = []

    def load(*packs):
        loads.append(packs)
        return RuleBook(compile_book(SMALL_BOOK))

    monkeypatch.setattr(api, "load", load)
    api._with_packs.cache_clear()  # noqa: SLF001 - nothing else forgets
    first = api.book_of([tmp_path])
    assert api.book_of([str(tmp_path)]) is first
    assert loads == [(tmp_path.resolve(),)]
    api._with_packs.cache_clear()  # noqa: SLF001 - nothing else forgets


def test_the_functions_stay_functions_when_modules_of_their_names_are_loaded():
    importlib.import_module("tactful.refine")
    importlib.import_module("tactful.cli.check")
    assert callable(tactful.refine)
    assert callable(tactful.check)
    assert importlib.import_module("tactful.errors") is tactful.errors


def test_the_package_has_a_version_and_nothing_else():
    assert tactful.__version__.count(".") == 2
    with pytest.raises(AttributeError, match=r"^module 'tactful' has no attribute 'chek'$"):
        tactful.chek  # noqa: B018 - the look-up is the test


def test_importing_the_package_loads_nothing_of_it():
    code = "import sys, tactful; print(sorted(name for name in sys.modules if name.startswith('tactful.')))"
    assert (
        subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True).stdout
        == "[]\n"
    )
