"""Lays the pieces out as a message: greeting, paragraphs, sign-off, signature.

An analysed draft and arranged pieces enter; the text leaves.  Where the draft has a layout, its blanks
and line breaks stay byte for byte; where all of it stands in one line, paragraphs are made.
"""

from __future__ import annotations

import re

from tactful.analysis import Analysis
from tactful.compose.pieces import Piece
from tactful.compose.supply import Supplier
from tactful.draft.model import Draft
from tactful.mends import mender_for
from tactful.plan import MIDDLE, rank
from tactful.result import Finding
from tactful.text import Span, capitalise, close_sentence

_PARAGRAPHS_FROM = 4
_REASON_RANK = 4
_PLAIN_GREETING = re.compile(r"^(?:hi|hello|hey|hiya|dear)\b", re.IGNORECASE)
# A name that is called out, or that heads a sheet, is greeted instead; in another tone every greeting is.
_GRUFF_GREETING = re.compile(
    r"^(?:listen|look|right|ok|okay|so|oi|now|alright|well|to ?: ?[^,]*$|attn|fao|@)", re.IGNORECASE
)
_SINGLE_BREAK = re.compile(r"\n(?!\n)")
# What ends a text message, and no letter.
_TEXTED = re.compile(r"(?:x{2,}|xoxo|from|ta|peace|later|laters)\W*$", re.IGNORECASE)
_TYPING_RULES = frozenset({"texting-style", "shouting"})
_TRAILING = re.compile(r"[\s,]*$")


def lay_out(analysis: Analysis, pieces: list[Piece], supplier: Supplier) -> str:
    """Return the message as text."""
    draft = analysis.draft
    if not draft.sentences:
        return _laid_anew(analysis, pieces, supplier)
    flat = _needs_layout(draft, pieces, supplier)
    return _laid_anew(analysis, pieces, supplier) if flat else _laid_as_drafted(analysis, pieces, supplier)


def _needs_layout(draft: Draft, pieces: list[Piece], supplier: Supplier) -> bool:
    """Return whether a draft has no layout worth keeping: one line, notes, or a script to speak."""
    if draft.context.channel == "phone":
        return True
    if all(piece.making == "own" for piece in pieces):
        return False
    if supplier.noted:
        return True
    return _run_in(draft)


def _run_in(draft: Draft) -> bool:
    """Return whether greeting or sign-off shares a line with the body."""
    body = [sentence for sentence in draft.sentences if sentence.part == "body"]
    if not body:
        return True
    anatomy = draft.anatomy
    first, last = body[0], body[-1]
    if anatomy.greeting and "\n" not in draft.text[anatomy.greeting.end : first.start]:
        return True
    closing = anatomy.sign_off or anatomy.signature
    return bool(closing and closing.start >= last.end and "\n" not in draft.text[last.end : closing.start])


def _laid_as_drafted(analysis: Analysis, pieces: list[Piece], supplier: Supplier) -> str:
    draft = analysis.draft
    body = [sentence for sentence in draft.sentences if sentence.part == "body"]
    if not body:
        return _laid_anew(analysis, pieces, supplier)
    head = _head(analysis, supplier, body[0].start)
    tail = _tail(analysis, body[-1].end, pieces, supplier)
    kept = [piece for piece in pieces if piece.part == "body"]
    text = _joined(draft, kept)
    if kept and kept[-1].source < 0 and _SINGLE_BREAK.match(tail) and "\n\n" in draft.text:
        tail = "\n" + tail
    return f"{head}{text}{tail}".strip("\n") + ("\n" if draft.text.endswith("\n") else "")


def _joined(draft: Draft, pieces: list[Piece]) -> str:
    """Join pieces with the blanks that stood between them in the draft."""
    text = ""
    previous: Piece | None = None
    paragraphs = any(_gap(draft, at).count("\n") > 1 for at in range(len(draft.sentences) - 1))
    for piece in pieces:
        if previous is not None:
            text += _between(draft, previous, piece, paragraphs=paragraphs)
        text += capitalise(piece.text) if previous is not None and previous.source < 0 else piece.text
        previous = piece
    return text


def _gap(draft: Draft, at: int) -> str:
    """Return what stands between a sentence and the next; a blank where a quoted thread does."""
    between = draft.text[draft.sentences[at].end : draft.sentences[at + 1].start]
    return between if not between.strip() else " "


