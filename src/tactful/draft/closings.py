"""The foot of a message: sign-off, signature and postscript.

The lines after the greeting enter; the spans of the three parts leave, with the lines of the body.
A sign-off is a bare formula («Kind regards,»): «Thanks for the offer,» says something and stays body.
The dash of «- Tom» is a mark and belongs to neither part.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from tactful.draft.abbreviations import is_abbreviation
from tactful.draft.formulas import (
    CLOSING_INSIDE,
    CLOSING_LINE,
    CLOSING_START,
    NOT_NAMES,
    may_be_name,
    name_words,
)
from tactful.draft.lines import Line, bullet_length, cut_line
from tactful.draft.signatures import (
    DASHED,
    MOST_SIGNATURE_LINES,
    MOST_SIGNATURE_WORDS,
    STOPPED,
    may_be_signature_name,
    signature_lines,
    signature_start,
)
from tactful.text import Span

_POSTSCRIPT = re.compile(r"(?:p\.\s?){1,2}s\.?(?=[\s:,-])\s*[:,-]*\s*|p{1,2}s\s*[:.,-]+\s*|p{1,2}s\s+(?=\S)")
_POSTSCRIPT_INSIDE = re.compile(r"\s(?=(?:p\.\s?){1,2}s\.[\s:,-]|p{1,2}s:\s)")
_SENTENCE_END = re.compile(r"[.!?\x01)\"]\s+(?=\S)")
_TAIL = 160


class Closing(NamedTuple):
    """The parts at the foot, and what is left: the lines of body and postscript."""

    body: list[Line]
    sign_off: Span | None
    signature: Span | None
    postscript: list[Line]
    postscript_span: Span | None


class _Foot(NamedTuple):
    body: list[Line]
    sign_off: Span | None
    signature: list[Line]
    rest: list[Line]


def read_closing(lines: list[Line], sender: str | None) -> Closing:
    """Return sign-off, signature and postscript of the lines after the greeting."""
    lines = _split_postscript_inside(lines)
    mark = next((index for index, line in enumerate(lines) if _POSTSCRIPT.match(line.folded)), len(lines))
    foot = _read_foot(lines[:mark], sender)
    after = lines[mark:]
    if after and foot.sign_off is None and not foot.signature:
        late = _read_foot(after, sender)
        after = late.body + late.rest
        foot = _Foot(foot.body, late.sign_off, late.signature, [])
    after = foot.rest + after
    signature = Span(foot.signature[0].start, foot.signature[-1].end) if foot.signature else None
    span = Span(after[0].start, after[-1].end) if after else None
    return Closing(foot.body, foot.sign_off, signature, _without_mark(after), span)


def _split_postscript_inside(lines: list[Line]) -> list[Line]:
    """Give a postscript in the middle of a line a line of its own."""
    if not lines:
        return lines
    found = _POSTSCRIPT_INSIDE.search(lines[-1].folded)
    if found is None:
        return lines
    last = lines[-1]
    pieces = (
        cut_line(last, last.start, last.start + found.start()),
        cut_line(last, last.start + found.end(), last.end),
    )
    return lines[:-1] + [piece for piece in pieces if piece]


def _without_mark(lines: list[Line]) -> list[Line]:
    """Return the postscript's lines without «P.S.»."""
    kept: list[Line | None] = []
    for line in lines:
        found = _POSTSCRIPT.match(line.folded)
        kept.append(cut_line(line, line.start + found.end(), line.end) if found else line)
    return [line for line in kept if line]


def _read_foot(lines: list[Line], sender: str | None) -> _Foot:
    """Return the sign-off and signature of these lines, by the surest way that fits."""
    return (
        _delimited(lines)
        or _closing_on_its_line(lines)
        or _closing_in_last_line(lines)
        or _dashed_name(lines)
        or _signed_without_closing(lines)
        or _name_at_end(lines, sender)
        or _small_name_on_its_line(lines)
        or _Foot(lines, None, [], [])
    )


