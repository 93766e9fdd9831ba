"""``tactful refine`` and ``tactful tone``: settings enter, the message is written, an exit code leaves."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from typing import Any

from tactful.cli.arguments import RefineSettings
from tactful.cli.batch import Work, run_batch, run_waiting_batch
from tactful.cli.books import book_for
from tactful.cli.engine import Refine, model_for, refine_waiting_with, refine_with
from tactful.cli.explain import explanation
from tactful.cli.input import read_bytes
from tactful.cli.output import paint_for, say, write
from tactful.cli.questions import Asker, can_ask
from tactful.cli.words import word_diff
from tactful.draft import read_draft
from tactful.draft.model import Draft
from tactful.llm.model import Model
from tactful.options import context_from
from tactful.result import Result
from tactful.rulebook import RuleBook
from tactful.wire import refine_object, to_json


def run(settings: RefineSettings) -> int:
    """Refine a draft, or many; 0 where all are released."""
    context_from(settings.context)
    if settings.jsonl:
        return _batch(settings, book_for(settings.packs))
    data = read_bytes(settings.file, settings.command)
    draft, result = _refined(
        data, settings, refine_with(settings, book_for(settings.packs), model_for(settings))
    )
    _report(draft, result, settings)
    write(_rendered(draft, result, settings))
    return 0 if result.released else 1


def _batch(settings: RefineSettings, book: RuleBook) -> int:
    model = model_for(settings)
    if model is None:
        return run_batch(settings, _composing(refine_with(settings, book, None)))
    import asyncio  # noqa: PLC0415 - slow to import, and only a model needs it

    return asyncio.run(_waiting_batch(settings, book, model))


async def _waiting_batch(settings: RefineSettings, book: RuleBook, model: Model) -> int:
    work = refine_waiting_with(settings, book, model)

    async def answer(text: str, options: Mapping[str, Any], identity: Any) -> tuple[dict[str, Any], bool]:
        draft = read_draft(text, context_from(options))
        result = await work(draft)
        return refine_object(result, draft, identity=identity), result.released

    try:
        return await run_waiting_batch(settings, answer)
    finally:
        await model.close()


def _composing(work: Refine) -> Work:
    def answer(text: str, options: Mapping[str, Any], identity: Any) -> tuple[dict[str, Any], bool]:
        draft = read_draft(text, context_from(options))
        result = work(draft)
        return refine_object(result, draft, identity=identity), result.released

    return answer


def _refined(data: bytes, settings: RefineSettings, work: Refine) -> tuple[Draft, Result]:
    """Return the result, after the questions were asked where somebody is there to answer."""
    options = dict(settings.context)
    asker = Asker(options) if can_ask(settings.file) else None
    while True:
        draft = read_draft(data, context_from(options))
        result = work(draft)
        if asker is None or not asker.answered(result.questions):
            return draft, result
        options = asker.options


def _report(draft: Draft, result: Result, settings: RefineSettings) -> None:
    """Tell on standard error what was changed, dropped and asked."""
    paint = paint_for(sys.stderr)
    if settings.diff and result.released:
        say(word_diff(draft.written, result.text, paint) + "\n\n")
    told = explanation(result, paint, whole=settings.format == "text")
    if told:
        say(told + "\n\n" if sys.stdout is not None and sys.stdout.isatty() else told)


def _rendered(draft: Draft, result: Result, settings: RefineSettings) -> str:
    if settings.format == "json":
        return to_json(refine_object(result, draft), indent=2) + "\n"
    if not result.released:
        return ""
    first, *more = result.alternatives or (result.text,)
    return _message(first, result, draft) + "".join(
        f"\n--- alternative {at} ---\n\n{_message(text, result, draft)}" for at, text in enumerate(more, 2)
    )


def _message(text: str, result: Result, draft: Draft) -> str:
    """Return a text as it is printed: its subject first, a line end last, an unchanged one untouched."""
    if result.engine == "unchanged":
        return text if text.endswith("\n") or not sys.stdout.isatty() else text + "\n"
    ended = text if text.endswith("\n") else text + "\n"
    if not result.subject or draft.context.channel != "email" or text.lower().startswith("subject:"):
        return ended
    return f"Subject: {result.subject}\n\n{ended}"
