"""Anatomy: which part of a text is what.

A text and its context enter; a ``Draft`` leaves: subject, greeting, body, sign-off, signature,
postscript, quoted threads, and the sentences of body and postscript.
"""

from __future__ import annotations

from tactful.draft.closings import Closing, read_closing
from tactful.draft.context import Context
from tactful.draft.lines import Line, read_lines
from tactful.draft.model import Anatomy, Draft
from tactful.draft.openings import Opening, read_opening
from tactful.draft.quoted import find_quoted
from tactful.draft.sentences import read_sentences
from tactful.text import Span, fold


def take_apart(text: str, context: Context, origin: tuple[int, ...] | None = None) -> Draft:
    """Return the text taken apart into its parts, sentences and clauses."""
    folded = fold(text)
    lines = read_lines(text, folded)
    quoted = find_quoted(lines)
    own = [line for index, line in enumerate(lines) if index not in quoted] if quoted else lines
    opening = read_opening(own)
    closing = read_closing(opening.rest, context.sender)
    anatomy = Anatomy(
        subject=opening.subject,
        greeting=opening.greeting,
        body=_body_span(opening, closing, lines, len(text)),
        sign_off=closing.sign_off,
        signature=closing.signature,
        postscript=closing.postscript_span,
        quoted=_quoted_spans(lines, quoted),
    )
    gaps = frozenset(lines[index].start for index in quoted)
    sentences = read_sentences(text, folded, closing.body, "body", gaps)
    if closing.postscript:
        sentences += read_sentences(text, folded, closing.postscript, "postscript", gaps)
    return Draft(text, folded, anatomy, tuple(sentences), context, origin)


def _body_span(opening: Opening, closing: Closing, lines: list[Line], length: int) -> Span:
    """Return where the body lies; an empty one lies where it belongs."""
    if closing.body:
        return Span(closing.body[0].start, closing.body[-1].end)
    if opening.greeting:
        return Span(opening.greeting.end, opening.greeting.end)
    if closing.sign_off:
        return Span(closing.sign_off.start, closing.sign_off.start)
    place = opening.subject.end if opening.subject else lines[0].start if lines else length
    return Span(place, place)


def _quoted_spans(lines: list[Line], quoted: set[int]) -> tuple[Span, ...]:
    """Return the quoted lines, runs of neighbours as one span."""
    spans: list[Span] = []
    before = -2
    for index in sorted(quoted):
        if index == before + 1:
            spans[-1] = Span(spans[-1].start, lines[index].end)
        else:
            spans.append(lines[index].span)
        before = index
    return tuple(spans)
