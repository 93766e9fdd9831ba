"""Sentences: where each one starts and ends.

The lines of one part enter; its sentences leave in order, with exact spans and their clauses.  Mails
and texting style set the rules: a full stop before a small letter ends a sentence, a missing blank
after it does too, and a line of its own is a sentence unless it is only wrapped.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import NamedTuple

from tactful.draft.abbreviations import (
    END_BEFORE_STARTER,
    NEVER_END,
    NO_END_BEFORE_NUMBER,
    REFERENCE,
    last_word,
)
from tactful.draft.clauses import read_clauses
from tactful.draft.lines import Line, bullet_length
from tactful.draft.model import Part, Sentence
from tactful.draft.runons import cut_run_on
from tactful.draft.word_sets import word_set
from tactful.text import Span

# What is likely to open a sentence, even in small letters.
_STARTERS = word_set(
    """
    i i'm im i've ive i'd i'll ill we we're we've thank thanks thx ty you you're your ur the this that
    that's these it it's its my our they he she there please pls plz unfortunately however after but and
    so sorry if when as while would could can no yes not hope wish good best let what who how anyway
    also honestly since because nothing kindly on in at for to with may do don't dont sadly regards
    cheers bye take looking still maybe now then ok okay well
    """
)
# «offer.thanks»: without the blank only a word that no file or host name ends in is a start.
_GLUED_STARTERS = _STARTERS - word_set("it to my at in me so no as you your the this")
_DOUBTFUL = END_BEFORE_STARTER | NO_END_BEFORE_NUMBER
_GOES_ON = word_set("and or & to for of in at is was has are were which who because as than")

# A class of characters comes first, which is what makes the search fast.
_MARK = re.compile(r"[.!?\x01:;][.!?\x01)(-]*")
_CLOSE = re.compile(r"[\"')\]]*")
# What stands in such brackets is meant for a machine: «[[assistant: ...]]», «<!-- ... -->».
# A few words only are a placeholder within a sentence: «[[Company]]».
_BLOCK = re.compile(
    r"\[\[[^\[\]]{20,}\]\]|\{\{[^{}]{20,}\}\}|<!--.*?-->"
    r"|<(?P<tag>system|assistant|user|instructions?|prompt|ai|admin|override)>.*?</(?P=tag)>"
    r"|(?<![^\s.!?])\[[a-z]+(?: [a-z]+){0,3}: [^\[\]]{12,}\]",
    re.DOTALL,
)
_SMILEY = re.compile(r"[:;]-?[)(]+")
_WORD_REACH = 24
_MOST_NUMBERING = 2
_NEXT_WORD = re.compile(r" *[\"'(\[]*(?P<word>[a-z']+|[0-9$]|-)")
_ADDRESS = re.compile(r"[@/]|www\.")
_SHORTEST_FULL_LINE = 60
_HANGS = re.compile(
    r"(?:,|\b(?:and|or|but|the|a|an|of|to|for|with|my|your|our|at|in|on|is|that|as|because|so|i))$"
)
_CONTINUES = re.compile(r"(?:and|or|but|because|so|which|who|that|as|since|to|for|of|with)\b")


def read_sentences(
    text: str, folded: str, lines: list[Line], part: Part, gaps: frozenset[int] = frozenset()
) -> list[Sentence]:
    """Return the sentences of these lines; ``gaps`` are the starts of quoted lines between them."""
    spans: list[Span] = []
    paragraphs: list[int] = []
    number = -1
    paragraph = -1
    for stretch in _stretches(lines, gaps):
        if stretch[0].paragraph != paragraph:
            paragraph = stretch[0].paragraph
            number += 1
        start = stretch[0].start + bullet_length(stretch[0])
        end = stretch[-1].end
        for whole in _pieces(text, start, end, _ends(text, folded, start, end)):
            pieces = cut_run_on(text, folded, whole)
            spans += pieces
            paragraphs += [number] * len(pieces)
    clauses = read_clauses(text, folded, spans)
    return [
        Sentence(span.start, span.end, within, place, part)
        for span, within, place in zip(spans, clauses, paragraphs, strict=True)
    ]


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
    if len(block) == 1:
        yield block
        return
    width = max(len(line.text) for line in block)
    full = len(block) > 2 and min(len(line.text) for line in block[:-1]) >= _SHORTEST_FULL_LINE
    # Who starts with a capital and then a line with a small letter has wrapped the line.
    tidy = block[0].text[0].isupper()
    stretch = [block[0]]
    for before, line in pairwise(block):
        wrapped = full or (tidy and (line.text[0].islower() or _had_no_room(before, line, width)))
        if wrapped or _HANGS.search(before.folded) or _CONTINUES.match(line.folded):
            stretch.append(line)
        else:
            yield stretch
            stretch = [line]
    yield stretch


def _had_no_room(before: Line, line: Line, width: int) -> bool:
    """Return whether the first word of a line would have made the line before too long."""
    room = width - len(before.text) - 1
    return width >= _SHORTEST_FULL_LINE and len(line.text.split(maxsplit=1)[0]) > room


def _pieces(text: str, start: int, end: int, cuts: Iterable[int]) -> Iterator[Span]:
    """Yield what lies between cuts, without outer blanks; marks alone join the sentence before."""
    held: Span | None = None
    for cut in (*cuts, end):
        bare = text[start:cut].strip()
        if bare:
            first = start if text[start] == bare[0] else text.index(bare[0], start)
            span = Span(first, first + len(bare))
            if held is None:
                held = span
            elif bare[0].isalnum() or any(map(str.isalnum, bare)):
                yield held
                held = span
            else:
                held = Span(held.start, span.end)
        start = cut
    if held:
        yield held


def _ends(text: str, folded: str, start: int, end: int) -> Iterator[int]:
    """Yield where a new sentence begins; a block in brackets is one by itself, whatever it holds."""
    position = start
    for block in _BLOCK.finditer(folded, start, end):
        yield from _marked_ends(text, folded, position, block.start())
        yield block.start()
        yield block.end()
        position = block.end()
    yield from _marked_ends(text, folded, position, end)


def _marked_ends(text: str, folded: str, start: int, end: int) -> Iterator[int]:
    """Yield where a mark ends a sentence and another one begins."""
    sentence = start
    for found in _MARK.finditer(folded, start, end):
        mark = found.group()
        stop = found.end()
        if mark in {":", ";"} or stop >= end:
            continue
        if folded[stop] != " ":
            close = _CLOSE.match(folded, stop, end)
            stop = close.end() if close else stop
        if stop >= end:
            continue
        if folded[stop] == " ":
            is_end = _is_end(_Mark(text, folded, mark, found.start(), stop), sentence)
        else:
            is_end = stop == found.end() and _is_glued_end(text, folded, found.start(), stop)
        if is_end:
            sentence = stop
            yield sentence


class _Mark(NamedTuple):
    """A mark before a blank: where it starts, and where it ends with the quotes and brackets it closes."""

    text: str
    folded: str
    mark: str
    start: int
    stop: int


def _is_end(found: _Mark, sentence: int) -> bool:
    """Return whether a mark and a blank end a sentence."""
    word = _NEXT_WORD.match(found.folded, found.stop, found.stop + _WORD_REACH)
    following = word["word"] if word else ""
    first = found.text[word.start("word")] if word else ""
    mark = found.mark
    closed = found.stop > found.start + len(mark) or mark[-1] in ")]"
    if mark[0] == ".":
        if len(mark) == 1 or mark == ".)":
            return not (closed and first.islower()) and _is_full_stop(found, sentence, following)
        return first.isupper() or following in _STARTERS
    if mark[0] in "!?":
        return not (first.islower() and (closed or (len(mark) == 1 and following in _GOES_ON)))
    if mark[0] in ":;" and not _SMILEY.fullmatch(mark):
        return False
    return first.isupper() or following in _STARTERS


def _is_full_stop(found: _Mark, sentence: int, following: str) -> bool:
    """Return whether a single stop ends a sentence, rather than an abbreviation, an initial or a number."""
    word = last_word(found.folded, sentence, found.start)
    if word in NEVER_END:
        return False
    if len(word) > 1 and word.isalpha() and word not in _DOUBTFUL:
        return True
    capital = bool(following) and found.text[found.stop : found.stop + 3].lstrip()[:1].isupper()
    if word in END_BEFORE_STARTER:
        return capital and following in _STARTERS
    if word in NO_END_BEFORE_NUMBER:
        return not (following[:1].isdigit() or (word in REFERENCE and capital))
    start = found.start - len(word)
    if word.isdigit() and len(word) <= _MOST_NUMBERING and not found.folded[sentence:start].strip():
        return False
    if len(word) == 1 and word.isalpha() and found.text[start].isupper():
        return following in _STARTERS or not capital
    return True


def _is_glued_end(text: str, folded: str, start: int, stop: int) -> bool:
    """Return whether a mark with no blank after it ends a sentence: «offer.Thanks»."""
    before = last_word(folded, 0, start)
    after = _NEXT_WORD.match(folded, stop, stop + _WORD_REACH)
    if after is None or len(before) < 2:
        return False
    if _ADDRESS.search(before) or _ADDRESS.search(folded[stop : stop + _WORD_REACH].split(" ", 1)[0]):
        return False
    following = after["word"]
    if folded[start] in "!?":
        return following[0].isalpha()
    if "." in before or not before[-1].isalpha() or folded[start] != ".":
        return False
    if text[stop].isupper():
        return text[start - 1].islower() and (len(following) > 1 or following == "i")
    return following in _GLUED_STARTERS or (following in _STARTERS and before in _STARTERS)
