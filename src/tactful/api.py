"""The Python face: ``tactful.check``, ``tactful.refine`` and their kin that wait for a model.

A text, or many, paths of rule packs and context values enter; a ``Report`` or a ``Result`` leaves.  What
cannot be read or does not fit is a ``UserError``.
"""

from __future__ import annotations

from collections.abc import AsyncGenerator, Iterable, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tactful.analysis import analyse
from tactful.draft import read_draft
from tactful.draft.model import Draft
from tactful.errors import OptionError, TactfulError
from tactful.lint import lint
from tactful.llm.model import AT_ONCE
from tactful.options import context_from
from tactful.refine import Request
from tactful.refine import refine as refine_draft
from tactful.result import Report, Result
from tactful.rulebook import RuleBook, built_in, load

if TYPE_CHECKING:
    from tactful.llm.model import Model
    from tactful.loop import Effort

Packs = Sequence[str | Path]
# A text, or a mapping of ``text`` and what is known beside it.
Given = str | bytes | Mapping[str, Any]
# The options that say how to refine, and nothing of the circumstances.
_NO_CONTEXT = frozenset({"effort", "rules", "alternatives", "tone_only", "grammar"})
# What becomes of one text of many.
Outcome = Result | TactfulError


def check(text: str | bytes, *, rules: Packs = (), **context: Any) -> Report:
    """Return the findings of a text, with what was read in it.

    ``rules`` are folders of rule packs, each read once a process.  ``context`` is what is known beside
    the text, in the words of the command line: ``kind``, ``channel``, ``to``, ``from_``, ``offered_on``.
    """
    draft = _draft(text, context)
    return _in_original(lint(analyse(draft, book_of(rules))), draft)


def refine(
    text: str | bytes,
    *,
    model: Model | None = None,
    effort: Effort | None = None,
    rules: Packs = (),
    alternatives: int = 1,
    tone_only: bool = False,
    grammar: bool = True,
    **context: Any,
) -> Result:
    """Return the refined message, or why there is none: ``released`` tells which.

    With a ``model`` a language model rewrites, within the ``effort``; its connections are closed afterwards.
    Without one, or where it fails, the composer does.  ``alternatives`` asks for that many different texts,
    ``tone_only`` for a change of tone alone.  Without ``grammar`` the composer leaves slips in grammar and
    spelling as they are.
    """
    request = _request(alternatives, tone_only=tone_only, grammar=grammar)
    draft = _draft(text, context)
    if model is None:
        result = refine_draft(draft, book_of(rules), request)
    else:
        from tactful.loop import refine_at_once  # noqa: PLC0415 - only a model needs it

        result = refine_at_once(draft, book_of(rules), model, request, effort)
    return replace(result, before=_in_original(result.before, draft))


async def refine_async(
    text: str | bytes,
    *,
    model: Model,
    effort: Effort | None = None,
    rules: Packs = (),
    alternatives: int = 1,
    tone_only: bool = False,
    grammar: bool = True,
    **context: Any,
) -> Result:
    """Return what ``refine`` returns, without blocking the event loop while the model works.

    The model stays open; whoever made it closes it.
    """
    from tactful.loop import refine_with_model  # noqa: PLC0415 - only a model needs it

    request = _request(alternatives, tone_only=tone_only, grammar=grammar)
    draft = _draft(text, context)
    result = await refine_with_model(draft, book_of(rules), model, request, effort)
    return replace(result, before=_in_original(result.before, draft))