def _between(draft: Draft, one: Piece, other: Piece, *, paragraphs: bool) -> str:
    if one.source >= 0 and other.source > one.source:
        gaps = [_gap(draft, at) for at in range(one.source, other.source)]
        return max(gaps, key=lambda gap: gap.count("\n"))
    if one.source >= 0 and one.source == other.source:
        return " "
    if "goodwill" in other.acts and paragraphs:
        return "\n\n"
    if other.source >= 0 and one.source < 0:
        before = _gap(draft, other.source - 1) if other.source else " "
        return before if rank(other.acts) >= MIDDLE and "\n" in before else " "
    return " "


def _head(analysis: Analysis, supplier: Supplier, end: int) -> str:
    draft = analysis.draft
    greeting = draft.anatomy.greeting
    if greeting is None:
        before = _mended_subject(_without_quoted(draft, 0, end), supplier)
        name = draft.context.to
        return before + (
            f"{_greeting(supplier)}\n\n" if name and name.casefold() not in before.casefold() else ""
        )
    said = draft.slice(greeting)
    mended = _mended_greeting(analysis, supplier, said)
    before = _without_quoted(draft, 0, greeting.start)
    return _mended_subject(before, supplier) + mended + _without_quoted(draft, greeting.end, end)


def _mended_subject(head: str, supplier: Supplier) -> str:
    """Return what stands above the greeting, with a neutral subject where the writer's offends."""
    span = supplier.analysis.draft.anatomy.subject
    if span is None or not _objections(supplier, span):
        return head
    return head.replace(supplier.analysis.draft.slice(span), supplier.subject() or "", 1)


def _greeting(supplier: Supplier) -> str:
    needed = frozenset({"name"}) & supplier.values.keys()
    piece = supplier.phrase("greeting", needed=frozenset(needed))
    return piece.text if piece else "Hello,"


def _mended_greeting(analysis: Analysis, supplier: Supplier, said: str) -> str:
    """Return the greeting as it is, with names in capitals, or a new one where it offends."""
    draft = analysis.draft
    greeting = draft.anatomy.greeting
    assert greeting is not None  # noqa: S101 - the caller has looked
    objections = _objections(supplier, greeting)
    mended = mender_for(analysis.book).mend(said, [one.rule for one in objections])
    if any(one.severity == "error" for one in objections) or (objections and mended == said):
        return _greeting(supplier)
    plain = supplier.tone != "as-is" and _PLAIN_GREETING.match(said)
    if (plain or _GRUFF_GREETING.match(said)) and "name" in supplier.values:
        return _greeting(supplier)
    if mended.isupper() and " " in mended.strip():
        return mended.title()
    if said[:1].islower():
        mended = mended[:1].upper() + mended[1:]
        for fact in analysis.facts:
            if (
                fact.type == "person"
                and greeting.start <= fact.span.start < greeting.end
                and fact.text.islower()
            ):
                mended = re.sub(rf"\b{re.escape(fact.text)}\b", fact.text.title(), mended)
    return mended


def _objections(supplier: Supplier, span: Span) -> list[Finding]:
    """Return the findings within a part of the message outside its body."""
    return [
        one
        for one in supplier.findings
        if one.severity != "suggestion"
        and one.text
        and one.span.start < span.end
        and span.start < one.span.end
    ]


def _tail(analysis: Analysis, start: int, pieces: list[Piece], supplier: Supplier) -> str:
    draft = analysis.draft
    text = _without_quoted(draft, start, len(draft.text))
    text = _toned_sign_off(draft, text, supplier)
    postscript = draft.anatomy.postscript
    if postscript is None:
        return text
    kept = [piece for piece in pieces if piece.part == "postscript"]
    first = next((one for one in draft.sentences if one.part == "postscript"), None)
    if first is None or (
        all(piece.making == "own" for piece in kept)
        and len(kept) == sum(one.part == "postscript" for one in draft.sentences)
    ):
        return text
    before = _without_quoted(draft, start, postscript.start).rstrip()
    after = _without_quoted(draft, postscript.end, len(draft.text))
    if not kept:
        return before + after
    mark = draft.text[postscript.start : first.start]
    return f"{before}\n\n{mark}{' '.join(piece.text for piece in kept)}{after}"


def _toned_sign_off(draft: Draft, tail: str, supplier: Supplier) -> str:
    """Return the end of the message with its sign-off in the tone that is asked for."""
    span = draft.anatomy.sign_off
    if span is None:
        return tail
    said = draft.slice(span)
    if not _objections(supplier, span):
        return tail.replace(said, supplier.sign_off(said), 1)
    phrase = supplier.phrase("sign-off")
    return tail.replace(said, phrase.text if phrase else "Kind regards,", 1)