def _delimited(lines: list[Line]) -> _Foot | None:
    """Read the mail convention: a line of two dashes, then the signature."""
    for index, line in enumerate(lines):
        if index and line.text == "--" and len(lines) - index <= MOST_SIGNATURE_LINES + 1:
            above = _read_foot(lines[:index], None)
            return _Foot(above.body, above.sign_off, [*above.signature, *lines[index + 1 :]], above.rest)
    return None


def _closing_on_its_line(lines: list[Line]) -> _Foot | None:
    """Read a sign-off that starts a line: «Best regards,» or «Best, Tariq»."""
    for index in range(len(lines) - 1, -1, -1):
        line = lines[index]
        if len(line.folded) > _TAIL:
            continue
        found = CLOSING_LINE.match(line.folded)
        if found:
            signature = signature_lines(lines, index + 1)
            if _is_sign_off(found, lines, index, signature):
                rest = lines[index + 1 + len(signature) :]
                return _Foot(lines[:index], line.span, signature, rest)
            continue
        split = _closing_and_name(line)
        if split:
            sign_off, name = split
            signature = signature_lines(lines, index + 1)
            return _Foot(lines[:index], sign_off, [name, *signature], lines[index + 1 + len(signature) :])
    return None


def _is_sign_off(found: re.Match[str], lines: list[Line], index: int, signature: list[Line]) -> bool:
    """Return whether a formula that fills a line closes the message here."""
    last = index + 1 == len(lines)
    if found["strong"]:
        return last or bool(signature)
    mark = found["mark"].strip()
    if last:
        return "." not in mark and index > 0 and not found["free"]
    plain = bool(found["weak"]) and "." in mark
    return bool(signature) and not plain and may_be_signature_name(signature[0])


def _closing_and_name(line: Line) -> tuple[Span, Line] | None:
    """Split «Best, Tariq Hussaini» and «cheers dave» into sign-off and name."""
    found = CLOSING_START.match(line.folded)
    while found is None:
        return None
    end = line.start + found.end("mark")
    name = _without_dash(cut_line(line, line.start + found.end(), line.end))
    if name is None or not _signs(name, strong=bool(found["strong"]), mark=found["mark"].strip()):
        return None
    return Span(line.start, end), name


def _without_dash(name: Line | None) -> Line | None:
    mark = DASHED.match(name.folded) if name else None
    return cut_line(name, name.start + mark.end(), name.end) if name and mark else name


def _signs(name: Line, *, strong: bool, mark: str) -> bool:
    """Return whether the words after a closing formula are the writer's name."""
    words = name_words(name.folded)
    if not words or len(words) > MOST_SIGNATURE_WORDS + 2 or words[0] in NOT_NAMES:
        return False
    few = may_be_name(name.text, name.folded, lower=True, most=2)
    if few and (strong or mark or len(words) == 1 or name.text[0].isupper()):
        return not STOPPED.search(name.folded)
    if may_be_name(name.text, name.folded):
        return True
    capital = name.text[0].isupper() and not re.search(r"[a-z]{3}[.!?]", name.folded)
    return capital and bool(mark or (strong and name.text.isupper())) and words[-1] not in NOT_NAMES


def _sentence_ends(folded: str) -> Iterator[re.Match[str]]:
    """Yield the ends of sentences near the end of a line; «Dr. Smith» holds none."""
    for found in _SENTENCE_END.finditer(folded, max(0, len(folded) - _TAIL)):
        if not is_abbreviation(folded, found.start()):
            yield found


def _closing_in_last_line(lines: list[Line]) -> _Foot | None:
    """Read a sign-off that ends the last line: «... in May. Warmly, Yaw»."""
    if not lines:
        return None
    last = lines[-1]
    from_ = max(0, len(last.folded) - _TAIL)
    for boundary in _sentence_ends(last.folded):
        piece = cut_line(last, last.start + boundary.end(), last.end)
        if piece is None:
            continue
        split = _closing_and_name(piece)
        if split:
            return _cut_foot(lines, split[0], [split[1]])
        found = CLOSING_LINE.match(piece.folded)
        if found and found["strong"]:
            return _cut_foot(lines, piece.span, [])
    inside = CLOSING_INSIDE.search(last.folded, from_)
    if inside:
        name = cut_line(last, last.start + inside.end(), last.end)
        if name and may_be_name(name.text, name.folded, lower=True, most=2):
            return _cut_foot(
                lines, Span(last.start + inside.start("closing"), last.start + inside.end("mark")), [name]
            )
    return None


