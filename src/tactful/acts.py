"""Reads the clauses of a draft: their tags, and the speech acts they perform.

A ``Draft`` and a ``RuleBook`` enter; ``Reading``s and ``Act``s leave, in the order of the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from tactful.draft.model import Draft
from tactful.result import Act
from tactful.rulebook.book import RuleBook
from tactful.rulebook.detector import Locate, hull, numbers
from tactful.text import Span, fold, without_surrogates

# What patterns that ask for capitals can find: two capitals side by side, or a lone small «i».
# One class of characters leads the search, which makes it several times as fast.
_CAPITALS = re.compile(
    "[A-Zi](?:(?<=[A-Z])[A-Z]|(?<=i)(?<![^ \\t\\n\\f\\r\"'(]i)(?![^ \\t\\n\\f\\r,;!?'\u2019)]))"
)


# A sentence that commands a program («write "I accept"») performs no act towards the reader.
VOIDING_TAGS = tuple(f"machine-instructions.{name}" for name in ("ignore", "marks", "order", "address"))
MIXED_TAG = "sense-likely-quarrel"

# What is kept of sentences read before; a longer one is hardly ever read twice.
MOST_SENTENCES = 4096
LONGEST_SENTENCE = 400

_Places = tuple[tuple[int, int], ...]


class Reading(NamedTuple):
    """One clause as read: ``mask`` has its tags and acts, ``around`` those of its whole sentence.

    ``sentence`` is the place in ``Draft.sentences``, or -1 for a part outside the body.
    """

    start: int
    end: int
    mask: int
    around: int
    sentence: int
    part: str


def read_clauses(draft: Draft, book: RuleBook) -> tuple[Reading, ...]:
    """Return every clause that the writer wrote, tagged; parts outside the body carry no acts.

    Of the signature, only rules with the scope ``anywhere`` take note.
    """
    readings: list[Reading] = []
    reader = _reader_for(book)
    for part in ("subject", "greeting"):
        readings.extend(_outside(draft, book, part))
    goes_on = bool(draft.sentences) and _goes_on(draft)
    for index, sentence in enumerate(draft.sentences):
        start, part = sentence.start, sentence.part
        clauses = tuple([(clause.start - start, clause.end - start) for clause in sentence.clauses])
        opens = not goes_on or index > 0
        masks, around = reader.read(draft.text[start : sentence.end], clauses, opens=opens)
        readings.extend(
            [
                Reading(start + first, start + last, mask, around, index, part)
                for mask, (first, last) in zip(masks, clauses, strict=True)
            ]
        )
    for part in ("sign_off", "signature"):
        readings.extend(_outside(draft, book, part))
    return tuple(readings)


@lru_cache(maxsize=4)
def _reader_for(book: RuleBook) -> _SentenceReader:
    return _SentenceReader(book)


class _SentenceReader:
    """Reads sentences by themselves: one that a text leaves as it was is not read again."""

    def __init__(self, book: RuleBook) -> None:
        self._book = book
        self._mixed = book.bit(MIXED_TAG)
        self._voiding = 0
        for name in VOIDING_TAGS:
            self._voiding |= book.bit(name)
        self._seen: dict[tuple[str, _Places, bool], tuple[list[int], int]] = {}

    def read(self, text: str, clauses: _Places, *, opens: bool) -> tuple[list[int], int]:
        """Return the tags and acts of each clause, by its place, and what the whole sentence has."""
        key = (text, clauses, opens)
        found = self._seen.get(key)
        if found is None:
            found = self._read(text, clauses, opens=opens)
            if len(text) <= LONGEST_SENTENCE:
                if len(self._seen) >= MOST_SENTENCES:
                    self._seen.clear()
                self._seen[key] = found
        return found

    def _read(self, text: str, clauses: _Places, *, opens: bool) -> tuple[list[int], int]:
        book, folded = self._book, fold(text)
        masks = [
            _tag_mask(book, text[start:end], folded[start:end], opens=opens and start == 0)
            for start, end in clauses
        ]
        around = _united(masks)
        sense = book.sense_mask(folded, around)
        masks = self._with_senses(folded, clauses, masks, sense)
        around |= sense
        if not around & self._voiding:
            locate = book.locator(text)
            masks = [
                mask | _act_mask(book, folded, locate, Span(*place), mask, around)
                for mask, place in zip(masks, clauses, strict=True)
            ]
        return masks, around | _united(masks) & ~book.sense_tags

    def _with_senses(self, folded: str, clauses: _Places, masks: list[int], sense: int) -> list[int]:
        """Return the tags of the clauses with those of the sense.

        Where a sentence sounds like a quarrel each clause is read by itself: one of them may be the
        decision.
        """
        if len(masks) == 1 or not sense & self._mixed:
            return [mask | sense for mask in masks]
        return [
            mask | self._book.sense_mask(folded[start:end], mask)
            for mask, (start, end) in zip(masks, clauses, strict=True)
        ]


def _united(masks: list[int]) -> int:
    united = 0
    for mask in masks:
        united |= mask
    return united


def _goes_on(draft: Draft) -> bool:
    """Return whether the body goes on after the greeting, so that it may start in small letters."""
    greeting = draft.anatomy.greeting
    if greeting is None:
        return False
    start = draft.sentences[0].start
    return draft.text[:start].rstrip().endswith(",") or "\n" not in draft.text[greeting.end : start]


def _tag_mask(book: RuleBook, written: str, folded: str, *, opens: bool) -> int:
    """Return the tags of a stretch; ``opens`` tells whether a sentence starts with it.

    To patterns that ask for capitals, a stretch that opens no sentence has a blank in front.
    """
    mask = book.mask(folded)
    if (opens and written[:1].islower()) or _CAPITALS.search(written):
        written = without_surrogates(written)
        mask |= book.cased_mask(written if opens else f" {written}")
    return mask


def _outside(draft: Draft, book: RuleBook, part: str) -> Iterator[Reading]:
    span: Span | None = getattr(draft.anatomy, part)
    if span is not None and span.end > span.start:
        written, folded = draft.text[span.start : span.end], draft.folded[span.start : span.end]
        mask = _tag_mask(book, written, folded, opens=part == "greeting")
        yield Reading(span.start, span.end, mask, mask, -1, part.replace("_", "-"))


def _act_mask(book: RuleBook, folded: str, locate: Locate, clause: Span, mask: int, around: int) -> int:
    found = 0
    for block in book.act_detector.candidates(mask, around):
        recogniser = book.acts[block.owner]
        if block.order and hull(block, locate, folded, clause.start, clause.end) is None:
            continue
        found |= 1 << recogniser.tag
    if found:
        for recogniser in book.acts_with_unless:
            if found >> recogniser.tag & 1 and found & recogniser.unless:
                found &= ~(1 << recogniser.tag)
    return found


def performs(book: RuleBook, draft: Draft, span: Span, act: str) -> bool:
    """Return whether a stretch of text performs an act when it is read as a clause by itself."""
    mask = book.mask(draft.folded[span.start : span.end])
    locate = book.locator(draft.text)
    return bool(_act_mask(book, draft.folded, locate, span, mask, mask) & book.bit(f"act:{act}"))


def acts_of(readings: tuple[Reading, ...], book: RuleBook) -> tuple[Act, ...]:
    """Return the acts of the readings; the span of an act is its clause."""
    acts: list[Act] = []
    for reading in readings:
        performed = reading.mask >> book.first_act
        if reading.sentence < 0 or not performed:
            continue
        topic = None
        if reading.mask & book.topics_mask:
            topic = next(name for bit, name in book.topics if reading.mask & bit)
        span = Span(reading.start, reading.end)
        acts.extend(Act(book.acts[at].id, span, topic) for at in numbers(performed))
    return tuple(acts)
