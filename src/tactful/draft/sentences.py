"""Sentences: where each one starts and ends.

The lines of one part enter; its sentences leave in order, with exact spans and their clauses.  The
first cut is sentencex; what it is known to miss in mails and in texting style is mended here.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

import sentencex

from tactful.draft.clauses import read_clauses
from tactful.draft.lines import Line, bullet_length
from tactful.draft.model import Part, Sentence
from tactful.draft.runons import cut_run_on
from tactful.text import Span

_STARTERS = (
    r"(?:i|i'm|im|i've|ive|i'd|i'll|we|we're|we've|thank|thanks|thx|ty|you|your|ur|the|this|that|these|it|it's|its|my|our|"
    r"they|he|she|there|please|pls|plz|unfortunately|however|after|but|and|so|sorry|if|when|as|while|would|could|can|"
    r"no|yes|not|hope|wish|good|best|let|in|at|on|for|to|with|what|who|how|anyway|also|honestly|since|because)"
)
# After these a full stop closes the sentence only where a likely start in capitals follows.
_CLOSED_ABBREVIATION = re.compile(
    rf"\b(?:ltd|inc|corp|co|llc|plc|gmbh|ag|bros|etc|[ap]\.m|u\.s|u\.k|e\.u|ph\.d|jr|sr|approx|dept|est)\.\s+(?={_STARTERS}\b)"
)
_ABBREVIATION = re.compile(
    r"(?:^|[\s(\"'])(?:(?:[a-z]\.)+[a-z]?|mr|mrs|ms|dr|prof|st|sr|jr|rev|hr|fr|frau|herr|messrs|mt|ft|gen|col|capt|lt|"
    r"vs|cf|ca|approx|incl|excl|max|min|avg|dept|tel|no|nr|ref|refs|fig|vol|ed|eds|al|etc|ltd|inc|corp|co|bros|est|"
    r"jan|feb|mar|apr|jun|jul|aug|sep|sept|oct|nov|dec|mon|tue|tues|wed|thu|thur|thurs|fri|hrs|min|yrs|asst|mgr|sen|"
    r"dipl-ing|ing|e\.g|i\.e|a\.m|p\.m|ph\.d|u\.s|u\.k|resp|p)\.[\"')\]]*\s*$"
)
_INITIAL = re.compile(r"(?:^|[\s.])[A-Z]\.\s*$")
_GLUED = re.compile(r"(?:(?<=[a-z]{2})\.|[!?]+)(?=(?P<next>[a-z']+))")
_GLUED_STARTS = frozenset(
    "i im i'm ive i've id ill i'll we thanks thank thx ty but and so the this it its it's my your you please pls "
    "plz unfortunately however sorry also anyway honestly hope good no yes they he she there that best let".split()
)
_AFTER_SIGN = re.compile(rf"(?:\.{{2,}}|\x01+)\s+(?={_STARTERS}\b)")
_NO_START = re.compile(r"(?:and|or|&|to|for|of|in|at|is|was|has|are|were|which|who|because|-)\b")
_LINE_BREAK = re.compile(r"[\r\n\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
_SURROGATE = re.compile("[\ud800-\udfff]")
_SHORTEST_FULL_LINE = 60
_SHORTEST_WRAPPED_LINE = 40
_HANGS = re.compile(r"(?:,|\b(?:and|or|but|the|a|an|of|to|for|with|my|your|our|at|in|on|is|that|as|because|so|i))$")
_CONTINUES = re.compile(r"(?:and|or|but|because|so|which|who|that|as|since|to|for|of|with)\b")


def read_sentences(
    text: str, folded: str, lines: list[Line], part: Part, gaps: frozenset[int] = frozenset()
) -> list[Sentence]:
    """Return the sentences of these lines; ``gaps`` are the starts of quoted lines between them."""
    found: list[Sentence] = []
    number = -1
    paragraph = -1
    for stretch in _stretches(lines, gaps):
        if stretch[0].paragraph != paragraph:
            paragraph = stretch[0].paragraph
            number += 1
        start = stretch[0].start + bullet_length(stretch[0])
        for span in _cut_stretch(text, folded, Span(start, stretch[-1].end)):
            found.append(Sentence(span.start, span.end, read_clauses(text, folded, span), number, part))
    return found


def _stretches(lines: list[Line], gaps: frozenset[int]) -> Iterator[list[Line]]:
    """Yield lines that run on into each other: no boundary at the line breaks inside."""
    block: list[Line] = []
    for line in lines:
        if block and (
            line.paragraph != block[0].paragraph
            or bullet_length(line)
            or any(block[-1].start < gap < line.start for gap in gaps)
        ):
            yield from _unwrap(block)
            block = []
        block.append(line)
    if block:
        yield from _unwrap(block)


def _unwrap(block: list[Line]) -> Iterator[list[Line]]:
    """Yield the lines of a block, joined where the break is only a wrapped line."""
    width = max(len(line.text) for line in block)
    stretch = [block[0]]
    for before, line in zip(block, block[1:], strict=False):
        if _runs_on(before, line, width):
            stretch.append(line)
        else:
            yield stretch
            stretch = [line]
    yield stretch


def _runs_on(before: Line, line: Line, width: int) -> bool:
    """Return whether the break between two lines is no boundary of its own."""
    if _HANGS.search(before.folded) or _CONTINUES.match(line.folded):
        return True
    room = width - len(before.text) - 1
    first_word = len(line.text.split(maxsplit=1)[0])
    if first_word <= room:
        return False
    return width >= _SHORTEST_FULL_LINE or (width >= _SHORTEST_WRAPPED_LINE and line.text[0].islower())


def _cut_stretch(text: str, folded: str, span: Span) -> Iterator[Span]:
    """Yield the sentences of a stretch that no line boundary divides."""
    cuts = sorted({*_kept_cuts(text, folded, span), *_missed_cuts(text, folded, span)})
    for piece in _pieces(text, span, cuts):
        yield from cut_run_on(text, folded, piece)


def _pieces(text: str, span: Span, cuts: Iterable[int]) -> Iterator[Span]:
    """Yield what lies between cuts, without outer blanks; a piece without a letter joins the one before."""
    held: Span | None = None
    start = span.start
    for cut in [*cuts, span.end]:
        bare = text[start:cut].strip()
        if bare:
            first = text.index(bare[0], start)
            piece = Span(first, first + len(bare))
            if held is not None and any(map(str.isalnum, bare)):
                yield held
                held = piece
            else:
                held = Span(held.start, piece.end) if held else piece
        start = cut
    if held:
        yield held


def _segments(stretch: str) -> list[str]:
    """Return the pieces sentencex finds, which together are the stretch."""
    plain = _LINE_BREAK.sub(" ", stretch)
    try:
        pieces = sentencex.segment("en", plain)
    except UnicodeEncodeError:
        pieces = sentencex.segment("en", _SURROGATE.sub("?", plain))
    return list(pieces)


def _kept_cuts(text: str, folded: str, span: Span) -> Iterator[int]:
    """Yield the boundaries of sentencex that are sentence ends."""
    position = span.start
    segments = _segments(text[span.start : span.end])
    for segment, following in zip(segments, segments[1:], strict=False):
        position += len(segment)
        cut = position
        # An opening quote belongs to the sentence it opens.
        if segment[-1] in "\"'\u201c\u2018(" and segment[-2:-1].isspace():
            cut -= 1
        if _is_boundary(folded, text, span.start, cut, following):
            yield cut


def _is_boundary(folded: str, text: str, start: int, cut: int, following: str) -> bool:
    """Return whether a boundary of sentencex is one: no abbreviation, no name with a «!» in it."""
    tail_start = max(start, cut - 16)
    tail = folded[tail_start:cut]
    next_folded = folded[cut : cut + 12]
    if _ABBREVIATION.search(tail):
        return False
    if _INITIAL.search(text[tail_start:cut]) and following[:1].isupper():
        return False
    mark = tail.rstrip()
    if mark.endswith(("...", "..")) and following[:1].islower():
        return False
    return not (following[:1].islower() and mark[-2:-1].isalnum() and _NO_START.match(next_folded))


def _missed_cuts(text: str, folded: str, span: Span) -> Iterator[int]:
    """Yield the boundaries that sentencex is known to miss."""
    for found in _CLOSED_ABBREVIATION.finditer(folded, span.start, span.end):
        if text[found.end()].isupper():
            yield found.end()
    for found in _AFTER_SIGN.finditer(folded, span.start, span.end):
        yield found.end()
    for found in _GLUED.finditer(folded, span.start, span.end):
        if _is_glued(text, found):
            yield found.end()


def _is_glued(text: str, found: re.Match[str]) -> bool:
    """Return whether a mark with no blank after it ends a sentence: «offer.Thanks»."""
    left = text.rfind(" ", 0, found.start()) + 1
    if re.search(r"[@/]|www", text[left : found.end() + 24].split(maxsplit=1)[0]):
        return False
    if found.group()[0] != ".":
        return True
    upper = text[found.end()].isupper()
    return found["next"] in _GLUED_STARTS or (upper and len(found["next"]) > 1 and text[found.start() - 1].islower())