def refine_many(
    texts: Iterable[Given], *, model: Model | None = None, at_once: int = AT_ONCE, **options: Any
) -> list[Outcome]:
    """Return what becomes of each text, in order: its result, or the error that it alone met.

    A text may come as a mapping of ``text`` and context of its own; ``options`` are those of ``refine`` and
    hold for all.  With a ``model``, up to ``at_once`` texts are worked on at a time, and its connections are
    closed afterwards.  Options that fit no text raise ``UserError`` before any work is done.
    """
    if model is None:
        _check_shared(at_once, options)
        return [_refined_alone(given, options) for given in texts]
    asked = model

    async def whole() -> list[Outcome]:
        try:
            return [one async for one in refine_many_async(texts, model=asked, at_once=at_once, **options)]
        finally:
            await asked.close()

    from tactful.loop.running import run_now  # noqa: PLC0415 - only a model needs it

    return run_now(whole())


async def refine_many_async(
    texts: Iterable[Given], *, model: Model, at_once: int = AT_ONCE, **options: Any
) -> AsyncGenerator[Outcome, None]:
    """Yield what becomes of each text, in order, as ``refine_many`` does, each as soon as it is its turn.

    Texts are taken only when there is room for them, so they may be endless.  The model stays open.
    """
    from tactful.loop import in_order  # noqa: PLC0415 - only a model needs it

    _check_shared(at_once, options)

    async def work(given: Given) -> Outcome:
        try:
            text, told = text_and_options(given, options)
            return await refine_async(text, model=model, **told)
        except TactfulError as error:
            return error

    async for outcome in in_order(texts, work, at_once=at_once):
        yield outcome


def text_and_options(given: object, options: Mapping[str, Any]) -> tuple[str | bytes, dict[str, Any]]:
    """Return the text, and the options with the context that came with it; it changes nothing else."""
    if isinstance(given, str | bytes):
        return given, dict(options)
    if not (isinstance(given, Mapping) and isinstance(given.get("text"), str | bytes)):
        raise OptionError("The input holds no text; give a text, or a mapping whose 'text' is one.")
    told = {name.rstrip("_"): value for name, value in given.items() if name != "text" and value is not None}
    context_from(told)
    return given["text"], {**{name.rstrip("_"): value for name, value in options.items()}, **told}


def _refined_alone(given: Given, options: Mapping[str, Any]) -> Outcome:
    try:
        text, told = text_and_options(given, options)
        return refine(text, **told)
    except TactfulError as error:
        return error


def _check_shared(at_once: int, options: Mapping[str, Any]) -> None:
    """Raise ``UserError`` for what would be wrong with every text."""
    if at_once < 1:
        raise OptionError(f"at_once is {at_once}; give 1 or more.")
    told = {name: value for name, value in options.items() if name not in _NO_CONTEXT}
    context_from({name.rstrip("_"): value for name, value in told.items()})
    book_of(options.get("rules", ()))
    _request(options.get("alternatives", 1), tone_only=False, grammar=True)


def _request(alternatives: int, *, tone_only: bool, grammar: bool) -> Request:
    if alternatives < 1:
        raise OptionError(f"alternatives is {alternatives}; give 1 or more.")
    return Request(alternatives, tone_only, grammar)


def book_of(packs: Packs) -> RuleBook:
    """Return the built-in rule book with packs laid over it, the same object for the same packs."""
    return _with_packs(tuple(Path(pack).resolve() for pack in packs)) if packs else built_in()


@lru_cache(maxsize=4)
def _with_packs(packs: tuple[Path, ...]) -> RuleBook:
    return load(*packs)


def _draft(text: str | bytes, context: dict[str, Any]) -> Draft:
    """Return the draft; ``from_`` is how Python spells the option ``from``."""
    return read_draft(text, context_from({name.rstrip("_"): value for name, value in context.items()}))


def _in_original(report: Report, draft: Draft) -> Report:
    """Return the report with the spans of the text as the caller gave it."""
    if draft.origin is None:
        return report
    place = draft.original_span
    return replace(
        report,
        findings=tuple(replace(one, span=place(one.span)) for one in report.findings),
        acts=tuple(replace(one, span=place(one.span)) for one in report.acts),
        facts=tuple(replace(one, span=place(one.span)) for one in report.facts),
    )