def _without_quoted(draft: Draft, start: int, end: int) -> str:
    kept = []
    position = start
    for span in draft.anatomy.quoted:
        if span.end <= start or span.start >= end:
            continue
        kept.append(draft.text[position : max(span.start, position)])
        position = max(position, span.end)
    kept.append(draft.text[position:end])
    return "".join(kept)


def _laid_anew(analysis: Analysis, pieces: list[Piece], supplier: Supplier) -> str:
    if analysis.draft.context.channel == "phone":
        return _script(pieces, supplier)
    body = [piece for piece in pieces if piece.part == "body"]
    postscript = [piece for piece in pieces if piece.part == "postscript"]
    blocks = [
        _subject_line(supplier),
        _first_line(analysis, supplier),
        *_paragraphs(body),
        _closing(analysis, supplier),
    ]
    if postscript:
        blocks.append("P.S. " + " ".join(piece.text for piece in postscript))
    return "\n\n".join(block for block in blocks if block)


def _script(pieces: list[Piece], supplier: Supplier) -> str:
    """Return a script to speak: the reason waits under «If they ask why»."""
    reasons = [piece for piece in pieces if "reason" in piece.acts and rank(piece.acts) == _REASON_RANK]
    spoken = [piece for piece in pieces if piece not in reasons]
    known = frozenset({"name", "sender"}) & supplier.values.keys()
    greeting = supplier.phrase("greeting", needed=frozenset(known))
    opening = greeting.text if greeting else ""
    blocks = [opening, *_paragraphs(spoken)]
    lead = supplier.phrase("ask-why") if reasons else None
    if lead is not None:
        blocks.append("\n".join((lead.text, *(capitalise(piece.text) for piece in reasons))))
    return "\n\n".join(block for block in blocks if block)


def _subject_line(supplier: Supplier) -> str:
    span = supplier.analysis.draft.anatomy.subject
    subject = supplier.subject() if span and span.end > span.start else None
    return f"Subject: {subject}" if subject else ""


def _first_line(analysis: Analysis, supplier: Supplier) -> str:
    span = analysis.draft.anatomy.greeting
    if span is None:
        return _greeting(supplier)
    said = _mended_greeting(analysis, supplier, analysis.draft.slice(span))
    bare = _TRAILING.sub("", said).rstrip(".:;!-\u2013\u2014 ")
    return f"{bare},"


def _paragraphs(pieces: list[Piece]) -> list[str]:
    """Return the opening with the decision, what else there is to say, and the close."""
    texts = [close_sentence(capitalise(piece.text)) for piece in pieces]
    if len(pieces) < _PARAGRAPHS_FROM:
        return [" ".join(texts)]
    ranks = [rank(piece.acts) for piece in pieces]
    opening = max((at + 1 for at, one in enumerate(ranks) if one < MIDDLE), default=0)
    closing = len(pieces)
    while closing > opening and ranks[closing - 1] > MIDDLE:
        closing -= 1
    blocks = (texts[:opening], texts[opening:closing], texts[closing:])
    return [" ".join(block) for block in blocks if block]


def _closing(analysis: Analysis, supplier: Supplier) -> str:
    draft = analysis.draft
    sign_off = draft.anatomy.sign_off
    signature = draft.anatomy.signature
    lines = []
    texted = sign_off is not None and _TEXTED.match(draft.slice(sign_off))
    if sign_off is not None and not texted and not _objections_beyond_typing(supplier, sign_off):
        said = capitalise(_TRAILING.sub("", draft.slice(sign_off)).strip(" -\u2013\u2014.")) + ","
        lines.append(supplier.sign_off(said))
    elif texted or signature is not None or supplier.values.get("sender"):
        piece = supplier.phrase("sign-off")
        lines.append(piece.text if piece else "Kind regards,")
    if signature is not None:
        lines.append(_signature(draft.slice(signature)))
    elif supplier.values.get("sender"):
        lines.append(supplier.values["sender"])
    return "\n".join(lines)


def _signature(said: str) -> str:
    bare = said.strip().lstrip("-/\u2013\u2014, ").strip()
    small = bare.islower() and bare.isalpha()
    loud = bare.isupper() and bare.replace(" ", "").isalpha() and " " in bare
    return bare.title() if small or loud else bare


def _objections_beyond_typing(supplier: Supplier, span: Span) -> bool:
    """Return whether a part offends by more than a small letter, which is mended anyway."""
    return any(one.rule not in _TYPING_RULES for one in _objections(supplier, span))
