"""The Python face: ``tactful.check``, ``tactful.refine`` and their kin that wait for a model.

A text, paths of rule packs and context values enter; a ``Report`` or a ``Result`` leaves.  What cannot
be read or does not fit is a ``UserError``.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tactful.analysis import analyse
from tactful.draft import read_draft
from tactful.draft.model import Draft
from tactful.errors import OptionError
from tactful.lint import lint
from tactful.options import context_from
from tactful.refine import Request
from tactful.refine import refine as refine_draft
from tactful.result import Report, Result
from tactful.rulebook import RuleBook, built_in, load

if TYPE_CHECKING:
    from tactful.llm.model import Model
    from tactful.loop import Effort

Packs = Sequence[str | Path]


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
