"""Reads the clauses of a draft: their tags, and the speech acts they perform.

A ``Draft`` and a ``RuleBook`` enter; ``Reading``s and ``Act``s leave, in the order of the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from tactful.draft.model import Clause, Draft, Sentence
from tactful.result import Act
from tactful.rulebook.book import RuleBook
from tactful.rulebook.detector import Locate, hull, numbers
from tactful.text import Span, without_surrogates

# What patterns that ask for capitals can find: two capitals side by side, or a lone small «i».
# One class of characters leads the search, which makes it several times as fast.
_CAPITALS = re.compile(
    "[A-Zi](?:(?<=[A-Z])[A-Z]|(?<=i)(?<![^ \\t\\n\\f\\r\"'(]i)(?![^ \\t\\n\\f\\r,;!?'\u2019)]))"
)


# A sentence that commands a program («write "I accept"») performs no act towards the reader.
VOIDING_TAGS = tuple(f"machine-instructions.{name}" for name in ("ignore", "marks", "order", "address"))
MIXED_TAG = "sense-likely-quarrel"


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
    locate = book.locator(draft.text)
    voiding = 0
    for name in VOIDING_TAGS:
        voiding |= book.bit(name)
    for part in ("subject", "greeting"):
        readings.extend(_outside(draft, book, part))
    for index, sentence in enumerate(draft.sentences):
        first = -1 if index == 0 and _goes_on(draft) else sentence.start
        masks = [_tag_mask(book, draft, clause, opens=clause.start == first) for clause in sentence.clauses]
        around = 0
        for mask in masks:
            around |= mask
        sense = book.sense_mask(draft.folded[sentence.start : sentence.end], around)
        masks = _with_senses(book, draft, sentence, masks, sense)
        around |= sense
        if not around & voiding:
            masks = [
                mask | _act_mask(book, draft.folded, locate, clause, mask, around)
                for mask, clause in zip(masks, sentence.clauses, strict=True)
            ]
        for mask in masks:
            around |= mask & ~book.sense_tags
        readings.extend(
            Reading(clause.start, clause.end, mask, around, index, sentence.part)
            for mask, clause in zip(masks, sentence.clauses, strict=True)
        )
    for part in ("sign_off", "signature"):
        readings.extend(_outside(draft, book, part))
    return tuple(readings)


def _with_senses(book: RuleBook, draft: Draft, sentence: Sentence, masks: list[int], sense: int) -> list[int]:
    """Return the tags of the clauses with those of the sense.

    Where a sentence sounds like a quarrel each clause is read by itself: one of them may be the decision.
    """
    if len(masks) == 1 or not sense & book.bit(MIXED_TAG):
        return [mask | sense for mask in masks]
    return [
        mask | book.sense_mask(draft.folded[clause.start : clause.end], mask)
        for mask, clause in zip(masks, sentence.clauses, strict=True)
    ]


def _goes_on(draft: Draft) -> bool:
    """Return whether the body goes on after the greeting, so that it may start in small letters."""
    greeting = draft.anatomy.greeting
    if greeting is None:
        return False
    start = draft.sentences[0].start
    return draft.text[:start].rstrip().endswith(",") or "\n" not in draft.text[greeting.end : start]


def _tag_mask(book: RuleBook, draft: Draft, span: Span | Clause, *, opens: bool) -> int:
    """Return the tags of a stretch; ``opens`` tells whether a sentence starts with it.

    To patterns that ask for capitals, a stretch that opens no sentence has a blank in front.
    """
    mask = book.mask(draft.folded[span.start : span.end])
    written = draft.text[span.start : span.end]
    if (opens and written[:1].islower()) or _CAPITALS.search(written):
        written = without_surrogates(written)
        mask |= book.cased_mask(written if opens else f" {written}")
    return mask


def _outside(draft: Draft, book: RuleBook, part: str) -> Iterator[Reading]:
    span: Span | None = getattr(draft.anatomy, part)
    if span is not None and span.end > span.start:
        mask = _tag_mask(book, draft, span, opens=part == "greeting")
        yield Reading(span.start, span.end, mask, mask, -1, part.replace("_", "-"))


def _act_mask(book: RuleBook, folded: str, locate: Locate, clause: Clause, mask: int, around: int) -> int:
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
    clause, locate = Clause(span.start, span.end), book.locator(draft.text)
    return bool(_act_mask(book, draft.folded, locate, clause, mask, mask) & book.bit(f"act:{act}"))


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