def _cut_foot(lines: list[Line], sign_off: Span | None, signature: list[Line]) -> _Foot:
    """Return the foot where sign-off and name share the last line with the body."""
    last = lines[-1]
    cut = sign_off.start if sign_off else signature[0].start
    rest = cut_line(last, last.start, cut)
    if rest and sign_off is None:
        bare = re.sub(r"(?<=[\s.!?])[-~\u2013\u2014]+\s*$", "", rest.text)
        rest = cut_line(rest, rest.start, rest.start + len(bare))
    return _Foot(lines[:-1] + ([rest] if rest else []), sign_off, signature, [])


def _dashed_name(lines: list[Line]) -> _Foot | None:
    """Read «- Tom» as the last line; among bullets it is one of them."""
    if len(lines) < 2 or bullet_length(lines[-2]):
        return None
    mark = DASHED.match(lines[-1].folded)
    if mark is None:
        return None
    last = lines[-1]
    name = cut_line(last, last.start + mark.end(), last.end)
    if name is None or not may_be_name(name.text, name.folded, lower=True, most=3):
        return None
    return _Foot(lines[:-1], None, [name], [])


def _signed_without_closing(lines: list[Line]) -> _Foot | None:
    """Read a name, and lines of title and contact, at the end without a sign-off."""
    start = signature_start(lines)
    return None if start is None else _Foot(lines[:start], None, lines[start:], [])


def _name_at_end(lines: list[Line], sender: str | None) -> _Foot | None:
    """Read a name after the last sentence: «Hope you fill it soon! Pawel»."""
    if not lines or bullet_length(lines[-1]):
        return None
    last = lines[-1]
    for boundary in _sentence_ends(last.folded):
        piece = cut_line(last, last.start + boundary.end(), last.end)
        if piece is None:
            continue
        dashed = DASHED.match(piece.folded)
        name = cut_line(piece, piece.start + dashed.end(), piece.end) if dashed else piece
        if name and _signs_bare(name, last, sender, dashed=bool(dashed)):
            return _cut_foot(lines, None, [name])
    return None


def _small_name_on_its_line(lines: list[Line]) -> _Foot | None:
    """Read «jaz» as the last line, and «peace» or the like at the end of the line before it."""
    if len(lines) < 2 or bullet_length(lines[-2]):
        return None
    name, above = lines[-1], lines[-2]
    if not (name.folded.isalpha() and may_be_name(name.text, name.folded, lower=True, most=1)):
        return None
    for boundary in _sentence_ends(above.folded):
        piece = cut_line(above, above.start + boundary.end(), above.end)
        if piece and CLOSING_LINE.match(piece.folded):
            rest = cut_line(above, above.start, piece.start)
            return _Foot(lines[:-2] + ([rest] if rest else []), piece.span, [name], [])
    return _Foot(lines[:-1], None, [name], []) if STOPPED.search(above.folded) else None


def _signs_bare(name: Line, last: Line, sender: str | None, *, dashed: bool) -> bool:
    """Return whether the last words of the text are the writer's name, with no formula before them."""
    if sender and name.folded.strip(" .") in {sender.lower(), sender.lower().split(" ")[0]}:
        return True
    if STOPPED.search(name.folded) or name.text[-1] in "!?":
        return False
    if may_be_name(name.text, name.folded, most=4):
        return not last.text.isupper() or (" " in name.text and name.text[-1] != ".")
    return may_be_name(name.text, name.folded, lower=True, most=2 if dashed else 1) and name.folded.isalpha()
