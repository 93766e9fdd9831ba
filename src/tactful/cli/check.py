"""``tactful check``: settings enter, the findings are written, an exit code leaves."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from tactful.analysis import analyse
from tactful.cli.arguments import CheckSettings
from tactful.cli.batch import run_batch
from tactful.cli.books import book_for
from tactful.cli.formats import Checked, render
from tactful.cli.input import read_bytes, shown
from tactful.cli.output import say, write
from tactful.draft import read_draft
from tactful.errors import UserError
from tactful.lint import lint
from tactful.options import context_from
from tactful.rulebook import RuleBook
from tactful.wire import check_object


def run(settings: CheckSettings) -> int:
    """Check a draft, or many; 0 where all pass the gate, else the worst of them."""
    book = book_for(settings.packs)
    if settings.jsonl:
        context_from(settings.context)
        return run_batch(
            settings, lambda text, options, identity: _line(text, options, identity, book, settings)
        )
    if not settings.more:
        return _check(settings.file, settings, book)
    return max(_code_of(file, settings, book) for file in (settings.file, *settings.more))


def _code_of(file: str | None, settings: CheckSettings, book: RuleBook) -> int:
    """Check one of several; one that cannot be read does not hide the others."""
    try:
        return _check(file, settings, book)
    except UserError as error:
        named = str(error).startswith(shown(file))
        say(f"tactful: error: {error}" if named else f"tactful: error: {shown(file)}: {error}")
        return error.exit_code


def _check(file: str | None, settings: CheckSettings, book: RuleBook) -> int:
    context = context_from(settings.context)
    data = read_bytes(file, settings.command)
    draft = read_draft(data, context)
    report = lint(analyse(draft, book))
    original = draft.text if draft.origin is None else data.decode("utf-8-sig", errors="replace")
    write(render(settings.format, Checked(report, draft, original, shown(file), settings.gate, book)))
    return 0 if report.passes(settings.gate) else 1


def _line(
    text: str, options: Mapping[str, Any], identity: Any, book: RuleBook, settings: CheckSettings
) -> tuple[dict[str, Any], bool]:
    draft = read_draft(text, context_from(options))
    report = lint(analyse(draft, book))
    found = check_object(report, draft, identity=identity, gate=settings.gate)
    return found, report.passes(settings.gate)
