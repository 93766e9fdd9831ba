"""Run-on drafts: stretches without punctuation, cut where a new thought is likely to start.

One sentence enters; it leaves whole, or as the pieces a careful writer would have ended with a full
stop.  Well written sentences, in capitals and closed by a mark, are never cut.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from tactful.draft.word_sets import word_set
from tactful.text import Span

_LONGEST_CALM_STRETCH = 14
_FEWEST_WORDS = 3
_MARK = re.compile(r"[,;:.!?()\x01]|(?<=\s)-+(?=\s)")
_SURE = (
    r"(?:i'm|im|i've|ive|i'll|i'd|i (?:am|will|have|cant|can't|wont|won't|dont|don't|think|really|just|"
    r"hope|wish|would|appreciate|decided|must)|we (?:are|will|have|cant|can't|wont|won't|dont|don't)|thanks|"
    r"thank (?:you|u)|thx|sorry|please|pls|plz|anyways?|also|honestly|unfortunately|good luck|best of luck|"
    r"gl|all the best|let me know|lmk|hope you|hope u|no hard feelings)"
)
_NOUN = (
    r"(?:your|ur|the|my|their|this|that) (?!(?:the|a|my|your|ur|i|you|u|we|they|it|he|she) )(?:[a-z']+ ){1,2}"
    r"(?:is|was|are|were|isn'?t|wasn'?t|aren'?t|sucks|sucked)"
)
_PLAIN = (
    r"(?:its|it's|it (?:is|was)|this (?:is|was)|that (?:is|was)|they (?:are|were)|you (?:are|were|guys)|"
    r"u (?:are|r|guys))"
)
_START = re.compile(rf"(?<=\s)(?:{_SURE}|(?P<noun>{_NOUN})|{_PLAIN})(?=\s)")
_LINKS = word_set(
    """
    a about after also although am an and are as at because been before being but by can cause cos could
    coz cuz did do does feel felt for from get got guess had has have hope how if im i'm in into is it
    just know let like may mean might my no not of on or our over really said say says should since so
    still such tell than that the their then there they think this though thought till to u unless until
    ur very want was we were what when where whether which while who why will wish with without would
    you your yes ok okay said told feel believe find sure glad happy afraid sad sorry i he she honestly
    frankly anyway even only tbh imo lol n w bc bcoz bcuz cuz b4
    """
)


def cut_run_on(text: str, folded: str, span: Span) -> list[Span]:
    """Return the sentence, or its pieces where it runs on without punctuation."""
    if folded.count(" ", span.start, span.end) <= _LONGEST_CALM_STRETCH or not _is_careless(text, span):
        return [span]
    edges = [span.start, *_starts(folded, span), span.end]
    return [_stripped(text, start, end) for start, end in pairwise(edges)]


def _stripped(text: str, start: int, end: int) -> Span:
    return Span(start, start + len(text[start:end].rstrip()))


def _is_careless(text: str, span: Span) -> bool:
    """Return whether a sentence lacks its capital or its end mark, or shouts."""
    first = text[span.start]
    closed = text[span.end - 1] in ".!?\u2026)\"'\u201d\u2019"
    return not closed or first.islower() or text[span.start : span.end].isupper()


def _starts(folded: str, span: Span) -> Iterator[int]:
    """Yield where new pieces start, each piece at least three words long."""
    start = span.start
    for low, high in _stretches(folded, span):
        if folded.count(" ", low, high) < _LONGEST_CALM_STRETCH:
            continue
        for found in _START.finditer(folded, low, high):
            cut = found.start()
            long_enough = (
                min(folded.count(" ", start, cut), folded.count(" ", max(low, start), cut)) >= _FEWEST_WORDS
            )
            ends_early = len(folded[cut : span.end].split()) < _FEWEST_WORDS
            if long_enough and not ends_early and _starts_anew(folded, found, start):
                yield cut
                start = cut


def _stretches(folded: str, span: Span) -> Iterator[tuple[int, int]]:
    """Yield the stretches between marks."""
    low = span.start
    for mark in _MARK.finditer(folded, span.start, span.end):
        yield low, mark.start()
        low = mark.end()
    yield low, span.end


def _starts_anew(folded: str, found: re.Match[str], start: int) -> bool:
    """Return whether the word before a likely start lets a new piece begin."""
    before = folded[start : found.start()].rsplit(maxsplit=1)[-1]
    takes_object = bool(found["noun"]) and before.endswith(("ing", "ed"))
    return not takes_object and before not in _LINKS
